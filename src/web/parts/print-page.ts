/** Prints a page that the server wrote, in a frame that goes when it is printed; `add` puts something before it. */
export function printPage(
  page: string,
  title: string,
  add: (sheet: Document) => readonly HTMLElement[] = () => [],
): void {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = title
  document.body.append(frame)
  const sheet = frame.contentDocument
  const print = frame.contentWindow
  if (!sheet || !print) throw new Error('The browser gives no page to print on.')
  sheet.open()
  sheet.write(page)
  sheet.close()
  sheet.body.prepend(...add(sheet))
  print.addEventListener('afterprint', () => frame.remove())
  frame.hidden = false
  frame.className = 'printed'
  print.print()
}

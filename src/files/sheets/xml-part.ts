import { SaxesParser } from 'saxes'
import { RefusedFile } from './refused-file.ts'

/** What is done at each tag and text of a part; names come without their prefix. Return `true` from a tag to stop reading. */
export type XmlWatcher = {
  open?(name: string, attribute: (name: string) => string | undefined): boolean | undefined
  close?(name: string): boolean | undefined
  text?(text: string): void
}

/**
 * Reads a part of a workbook as it streams. A DOCTYPE is refused, so no entity but the five of XML is ever expanded. Calls `pause`
 * after each piece, so that what was found can be handed on before more is read.
 */
export async function readXml(
  part: AsyncIterable<Buffer> & { destroy(): void },
  watcher: XmlWatcher,
  pause: () => Promise<void> = async () => {},
): Promise<void> {
  let done = false
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new RefusedFile(
      'The workbook has a part that no spreadsheet program writes (a DOCTYPE). Save it again in Excel, and bring that file.',
    )
  })
  parser.on('error', () => {
    throw new RefusedFile('A part of the workbook cannot be read. Save it again in Excel, and bring that file.')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (!done && watcher.open?.(local(name), (wanted) => attributeOf(attributes, wanted))) done = true
  })
  parser.on('closetag', ({ name }) => {
    if (!done && watcher.close?.(local(name))) done = true
  })
  if (watcher.text) parser.on('text', (text) => void (done || watcher.text?.(text)))
  if (watcher.text) parser.on('cdata', (text) => void (done || watcher.text?.(text)))
  try {
    await feed(parser, part, async () => {
      await pause()
      return done
    })
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    throw new RefusedFile('The file is damaged or cut off. Save it again, and bring that file.')
  } finally {
    part.destroy()
  }
}

async function feed(parser: SaxesParser, part: AsyncIterable<Buffer>, isDone: () => Promise<boolean>): Promise<void> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for await (const piece of part) {
    decoder ??= new TextDecoder(encodingOf(piece))
    parser.write(decoder.decode(piece, { stream: true }))
    if (await isDone()) return
  }
  parser.close()
}

const encodingOf = (start: Buffer) =>
  start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'

/** Without the prefix: some programs write `x:row` for `row`. */
function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function attributeOf(attributes: Record<string, unknown>, wanted: string): string | undefined {
  const value = attributes[wanted]
  return typeof value === 'string' ? value : undefined
}

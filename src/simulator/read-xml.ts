export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text right inside of it, without that of its children. */
  readonly text: string
}

/** What makes a text no XML; it never leaves this file. */
class Malformed extends Error {}

const NAME = /[A-Za-z_][\w.:-]*/y
const SPACE = /[ \t\r\n]*/y
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads well-formed XML, strictly: no document type, no unknown entity, nothing around the one root. */
export function readXml(text: string): { readonly root: XmlElement } | { readonly error: string } {
  const cursor = { text: text.replace(/^\uFEFF/, ''), at: 0 }
  try {
    if (cursor.text.startsWith('<?xml')) skipPast(cursor, '?>')
    skipBetween(cursor)
    const root = readElement(cursor)
    skipBetween(cursor)
    if (cursor.at < cursor.text.length) fail(cursor, 'Content is not allowed after the root element')
    return { root }
  } catch (error) {
    if (error instanceof Malformed) return { error: error.message }
    throw error
  }
}

type Cursor = { readonly text: string; at: number }

function fail(cursor: Cursor, why: string): never {
  const line = cursor.text.slice(0, cursor.at).split('\n').length
  throw new Malformed(`XML Parsing Fatal Error at Line ${line}: ${why}.`)
}

const looksAt = (cursor: Cursor, mark: string) => cursor.text.startsWith(mark, cursor.at)

function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0] ?? ''
  cursor.at += found.length
  return found
}

function expectMark(cursor: Cursor, mark: string): void {
  if (!looksAt(cursor, mark)) fail(cursor, `'${mark}' is expected`)
  cursor.at += mark.length
}

function skipPast(cursor: Cursor, mark: string): string {
  const end = cursor.text.indexOf(mark, cursor.at)
  if (end < 0) fail(cursor, `'${mark}' is expected before the end`)
  const passed = cursor.text.slice(cursor.at, end)
  cursor.at = end + mark.length
  return passed
}

/** White space, comments and instructions outside of the root. */
function skipBetween(cursor: Cursor): void {
  for (;;) {
    take(cursor, SPACE)
    if (looksAt(cursor, '<!--')) skipPast(cursor, '-->')
    else if (looksAt(cursor, '<?')) skipPast(cursor, '?>')
    else return
  }
}

function readElement(cursor: Cursor): XmlElement {
  expectMark(cursor, '<')
  const name = take(cursor, NAME)
  if (name === '') fail(cursor, 'The name of an element is expected')
  const attributes = readAttributes(cursor)
  if (looksAt(cursor, '/>')) {
    cursor.at += 2
    return { name, attributes, children: [], text: '' }
  }
  expectMark(cursor, '>')
  const { children, text } = readContent(cursor)
  expectMark(cursor, '</')
  if (take(cursor, NAME) !== name) fail(cursor, `The element type "${name}" must be ended by "</${name}>"`)
  take(cursor, SPACE)
  expectMark(cursor, '>')
  return { name, attributes, children, text }
}

function readAttributes(cursor: Cursor): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (;;) {
    const space = take(cursor, SPACE)
    const name = take(cursor, NAME)
    if (name === '') return attributes
    if (space === '') fail(cursor, 'White space is expected before an attribute')
    if (name in attributes) fail(cursor, `The attribute ${name} is given twice`)
    expectMark(cursor, '=')
    const quote = cursor.text[cursor.at] ?? ''
    if (quote !== '"' && quote !== "'") fail(cursor, 'A quoted value is expected')
    cursor.at++
    const value = skipPast(cursor, quote)
    if (value.includes('<')) fail(cursor, 'An attribute must not hold "<"')
    attributes[name] = unescaped(cursor, value)
  }
}

function readContent(cursor: Cursor): { children: XmlElement[]; text: string } {
  const children: XmlElement[] = []
  let text = ''
  for (;;) {
    const next = cursor.text.indexOf('<', cursor.at)
    if (next < 0) fail(cursor, 'The document ends inside of an element')
    text += unescaped(cursor, cursor.text.slice(cursor.at, next))
    cursor.at = next
    if (looksAt(cursor, '</')) return { children, text }
    if (looksAt(cursor, '<!--')) skipPast(cursor, '-->')
    else if (looksAt(cursor, '<![CDATA[')) {
      cursor.at += 9
      text += skipPast(cursor, ']]>')
    } else if (looksAt(cursor, '<?')) skipPast(cursor, '?>')
    else if (looksAt(cursor, '<!')) fail(cursor, 'A document type is not allowed')
    else children.push(readElement(cursor))
  }
}

function unescaped(cursor: Cursor, raw: string): string {
  return raw.replace(/&([^;&]*;?)/g, (_, named: string) => {
    const name = named.endsWith(';') ? named.slice(0, -1) : ''
    const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name) ?? []
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    return ENTITIES[name] ?? fail(cursor, `The entity "&${named}" is not known`)
  })
}

import { RefusedFile, unreadable } from './refused-file.ts'
import { withSigns } from './xml-signs.ts'

/** What is done at each tag and text of a part; names come without their prefix. Return `true` from a tag to stop reading. */
export type XmlWatcher = {
  open?(name: string, attribute: (name: string) => string | undefined): boolean | undefined
  close?(name: string): boolean | undefined
  text?(text: string): void
}

/** Takes the text of a part piece by piece; both calls throw RefusedFile where it is no XML that a spreadsheet program writes. */
export type XmlScanner = {
  /** Answers true once the watcher wants no more. */
  write(piece: string): boolean
  end(): void
}

const BLANK = 32
const EXCLAIM = 33
const QUOTE = 34
const APOSTROPHE = 39
const SLASH = 47
const COLON = 58
const LESS = 60
const EQUALS = 61
const MORE = 62
const ASK = 63
/** Most elements inside each other, and most characters of one tag. */
const MOST_DEPTH = 200
const MOST_MARKUP = 2_000_000
/** `&#x10FFFF;` is the longest that stands for a sign. */
const MOST_ENTITY = 12
const CDATA = '<![CDATA['
const COMMENT = '<!--'

type Scan = {
  readonly watcher: XmlWatcher
  readonly attribute: (name: string) => string | undefined
  /** The names of the open elements as they stand, and without their prefixes. */
  readonly stack: string[]
  readonly names: string[]
  /** Where the names and values of the last tag's attributes begin and end, four numbers each, and how many numbers these are. */
  readonly spans: number[]
  spanned: number
  /** What was given and not yet read. */
  text: string
  /** What ends the comment, instruction or CDATA that is being read. */
  until: string
  hasRoot: boolean
  done: boolean
}

/**
 * Reads XML as spreadsheets have it: elements, attributes, texts and the five entities of XML. A general parser looks at each sign of
 * millions of cells several times; this one jumps from mark to mark. A DOCTYPE is refused, so nothing of one is ever expanded.
 */
export function scanXml(watcher: XmlWatcher): XmlScanner {
  const attribute = (name: string) => attributeOf(scan, name)
  const scan: Scan = {
    ...{ watcher, attribute, stack: [], names: [], spans: [], spanned: 0 },
    ...{ text: '', until: '', hasRoot: false, done: false },
  }
  return {
    write(piece) {
      if (piece.includes('\0')) throw unreadable()
      scan.text = scan.text === '' ? piece : scan.text + piece
      let at = 0
      while (at < scan.text.length && !scan.done) {
        const next = step(scan, at)
        if (next < 0) break
        at = next
      }
      scan.text = scan.text.slice(at)
      if (scan.text.length > MOST_MARKUP) throw unreadable()
      return scan.done
    },
    end() {
      const { text, until, stack, hasRoot } = scan
      if (text !== '' || until !== '' || stack.length > 0 || !hasRoot) throw unreadable()
    },
  }
}

/** Each step reads from a place and gives where the next one begins, or -1 where it must see more first. */
function step(scan: Scan, at: number): number {
  if (scan.until !== '') return stepUntil(scan, at)
  if (scan.text.charCodeAt(at) !== LESS) return stepText(scan, at)
  const code = scan.text.charCodeAt(at + 1)
  if (code === SLASH) return stepClose(scan, at)
  if (code === EXCLAIM) return stepSection(scan, at)
  if (code !== ASK) return stepOpen(scan, at)
  scan.until = '?>'
  return at + 2
}

function stepText(scan: Scan, at: number): number {
  const { text } = scan
  const mark = text.indexOf('<', at)
  const end = mark < 0 ? wholeUntil(text, at) : mark
  if (end === at) return -1
  said(scan, withSigns(text.slice(at, end)))
  return end
}

/** How far a text is surely whole: an entity may be cut in the middle. */
function wholeUntil(text: string, from: number): number {
  const sign = text.lastIndexOf('&')
  return sign < from || text.length - sign > MOST_ENTITY || text.includes(';', sign) ? text.length : sign
}

function stepUntil(scan: Scan, at: number): number {
  const { text, until } = scan
  const found = text.indexOf(until, at)
  const end = found < 0 ? Math.max(at, text.length - until.length + 1) : found
  if (until === ']]>' && end > at) said(scan, text.slice(at, end))
  if (found < 0) return end > at ? end : -1
  scan.until = ''
  return found + until.length
}

function stepSection(scan: Scan, at: number): number {
  const start = scan.text.slice(at, at + CDATA.length)
  const isComment = start.startsWith(COMMENT)
  if (!isComment && start !== CDATA) {
    if (CDATA.startsWith(start) || COMMENT.startsWith(start)) return -1
    throw declared()
  }
  scan.until = isComment ? '-->' : ']]>'
  return at + (isComment ? COMMENT : CDATA).length
}

function stepClose(scan: Scan, at: number): number {
  const { text, stack } = scan
  const name = stack[stack.length - 1] ?? ''
  let end = at + 2 + name.length
  if (text.charCodeAt(end) !== MORE) {
    end = text.indexOf('>', at)
    if (end < 0) return -1
    if (text.slice(at + 2, end).trimEnd() !== name) throw unreadable()
  } else if (!text.startsWith(name, at + 2)) throw unreadable()
  if (name === '') throw unreadable()
  closed(scan)
  return end + 1
}

function stepOpen(scan: Scan, at: number): number {
  const { text } = scan
  let bare = at + 1
  let to = at + 1
  let code = text.charCodeAt(to)
  while (code > BLANK && code !== MORE && code !== SLASH && code !== LESS) {
    if (code === COLON) bare = to + 1
    code = text.charCodeAt(++to)
  }
  if (to >= text.length) return -1
  if (to === bare || code === LESS) throw unreadable()
  scan.spanned = 0
  const end = code === MORE ? to : readAttributes(scan, to)
  if (end < 0) return -1
  const name = text.slice(at + 1, to)
  // Some programs write `x:row` for `row`.
  opened(scan, name, bare === at + 1 ? name : text.slice(bare, to))
  if (text.charCodeAt(end) === MORE) return end + 1
  closed(scan)
  return end + 2
}

function opened(scan: Scan, name: string, bare: string): void {
  const { stack, names, watcher } = scan
  if (stack.length === 0 ? scan.hasRoot : stack.length >= MOST_DEPTH) throw unreadable()
  scan.hasRoot = true
  stack.push(name)
  names.push(bare)
  if (watcher.open?.(bare, scan.attribute)) scan.done = true
}

function closed(scan: Scan): void {
  scan.stack.pop()
  const bare = scan.names.pop() ?? ''
  if (!scan.done && scan.watcher.close?.(bare)) scan.done = true
}

function said(scan: Scan, piece: string): void {
  if (scan.stack.length > 0) scan.watcher.text?.(piece)
  else if (/\S/.test(piece)) throw unreadable()
}

/**
 * Notes where the attributes of a tag begin and end, from the end of its name on. Gives where its end stands (`>` or `/>`), or -1
 * where the tag is not whole yet.
 */
function readAttributes(scan: Scan, from: number): number {
  const { text, spans } = scan
  for (let at = afterBlanks(text, from); ; at = afterBlanks(text, at)) {
    const code = text.charCodeAt(at)
    if (code === MORE) return at
    if (code === SLASH) return at + 1 < text.length ? slashEnd(text, at) : -1
    const name = at
    const end = nameEnd(text, at)
    const equals = afterBlanks(text, end)
    const open = afterBlanks(text, equals + 1)
    if (open >= text.length) return -1
    const quote = text.charCodeAt(open)
    if (end === name || text.charCodeAt(equals) !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE))
      throw unreadable()
    const close = text.indexOf(quote === QUOTE ? '"' : "'", open + 1)
    if (close < 0) return -1
    const next = scan.spanned
    spans[next] = name
    spans[next + 1] = end
    spans[next + 2] = open + 1
    spans[next + 3] = close
    scan.spanned = next + 4
    at = close + 1
  }
}

function slashEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 1) !== MORE) throw unreadable()
  return at
}

function afterBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) <= BLANK) at++
  return at
}

function nameEnd(text: string, from: number): number {
  let at = from
  let code = text.charCodeAt(at)
  while (code > BLANK && code !== EQUALS && code !== MORE && code !== LESS && code !== SLASH)
    code = text.charCodeAt(++at)
  return at
}

function attributeOf({ text, spans, spanned }: Scan, wanted: string): string | undefined {
  for (let at = 0; at < spanned; at += 4) {
    const start = spans[at] ?? 0
    if (spans[at + 1] === start + wanted.length && text.startsWith(wanted, start))
      return withSigns(text.slice(spans[at + 2], spans[at + 3]))
  }
  return undefined
}

const declared = () =>
  new RefusedFile(
    'The workbook has a part that no spreadsheet program writes (a DOCTYPE). Save it again in Excel, and bring that file.',
  )

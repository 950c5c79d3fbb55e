import { StringDecoder } from 'node:string_decoder'
import { RefusedFile } from './refused-file.ts'
import { scanXml, type XmlWatcher } from './xml-scanner.ts'

/**
 * Reads a part of a workbook as it streams. Calls `pause` after each piece, so that what was found can be handed on before more is
 * read.
 */
export async function readXml(
  part: AsyncIterable<Buffer> & { destroy(): void },
  watcher: XmlWatcher,
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<void> {
  const scanner = scanXml(watcher)
  let decode: ((piece?: Buffer) => string) | undefined
  try {
    for await (const piece of part) {
      decode ??= decoderOf(piece)
      const done = scanner.write(decode(piece))
      await pause()
      if (done) return
    }
    scanner.write(decode?.() ?? '')
    scanner.end()
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    throw new RefusedFile('The file is damaged or cut off. Save it again, and bring that file.')
  } finally {
    part.destroy()
  }
}

/** Turns bytes into text with lines that end in one sign, as XML wants it; without bytes, what was held back. */
function decoderOf(start: Buffer): (piece?: Buffer) => string {
  const decode = textOf(start)
  let held = ''
  return (piece) => {
    const text = held + decode(piece)
    // A line end of two signs may be cut in the middle.
    held = piece && text.endsWith('\r') ? '\r' : ''
    const whole = held === '' ? text : text.slice(0, -1)
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  }
}

function textOf(start: Buffer): (piece?: Buffer) => string {
  if (start[0] === 0xfe && start[1] === 0xff) {
    const swapped = new TextDecoder('utf-16be')
    return (piece) => swapped.decode(piece, { stream: piece !== undefined })
  }
  const isWide = start[0] === 0xff && start[1] === 0xfe
  const decoder = new StringDecoder(isWide ? 'utf16le' : 'utf8')
  const cut = isWide ? (piece: Buffer = NOTHING) => piece : cutAfterTags()
  let first = true
  return (piece) => {
    const text = piece ? decoder.write(cut(piece)) : decoder.write(cut()) + decoder.end()
    if (!first || text === '') return text
    first = false
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
}

const NOTHING = Buffer.alloc(0)
const MORE = 62

/**
 * Bytes up to the end of their last tag; the rest waits for the next piece. A text that is whole need not be joined by the scanner, and
 * a joined one is slow to look at.
 */
function cutAfterTags(): (piece?: Buffer) => Buffer {
  // One buffer for all pieces: a new one for each would be garbage faster than it is collected.
  let joined = Buffer.allocUnsafe(256 * 1024)
  let rest: Buffer = NOTHING
  return (piece = NOTHING) => {
    const end = piece.length === 0 ? 0 : piece.lastIndexOf(MORE) + 1
    const taken = end === 0 ? piece.length : end
    const length = rest.length + taken
    if (length > joined.length) joined = Buffer.allocUnsafe(length)
    rest.copy(joined)
    piece.copy(joined, rest.length, 0, taken)
    rest = piece.subarray(taken)
    return joined.subarray(0, length)
  }
}

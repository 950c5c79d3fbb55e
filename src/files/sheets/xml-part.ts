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
  const decoder = new StringDecoder(start[0] === 0xff && start[1] === 0xfe ? 'utf16le' : 'utf8')
  let first = true
  return (piece) => {
    const text = piece ? decoder.write(piece) : decoder.end()
    if (!first || text === '') return text
    first = false
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
}

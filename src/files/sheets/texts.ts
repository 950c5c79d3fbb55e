import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from './archive.ts'
import { plainText } from './cell-text.ts'
import { LIMITS } from './limits.ts'
import { RefusedFile } from './refused-file.ts'
import { readXml } from './xml-part.ts'

/** The texts that a workbook's cells point at, by their numbers. */
export type Texts = { at(index: number): string | undefined; close(): void }

const BLOCK = 64 * 1024
/** Bytes that one sign of a text may take. */
const MOST_BYTES = 3
/** Blocks of a temporary file that are kept in memory once read. */
const KEPT = 64

/** Reads the texts of a workbook: in memory up to a limit, the rest in a file of the folder. */
export async function readTexts(archive: Archive, part: string, folder: string): Promise<Texts> {
  const texts = keepTexts(folder)
  if (!archive.has(part)) return texts
  let text = ''
  let depth = 0
  let taking = false
  try {
    await readXml(await archive.open(part), {
      open(name) {
        if (name === 'si') text = ''
        // How a text is read aloud (rPh) is no part of it.
        else if (name === 'rPh') depth++
        else if (name === 't') taking = depth === 0
      },
      text(piece) {
        if (!taking) return
        text += piece
        if (text.length > LIMITS.cellCharacters) throw tooLong()
      },
      close(name) {
        if (name === 't') taking = false
        else if (name === 'rPh') depth--
        else if (name === 'si') texts.add(plainText(text))
      },
    })
  } catch (error) {
    texts.close()
    throw error
  }
  return texts
}

const tooLong = () =>
  new RefusedFile(`A cell holds more than ${LIMITS.cellCharacters} characters. Shorten it, and bring that file.`)

/** Texts one after the other in blocks of bytes; where each begins is all that is kept of it besides. */
function keepTexts(folder: string): Texts & { add(text: string): void } {
  const blocks: Buffer[] = []
  const places = keepNumbers()
  let open = Buffer.allocUnsafe(BLOCK)
  let used = 0
  let spill: Spill | undefined
  const count = () => blocks.length + (spill?.count() ?? 0)
  const closeBlock = () => {
    const whole = open.subarray(0, used)
    used = 0
    const isKept = !spill && (blocks.length + 1) * BLOCK <= LIMITS.textsInMemory
    if (isKept) blocks.push(whole)
    else {
      spill ??= openSpill(folder, blocks.length)
      spill.add(whole)
    }
    // What was spilt may be written over.
    if (isKept || open.length !== BLOCK) open = Buffer.allocUnsafe(BLOCK)
  }
  return {
    add(text) {
      if (places.count() >= LIMITS.texts) throw tooMany()
      const most = text.length * MOST_BYTES
      // Only where it may not fit is it counted.
      if (used + most >= BLOCK) {
        const bytes = Buffer.byteLength(text)
        if (used + Math.max(1, bytes) > BLOCK) closeBlock()
        if (bytes > BLOCK) open = Buffer.allocUnsafe(bytes)
      }
      places.add(count() * BLOCK + used)
      used += open.write(text, used)
    },
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index >= places.count()) return undefined
      const place = places.at(index)
      const number = Math.floor(place / BLOCK)
      const next = index + 1 < places.count() ? places.at(index + 1) : Number.POSITIVE_INFINITY
      const isOpen = number === count()
      const block = isOpen ? open : (blocks[number] ?? spill?.at(number))
      const end = next < (number + 1) * BLOCK ? next % BLOCK : isOpen ? used : block?.length
      return block?.toString('utf8', place % BLOCK, end)
    },
    close: () => spill?.close(),
  }
}

const tooMany = () => new RefusedFile('The workbook has too many texts. Bring it in parts, or as CSV.')

const PIECE = 65_536

/** A list of numbers of any length that never has to be copied to grow: no place is beyond 4 GB, since no part is beyond one. */
function keepNumbers() {
  const pieces: Uint32Array[] = []
  let count = 0
  return {
    count: () => count,
    add(value: number) {
      if (count % PIECE === 0) pieces.push(new Uint32Array(PIECE))
      const piece = pieces.at(-1)
      if (piece) piece[count % PIECE] = value
      count++
    },
    at: (index: number) => pieces[Math.floor(index / PIECE)]?.[index % PIECE] ?? 0,
  }
}

type Spill = { add(block: Buffer): void; at(number: number): Buffer; count(): number; close(): void }

/** Blocks in a temporary file of the folder; `first` is the number of its first block. */
function openSpill(folder: string, first: number): Spill {
  const file = openSync(join(folder, 'texts'), 'wx+', 0o600)
  const places: { readonly from: number; readonly length: number }[] = []
  const kept = new Map<number, Buffer>()
  let end = 0
  return {
    add(block) {
      writeSync(file, block, 0, block.length, end)
      places.push({ from: end, length: block.length })
      end += block.length
    },
    at(number) {
      const known = kept.get(number)
      if (known) return known
      const { from, length } = places[number - first] ?? { from: 0, length: 0 }
      const [oldest, spare] = kept.size >= KEPT ? (kept.entries().next().value ?? []) : []
      if (oldest !== undefined) kept.delete(oldest)
      const isFit = spare?.buffer.byteLength === BLOCK && length <= BLOCK
      const whole = isFit ? Buffer.from(spare.buffer) : Buffer.allocUnsafeSlow(Math.max(BLOCK, length))
      const block = whole.subarray(0, length)
      readSync(file, block, 0, length, from)
      kept.set(number, block)
      return block
    },
    count: () => places.length,
    close: () => closeSync(file),
  }
}

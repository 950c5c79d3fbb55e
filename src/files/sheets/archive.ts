import { pipeline, type Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { LIMITS } from './limits.ts'
import { RefusedFile } from './refused-file.ts'

/** Where an untrusted file is: a path, or its bytes in memory. */
export type Source = { readonly path: string } | { readonly bytes: Uint8Array }

/** The parts of an opened archive, by their names. */
export type Archive = {
  has(name: string): boolean
  names(): readonly string[]
  /** The unpacked bytes of a part; more than the archive stated, or than the limit, ends the stream with an error. */
  open(name: string): Promise<AsyncIterable<Buffer> & { destroy(): void }>
  close(): void
}

/** The smallest header of a part inside the archive, before its name. */
const LOCAL_HEADER = 30
const STORED = 0
const DEFLATED = 8
/** Bytes that come out of the unpacking at a time. */
const PIECE = 128 * 1024

/** Opens an archive and refuses bombs by what they claim, before anything is unpacked (security-dpp 8). */
export async function openArchive(source: Source): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
  const zip = await ('path' in source
    ? openPromise(source.path, options)
    : fromBufferPromise(Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.length), options)
  ).catch(broken)
  try {
    const parts = await partsOf(zip)
    return {
      has: (name) => parts.has(name),
      names: () => [...parts.keys()],
      async open(name) {
        const entry = parts.get(name)
        if (!entry)
          throw new RefusedFile('A part of the workbook is missing. Save it again in Excel, and bring that file.')
        const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(broken)
        return unpacked(packed, entry)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** The bytes of a part, which must be as many as it claims. */
function unpacked(packed: Readable, { compressionMethod, uncompressedSize }: Entry) {
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) broken()
  const whole =
    compressionMethod === STORED ? packed : pipeline(packed, createInflateRaw({ chunkSize: PIECE }), () => {})
  return {
    async *[Symbol.asyncIterator]() {
      let left = uncompressedSize
      for await (const piece of whole as AsyncIterable<Buffer>) {
        left -= piece.length
        if (left < 0) broken()
        yield piece
      }
      if (left > 0) broken()
    },
    destroy() {
      whole.destroy()
      packed.destroy()
    },
  }
}

const broken = (): never => {
  throw new RefusedFile('The file is damaged or cut off. Save it again, and bring that file.')
}

async function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > LIMITS.parts) throw tooMuch()
  const parts = new Map<string, Entry>()
  let all = 0
  for await (const entry of entriesOf(zip)) {
    if (entry.isEncrypted()) throw locked()
    all += entry.uncompressedSize
    if (entry.uncompressedSize > LIMITS.partBytes || all > LIMITS.allBytes) throw tooMuch()
    if (!entry.fileName.endsWith('/')) parts.set(entry.fileName, entry)
  }
  refuseOverlap([...parts.values()])
  return parts
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    broken()
  }
}

/** Parts that lie on each other are the mark of a bomb: a few bytes that claim to be many files. */
function refuseOverlap(parts: readonly Entry[]): void {
  const placed = parts.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const { relativeOffsetOfLocalHeader, fileNameLength, compressedSize } of placed) {
    if (relativeOffsetOfLocalHeader < end) throw tooMuch()
    end = relativeOffsetOfLocalHeader + LOCAL_HEADER + fileNameLength + compressedSize
  }
}

const tooMuch = () =>
  new RefusedFile('Unpacked, the file would be too large for a spreadsheet of items. Bring it in parts, or as CSV.')

const locked = () =>
  new RefusedFile('The file is protected by a password. Take the protection off in Excel, and bring that file.')

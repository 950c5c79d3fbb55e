/** How a text file is written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252'

/** Looks at a text piece by piece and says at its end how it is written: by its mark, else by what it can only be. */
export function watchEncoding() {
  let mark: Encoding | undefined
  let seen = 0
  const strict = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  const japanese = watchJapanese()
  return {
    add(piece: Uint8Array) {
      if (seen === 0) mark = markOf(piece) ?? wideOf(piece)
      seen += piece.length
      if (mark) return
      if (isUtf8) isUtf8 = decodes(strict, piece)
      japanese.add(piece)
    },
    end(): Encoding {
      if (mark) return mark
      if (isUtf8 && decodes(strict, undefined)) return 'utf-8'
      return japanese.looksSo() ? 'shift_jis' : 'windows-1252'
    },
  }
}

function decodes(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array | undefined): boolean {
  try {
    if (piece) decoder.decode(piece, { stream: true })
    else decoder.decode()
    return true
  } catch {
    return false
  }
}

function markOf(start: Uint8Array): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  return undefined
}

/** Two bytes a letter without a mark: every other byte of plain letters is zero. */
function wideOf(piece: Uint8Array): Encoding | undefined {
  const start = piece.subarray(0, 1000)
  if (start.length < 4) return undefined
  const zeros = (from: 0 | 1) => start.filter((byte, at) => at % 2 === from && byte === 0).length
  if (zeros(1) > start.length / 4) return 'utf-16le'
  if (zeros(0) > start.length / 4) return 'utf-16be'
  return undefined
}

/** Quotes, dashes and dots of Western Windows, which may stand beside each other. */
const WESTERN_MARKS = new Set([0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9b])

/**
 * Shift-JIS or Western Windows: both may have the same bytes. Every letter of Japanese comes in pairs that must be whole. Kana begin with 0x82
 * or 0x83, which stand for rare signs in Western text; kanji follow each other, as names and streets of a file without kana do.
 */
function watchJapanese() {
  let lead = 0
  let kana = 0
  let pairs = 0
  let broken = 0
  let words = 0
  /** The two bytes of the pair that ended just before; 0 where none did. */
  let before = 0
  const end = (pair: number) => {
    if (before > 0 && isWord(before, pair)) words++
    before = pair
  }
  return {
    add(piece: Uint8Array) {
      for (const byte of piece) {
        if (lead > 0) {
          if (byte < 0x40 || byte === 0x7f || byte > 0xfc) broken++
          else if (lead === 0x82 || lead === 0x83) kana++
          else pairs++
          end(lead * 256 + byte)
          lead = 0
        } else if ((byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)) lead = byte
        // What lies between is half a width wide in Shift-JIS, and a letter or sign in Western text.
        else before = 0
      }
    },
    looksSo: () => broken === 0 && ((kana > 0 && kana * 20 >= pairs) || words > 0),
  }
}

/** Two letters of Japanese that Western text would hardly have: both begin with what stands there for a rare sign, and not all are its marks. */
function isWord(one: number, other: number): boolean {
  if (one >= 0xa000 || other >= 0xa000) return false
  const [second, fourth] = [one % 256, other % 256]
  if (second < 0x80 && fourth < 0x80) return false
  return isLetter(one >> 8) || isLetter(second) || isLetter(other >> 8) || isLetter(fourth)
}

const isLetter = (byte: number): boolean => byte >= 0x80 && !WESTERN_MARKS.has(byte)

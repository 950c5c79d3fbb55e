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

/**
 * Shift-JIS or Western Windows: both may have the same bytes. Kana begin with 0x82 or 0x83, which stand for rare signs in Western
 * text; so does every letter of Japanese come in pairs that must be whole.
 */
function watchJapanese() {
  let lead = 0
  let kana = 0
  let pairs = 0
  let broken = 0
  return {
    add(piece: Uint8Array) {
      for (const byte of piece) {
        if (lead > 0) {
          if (byte < 0x40 || byte === 0x7f || byte > 0xfc) broken++
          else if (lead === 0x82 || lead === 0x83) kana++
          else pairs++
          lead = 0
        } else if ((byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)) lead = byte
        // What lies between is half a width wide in Shift-JIS, and a letter or sign in Western text.
      }
    },
    looksSo: () => kana > 0 && broken === 0 && kana * 20 >= pairs,
  }
}

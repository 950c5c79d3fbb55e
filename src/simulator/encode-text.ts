/** The encodings of report documents, as their headers name them. */
export type Encoding = 'UTF-8' | 'Cp1252' | 'Shift_JIS'

const JAPAN = 'A1VC38T7YXB528'
/** Canada and western Europe. */
const WESTERN = [
  'A2EUQ1WTGCTBG2',
  'A1F83G8C2ARO7P',
  'A1PA6795UKMFR9',
  'A13V1IB3VIYZZH',
  'APJ6JRA9NG5V4',
  'A1RKKUPIHCS9HS',
]

/** The encoding that a marketplace's flat files come in. */
export function usualEncoding(marketplaceId: string): Encoding {
  if (marketplaceId === JAPAN) return 'Shift_JIS'
  return WESTERN.includes(marketplaceId) ? 'Cp1252' : 'UTF-8'
}

const tables = new Map<Encoding, Map<string, number[]>>()

/** Encodes text; what the encoding has no letter for becomes a question mark, as at Amazon. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === 'UTF-8') return Buffer.from(text)
  const table = tables.get(encoding) ?? (encoding === 'Cp1252' ? western() : japanese())
  tables.set(encoding, table)
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) as number
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(table.get(letter) ?? [0x3f]))
  }
  return Buffer.from(bytes)
}

/** Node can only decode these, so the tables are made by decoding everything once. */
function western(): Map<string, number[]> {
  const decoder = new TextDecoder('windows-1252')
  const table = new Map<string, number[]>()
  for (let byte = 0x80; byte <= 0xff; byte++) table.set(decoder.decode(Uint8Array.of(byte)), [byte])
  return table
}

function japanese(): Map<string, number[]> {
  const decoder = new TextDecoder('shift_jis')
  const table = new Map<string, number[]>()
  for (let byte = 0xa1; byte <= 0xdf; byte++) table.set(decoder.decode(Uint8Array.of(byte)), [byte])
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail))
      if ([...letter].length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, [lead, trail])
    }
  }
  return table
}

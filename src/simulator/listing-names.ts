function hash(text: string): number {
  let value = 7
  for (const letter of text) value = (Math.imul(value, 31) + letter.charCodeAt(0)) >>> 0
  return value
}

/** The same SKU always has the same ASIN, in orders as in listings. */
export const usualAsin = (sku: string): string => `B0${hash(sku).toString(36).toUpperCase().padStart(8, '0').slice(-8)}`

/** Digits that stay the same for the same text. */
export const stableDigits = (text: string): string => String(hash(text)).padStart(10, '0')

/** What is wrong with a barcode (UPC, EAN, GTIN or ISBN-10), or null: its length, its characters, its check digit (T4). */
export function faultOfBarcode(barcode: string): string | null {
  if (/^\d{9}[\dX]$/.test(barcode)) return isIsbn(barcode) ? null : WRONG_DIGIT
  if (!/^(\d{8}|\d{12,14})$/.test(barcode)) return 'must have 8, 12, 13 or 14 digits, or the 10 of an ISBN'
  return isGtin(barcode) ? null : WRONG_DIGIT
}

const WRONG_DIGIT = 'has a wrong check digit: look whether a digit is mistyped'

/** From the right every second digit counts three times; the sum is a multiple of ten. */
function isGtin(digits: string): boolean {
  const sum = [...digits].reverse().reduce((so, digit, at) => so + Number(digit) * (at % 2 === 1 ? 3 : 1), 0)
  return sum % 10 === 0
}

function isIsbn(digits: string): boolean {
  const sum = [...digits].reduce((so, digit, at) => so + (digit === 'X' ? 10 : Number(digit)) * (10 - at), 0)
  return sum % 11 === 0
}

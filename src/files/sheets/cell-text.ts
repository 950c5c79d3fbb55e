/** Days of the two date systems of spreadsheets, from 1899-12-30 and from 1904-01-01, to 1970-01-01. */
const DAYS_TO_1970 = { 1900: 25_569, 1904: 24_107 } as const
const DAY_MS = 86_400_000
/** 9999-12-31, the last day that a spreadsheet knows. */
const LAST_DAY = 2_958_465

/** Digits that a spreadsheet knows of a number. */
const DIGITS = 15
/** A number as people write it: most are, and need no work. */
const PLAIN = /^-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?$/

/** From which day a workbook counts. */
export type DateSystem = keyof typeof DAYS_TO_1970

/**
 * A number of a spreadsheet as people would write it: no exponent, no more than the 15 digits that a spreadsheet knows, so that
 * 4.00638133393E+12 is a barcode again and 19.989999999999998 is 19.99. Of longer ones the last digits are lost: they stay as the
 * spreadsheet shows them, 9.4E+21, so that nobody takes them for whole. Text that is no number comes back as it is.
 */
export function numberText(raw: string): string {
  if (raw.length <= DIGITS && PLAIN.test(raw)) return raw
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (value === 0) return '0'
  const [digits = '', exponent = '0'] = value.toExponential(DIGITS - 1).split('e')
  if (Number(exponent) >= DIGITS) return `${digits.replace(/\.?0+$/, '')}E+${Number(exponent)}`
  return plain(digits, Number(exponent))
}

/** 1.23 and 5 become 123000. */
function plain(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace('-', '').replace('.', '').replace(/0+$/, '')
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  if (digits.length <= exponent + 1) return sign + digits + '0'.repeat(exponent + 1 - digits.length)
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`
}

/** A number that a workbook shows as a date: 2026-11-22, 2026-11-22T09:30:00, or 09:30:00 for a time without a day. */
export function dateText(raw: string, system: DateSystem): string {
  const serial = Number(raw)
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_DAY) return numberText(raw)
  // Spreadsheets think that 1900 had a February 29th: their day 60 never was, and days before it lie one later.
  const days = system === 1900 && serial >= 1 && serial < 60 ? serial + 1 : serial
  const seconds = Math.round((days - DAYS_TO_1970[system]) * 86_400)
  const iso = new Date(seconds * 1000).toISOString()
  if (system === 1900 && serial < 1) return iso.slice(11, 19)
  return (seconds * 1000) % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** Text as written in a workbook, where `_x000D_` stands for a character that XML cannot hold. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

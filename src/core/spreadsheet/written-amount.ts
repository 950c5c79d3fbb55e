import { decimalsOf } from '../money.ts'
import { bad, good, isSpoilt, type ReadCell, SPOILT, unsigned } from './written-cell.ts'

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  $: ['USD', 'CAD', 'AUD', 'MXN', 'SGD', 'NZD', 'HKD'],
}
const MARK = '[A-Za-z]{3}|[€£¥$]'
const WITH_CURRENCY = new RegExp(`^(${MARK})?\\s*(.*?)\\s*(${MARK})?$`, 'u')
const GROUPED = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/

/**
 * Reads an amount as people write it: a comma or a point for the decimals, thousands set apart or not, with or without its currency; a
 * decimal string comes out. What could mean two amounts is refused, not guessed: 1.234 may be a thousand, or one (T5).
 */
export function readWrittenAmount(cell: string, currency: string): ReadCell<string> {
  const decimals = decimalsOf(currency)
  const such = `write it such as ${decimals === 0 ? '1200' : `1200.${'5'.padEnd(decimals, '0')}`}`
  if (!/\d/.test(cell)) return bad('is no amount', such)
  const [, before, middle = '', after] = WITH_CURRENCY.exec(cell) ?? []
  const said = (before ?? after ?? currency).toUpperCase()
  if (said !== currency && !SIGNS[said]?.includes(currency)) return bad(`is not in ${currency}, your currency`, such)
  if (isSpoilt(middle)) return bad(SPOILT, such)
  const { sign, digits } = unsigned(middle)
  if (sign !== '') return bad('is below zero', such)
  const parts = partsOf(digits, decimals)
  if (parts === null) return bad('is no amount', such)
  if (parts === 'either') return bad('may mean thousands or a fraction', such)
  const { whole, fraction } = parts
  if (/[1-9]/.test(fraction.slice(decimals))) return bad(`has more than ${decimals} decimals`, such)
  return good(fraction === '' ? whole : `${whole}.${fraction}`)
}

type Parts = { readonly whole: string; readonly fraction: string }

/** The digits before and after the decimal mark; 'either' where it may as well part thousands. */
function partsOf(digits: string, decimals: number): Parts | 'either' | null {
  if (!/^[.,]?\d[\d.,]*$/.test(digits)) return null
  const marks = digits.replace(/\d/g, '')
  if (marks === '') return { whole: digits, fraction: '' }
  const at = digits.lastIndexOf(marks.at(-1) ?? '')
  const whole = digits.slice(0, at)
  const fraction = digits.slice(at + 1)
  if (new Set(marks).size === 2)
    return GROUPED.test(whole) && !whole.includes(marks.at(-1) ?? '') ? { whole: plain(whole), fraction } : null
  if (marks.length > 1) return GROUPED.test(digits) ? { whole: plain(digits), fraction: '' } : null
  if (fraction.length !== 3 || !/^[1-9]/.test(whole) || (decimals === 3 && marks === '.'))
    return fraction === '' ? null : { whole: whole === '' ? '0' : whole, fraction }
  if (decimals === 0) return GROUPED.test(digits) ? { whole: plain(digits), fraction: '' } : null
  return 'either'
}

const plain = (grouped: string) => grouped.replace(/[.,]/g, '')

import { failed, ok, type Result } from '../problems.ts'
import { visibleText } from '../visible-text.ts'

/** A tracking number as it goes to Amazon; `cleaned` when spaces or dashes were taken out of it. */
export type Tracking = { readonly tracking: string | null; readonly cleaned: boolean }

const LONGEST = 50
/** A spreadsheet keeps fifteen digits of a number and writes zeros for the others. */
const DIGITS_KEPT = 15
const LEAST_ROUNDED = 18

/** The lengths of numbers that are digits only, by Amazon's code, for carriers whose numbers may begin with zeros. */
const LENGTHS: Readonly<Record<string, readonly number[]>> = Object.assign(Object.create(null), {
  FedEx: [12, 15, 20, 22],
  'FedEx SmartPost': [12, 15, 20, 22],
  USPS: [20, 22, 26, 30, 34],
  DPD: [14, 15],
  'DPD Local': [14, 15],
  'DHL Express': [10],
  'Canada Post': [12, 16],
  'DHL-Paket': [12, 20],
})
/** `00` at the beginning of a shipping container code is eaten whole. */
const MOST_EATEN = 2

/**
 * Reads a tracking number: spaces and dashes are taken out; what a spreadsheet has spoilt, and what no label shows, is refused.
 * Empty is none (S5). `code` is Amazon's code of the carrier, where it is known.
 */
export function readTracking(entered: string | null, code: string | null): Result<Tracking> {
  const text = (entered ?? '').trim()
  if (text === '') return ok({ tracking: null, cleaned: false })
  const facts = { tracking: visibleText(text, 60) }
  const spoilt = howSpoilt(text, code)
  if (spoilt !== null) return failed('tracking-spoilt', { ...facts, why: spoilt })
  const tracking = text.replace(/[ \u00A0\u2007\u202F\-\u2010-\u2015]/gu, '')
  const wrong = whyWrong(tracking)
  if (wrong !== null) return failed('tracking-not-valid', { ...facts, why: wrong })
  return ok({ tracking, cleaned: tracking !== text })
}

function whyWrong(tracking: string): string | null {
  if (tracking.length > LONGEST) return `has more than ${LONGEST} characters`
  if (!/^[!-~]+$/.test(tracking)) return 'has characters that stand on no label'
  if (!/\d/.test(tracking)) return 'has no digit'
  return /^0+$/.test(tracking) ? 'has nothing but zeros' : null
}

/** What a spreadsheet did to a number, or null. */
function howSpoilt(text: string, code: string | null): string | null {
  if (/^\d([.,]\d*)?E\+\d{1,3}$/i.test(text) || /^\d[.,]\d+E\d{1,3}$/i.test(text))
    return 'was shortened to a power of ten, and its digits are lost'
  if (/^\d+[.,]\d+$/.test(text)) return 'has a decimal point'
  const digits = text.replace(/[ -]/g, '')
  if (!/^\d+$/.test(digits)) return null
  if (digits.length >= LEAST_ROUNDED && /^0+$/.test(digits.slice(DIGITS_KEPT)))
    return `was rounded: all after its ${DIGITS_KEPT}th digit are zeros`
  return code === null ? null : whatIsMissing(digits, code)
}

/** Says that leading zeros are gone, where the number is just too short for its carrier. */
function whatIsMissing(digits: string, code: string): string | null {
  const lengths = LENGTHS[code] ?? []
  if (lengths.includes(digits.length)) return null
  const eaten = code === 'DHL-Paket' ? MOST_EATEN : 1
  const whole = lengths.find((length) => length > digits.length && length - digits.length <= eaten)
  if (whole === undefined) return null
  return `has ${digits.length} digits, and those of ${code} have ${whole}: a leading zero was lost`
}

import { Temporal } from 'temporal-polyfill'
import { formatAmount, parseMoney } from '../money.ts'

const YES = new Set(['true', 'yes', 'on', 'y', '1'])
const NO = new Set(['false', 'no', 'off', 'n', '0'])

/** Yes or no in any of its spellings; null where it is neither (H3). */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : null
}

const US =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?:[ T](?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?)?$/
const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[ T](?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?)?$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/

/** A timestamp `MM/DD/YYYY HH:MM:SS` in the merchant's zone, or as an instant; a day alone is its last minute where `late`. Null where it cannot be read (H3). */
export function readTime(
  text: string,
  { timeZone, late }: { readonly timeZone: string; readonly late: boolean },
): number | null {
  const written = text.trim()
  try {
    if (INSTANT.test(written)) return Temporal.Instant.from(written).epochMilliseconds
    const parts = (US.exec(written) ?? ISO.exec(written))?.groups
    if (!parts) return null
    const number = (name: string) => Number(parts[name] ?? 0)
    const time =
      parts.hour === undefined && late
        ? { hour: 23, minute: 59, second: 0 }
        : { hour: number('hour'), minute: number('minute'), second: number('second') }
    const fields = { timeZone, year: number('year'), month: number('month'), day: number('day'), ...time }
    const at = Temporal.ZonedDateTime.from(fields, { overflow: 'reject' })
    return at.year < 1990 || at.year > 2199 ? null : at.epochMilliseconds
  } catch {
    // Not a day of the calendar, or not a time of day.
    return null
  }
}

/** An amount as people write it, `12.50`, `1,234.50`, `12,50` or `$12.50`, in minor units; null where it is none, or below zero (O15). */
export function readAmountCell(text: string, currency: string): number | null {
  const bare = text.trim().replace(/^[$€£¥]\s?|\s?[€£¥$]$/g, '')
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)
    ? bare.replaceAll(',', '')
    : /^\d+,\d{1,3}$/.test(bare)
      ? bare.replace(',', '.')
      : bare
  const read = parseMoney(plain, currency)
  return read.ok && read.value.minor >= 0 ? read.value.minor : null
}

/** How many: a whole number from 1 to 100,000; null otherwise. */
export function readCount(text: string): number | null {
  const bare = text.trim().replace(/\.0+$/, '')
  const value = /^\d{1,6}$/.test(bare) ? Number(bare) : 0
  return value >= 1 && value <= 100_000 ? value : null
}

/** An amount of a currency as it is written in a sample. */
export const sampleAmount = (currency: string): string => formatAmount({ minor: 1250, currency })

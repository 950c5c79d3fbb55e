import { z } from 'zod'
import { formatAmount } from '#core/money.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import { isText } from '#core/settings/faults.ts'
import type { Sort } from '#core/sorting.ts'

/** Text of bounded length without control characters. */
export const text = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((value) => isText(value, 0, most), 'must not contain control characters or halves of characters')

/** The same as an id of its own kind. */
export const idText = <Id extends string>(most: number, meaning: string) =>
  text(1, most).describe(meaning) as unknown as z.ZodType<Id, string>

/** A day of the calendar, `YYYY-MM-DD`. */
export const dayText = z.string().refine((day) => faultOfDay(day) === null, 'must be a day, YYYY-MM-DD')

/** A whole number within bounds. */
export const whole = (least: number, most: number) => z.int().min(least).max(most)

/** An amount with its currency. */
export const money = z
  .strictObject({
    amount: z.string().max(40).describe('A decimal number as text, such as "12.50".'),
    currency: z.string().max(3).describe('Three capitals (ISO 4217), such as "USD".'),
  })
  .meta({ id: 'Money', description: 'An amount: a decimal number as text, and its currency.' })

/** An instant in replies. */
export const instant = z.string().describe('An instant, ISO 8601 in UTC.')

/** Writes an instant (epoch ms). */
export const writeInstant = (at: number): string => new Date(at).toISOString()

/** Writes an instant that may be absent. */
export const writeInstantOrNull = (at: number | null): string | null => (at === null ? null : writeInstant(at))

/** Writes an amount in minor units. */
export const writeMoney = (minor: number, currency: string): z.output<typeof money> => ({
  amount: formatAmount({ minor, currency }),
  currency,
})

/** Writes an amount that may be absent, or whose currency is not known yet. */
export const writeMoneyOrNull = (minor: number | null, currency: string | null): z.output<typeof money> | null =>
  minor === null || currency === null ? null : writeMoney(minor, currency)

/** What every list may be asked. */
export const pageQuery = z.strictObject({
  after: z.string().max(1000).optional().describe('`next` of the page before; absent for the first page.'),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50).describe('How many at most, 1 to 200.'),
})

/** What a list can be sorted by: each key upwards, and with a minus before it downwards. */
export const sortBy = <const Key extends string>(keys: readonly Key[], usual: Sort<Key>) =>
  z
    .enum(keys.flatMap((key): Sort<Key>[] => [key, `-${key}`]))
    .default(usual as never)
    .describe('With a minus: the largest first. The next page needs the same.')

/** One page of a list. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable().describe('Give it as `after` for the next page; null when this is the last one.'),
  })

/** A list that is always given whole. */
export const listOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row) })

/** How much was saved. */
export const saved = z.object({ saved: z.int().describe('How many entries were saved.') }).meta({ id: 'Saved' })

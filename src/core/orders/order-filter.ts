import { Temporal } from 'temporal-polyfill'
import { failed, ok, type Result } from '../problems.ts'
import { faultOfDay } from '../settings/calendar-day.ts'
import { startOfDay } from './merchant-time.ts'

/** What was typed to find orders: an Amazon order id, otherwise what a line may be called, and our number where it is one (X1). */
export type Sought =
  | { readonly kind: 'amazon-order'; readonly id: string }
  | { readonly kind: 'words'; readonly number: number | null; readonly spellings: readonly string[] }

/** The longest text that is looked for: longer is no seller SKU and no item. */
export const LONGEST_SOUGHT = 100

/** Recognises what was typed to find orders; null where it is nothing (X1). */
export function readSought(typed: string): Sought | null {
  const text = typed.trim()
  if (text === '') return null
  const id = /^(\d{3})[\s\-\u2010-\u2015]?(\d{7})[\s\-\u2010-\u2015]?(\d{7})$/.exec(text)
  if (id) return { kind: 'amazon-order', id: id.slice(1).join('-') }
  const number = /^#?(\d{1,15})$/.exec(text)?.[1]
  // People type a SKU in any case; all that it is written in is one of these.
  const spellings = [...new Set([text, text.toUpperCase(), text.toLowerCase()])]
  return { kind: 'words', number: number === undefined ? null : Number(number), spellings }
}

/** Whether a text looks like a buyer and not like an order: a name, an address of e-mail, a phone number. It is kept out of addresses (U2). */
export function looksLikeBuyer(typed: string): boolean {
  const text = typed.trim()
  if (readSought(text)?.kind === 'amazon-order') return false
  const isName = /^\p{L}[\p{L}.'\u2019-]*(\s+\p{L}[\p{L}.'\u2019-]*)+$/u.test(text)
  const isPhone = /^[+(]?[\d\s().-]+$/.test(text) && /[+()\s]/.test(text) && text.replace(/\D/g, '').length >= 7
  return text.includes('@') || isName || isPhone
}

/** Instants (epoch ms) from the first on and before the second; null has no end on that side. */
export type Span = { readonly from: number | null; readonly before: number | null }

/** Days that a person chose, each with the name of its field; undefined is open on that side. */
export type ChosenDays = {
  readonly from: readonly [field: string, day: string | undefined]
  readonly to: readonly [field: string, day: string | undefined]
}

/** The whole days that were chosen, both included, in the merchant's zone; or what is wrong with them (X1). */
export function spanOf(days: ChosenDays, timeZone: string): Result<Span> {
  for (const [field, day] of [days.from, days.to]) {
    const why = day === undefined ? null : faultOfDay(day)
    if (why !== null) return failed('not-valid', { field, why })
  }
  const [, first] = days.from
  const [field, last] = days.to
  if (first !== undefined && last !== undefined && last < first)
    return failed('not-valid', { field, why: 'must not lie before the first day' })
  return ok({
    from: first === undefined ? null : startOfDay(first, timeZone),
    before: last === undefined ? null : startOfDay(dayAfter(last), timeZone),
  })
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

import { faultOfDay } from '#core/settings/calendar-day.ts'

/** A text in an address, no longer than this; the router gives a number where somebody typed one. */
export const textOf = (value: unknown, longest: number): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && `${value}`.trim() !== ''
    ? `${value}`.slice(0, longest)
    : undefined

/** One of these words. */
export const oneOf = <Value extends string>(value: unknown, values: readonly Value[]): Value | undefined =>
  values.find((each) => each === value)

/** A day of the calendar, `YYYY-MM-DD`. */
export const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && faultOfDay(value) === null ? value : undefined

/** A number of ours: whole, from one on. */
export const numberOf = (value: unknown): number | undefined => {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

/** What an address says, without what it does not say. */
export const saidIn = <Search extends object>(search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search

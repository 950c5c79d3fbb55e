const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** What is wrong with a day written `YYYY-MM-DD`, or null: the form is exact and the calendar has that day (O2). */
export function faultOfDay(text: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return 'must be a date written YYYY-MM-DD, such as 2026-02-28'
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
  if (day < 1 || day > days) return 'is not a day of the calendar'
  return year >= 1990 && year <= 2199 ? null : 'must lie between the years 1990 and 2199'
}

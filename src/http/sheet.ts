import type { Column } from './list-column.ts'

/** Rows that are given as a file: their columns, and the rows page by page, read when they are wanted. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly Column<never>[]
  /** In which instants are told. */
  readonly timeZone: string
  pages(): AsyncGenerator<readonly never[]>
}

/** The heads of a sheet; those of instants say in which time zone they are told. */
export const headsOf = ({ columns, timeZone }: Sheet): string[] =>
  columns.map(({ head, isInstant }) => (isInstant ? `${head} (${timeZone})` : head))

/** Tells an instant as a day and a time of the clocks of a time zone: 2026-11-10 09:59:59. */
export function clockOf(timeZone: string): (instant: string) => string {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (instant) => form.format(new Date(instant))
}

import { faultOfDay } from '../settings/calendar-day.ts'
import { bad, good, type ReadCell } from './written-cell.ts'

/** Reads a day: 2026-12-24, a date of a workbook, or 24.12.2026; with strokes nobody knows which is the month (T5). */
export function readDay(cell: string): ReadCell<string> {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell)
  const day = dotted
    ? `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`
    : cell.replace(/[T ]00:00(:00)?$/, '')
  return faultOfDay(day) === null ? good(day) : bad('is no day that can be read', 'write it such as 2026-12-24')
}

import { Readable } from 'node:stream'
import { type Options, stringify } from 'csv-stringify/sync'
import { safeCell } from '#core/safe-cell.ts'
import type { Column } from './list-column.ts'
import { clockOf, headsOf, type Sheet } from './sheet.ts'

const AS_TEXT: Options = {
  record_delimiter: 'windows',
  cast: { string: safeCell, boolean: (is) => (is ? 'yes' : 'no') },
}

/** A sheet as comma-separated values, a page at a time: no cell is a formula, nothing is read before it is wanted (T5). */
export const sheetAsCsv = (sheet: Sheet): Readable => Readable.from(textOf(sheet), { highWaterMark: 1 })

async function* textOf(sheet: Sheet): AsyncGenerator<string> {
  const clock = clockOf(sheet.timeZone)
  const cellOf = (column: Column<never>, row: never) => {
    const value = column.of(row)
    return column.isInstant && typeof value === 'string' ? clock(value) : (value ?? '')
  }
  yield `\ufeff${stringify([headsOf(sheet)], AS_TEXT)}`
  for await (const rows of sheet.pages())
    yield stringify(
      rows.map((row) => sheet.columns.map((column) => cellOf(column, row))),
      AS_TEXT,
    )
}

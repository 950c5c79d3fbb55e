import { visibleText } from '../visible-text.ts'
import type { CellFault } from './channel-order.ts'
import type { ColumnMeaning } from './order-columns.ts'
import { readYesNo } from './read-cells.ts'

/** One row of a file: its number in the sheet, and its cells in the order of the header. */
export type FileRow = { readonly row: number; readonly cells: readonly string[] }

/** What reading needs beside the rows: the header with its meaning, and the merchant's zone and currency. */
export type FileContext = {
  readonly header: readonly string[]
  readonly columns: readonly ColumnMeaning[]
  readonly timeZone: string
  readonly currency: string
}

const LONGEST = 500
/** What stands in these cells is a buyer's, or may be: it is never told. */
const OF_BUYERS = /^(shipto|billto)|^(email|giftMessage|specialInstructions|purchaseOrderNumber)$/

/** Reads the cells of one order, and notes what is wrong with each. */
export type Reader = ReturnType<typeof readerOf>

/** A reader of the rows of one order. */
export function readerOf(rows: readonly FileRow[], context: FileContext) {
  const faults: CellFault[] = []
  const { header, columns } = context
  const add = (row: number, column: number, why: string) =>
    faults.push({ row, column, header: header[column] ?? '', why })
  const at = (name: string) => columns.findIndex((each) => each.of === 'order' && each.name === name)
  const find = (name: string): string | null => {
    const column = at(name)
    if (column < 0) return null
    const said = rows.filter(({ cells }) => (cells[column] ?? '').trim() !== '')
    const [first] = said
    if (!first) return null
    const value = (first.cells[column] ?? '').trim()
    const other = said.find(({ cells }) => (cells[column] ?? '').trim() !== value)
    if (other) add(other.row, column, `says otherwise than row ${first.row}, and both are one order`)
    if (value.length > LONGEST || /[\p{Cc}\p{Surrogate}]/u.test(value.replace(/[\n\r\t]/g, ' ')))
      add(first.row, column, `must have at most ${LONGEST} characters, none of them control characters`)
    return value
  }
  const found = new Map<string, string | null>()
  /** What the order says in a column: the first cell that says anything; another one that says otherwise is a fault. */
  const text = (name: string): string | null => {
    const known = found.get(name)
    if (known !== undefined) return known
    const value = find(name)
    found.set(name, value)
    return value
  }
  const rowOf = (name: string) =>
    rows.find(({ cells }) => (cells[at(name)] ?? '').trim() !== '')?.row ?? rows[0]?.row ?? 0
  /** Notes that what an order says in a column is wrong. */
  const wrong = (name: string, why: string) => {
    const said = OF_BUYERS.test(name) ? null : text(name)
    add(rowOf(name), at(name), said === null ? why : `says [${visibleText(said, 60)}]; ${why}`)
  }
  /** What a column says, read; what cannot be read is noted and counts as not said. */
  const read = <T>(name: string, reading: (said: string) => T | null, why: string): T | null => {
    const said = text(name)
    if (said === null) return null
    const value = reading(said)
    if (value === null) wrong(name, why)
    return value
  }
  const yes = (name: string) => read(name, readYesNo, 'write yes or no')
  return { rows, context, faults, add, text, wrong, read, yes }
}

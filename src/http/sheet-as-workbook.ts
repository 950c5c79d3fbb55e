import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { type CellValue, type ColumnDef, writeXlsxStream } from 'hucre/xlsx'
import type { Column } from './list-column.ts'
import { clockOf, headsOf, type Sheet } from './sheet.ts'

/** What Excel takes in one cell. */
const MOST_CHARACTERS = 32_767
/** Beyond so many digits a spreadsheet writes zeros: such a number stays a text. */
const MOST_DIGITS = 15
const WIDEST = 60
const NARROWEST = 9
const NAME = 31
const INSTANT = 'yyyy-mm-dd hh:mm:ss'

type Cell = string | number | boolean | Date | null

/**
 * A sheet as an Excel workbook, a page at a time and never the whole of it in memory: a text stays a text with its zeros and is never a
 * formula, amounts are numbers with their decimals, instants dates. What does not fit into one sheet of Excel goes on in the next (T5).
 */
export function sheetAsWorkbook(sheet: Sheet): Readable {
  const pages = sheet.pages()
  const bytes = async function* () {
    try {
      const first = (await pages.next()).value ?? []
      const cells = cellsOf(sheet)
      const stream = writeXlsxStream(rowsOf(first, pages, cells), {
        name: sheet.name.slice(0, NAME),
        columns: shapesOf(sheet, first),
        freezePane: { rows: 1 },
      })
      yield* Readable.fromWeb(stream as ReadableStream)
    } finally {
      await pages.return(undefined)
    }
  }
  return Readable.from(bytes(), { objectMode: false })
}

type Cells = (row: never) => Cell[]

async function* rowsOf(
  first: readonly never[],
  pages: AsyncGenerator<readonly never[]>,
  cells: Cells,
): AsyncGenerator<CellValue[]> {
  for (const row of first) yield cells(row)
  for await (const rows of pages) for (const row of rows) yield cells(row)
}

/** Reads the cells of a row as Excel knows values. */
function cellsOf({ columns, timeZone }: Sheet): Cells {
  const clock = clockOf(timeZone)
  const cellOf = (column: Column<never>, row: never): Cell => {
    const value = column.of(row) ?? null
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    if (typeof value !== 'string') return value
    if (column.isInstant) return new Date(`${clock(value).replace(' ', 'T')}Z`)
    if (column.isAmount && isNumber(value)) return Number(value)
    return plain(value)
  }
  return (row) => columns.map((column) => cellOf(column, row))
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS

/** Text as a workbook holds it: what looks like its sign for a character stays what it is, and what XML cannot hold is shown as lost. */
const plain = (text: string): string =>
  text
    .slice(0, MOST_CHARACTERS)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\ufffe\uffff]/g, '\ufffd')

/** How the columns are shown: wide enough for their first rows, amounts with the decimals that those have. */
const shapesOf = (sheet: Sheet, first: readonly never[]): ColumnDef[] =>
  headsOf(sheet).map((header, at) => {
    const column = sheet.columns[at] as Column<never>
    const texts = first.map((row) => String(column.of(row) ?? ''))
    const longest = Math.max(header.length, ...(column.isInstant ? [INSTANT.length] : texts.map((text) => text.length)))
    return { header, width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)), ...formOf(column, texts) }
  })

function formOf({ isInstant, isAmount, isText }: Column<never>, texts: readonly string[]): Pick<ColumnDef, 'numFmt'> {
  if (isInstant) return { numFmt: INSTANT }
  if (isText) return { numFmt: '@' }
  if (!isAmount) return {}
  const amounts = texts.filter((text) => text !== '')
  const decimals = amounts.length === 0 ? 2 : Math.max(...amounts.map((text) => text.split('.')[1]?.length ?? 0))
  return { numFmt: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` }
}

import { dateText, numberText, plainText } from './cell-text.ts'
import { LIMITS } from './limits.ts'
import { columnName, columnOf, RefusedFile } from './refused-file.ts'
import type { SheetPlace, Workbook } from './workbook.ts'
import { readXml } from './xml-part.ts'

/** A cell that has no usable value: an error such as #N/A, or a formula whose value the file does not hold. */
export type CellFault = { readonly column: number; readonly what: 'error' | 'formula' }

/** A row as it stands: its number from 1, its cells from column A on, and the cells that cannot be used. */
export type SheetRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly faults?: readonly CellFault[]
}

/** What is taken of a sheet: its rows in batches as they come, until `take` answers true. */
export type TakeRows = (rows: readonly SheetRow[]) => Promise<boolean>

const BATCH = 200

/** Reads the rows of a sheet that have any content. Gives the addresses of merged cells below them, at most a few. */
export async function readSheetRows(workbook: Workbook, sheet: SheetPlace, take: TakeRows): Promise<readonly string[]> {
  const found = watchRows(workbook)
  let ended = false
  await readXml(
    await workbook.archive.open(sheet.part),
    { ...found.watcher, open: (name, attribute) => ended || found.watcher.open(name, attribute) },
    async () => {
      while (!ended && found.rows.length >= BATCH) ended = await take(found.rows.splice(0, BATCH))
    },
  )
  if (!ended && found.rows.length > 0) await take(found.rows)
  return found.merged
}

const MOST_MERGED = 20

/** What comes after the merged cells is not needed, and may be huge: formats and rules over whole columns. */
const AFTER = new Set([
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
])

type Cell = { column: number; type: string; style: number; text: string; formula: boolean; value: boolean }

function watchRows(workbook: Workbook) {
  const rows: SheetRow[] = []
  const merged: string[] = []
  let row = 0
  let next = 0
  let cells: string[] = []
  let characters = 0
  let faults: CellFault[] = []
  let cell: Cell | undefined
  let taking = false
  let phonetic = 0
  const openCell = (attribute: (name: string) => string | undefined) => {
    const address = attribute('r')
    const column = address === undefined ? next : columnOf(address)
    if (column < 0 || column < next) throw damaged()
    next = column + 1
    cell = {
      column,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      text: '',
      formula: false,
      value: false,
    }
  }
  const closeCell = ({ column, type, style, text, formula, value }: Cell) => {
    const fault = type === 'e' ? 'error' : formula && !value ? 'formula' : undefined
    if (fault) faults.push({ column, what: fault })
    const shown = fault ? '' : textOf(workbook, { type, style, text })
    if (shown === '') return
    if (column >= LIMITS.columns) throw tooWide(row)
    characters += shown.length
    if (characters > LIMITS.rowCharacters) throw tooMuch(row)
    while (cells.length < column) cells.push('')
    cells[column] = shown
  }
  const closeRow = () => {
    if (cells.length > 0 || faults.length > 0) rows.push(faults.length > 0 ? { row, cells, faults } : { row, cells })
    cells = []
    characters = 0
    faults = []
  }
  const open = (name: string, attribute: (name: string) => string | undefined): boolean => {
    if (name === 'c') openCell(attribute)
    else if (name === 'v' || name === 't') {
      taking = cell !== undefined && phonetic === 0
      if (cell) cell.value = true
    } else if (name === 'row') {
      row = rowNumber(attribute('r'), row)
      next = 0
    } else if (name === 'f' && cell) cell.formula = true
    else if (name === 'rPh') phonetic++
    else if (name === 'mergeCell' && merged.length < MOST_MERGED) merged.push(attribute('ref') ?? '')
    return AFTER.has(name)
  }
  const close = (name: string): undefined => {
    if (name === 'v' || name === 't') taking = false
    else if (name === 'c' && cell) {
      closeCell(cell)
      cell = undefined
    } else if (name === 'row') closeRow()
    else if (name === 'rPh') phonetic--
  }
  const text = (piece: string) => {
    if (!taking || !cell) return
    cell.text += piece
    if (cell.text.length > LIMITS.cellCharacters) throw tooLong(row, cell.column)
  }
  return { rows, merged, watcher: { open, close, text } }
}

/** The number of a row: as it says, else the one after the last. */
function rowNumber(stated: string | undefined, last: number): number {
  const row = stated === undefined ? last + 1 : Number(stated)
  if (!Number.isInteger(row) || row <= last) throw damaged()
  if (row > LIMITS.rows) throw new RefusedFile(`The sheet has more than ${LIMITS.rows} rows. Bring it in parts.`)
  return row
}

function textOf(
  { texts, dates, system }: Workbook,
  { type, style, text }: Pick<Cell, 'type' | 'style' | 'text'>,
): string {
  if (type === 's') return clean(texts.at(Number(text)) ?? '')
  if (type === 'b') return text === '1' || text === 'true' ? 'TRUE' : text === '' ? '' : 'FALSE'
  if (type === 'n') return text === '' ? '' : dates.has(style) ? dateText(text, system) : numberText(text)
  return clean(plainText(text))
}

/** Without what no text holds. */
const clean = (text: string) => (text.includes('\0') ? text.replaceAll('\0', '') : text)

const damaged = () =>
  new RefusedFile('The cells of the sheet are not in their order. Save the file again in Excel, and bring that one.')

const tooWide = (row: number) =>
  new RefusedFile(
    `Row ${row} has a value beyond column ${columnName(LIMITS.columns - 1)}. Delete what stands there, and bring the file again.`,
  )

const tooMuch = (row: number) =>
  new RefusedFile(
    `Row ${row} holds more than ${LIMITS.rowCharacters} characters. Shorten it, and bring the file again.`,
  )

const tooLong = (row: number, column: number) =>
  new RefusedFile(
    `Cell ${columnName(column)}${row} holds more than ${LIMITS.cellCharacters} characters. Shorten it, and bring the file again.`,
  )

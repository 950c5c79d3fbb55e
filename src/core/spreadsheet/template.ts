import { type ColumnPath, parseColumnPath } from './column-path.ts'
import { readTemplateSettings, type TemplateSettings } from './template-settings.ts'

/** How a sheet of a file begins: its first rows with any content, each with its number from 1. */
export type SheetStart = {
  readonly name: string
  readonly head: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** Which of Amazon's four generations of inventory templates a file is (spapi-listings 7.1). */
export type Generation = 'loader' | 'classic' | 'unified'

/** A column of a template: where it stands, the field's name, the words above it, and in a unified template its path. */
export type TemplateColumn = {
  readonly column: number
  readonly field: string
  readonly label: string
  readonly path?: ColumnPath
}

/** A recognized template: which sheet of the file has the items, from which row on, and in which columns. */
export type Template = {
  readonly generation: Generation
  readonly sheet: number
  readonly dataRow: number
  readonly columns: readonly TemplateColumn[]
  readonly settings: TemplateSettings
}

/** The fields of which a loader has at least one beside its SKU. */
const LOADER_FIELDS = new Set(['price', 'quantity', 'product-id', 'handling-time', 'add-delete', 'item-name', 'asin'])

/**
 * Recognizes Amazon's inventory template by what stands in its first rows, never by the names of sheets, which are translated (T3).
 * Undefined where no sheet is one. `decode` turns Base64 into text.
 */
export function recognizeTemplate(
  sheets: readonly SheetStart[],
  decode: (base64: string) => string,
): Template | undefined {
  const found = sheets.map((start, sheet) => ({ start, sheet }))
  for (const { start, sheet } of found) {
    const first = rowOf(start, 1)
    if (first[0]?.startsWith('settings=')) return fromSettings(start, sheet, readTemplateSettings(first, decode))
    if (first[0]?.startsWith('TemplateType=')) return classic(start, sheet, readTemplateSettings(first, decode))
  }
  for (const { start, sheet } of found) {
    const template = loader(start, sheet)
    if (template) return template
  }
  return undefined
}

const rowOf = ({ head }: SheetStart, row: number): readonly string[] =>
  head.find((each) => each.row === row)?.cells ?? []

const NO_SETTINGS: TemplateSettings = { rows: {}, productTypes: [], aliases: new Map(), defaults: new Map() }

/** Row 1 has the fields themselves; some files of Amazon have a line of words above. */
function loader(start: SheetStart, sheet: number): Template | undefined {
  for (const { row, cells } of start.head.slice(0, 3)) {
    const fields = cells.map((cell) => cell.trim().toLowerCase().replaceAll('_', '-'))
    if (!fields.includes('sku') && !fields.includes('seller-sku')) continue
    if (!fields.some((field) => LOADER_FIELDS.has(field))) continue
    const columns = fields.flatMap((field, column) =>
      field === '' ? [] : [{ column, field, label: cells[column] ?? '' }],
    )
    return { generation: 'loader', sheet, dataRow: row + 1, columns, settings: NO_SETTINGS }
  }
  return undefined
}

/** Row 2 has the words, row 3 the fields, unless the settings of a late one say otherwise. */
function classic(start: SheetStart, sheet: number, settings: TemplateSettings): Template {
  const { labelRow = 2, attributeRow = 3, dataRow = 4 } = settings.rows
  return { generation: 'classic', sheet, dataRow, columns: columnsOf(start, labelRow, attributeRow), settings }
}

/** A unified template; a file whose settings name no unified type is a classic one that puts its settings first. */
function fromSettings(start: SheetStart, sheet: number, settings: TemplateSettings): Template {
  const { labelRow = 4, attributeRow = 5, dataRow = 7 } = settings.rows
  const columns = columnsOf(start, labelRow, attributeRow)
  if (settings.type !== undefined && settings.type !== 'unified')
    return { generation: 'classic', sheet, dataRow, columns, settings }
  const withPaths = columns.map((column) => {
    const path = parseColumnPath(column.field)
    return path ? { ...column, path } : column
  })
  return { generation: 'unified', sheet, dataRow, columns: withPaths, settings }
}

function columnsOf(start: SheetStart, labelRow: number, attributeRow: number): TemplateColumn[] {
  const labels = rowOf(start, labelRow)
  return rowOf(start, attributeRow).flatMap((cell, column) => {
    const field = cell.trim()
    return field === '' ? [] : [{ column, field, label: labels[column]?.trim() || field }]
  })
}

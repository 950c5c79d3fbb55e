import { problem } from '../problems.ts'
import { isKey, isText } from '../settings/faults.ts'
import { gramsOf, readNumber } from './cell-value.ts'
import type { ColumnPath, Json } from './column-path.ts'
import type { ImportRow, RowFault } from './import.ts'
import { productCode } from './product-code.ts'
import type { Meaning, ReadColumn } from './template-columns.ts'

/** What a row asks for: all of the listing, a part of it, or its end. */
export type TemplateAction = 'full' | 'partial' | 'delete'

/** A row of a template in our words. `blanks`: attributes whose cell is blank; `puts`: what stands in the others. */
export type TemplateRow = {
  readonly sku: string
  readonly action: TemplateAction
  readonly isParent: boolean
  readonly productType: string | null
  readonly title: string | null
  readonly barcode: string | null
  readonly byAmazon: boolean | null
  readonly grams: number | null
  readonly puts: readonly (readonly [ColumnPath, Json])[]
  readonly removes: readonly string[]
}

/** How the rows of one file are read: its columns, its decimal sign, and the types that the definitions of product types know. */
export type RowReading = {
  readonly columns: readonly ReadColumn[]
  readonly commaLanguage: boolean
  readonly isLoader: boolean
  readonly marketplaceId: string | null
  typeOf(productType: string | null, path: ColumnPath): 'number' | 'boolean' | 'string' | null
}

/** A row, or what is wrong with one of its cells. */
export type ReadRow =
  | { readonly row: number; readonly ok: true; readonly value: TemplateRow }
  | { readonly row: number; readonly ok: false; readonly fault: RowFault; readonly sku: string | null }

const LONGEST_SKU = 40

/** Reads a row of a template (T3, spapi-listings 7.3): words become Amazon's values by the file's own table. */
export function readTemplateRow(row: ImportRow, reading: RowReading): ReadRow {
  const cells = cellsOf(row, reading)
  const sku = cells.said('sku')
  const refuse = (meaning: Meaning | null, why: string, instead: string): ReadRow => ({
    row: row.row,
    ok: false,
    sku: sku === '' ? null : sku,
    fault: faultAt(cells.columnOf(meaning), { value: meaning ? cells.raw(meaning) : '', why, instead }),
  })
  if (sku === '') return refuse('sku', 'is blank', 'Write the SKU of the listing')
  if (!isKey(sku, LONGEST_SKU))
    return refuse('sku', `is no SKU: it must have 1 to ${LONGEST_SKU} characters`, 'Write it as Amazon has it')
  if (cells.fault) return { row: row.row, ok: false, sku, fault: cells.fault }
  const action = actionOf(cells.said('action'), reading.isLoader)
  if (action === null)
    return refuse(
      'action',
      'is no action',
      'Choose one of the list in the template: full update, partial update or delete',
    )
  // Classic templates write SHIRT as shirt.
  const productType = cells.said('product-type').toUpperCase() || null
  const attributes = attributesOf(cells, { ...reading, productType })
  if (!attributes.ok) return { ...attributes, row: row.row, sku }
  const code = productCode({ ...reading, type: cells.said('barcode-type'), value: cells.said('barcode') })
  if (code.why !== null) return refuse('barcode', code.why, code.instead)
  const title = cells.said('title') || null
  if (title !== null && !isText(title, 1, 500))
    return refuse('title', 'is too long or has control characters', 'Write at most 500 characters')
  return {
    row: row.row,
    ok: true,
    value: {
      sku,
      action,
      isParent: cells.said('parentage').toLowerCase() === 'parent',
      productType,
      title,
      barcode: code.barcode,
      byAmazon: byAmazon(cells.said('channel')),
      grams: weightOf(cells, reading.commaLanguage),
      puts: [...attributes.puts, ...code.puts],
      removes: attributes.removes,
    },
  }
}

type Cells = ReturnType<typeof cellsOf>

function cellsOf(row: ImportRow, { columns }: RowReading) {
  const byMeaning = new Map(columns.flatMap((each) => (each.meaning ? [[each.meaning, each] as const] : [])))
  const value = (column: ReadColumn): string => {
    const text = row.cells[column.column]?.trim() ?? ''
    if (text === '') return column.byDefault ?? ''
    return column.aliases.size === 0 ? text : (column.aliases.get(text.toLowerCase()) ?? text)
  }
  const broken = row.faults.length > 0 && columns.find(({ column }) => row.faults.includes(column))
  const said = (meaning: Meaning) => {
    const column = byMeaning.get(meaning)
    return column ? emptied(value(column)) : ''
  }
  return {
    row,
    value,
    said,
    columnOf: (meaning: Meaning | null) => (meaning && byMeaning.get(meaning)) || null,
    raw: (meaning: Meaning) => row.cells[byMeaning.get(meaning)?.column ?? -1] ?? '',
    fault: broken
      ? faultAt(broken, {
          value: '',
          why: 'holds a formula without a value, or an error',
          instead: 'Write the value itself',
        })
      : null,
  }
}

/** Amazon's word for a cell that is to count as blank. */
const emptied = (value: string): string => (value === 'empty_value_label' ? '' : value)

/** What is wrong with a cell, and what to write instead (T3). */
export const faultAt = (
  column: Pick<ReadColumn, 'column' | 'header'> | null,
  { value, why, instead }: { readonly value: string; readonly why: string; readonly instead: string },
): RowFault =>
  column
    ? {
        column: column.column,
        value,
        problem: problem('import-cell', { field: column.header, why, instead: `${instead}.` }),
      }
    : { column: null, value, problem: problem('import-row', { why, instead: `${instead}.` }) }

const ACTIONS: readonly (readonly [RegExp, TemplateAction])[] = [
  [/^(full_?update|create or replace.*|update|replace)$/i, 'full'],
  [/^(partial_?update|edit.*)$/i, 'partial'],
  [/^(delete|delete_product|delete_offer)$/i, 'delete'],
]

/** A loader has letters, and a blank one adds or changes an offer; a classic template without an action is a full update. */
function actionOf(said: string, isLoader: boolean): TemplateAction | null {
  if (isLoader && /^a?$/i.test(said)) return 'partial'
  if (isLoader && /^[dx]$/i.test(said)) return 'delete'
  if (said === '') return 'full'
  return ACTIONS.find(([words]) => words.test(said))?.[1] ?? null
}

/** Amazon's channels begin so; a loader also says it in one word. */
const byAmazon = (channel: string): boolean | null => (channel === '' ? null : /^(amazon|afn)/i.test(channel))

type Attributes =
  | { readonly ok: true; readonly puts: readonly (readonly [ColumnPath, Json])[]; readonly removes: readonly string[] }
  | { readonly ok: false; readonly fault: RowFault }

const REMOVED = 'amzn1.volt.cv.delete_ump_top_level_field'
const VARIANT_REMOVED = 'amzn1.volt.cv.delete_ump_variant'

function attributesOf({ value }: Cells, reading: RowReading & { readonly productType: string | null }): Attributes {
  const puts: (readonly [ColumnPath, Json])[] = []
  const removes = new Set<string>()
  for (const column of reading.columns) {
    const { path } = column
    if (!path) continue
    const text = emptied(value(column))
    if (text === REMOVED || text === VARIANT_REMOVED) removes.add(path[0]?.name ?? '')
    else if (text !== '') {
      const typed = typedValue(text, column, reading)
      if (typed === null)
        return {
          ok: false,
          fault: faultAt(column, {
            value: text,
            why: 'is no number',
            instead: 'Write digits only, with one decimal sign; the unit stands in its own column',
          }),
        }
      puts.push([path, typed])
    }
  }
  return { ok: true, puts, removes: [...removes] }
}

function typedValue(
  text: string,
  { path, isNumber }: ReadColumn,
  { typeOf, productType, commaLanguage }: RowReading & { readonly productType: string | null },
): Json | null {
  const type = (path && typeOf(productType, path)) ?? (isNumber ? 'number' : null)
  if (type === 'number') return readNumber(text, commaLanguage)
  if (type === 'boolean' || type === null) {
    if (/^(true)$/i.test(text) || (type === 'boolean' && /^(yes|y|1)$/i.test(text))) return true
    if (/^(false)$/i.test(text) || (type === 'boolean' && /^(no|n|0)$/i.test(text))) return false
  }
  return text
}

function weightOf({ said }: Cells, commaLanguage: boolean): number | null {
  const weight = (value: Meaning, unit: Meaning) => gramsOf(readNumber(said(value), commaLanguage), said(unit))
  return weight('weight', 'weight-unit') ?? weight('item-weight', 'item-weight-unit')
}

import type { MadeSheet } from '../workbook.ts'
import { cellsOf, type MadeTemplate, textsOf } from './made-template.ts'
import { columnsOf, FLAVORS, type Flavor, itemsOf, type UnifiedColumn } from './unified-columns.ts'
import { settingsCells } from './unified-settings.ts'
import { type Tongue, WORDS } from './words.ts'

/** How large a unified template is made; the real ones have 1.2 million characters of settings in 38 cells. */
export type UnifiedSize = {
  readonly settings?: { readonly characters: number; readonly cells: number }
  /** The row of the first item: some templates put a line of words between the example and it. */
  readonly dataRow?: number
  readonly items?: number
}

/** Rules over whole columns, as many as the real ones have. */
const VALIDATIONS = 204
const EXAMPLE = 'ABC123'

/** A unified template: settings over several cells, words, paths, an example, items; hidden sheets beside it, rules below it. */
export function unifiedTemplate(tongue: Tongue, flavor: Flavor, size: UnifiedSize = {}): MadeTemplate {
  const words = WORDS[tongue]
  const { marketplace } = words
  const { productTypes, aliased, name } = FLAVORS[flavor]
  const columns = columnsOf(tongue, flavor)
  const dataRow = size.dataRow ?? 7
  const { characters, cells } = size.settings ?? FLAVORS[flavor].settings
  const items = itemsOf(tongue, size.items ?? 4)
  const rows = items.map((item) => columns.map(({ value }) => value?.(item) ?? null))
  const head = [
    settingsCells({ tongue, flavor, dataRow, characters, cells }),
    [words.hint],
    columns.map((_, at) => (at % 20 === 0 ? `${words.labels.group} ${at / 20 + 1}` : null)),
    columns.map(({ label }) => label),
    columns.map(({ field }) => field),
    columns.map((_, at) => (at === 0 ? EXAMPLE : at < 6 ? words.title : null)),
    ...(dataRow === 8 ? [[words.hint]] : []),
  ]
  const data: MadeSheet = {
    name: words.sheets.data,
    rows: [...head, ...rows.map((row, at) => cellsOf(row, dataRow + at))],
    before: '<dimension ref="A1:XFD1048576"/><sheetViews><sheetView workbookViewId="0" rightToLeft="1"/></sheetViews>',
    after: rulesOver(dataRow),
  }
  return {
    name: `unified, ${name}`,
    tongue,
    sheets: [...sheetsBefore(tongue, columns), data, ...sheetsAfter(tongue, columns)],
    data: 2,
    expected: {
      generation: 'unified',
      dataRow,
      columns: columns.length,
      marketplace,
      productTypes,
      aliased,
      sku: columns[0]?.field ?? '',
      title: columns.find(({ label }) => label === words.labels.title)?.field ?? columns[0]?.field ?? '',
    },
    rows: rows.map(textsOf),
  }
}

function rulesOver(dataRow: number): string {
  const rule = (_: unknown, at: number) => {
    const column = String.fromCharCode(65 + (at % 26))
    return `<dataValidation type="list" allowBlank="1" sqref="${column}${dataRow}:${column}1048576"><formula1>Lists!$A$${at + 1}:$A$${at + 40}</formula1></dataValidation>`
  }
  return `<dataValidations count="${VALIDATIONS}">${Array.from({ length: VALIDATIONS }, rule).join('')}</dataValidations>`
}

function sheetsBefore(tongue: Tongue, columns: readonly UnifiedColumn[]): MadeSheet[] {
  const { sheets, hint, labels, required } = WORDS[tongue]
  const fields = columns.map(({ field, label }) => [labels.group, field, label, hint, '', required])
  const head = ['Group Name', 'Field Name', 'Local Label Name', 'Accepted Values', 'Example', 'Required?']
  return [
    { name: sheets.hints, rows: [[hint]], after: '<mergeCells><mergeCell ref="A1:H9"/></mergeCells>' },
    { name: sheets.fields, rows: [[hint], head, ...fields] },
  ]
}

function sheetsAfter(tongue: Tongue, columns: readonly UnifiedColumn[]): MadeSheet[] {
  const { sheets, labels, fresh, used } = WORDS[tongue]
  const chosen = [null, `${labels.condition} - [ MUG ]`, fresh, used]
  return [
    { name: 'Conditions List', hidden: true, rows: [[fresh], [used]] },
    { name: sheets.values, rows: [[], chosen] },
    { name: 'Dropdown Lists', hidden: true, rows: columns.map(({ label }) => [label, fresh, used]) },
    { name: 'AttributePTDMAP', hidden: true, rows: [[null, 'MUG'], ...columns.map(({ field }) => [field, 1])] },
  ]
}

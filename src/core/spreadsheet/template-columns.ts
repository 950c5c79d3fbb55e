import { classicPath, LOADER_CONDITIONS } from './classic-fields.ts'
import { type ColumnPath, columnPathText, type PathStep, parseColumnPath } from './column-path.ts'
import type { RecognizedFile } from './import.ts'
import { isIgnored } from './template-fields.ts'
import type { TemplateHead } from './template-head.ts'

/** What Millrace itself reads of a template; everything else is an attribute of the listing. */
export type Meaning =
  | 'sku'
  | 'action'
  | 'product-type'
  | 'title'
  | 'parentage'
  | 'barcode'
  | 'barcode-type'
  | 'channel'
  | 'weight'
  | 'weight-unit'
  | 'item-weight'
  | 'item-weight-unit'

/** A column of a template as its rows are read. `path`: where its value goes in the listing's attributes; null: nowhere. */
export type ReadColumn = {
  readonly column: number
  readonly header: string
  readonly meaning: Meaning | null
  readonly path: ColumnPath | null
  /** What its words are called by Amazon's API. */
  readonly aliases: ReadonlyMap<string, string>
  /** What a blank cell means, where the template says so. */
  readonly byDefault: string | null
  /** True where its values are numbers by all that is known without the definition of the product type. */
  readonly isNumber: boolean
}

/** Names without selectors and numbers: `item_name.value`. */
const plainName = (path: ColumnPath): string => path.map(({ name }) => name).join('.')

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    'contribution_sku.value': 'sku',
    contribution_sku: 'sku',
    sku: 'sku',
    item_sku: 'sku',
    'seller-sku': 'sku',
    '::record_action': 'action',
    'record_action.value': 'action',
    record_action: 'action',
    update_delete: 'action',
    'add-delete': 'action',
    'product_type.value': 'product-type',
    product_type: 'product-type',
    feed_product_type: 'product-type',
    'item_name.value': 'title',
    item_name: 'title',
    'item-name': 'title',
    'parentage_level.value': 'parentage',
    parent_child: 'parentage',
    'amzn1.volt.ca.product_id_value': 'barcode',
    'externally_assigned_product_identifier.value': 'barcode',
    external_product_id: 'barcode',
    'product-id': 'barcode',
    'amzn1.volt.ca.product_id_type': 'barcode-type',
    'externally_assigned_product_identifier.type': 'barcode-type',
    external_product_id_type: 'barcode-type',
    'product-id-type': 'barcode-type',
    'fulfillment_availability.fulfillment_channel_code': 'channel',
    fulfillment_center_id: 'channel',
    'fulfillment-center-id': 'channel',
    'fulfillment-channel': 'channel',
    'item_package_weight.value': 'weight',
    package_weight: 'weight',
    'item_package_weight.unit': 'weight-unit',
    package_weight_unit_of_measure: 'weight-unit',
    'item_weight.value': 'item-weight',
    item_weight: 'item-weight',
    'item_weight.unit': 'item-weight-unit',
    item_weight_unit_of_measure: 'item-weight-unit',
  } as const satisfies Record<string, Meaning>),
)

/** Columns that say how a row is read, and are no attributes. */
const NO_ATTRIBUTE: readonly (Meaning | null)[] = [
  'sku',
  'action',
  'product-type',
  'channel',
  'barcode',
  'barcode-type',
]

/** The columns of a template with what they mean, for rows of a marketplace (T3). Columns that nobody reads are left out. */
export function templateColumns(
  { columns, generation, language }: RecognizedFile,
  { head, marketplaceId }: { readonly head: TemplateHead; readonly marketplaceId: string | null },
): readonly ReadColumn[] {
  const paths = new Map(columns.map(({ column, field }) => [column, pathOf(field ?? '', { generation, language })]))
  const selects = [...paths.values()].some((path) => path?.some(({ selectors }) => selectors.some(isMarketplace)))
  const withUnits = new Set(
    [...paths.values()].flatMap((path) => (path?.at(-1)?.name === 'unit' ? [parentOf(path)] : [])),
  )
  const taken = new Set<Meaning>()
  const read = columns.flatMap(({ column, header, field }): ReadColumn[] => {
    if (field === null || generation === null || isIgnored(generation, field)) return []
    const path = paths.get(column) ?? null
    if (path && isElsewhere(path, marketplaceId)) return []
    const name = generation === 'unified' && path ? plainName(path) : field
    const isFirst = !path || path.every(({ index = 1 }) => index === 1)
    const found = isFirst ? (MEANINGS.get(name) ?? null) : null
    const meaning = found === null || taken.has(found) ? null : found
    if (meaning) taken.add(meaning)
    const goes = NO_ATTRIBUTE.includes(found) || /^amzn1\.volt|^::/.test(field) ? null : path
    if (meaning === null && goes === null) return []
    const words = [field, ...(path ? [columnPathText(path), name, ...namesOf(path)] : [])]
    return [
      {
        column,
        header,
        meaning,
        path: goes && (selects ? goes : inMarketplace(goes, marketplaceId)),
        aliases: generation === 'loader' && field === 'item-condition' ? LOADER_CONDITIONS : aliasesOf(head, words),
        byDefault: words.map((word) => ownText(head.defaults, word)).find((value) => value !== null) ?? null,
        isNumber: path !== null && isNumeric(path, withUnits),
      },
    ]
  })
  return taken.has('action') ? read : [...read, ...unwritten(head)]
}

/** The name of an attribute, with the two colons that some files put before it and others do not. */
function namesOf([first]: ColumnPath): string[] {
  const name = (first?.name ?? '').replace(/^::/, '')
  return [name, `::${name}`, `${name}#1.value`]
}

/** A template without a column of actions may say what all its rows are: that of prices and quantities does. */
function unwritten({ defaults }: TemplateHead): ReadColumn[] {
  const byDefault = ['::record_action', 'record_action#1.value'].map((word) => ownText(defaults, word)).find(Boolean)
  if (!byDefault) return []
  return [{ column: -1, header: '', meaning: 'action', path: null, aliases: NONE, byDefault, isNumber: false }]
}

const ownText = (texts: { readonly [name: string]: string }, name: string): string | null =>
  Object.hasOwn(texts, name) ? (texts[name] ?? null) : null

type Of = Pick<RecognizedFile, 'generation' | 'language'>

const pathOf = (field: string, { generation, language }: Of): ColumnPath | null =>
  (generation === 'unified' ? parseColumnPath(field) : classicPath(field, language)) ?? null

const isMarketplace = ([key]: readonly [string, string]): boolean => key === 'marketplace_id'

/** A column of another marketplace than the template's own is left alone. */
const isElsewhere = (path: ColumnPath, marketplaceId: string | null): boolean =>
  marketplaceId !== null &&
  path.some(({ selectors }) =>
    selectors.some(
      ([key, value]) => key === 'marketplace_id' && /^A[A-Z0-9]{9,}$/.test(value) && value !== marketplaceId,
    ),
  )

/** A template that names no marketplace in its columns means its own (spapi-listings 7.3). */
function inMarketplace(path: ColumnPath, marketplaceId: string | null): ColumnPath {
  const [first, ...rest] = path
  if (!first || first.index === undefined || marketplaceId === null) return path
  const step: PathStep = { ...first, selectors: [['marketplace_id', marketplaceId], ...first.selectors] }
  return [step, ...rest]
}

const parentOf = (path: ColumnPath): string => columnPathText(path.slice(0, -1))

const COUNTS = /^(number_of_|item_package_quantity$|unit_count$|package_level_quantity$|max_order_quantity$)/

/** A value with a unit beside it is a number, and so is a count; what is counted (`unit_count#1.type.value`) is a word. */
const isNumeric = (path: ColumnPath, withUnits: ReadonlySet<string>): boolean =>
  path.at(-1)?.name === 'value' &&
  (withUnits.has(parentOf(path)) || (path.length === 2 && COUNTS.test(path[0]?.name ?? '')))

function aliasesOf({ aliases }: TemplateHead, words: readonly string[]): ReadonlyMap<string, string> {
  for (const word of words) {
    const found = Object.hasOwn(aliases, word) ? aliases[word] : undefined
    if (found) return new Map(Object.entries(found).map(([label, value]) => [label.trim().toLowerCase(), value]))
  }
  return NONE
}

const NONE: ReadonlyMap<string, string> = new Map()

// Small templates as Amazon gives them, made from the facts in the reference: no text of Amazon's is copied.
import { workbook } from './workbook.ts'

const coded = (value: unknown) =>
  encodeURIComponent(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64'))

/** What a unified template is made of: its columns by label and path, and its rows. */
export type MadeTemplate = {
  readonly marketplaceId?: string
  readonly language?: string
  readonly productTypes?: readonly string[]
  readonly sheet?: string
  readonly aliases?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly defaults?: Readonly<Record<string, string>>
  readonly columns: readonly (readonly [label: string, path: string])[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

const US = 'ATVPDKIKX0DER'

/** A unified template (generation D) as a workbook, with a sheet of instructions before it and an example row. */
export function unifiedTemplate(made: MadeTemplate): Buffer {
  const { marketplaceId = US, language = 'en_US', productTypes = ['SHIRT'], sheet = 'Template', columns, rows } = made
  const settings = [
    'feedType=256',
    'labelRow=4',
    'attributeRow=5',
    'dataRow=7',
    'TemplateType=unified',
    'Version=2026.0410',
    ...(marketplaceId === '' ? [] : [`primaryMarketplaceId=amzn1.mp.o.${marketplaceId}`]),
    `contentLanguageTag=${language}`,
    `ptds=${coded(productTypes.join(','))}`,
    `AttributeDefaultValues=${coded(made.defaults ?? {})}`,
    `attributeSettings=${coded(Object.entries(made.aliases ?? {}).map(([attribute, aliases]) => ({ attribute, aliases })))}`,
  ].join('&')
  const cells = (settings.match(/[\s\S]{1,200}/g) ?? []).map((part, at) => `settings${at === 0 ? '' : at + 1}=${part}`)
  return workbook({
    sharedTexts: true,
    sheets: [
      { name: 'Instructions', rows: [['How to fill this in']] },
      {
        name: sheet,
        rows: [
          cells,
          ['Notice'],
          ['Identity'],
          columns.map(([label]) => label),
          columns.map(([, path]) => path),
          columns.map(([, path]) => (path.startsWith('contribution_sku') ? 'ABC123' : '')),
          ...rows,
        ],
      },
      { name: 'Hidden', hidden: true, rows: [['x']] },
    ],
  })
}

const AT = `[marketplace_id=${US}]`
const IN = `${AT}[language_tag=en_US]`

/** The columns that the tests of imports use. */
export const SHIRT_COLUMNS = [
  ['SKU', 'contribution_sku#1.value'],
  ['Product Type', 'product_type#1.value'],
  ['Listing Action', '::record_action'],
  ['Title', `item_name${IN}#1.value`],
  ['Product Id Type', 'amzn1.volt.ca.product_id_type'],
  ['Product Id', 'amzn1.volt.ca.product_id_value'],
  ['Bullet Point', `bullet_point${IN}#1.value`],
  ['Bullet Point', `bullet_point${IN}#2.value`],
  ['Condition', `condition_type${AT}#1.value`],
  ['Channel', `fulfillment_availability#1.fulfillment_channel_code`],
  ['Quantity', `fulfillment_availability#1.quantity`],
  ['Your Price', `purchasable_offer${AT}[audience=ALL]#1.our_price#1.schedule#1.value_with_tax`],
  ['Package Weight', `item_package_weight${AT}#1.value`],
  ['Package Weight Unit', `item_package_weight${AT}#1.unit`],
  ['Parentage', `parentage_level${AT}#1.value`],
] as const

/** What the cells of those columns are called by Amazon's API. */
export const SHIRT_ALIASES = {
  '::record_action': {
    'Create or Replace (Full Update)': 'full_update',
    'Edit (Partial Update)': 'partial_update',
    Delete: 'delete',
  },
  condition_type: { New: 'new_new', 'Used - Good': 'used_good' },
  'fulfillment_availability.fulfillment_channel_code': {
    'Fulfillment by Merchant (Default)': 'DEFAULT',
    'Fulfillment by Amazon': 'AMAZON_NA',
  },
  'item_package_weight.unit': { Grams: 'grams', Pounds: 'pounds' },
  parentage_level: { Parent: 'parent', Child: 'child' },
} as const

/** A row by the labels of its cells; a label that stands twice is filled by a list. */
export function shirtRow(
  cells: Readonly<Record<string, string | number | readonly string[]>>,
): (string | number | null)[] {
  const times = new Map<string, number>()
  return SHIRT_COLUMNS.map(([label]) => {
    const nth = times.get(label) ?? 0
    times.set(label, nth + 1)
    const cell = cells[label]
    if (cell === undefined) return null
    if (typeof cell === 'string' || typeof cell === 'number') return nth === 0 ? cell : null
    return cell[nth] ?? null
  })
}

/** A template of shirts with these rows. */
export const shirtTemplate = (
  rows: readonly Readonly<Record<string, string | number | readonly string[]>>[],
  more: Partial<MadeTemplate> = {},
): Buffer =>
  unifiedTemplate({
    aliases: SHIRT_ALIASES,
    defaults: { '::record_action': 'full_update', 'product_type#1.value': 'SHIRT' },
    columns: SHIRT_COLUMNS,
    rows: rows.map(shirtRow),
    ...more,
  })

import { DAY, type Value } from './made-template.ts'
import { amount, type Tongue, WORDS } from './words.ts'

/** The kinds of unified templates that merchants have. */
export type Flavor = 'loader of Egypt' | 'loader of Spain' | 'full' | 'prices' | 'report'

type Facts = {
  readonly name: string
  readonly flavor: string
  readonly columns: number
  readonly productTypes: readonly string[]
  readonly aliased: number
  readonly settings: { readonly characters: number; readonly cells: number }
  readonly defaults: Readonly<Record<string, string>>
}

const OFFER = { 'product_type#1.value': 'PRODUCT', 'record_action#1.value': 'partial_update' }

/** What is known of each kind (spapi-listings 7.2, 7.3). */
export const FLAVORS: Readonly<Record<Flavor, Facts>> = {
  'loader of Egypt': {
    name: 'loader of 102 columns',
    flavor: 'seller-empty-add-offer',
    columns: 102,
    productTypes: ['PRODUCT'],
    aliased: 12,
    settings: { characters: 41_783, cells: 2 },
    defaults: OFFER,
  },
  'loader of Spain': {
    name: 'loader of 138 columns',
    flavor: 'seller-empty-add-offer',
    columns: 138,
    productTypes: ['PRODUCT'],
    aliased: 20,
    settings: { characters: 70_000, cells: 3 },
    defaults: OFFER,
  },
  full: {
    name: 'full, 275 columns',
    flavor: 'full-seller',
    columns: 275,
    productTypes: ['MUG', 'CUP', 'KITCHEN_BOWL'],
    aliased: 147,
    settings: { characters: 1_210_000, cells: 38 },
    defaults: { '::record_action': 'full_update' },
  },
  prices: {
    name: 'prices and quantities, 32 columns',
    flavor: 'seller-price-quantity',
    columns: 32,
    productTypes: ['PRODUCT'],
    aliased: 4,
    settings: { characters: 9_000, cells: 1 },
    defaults: OFFER,
  },
  report: {
    name: 'category listings report, 900 columns',
    flavor: 'full-seller',
    columns: 900,
    productTypes: ['MUG', 'CUP'],
    aliased: 147,
    settings: { characters: 400_000, cells: 13 },
    defaults: { '::record_action': 'partial_update' },
  },
}

/** An item of the templates. */
export type MadeItem = {
  readonly sku: string
  readonly title: string
  readonly condition: string
  readonly action: string
  readonly channel: string
  readonly quantity: number | null
  readonly price: string | null
  readonly barcode: string
}

/** A barcode of 13 digits with its check digit, under a prefix that is for use inside a company. */
export function madeBarcode(at: number): string {
  const digits = `20${String(at).padStart(10, '0')}`
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** Items of a shop there: one sent by Amazon, one to be deleted, and others. */
export function itemsOf(tongue: Tongue, count: number): MadeItem[] {
  const words = WORDS[tongue]
  const { title, fresh, used, edit, remove, merchant, amazon } = words
  return Array.from({ length: count }, (_, at) => ({
    sku: at === 1 ? '00123' : `TEA-MUG-${String(at + 1).padStart(2, '0')}`,
    title: `${title} ${at + 1}`,
    condition: at === 1 ? used : fresh,
    action: at === 3 ? remove : edit,
    channel: at === 2 ? amazon : merchant,
    quantity: at === 2 ? null : 5 + at,
    price: at === 3 ? null : amount(12.5 + at, words),
    barcode: madeBarcode(at),
  }))
}

/** A column: its path, its words, and what an item has there. */
export type UnifiedColumn = {
  readonly field: string
  readonly label: string
  readonly value?: (item: MadeItem) => Value
}

/** The columns that a template of prices and quantities has: no action, no title. */
const OF_OFFERS = /^(contribution_sku|fulfillment_availability|purchasable_offer|merchant_shipping_group)/

/** The columns of a kind of template: those that every one has, and as many more as that kind has. */
export function columnsOf(tongue: Tongue, flavor: Flavor): UnifiedColumn[] {
  const { labels, language, marketplace } = WORDS[tongue]
  const isLoader = flavor.startsWith('loader')
  const here = isLoader ? '' : `[marketplace_id=${marketplace}]`
  const spoken = isLoader ? '' : `${here}[language_tag=${language}]`
  const column = (field: string, label: string, value?: UnifiedColumn['value']): UnifiedColumn =>
    value ? { field, label, value } : { field, label }
  const offer = `purchasable_offer[marketplace_id=${marketplace}][audience=ALL]#1`
  const every = [
    column('contribution_sku#1.value', labels.sku, ({ sku }) => sku),
    column(isLoader ? 'record_action#1.value' : '::record_action', 'Action', ({ action }) => action),
    column('product_type#1.value', 'Type', () => FLAVORS[flavor].productTypes[0] ?? null),
    column(`item_name${spoken}#1.value`, labels.title, ({ title }) => title),
    column(`condition_type${here}#1.value`, labels.condition, ({ condition }) => condition),
    column('fulfillment_availability#1.fulfillment_channel_code', 'Channel', ({ channel }) => channel),
    column('fulfillment_availability#1.quantity', 'Quantity', ({ quantity }) => quantity),
    column('fulfillment_availability#1.restock_date', 'Restock', () => DAY),
    column(`${offer}.our_price#1.schedule#1.value_with_tax`, 'Price', ({ price }) => price),
    column(`${offer}.start_at.value`, 'From'),
    column('amzn1.volt.ca.product_id_type', 'Number type', () => 'EAN'),
    column('amzn1.volt.ca.product_id_value', 'Number', ({ barcode }) => barcode),
    ...[1, 2, 3].map((at) =>
      column(`bullet_point${spoken}#${at}.value`, `Point ${at}`, ({ title }) => (at < 3 ? title : null)),
    ),
    column(`unit_count${here}#1.type[language_tag=${language}].value`, 'Unit', () => 'Count'),
    column(`color${spoken}#1.standardized_values#1`, 'Color'),
    column(`child_parent_sku_relationship${here}#1.parent_sku`, 'Parent'),
    column('variation_theme#1.name', 'Theme'),
    column(`item_dimensions${here}#1.length.value`, 'Length', () => 8.5),
    column(`item_dimensions${here}#1.length.unit`, 'Length unit', () => 'Centimeters'),
    column(`merchant_shipping_group${here}#1.value`, 'Parcels'),
    column('supplier_declared_dg_hz_regulation#2.value', 'Goods', () => 'Not applicable'),
  ]
  const known = flavor === 'prices' ? every.filter(({ field }) => OF_OFFERS.test(field)) : every
  // A report comes filled: every fourth of its fields has a value.
  const more = Array.from({ length: FLAVORS[flavor].columns - known.length }, (_, at) =>
    column(
      `made_field_${at + 1}${here}#1.value`,
      `${labels.group} ${at + 1}`,
      flavor === 'report' && at % 4 === 0 ? ({ sku }) => `${sku} ${at}` : undefined,
    ),
  )
  return [...known, ...more]
}

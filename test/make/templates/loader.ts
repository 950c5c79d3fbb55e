import type { MadeSheet } from '../workbook.ts'
import { cellsOf, type MadeTemplate, textsOf, type Value } from './made-template.ts'
import { amount, type Tongue, WORDS } from './words.ts'

const PRICES = ['minimum-seller-allowed-price', 'maximum-seller-allowed-price']
const INVENTORY = [
  'sku',
  'product-id',
  'product-id-type',
  'price',
  ...PRICES,
  'item-condition',
  'quantity',
  'add-delete',
  'will-ship-internationally',
  'expedited-shipping',
  'item-note',
  'fulfillment-center-id',
  'handling-time',
  'merchant_shipping_group_name',
  'batteries_required',
  'are_batteries_included',
]
/** As many columns as that loader has. */
const INVENTORY_COLUMNS = 45

type Loader = {
  readonly name: string
  readonly tongue: Tongue
  readonly fields: readonly string[]
  readonly rows: readonly (readonly Value[])[]
  readonly before?: string
}

/** Prices and quantities: Egypt and Spain have their columns in another order. */
export function priceLoader(tongue: Tongue, order: 'time first' | 'channel first'): MadeTemplate {
  const money = (value: number) => amount(value, WORDS[tongue])
  const last = (time: Value, channel: Value) => (order === 'time first' ? [time, channel] : [channel, time])
  return loader({
    name: `price and quantity, ${order}`,
    tongue,
    fields: ['sku', 'price', ...PRICES, 'quantity', ...(last('handling-time', 'fulfillment-channel') as string[])],
    rows: [
      ['TEA-MUG-01', money(12.5), money(10), money(20), 7, ...last(2, null)],
      ['00123', money(1299.9), null, 'delete', 0, ...last(null, null)],
      ['TEA-FBA-1', money(9.99), null, null, null, ...last(null, 'amazon')],
    ],
  })
}

/** Products by their numbers, with what is to be added (a), deleted (d) and forgotten (x); its sheet claims to reach column XEX. */
export function inventoryLoader(tongue: Tongue): MadeTemplate {
  const spare = Array.from({ length: INVENTORY_COLUMNS - INVENTORY.length }, (_, at) => `spare_field_${at + 1}`)
  const money = (value: number) => amount(value, WORDS[tongue])
  return loader({
    name: 'inventory loader',
    tongue,
    fields: [...INVENTORY, ...spare],
    rows: [
      ['TEA-MUG-01', '4006381333931', 4, money(12.5), null, null, 11, 7, 'a', null, 'y', WORDS[tongue].title, null, 2],
      ['00123', 'B0EXAMPLE1', 1, money(1299.9), null, null, 11, 3, 'a', null, null, null, 'AMAZON_EU'],
      ['TEA-OLD-1', null, null, null, null, null, null, 0, 'd'],
      ['TEA-OLD-2', null, null, null, null, null, null, null, 'x'],
    ],
    before: '<dimension ref="A1:XEX1048576"/><cols><col min="1" max="16378" width="12" customWidth="1"/></cols>',
  })
}

function loader({ name, tongue, fields, rows, before }: Loader): MadeTemplate {
  const { sheets } = WORDS[tongue]
  const settings: MadeSheet = {
    name: 'International Settings',
    hidden: true,
    rows: [['Language'], [tongue], ['Feed'], ['_POST_FLAT_FILE_EXAMPLE_DATA_']],
  }
  // The helper sheets of loaders have formulas; those of the items have none.
  const hints: MadeSheet = { name: sheets.hints, rows: [[WORDS[tongue].hint, { xml: '<c r="B1"><f>1+1</f></c>' }]] }
  const data: MadeSheet = {
    name: sheets.data,
    rows: [fields, ...rows.map((row, at) => cellsOf(row, at + 2))],
    ...(before ? { before } : {}),
  }
  return {
    name,
    tongue,
    sheets: [hints, settings, data],
    data: 2,
    expected: {
      generation: 'loader',
      dataRow: 2,
      columns: fields.length,
      productTypes: [],
      aliased: 0,
      sku: 'sku',
      title: fields.includes('item-note') ? 'item-note' : 'price',
    },
    rows: rows.map(textsOf),
  }
}

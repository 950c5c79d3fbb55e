import { visibleText } from '../visible-text.ts'

/** What may stand in a cell of a column. */
export type CellKind = 'text' | 'yes-no' | 'time' | 'amount' | 'count'

/** One column that Millrace reads: what stands in it, for whom it is written, and a sample for the template. */
type Known = {
  readonly kind: CellKind
  /** Other headers that mean the same, beside the bare name. */
  readonly also?: readonly string[]
  readonly about: string
  readonly sample: string
}

const place = (which: string, more: readonly (readonly [string, string, string])[]) =>
  Object.fromEntries(more.map(([name, about, sample]) => [`${which}${name}`, { kind: 'text', about, sample } as const]))
const PLACE = [
  ['FirstName', 'First name', 'Ada'],
  ['LastName', 'Last name', 'Sample'],
  ['Company', 'Company', ''],
  ['Address1', 'Street and number', '12 Test Street'],
  ['Address2', 'More of the address', ''],
  ['City', 'City', 'Austin'],
  ['StateRegion', 'State or region', 'TX'],
  ['PostalCode', 'Postal code', '73301'],
  ['CountryCode', 'Country in two letters', 'US'],
  ['DayPhone', 'Phone', '555-0100'],
] as const

/** Columns of the order itself, by the name behind `order.` (H3). The others of the reference mean nothing here and are told as not used. */
export const ORDER_COLUMNS: Readonly<Record<string, Known>> = {
  channelPartnerOrderId: {
    kind: 'text',
    about: 'Required. The number of the order at the channel; each comes in once.',
    sample: 'W-1001',
  },
  channelPartnerCode: { kind: 'text', about: 'The code of the channel, where a file has several.', sample: 'WEB' },
  paymentMethod: {
    kind: 'text',
    about: 'Required. Credit Card, Purchase Order, PayPal, Check, Wire Transfer or Cash.',
    sample: 'Credit Card',
  },
  purchaseOrderNumber: { kind: 'text', about: 'The number of the purchase order.', sample: '' },
  autoApprovePurchaseOrder: { kind: 'yes-no', about: 'N: a purchase order waits in Accounts Receivable.', sample: '' },
  noRealtimePaymentProcessing: {
    kind: 'yes-no',
    about: 'Y: it waits in Accounts Receivable for its payment.',
    sample: '',
  },
  skipPaymentProcessing: { kind: 'yes-no', about: 'Y: it goes on to shipping without its payment.', sample: '' },
  treatWarningsAsErrors: { kind: 'yes-no', about: 'Y, also when blank: a warning keeps the order out.', sample: 'Y' },
  storeCompleted: { kind: 'yes-no', about: 'Y: it is shipped already; it comes into the books only.', sample: '' },
  orderDate: {
    kind: 'time',
    also: ['orderDts', 'placedDts', 'purchaseDate'],
    about: 'When it was ordered; blank: now.',
    sample: '11/24/2026 14:05:00',
  },
  currencyCode: { kind: 'text', also: ['currency'], about: 'Three letters; blank: your own currency.', sample: 'USD' },
  ...place('shipto', PLACE),
  shiptoEveningPhone: { kind: 'text', about: 'Phone, where no other is given.', sample: '' },
  ...place(
    'billto',
    PLACE.slice(0, -1).map(([name, about]) => [name, `${about}, of who pays`, ''] as const),
  ),
  billtoDayPhone: { kind: 'text', about: 'Phone of who pays.', sample: '' },
  email: {
    kind: 'text',
    about: 'E-mail of the buyer. Millrace writes to nobody of another channel.',
    sample: 'ada@example.com',
  },
  shippingMethod: {
    kind: 'text',
    about: 'Your shipping method by its name or id; blank: the cheapest that takes it.',
    sample: '',
  },
  leastCostRoute: { kind: 'yes-no', about: 'Y: the cheapest method, whatever is named.', sample: '' },
  leastCostRouteShippingMethods: {
    kind: 'text',
    about: 'Methods among which the cheapest is chosen, with commas.',
    sample: '',
  },
  arbitraryShippingHandlingTotal: {
    kind: 'amount',
    also: ['shippingTotal'],
    about: 'What the buyer paid for shipping.',
    sample: '4.95',
  },
  arbitraryTax: { kind: 'amount', also: ['tax'], about: 'The tax, on top of the prices.', sample: '1.65' },
  shipOnDate: {
    kind: 'time',
    also: ['shipBy'],
    about: 'When it must leave; it stands in the queue by that.',
    sample: '11/26/2026',
  },
  deliveryDate: { kind: 'time', about: 'When it must be there.', sample: '' },
  gift: { kind: 'yes-no', about: 'Y: a gift.', sample: '' },
  giftMessage: { kind: 'text', about: 'What the buyer wrote with the gift; stands on the packing slip.', sample: '' },
  specialInstructions: {
    kind: 'text',
    about: 'What the buyer wrote about the delivery; stands on the label.',
    sample: '',
  },
  screenBrandingThemeCode: { kind: 'text', about: 'The code of a theme.', sample: '' },
}

/** Columns of an item: one item a row, or `order.items[0].` and so on for several in one row. */
export const ITEM_COLUMNS: Readonly<Record<string, Known>> = {
  merchantItemId: { kind: 'text', also: ['itemId', 'sku'], about: 'Required. Your item id.', sample: 'MUG-BLUE' },
  quantity: { kind: 'count', also: ['qty'], about: 'Required. How many.', sample: '2' },
  arbitraryUnitCost: {
    kind: 'amount',
    also: ['unitCost', 'unitPrice', 'price'],
    about: 'What one costs; blank: the price of the item.',
    sample: '10.00',
  },
  title: { kind: 'text', also: ['description'], about: 'What it is called; blank: as the item.', sample: '' },
}

/** What a column of a file says; `n` counts the items of one row. */
export type ColumnMeaning =
  | { readonly of: 'order'; readonly name: string }
  | { readonly of: 'item'; readonly name: string; readonly n: number | null }
  | { readonly of: 'card' }
  | { readonly of: 'nothing' }

const plain = (header: string): string => header.toLowerCase().replace(/[^a-z0-9.[\]]/g, '')

/** A card is never taken: its number, its check digits, its last day (H3). */
const CARD =
  /^(order\.)?(creditcard|card)(number|no|expirationmonth|expirationyear|expiration|exp|expiry|verificationnumber|verificationcode|cvv2?|cvc)$|^(order\.)?cvv2?(number|code)?$/

const wordsOf = (columns: Readonly<Record<string, Known>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(columns).flatMap(([name, { also = [] }]) =>
      [name, ...also].map((word) => [plain(word), name] as const),
    ),
  )
const ORDER_WORDS = wordsOf(ORDER_COLUMNS)
const ITEM_WORDS = wordsOf(ITEM_COLUMNS)

/** Reads one header: in any case, with underscores or blanks, with or without `order.` (H3). */
export function columnMeaning(header: string): ColumnMeaning {
  const word = plain(header)
  if (CARD.test(word)) return { of: 'card' }
  const item = /^(?:order\.)?items?(?:\[(\d{1,3})\])?\.([a-z]+)$/.exec(word)
  const inItem = ITEM_WORDS.get(item?.[2] ?? word)
  if (item)
    return inItem ? { of: 'item', name: inItem, n: item[1] === undefined ? null : Number(item[1]) } : { of: 'nothing' }
  const inOrder = ORDER_WORDS.get(word.replace(/^order\./, ''))
  if (inOrder) return { of: 'order', name: inOrder }
  return inItem && !word.startsWith('order.') ? { of: 'item', name: inItem, n: null } : { of: 'nothing' }
}

/** True for the headers of a file of orders of other channels (H3). */
export const isChannelOrderFile = (header: readonly string[]): boolean =>
  header.some((name) => {
    const meaning = columnMeaning(name)
    return meaning.of === 'order' && meaning.name === 'channelPartnerOrderId'
  })

/** The columns of a file, each with its header as it stands there; what cannot be a file of orders says why. */
export type OrderColumns =
  | { readonly ok: true; readonly columns: readonly ColumnMeaning[]; readonly unused: readonly string[] }
  | { readonly ok: false; readonly why: string }

/** Reads a whole header: what must be there is there, and nothing stands twice (H3). */
export function orderColumns(header: readonly string[]): OrderColumns {
  const columns = header.map(columnMeaning)
  const keys = columns.map((meaning) => JSON.stringify(meaning))
  const twice = columns.findIndex(
    ({ of }, at) => (of === 'order' || of === 'item') && keys.indexOf(keys[at] ?? '') !== at,
  )
  const told = (at: number) => visibleText(header[at] ?? '', 60)
  if (twice >= 0)
    return {
      ok: false,
      why: `the columns [${told(keys.indexOf(keys[twice] ?? ''))}] and [${told(twice)}] say the same: take one out`,
    }
  const has = (of: 'order' | 'item', name: string) =>
    columns.some((each) => each.of === of && 'name' in each && each.name === name)
  const missing = [
    ...(has('order', 'channelPartnerOrderId') ? [] : ['order.channelPartnerOrderId']),
    ...(has('order', 'paymentMethod') ? [] : ['order.paymentMethod']),
    ...(has('item', 'merchantItemId') ? [] : ['item.merchantItemId']),
    ...(has('item', 'quantity') ? [] : ['item.quantity']),
  ]
  if (missing.length > 0)
    return { ok: false, why: `it has no column ${missing.join(', ')}: take the headers of the template` }
  const unused = header
    .filter((name, at) => columns[at]?.of === 'nothing' && name.trim() !== '')
    .map((name) => visibleText(name, 60))
  return { ok: true, columns, unused }
}

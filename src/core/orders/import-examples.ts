import type { Item } from '../catalog/item.ts'
import type { AmazonOrderId, CenterCode, ItemId, MethodId, SellerSku } from '../ids.ts'
import { DEFAULT_SETTINGS, type OrderSettings } from '../settings/settings.ts'
import type { Parcel, ShippingMethod } from '../shipping/shipping-method.ts'
import type { AmazonLine, AmazonOrder, Destination } from './amazon-order.ts'
import type { Allocation, ImportContext, PlacedLine, PlacedOrder, Stock, StockLevel } from './import-context.ts'
import type { PageDocument } from './page-document.ts'

// Examples for the tests of the import only: invented merchants and orders with sensible defaults.

/** 2014-09-17 22:06 in New York. */
export const PLACED_AT = Date.UTC(2014, 8, 18, 2, 6)
export const ORDER_ID = '111-2223334-4445556' as AmazonOrderId

/** An address in Texas. */
export const TEXAS: Destination = { country: 'US', state: 'TX', postalCode: '75001', poBox: false, military: false }

/** A line of two mugs. */
export const exampleLine = (given: Partial<AmazonLine> = {}): AmazonLine => ({
  lineId: 'L1',
  asin: 'B000000001',
  sellerSku: 'MUG' as SellerSku,
  title: 'Blue mug',
  quantity: 2,
  quantityFulfilled: 0,
  money: {
    item: 2000,
    shipping: 500,
    giftWrap: 0,
    other: 0,
    tax: 165,
    marketplaceTax: 165,
    discount: 0,
    total: 2665,
  },
  gift: false,
  particulars: null,
  cancellationRequested: false,
  ...given,
})

/** An unshipped order of two mugs. */
export const exampleOrder = (given: Partial<AmazonOrder> = {}): AmazonOrder => ({
  id: ORDER_ID,
  marketplaceId: 'ATVPDKIKX0DER',
  placedAt: PLACED_AT,
  updatedAt: PLACED_AT + 60_000,
  status: 'UNSHIPPED',
  fulfilledBy: 'MERCHANT',
  serviceLevel: 'STANDARD',
  shipBy: null,
  deliverBy: null,
  programs: [],
  replaces: null,
  hasPurchaseOrder: false,
  currency: 'USD',
  grandTotal: { minor: 2665, currency: 'USD' },
  outsideLines: 0,
  flags: [],
  lines: [exampleLine()],
  packages: null,
  ...given,
})

/** The order as a document of a page. */
export const exampleDocument = (order: Partial<AmazonOrder> = {}, given: Partial<PageDocument> = {}): PageDocument => ({
  documentId: 29657378583,
  order: exampleOrder(order),
  destination: TEXAS,
  ...given,
})

/** A tracked item of 300 g. */
export const exampleItem = (id: string, given: Partial<Item> = {}): Item => ({
  id: id as ItemId,
  description: id,
  price: 1000,
  grams: 300,
  tracksStock: true,
  kit: null,
  ...given,
})

/** A method for all of the US at a flat rate. */
export const exampleMethod = (id: string, given: Partial<ShippingMethod> = {}): ShippingMethod => ({
  id: id as MethodId,
  name: id,
  carrier: 'USPS',
  zones: [{ country: 'US', states: [], exceptStates: [], postalCodes: [], rate: { kind: 'flat', amount: 500 } }],
  maxGrams: null,
  maxValue: null,
  maxPackages: null,
  packageGrams: null,
  poBox: true,
  military: true,
  excludedItems: [],
  onlyItems: [],
  enabled: true,
  ...given,
})

/** A parcel of two mugs. */
export const exampleParcel = (given: Partial<Parcel> = {}): Parcel => ({
  grams: 600,
  units: 2,
  goods: [{ itemId: 'MUG' as ItemId, components: [] }],
  subtotal: 2000,
  currency: 'USD',
  ...given,
})

/** Lists by their id. */
export const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<T['id'], T> =>
  new Map(list.map((one) => [one.id, one]))

/** A merchant in New York with mugs, one method for Standard and two centers, EAST first, WEST the default. */
export const exampleContext = (
  given: Partial<ImportContext> & { readonly orders?: Partial<OrderSettings> } = {},
): ImportContext => {
  const { orders, ...rest } = given
  const rows = [{ methodId: 'GROUND' as MethodId, valid: true, priority: null }]
  return {
    merchant: { timeZone: 'America/New_York', currency: 'USD', country: 'US' },
    settings: {
      orders: { ...DEFAULT_SETTINGS.orders, ...orders },
      shipping: {
        ...DEFAULT_SETTINGS.shipping,
        levels: { standard: rows, expedited: [], 'two-day': [], 'one-day': [] },
      },
    },
    startedAt: null,
    items: byId([exampleItem('MUG'), exampleItem('CUP')]),
    mappings: new Map(),
    methods: byId([exampleMethod('GROUND')]),
    centers: [
      { code: 'EAST' as CenterCode, isDefault: false },
      { code: 'WEST' as CenterCode, isDefault: true },
    ],
    placed: new Map(),
    ...rest,
  }
}

/** Stock written as `{ MUG: { EAST: [onHand, allocated] } }`. */
export const exampleStock = (
  given: Readonly<Record<string, Readonly<Record<string, readonly [onHand: number, allocated: number]>>>>,
): Stock =>
  new Map(
    Object.entries(given).map(([item, centers]) => [
      item as ItemId,
      new Map(
        Object.entries(centers).map(([center, [onHand, allocated]]): [CenterCode, StockLevel] => [
          center as CenterCode,
          { onHand, allocated },
        ]),
      ),
    ]),
  )

/** So many units of an item reserved for a line. */
export const reserve = (
  ...[line, item, quantity, center = 'EAST']: [line: string, item: string, quantity: number, center?: string]
): Allocation => ({
  line,
  itemId: item as ItemId,
  center: center as CenterCode,
  quantity,
})

/** A placed line that reserves its two mugs. */
export const placedLine = (given: Partial<PlacedLine> = {}): PlacedLine => ({
  lineId: 'L1',
  itemId: 'MUG' as ItemId,
  ratio: { amazon: 1, ours: 1 },
  quantityAmazon: 2,
  fulfilledAmazon: 0,
  allocations: [reserve('L1', 'MUG', 2)],
  ...given,
})

/** The example order as it was placed before. */
export const placedOrder = (given: Partial<PlacedOrder> = {}): PlacedOrder => ({
  orderId: 1001,
  stage: 'Shipping Department',
  amazonStatus: 'UNSHIPPED',
  updatedAt: PLACED_AT + 60_000,
  lines: [placedLine()],
  toConfirm: true,
  fulfilledByAmazon: false,
  cancellation: null,
  center: 'EAST' as CenterCode,
  ...given,
})

import type { EnteredItem } from '#core/catalog/check-items.ts'
import type { SkuMapping } from '#core/catalog/item.ts'
import type { CenterCode, ItemId, MerchantId, MethodId, SellerSku } from '#core/ids.ts'
import type { NamedCenter, StockEntry } from '#core/inventory/stock-entry.ts'
import { DEFAULT_SETTINGS, type OrderSettings, type ShippingSettings } from '#core/settings/settings.ts'
import type { EnteredMethod } from '#core/shipping/check-methods.ts'

/** Harbor Goods, the invented merchant of the demo, as a person would have entered it. */
export const MERCHANT = {
  id: 'HRBOR' as MerchantId,
  name: 'Harbor Goods',
  owner: 'owner@harbor-goods.example',
  timeZone: 'America/New_York',
  currency: 'USD',
  weightUnit: 'lb',
  shipFrom: {
    name: 'Harbor Goods',
    line1: '10 Pier Road',
    city: 'Portland',
    state: 'ME',
    postalCode: '04101',
    country: 'US',
  },
} as const

/** Its account at the simulated Amazon. */
export const SELLER = {
  region: 'na',
  sellingPartnerId: 'A3HARBORGOODS',
  refreshToken: 'Atzr|demo-harbor-goods',
} as const

/** The application of the demo deployment. */
export const APPLICATION = { clientId: 'amzn1.application-oa2-client.demo', clientSecret: 'demo-secret-not-a-secret' }

/** Its name at the simulated Seller Central. */
export const APPLICATION_ID = 'amzn1.sellerapps.app.demo'

const usd = (amount: string) => ({ amount, currency: 'USD' })

const item = (
  id: string,
  price: string,
  rest: { grams: number; description: string; tracksStock?: boolean; kit?: EnteredItem['kit'] },
): EnteredItem => ({
  id: id as ItemId,
  price: usd(price),
  tracksStock: true,
  kit: null,
  ...rest,
})

export const ITEMS: readonly EnteredItem[] = [
  item('MUG-BLUE', '12.00', { grams: 340, description: 'Stoneware mug, blue' }),
  item('MUG-RED', '12.00', { grams: 340, description: 'Stoneware mug, red' }),
  item('TEA-EARL', '9.50', { grams: 120, description: 'Earl Grey tea, 100 g' }),
  item('TOWEL-LINEN', '18.00', { grams: 250, description: 'Linen tea towel' }),
  item('CANDLE-SEA', '22.00', { grams: 480, description: 'Candle, sea salt' }),
  item('LAMP-OAK', '89.00', { grams: 3200, description: 'Desk lamp, oak' }),
  item('NOTE-CARD', '3.00', { grams: 20, description: 'Note card', tracksStock: false }),
]

/** Kits come second: their components must exist. */
export const KITS: readonly EnteredItem[] = [
  item('KIT-BREAKFAST', '30.00', {
    grams: 800,
    description: 'Breakfast for two: two blue mugs and Earl Grey',
    tracksStock: false,
    kit: [
      { itemId: 'MUG-BLUE' as ItemId, quantity: 2 },
      { itemId: 'TEA-EARL' as ItemId, quantity: 1 },
    ],
  }),
]

const mapping = (sku: string, itemId: string, ours: number): SkuMapping => ({
  sellerSku: sku as SellerSku,
  itemId: itemId as ItemId,
  ratio: { amazon: 1, ours },
  unit: '',
  note: '',
})

export const MAPPINGS: readonly SkuMapping[] = [
  mapping('AMZ-TEA-EARL', 'TEA-EARL', 1),
  mapping('AMZ-TEA-EARL-3PK', 'TEA-EARL', 3),
]

export const CENTERS: readonly NamedCenter[] = [
  { code: 'PORTLAND' as CenterCode, name: 'Portland house', isDefault: true, inventoryBuffer: 0 },
  { code: 'RENO' as CenterCode, name: 'Reno depot', isDefault: false, inventoryBuffer: 0 },
]

const stock = (itemId: string, center: string, onHand: number): StockEntry => ({
  itemId: itemId as ItemId,
  center: center as CenterCode,
  onHand,
})

export const STOCK: readonly StockEntry[] = [
  stock('MUG-BLUE', 'PORTLAND', 400),
  stock('MUG-RED', 'PORTLAND', 400),
  stock('TEA-EARL', 'PORTLAND', 600),
  stock('TOWEL-LINEN', 'PORTLAND', 300),
  stock('CANDLE-SEA', 'PORTLAND', 200),
  stock('MUG-BLUE', 'RENO', 80),
  stock('CANDLE-SEA', 'RENO', 60),
  stock('LAMP-OAK', 'RENO', 25),
]

const CONTIGUOUS_EXCEPTIONS = ['AK', 'HI', 'PR', 'VI', 'GU', 'AS', 'MP', 'AA', 'AE', 'AP']

const method = (
  id: string,
  name: string,
  rest: Pick<EnteredMethod, 'zones' | 'maxGrams' | 'poBox' | 'military'>,
): EnteredMethod => ({
  id: id as MethodId,
  name,
  carrier: id.split('-')[0] ?? '',
  maxValue: null,
  maxPackages: null,
  packageGrams: null,
  excludedItems: [],
  onlyItems: [],
  enabled: true,
  ...rest,
})

const inUs = (rate: EnteredMethod['zones'][number]['rate'], exceptStates: readonly string[] = []) => [
  { country: 'US', states: [], exceptStates, postalCodes: [], rate },
]

export const METHODS: readonly EnteredMethod[] = [
  method('USPS-FIRST', 'USPS: First Class', {
    zones: inUs({ kind: 'by-weight', steps: [{ upToGrams: 450, amount: usd('4.20') }] }),
    maxGrams: 450,
    poBox: true,
    military: true,
  }),
  method('USPS-PRIORITY', 'USPS: Priority Mail', {
    zones: inUs({
      kind: 'by-weight',
      steps: [
        { upToGrams: 1000, amount: usd('8.50') },
        { upToGrams: 30_000, amount: usd('14.00') },
      ],
    }),
    maxGrams: 30_000,
    poBox: true,
    military: true,
  }),
  method('UPS-GROUND', 'UPS: Ground', {
    zones: inUs({ kind: 'flat', amount: usd('9.90') }),
    maxGrams: 30_000,
    poBox: false,
    military: false,
  }),
  method('FEDEX-2DAY', 'FedEx: 2Day', {
    zones: inUs({ kind: 'flat', amount: usd('19.00') }, CONTIGUOUS_EXCEPTIONS),
    maxGrams: null,
    poBox: false,
    military: false,
  }),
  method('FEDEX-1DAY', 'FedEx: Standard Overnight', {
    zones: inUs({ kind: 'flat', amount: usd('34.00') }, CONTIGUOUS_EXCEPTIONS),
    maxGrams: null,
    poBox: false,
    military: false,
  }),
]

const row = (methodId: string, priority: number | null) => ({ methodId: methodId as MethodId, valid: true, priority })

export const SHIPPING: ShippingSettings = {
  levels: {
    standard: [row('USPS-FIRST', 1), row('UPS-GROUND', 2), row('USPS-PRIORITY', 3)],
    expedited: [row('USPS-PRIORITY', null), row('UPS-GROUND', null)],
    'two-day': [row('FEDEX-2DAY', null)],
    'one-day': [row('FEDEX-1DAY', null)],
  },
  further: { FREE_ECONOMY: 'standard', SAME_DAY: 'hold', PRIORITY: 'hold', SCHEDULED: 'hold' },
}

/** The Orders section; `notBefore` is the day before the demo's first day. */
export const orderSettings = (notBefore: string): OrderSettings => ({
  ...DEFAULT_SETTINGS.orders,
  notBefore,
  ignoredOrders: ['111-0000000-0000001'],
  ignoredItems: ['SAMPLE-SWATCH'],
  sweepEveryMinutes: 3,
  sweepAdapts: false,
})

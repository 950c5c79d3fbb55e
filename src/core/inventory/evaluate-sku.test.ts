import { expect, test } from 'vitest'
import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId, SellerSku } from '../ids.ts'
import { canonical } from './canonical.ts'
import type { OfferTerms } from './desired-offer.ts'
import { type Evaluation, evaluateSku, type SkuToEvaluate } from './evaluate-sku.ts'
import type { Listing } from './listing.ts'

const MUG: Item = { id: 'MUG' as ItemId, description: 'A mug', price: 1250, grams: 350, tracksStock: true, kit: null }
const listing = (change: Partial<Listing> = {}): Listing => ({
  sellerSku: 'MUG-BLUE' as SellerSku,
  marketplaceId: 'US',
  itemId: MUG.id,
  productType: 'KITCHEN',
  channel: 'DEFAULT',
  active: true,
  quantity: 8,
  leadDays: 2,
  price: 1250,
  currency: 'USD',
  offerRead: true,
  pricingRule: false,
  automatedHandling: false,
  ...change,
})
const terms = (change: Partial<OfferTerms> = {}): OfferTerms => ({
  currency: 'USD',
  price: 1250,
  min: null,
  max: null,
  sale: null,
  business: null,
  ...change,
})
const sku = (change: Partial<SkuToEvaluate> = {}, listings = [listing()]): SkuToEvaluate => ({
  sellerSku: 'MUG-BLUE' as SellerSku,
  picture: {
    listings,
    item: MUG,
    ratio: { amazon: 1, ours: 1 },
    leadTimeMinutes: null,
    restockOn: null,
    tabProductType: null,
  },
  terms: new Map([['US', terms()]]),
  stockField: null,
  priceFields: new Map(),
  ...change,
})
const run = (onHand: number, change: Partial<Evaluation['options']> = {}): Evaluation => ({
  options: { defaultLeadTimeMinutes: null, unconfiguredProductType: null, includePrice: false, ...change },
  stock: {
    centers: [{ code: 'EAST' as CenterCode, buffer: 0 }],
    items: new Map([[MUG.id, MUG]]),
    level: () => ({ onHand, allocated: 0 }),
    untracked: 1000,
  },
  places: [
    { id: 'US', currency: 'USD' },
    { id: 'CA', currency: 'CAD' },
  ],
  occasion: 'changes',
  today: '2026-11-10',
})
const ends = (outcomes: ReturnType<typeof evaluateSku>) =>
  outcomes.map((o) => [o.field, o.marketplaceId, o.what, ...(o.what === 'due' ? [JSON.parse(o.value)] : [])])

test('[I10] what Amazon shows already is not sent; what differs is', () => {
  expect(ends(evaluateSku(sku(), run(8)))).toMatchObject([['stock', '', 'nothing']])
  expect(ends(evaluateSku(sku(), run(7)))).toMatchObject([['stock', '', 'due', { quantity: 7 }]])
  expect(ends(evaluateSku(sku(), run(8, { defaultLeadTimeMinutes: 1440 })))).toMatchObject([
    ['stock', '', 'due', { leadDays: 1 }],
  ])
  expect(ends(evaluateSku(sku(), run(8, { defaultLeadTimeMinutes: 2880 })))).toMatchObject([['stock', '', 'nothing']])
})

test('[I4] prices are sent where the option is on, per marketplace, and only where its offer is named and listed', () => {
  const dearer = new Map([
    ['US', terms({ price: 1300 })],
    ['CA', terms({ price: 1700, currency: 'CAD' })],
  ])
  expect(ends(evaluateSku(sku({ terms: dearer }), run(8)))).toHaveLength(1)
  expect(ends(evaluateSku(sku({ terms: dearer }), run(8, { includePrice: true })))).toMatchObject([
    ['stock', '', 'nothing'],
    ['price', 'US', 'due', { price: 1300 }],
  ])
  const inCanada = listing({ marketplaceId: 'CA', price: 1650, currency: 'CAD' })
  expect(
    ends(evaluateSku(sku({ terms: dearer }, [listing(), inCanada]), run(8, { includePrice: true }))),
  ).toMatchObject([
    ['stock', '', 'nothing'],
    ['price', 'US', 'due', { price: 1300 }],
    ['price', 'CA', 'due', { price: 1700, currency: 'CAD' }],
  ])
})

test('[I4] a jump is held with its value; approved, it is due; the last sent price counts where Amazon shows none', () => {
  const jump = new Map([['US', terms({ price: 2000 })]])
  const priced = run(8, { includePrice: true })
  expect(evaluateSku(sku({ terms: jump }), priced)[1]).toMatchObject({
    what: 'held',
    value: canonical(terms({ price: 2000 })),
    problems: [{ code: 'price-jumps' }],
  })
  const approved = {
    state: 'held',
    sent: null,
    confirmed: null,
    approved: canonical(terms({ price: 2000 })),
    pinned: null,
  } as const
  expect(evaluateSku(sku({ terms: jump, priceFields: new Map([['US', approved]]) }), priced)[1]).toMatchObject({
    what: 'due',
  })
  const sent = { ...approved, state: 'confirmed', approved: null, sent: canonical(terms({ price: 1900 })) } as const
  const unseen = sku({ terms: jump, priceFields: new Map([['US', sent]]) }, [listing({ price: null })])
  expect(evaluateSku(unseen, priced)[1]).toMatchObject({ what: 'due' })
})

test('[I9] what Amazon ships is silent in stock, and its price can still be told', () => {
  const fba = [listing({ channel: 'AMAZON_NA', quantity: null })]
  expect(
    evaluateSku(sku({ terms: new Map([['US', terms({ price: 1300 })]]) }, fba), run(3, { includePrice: true })),
  ).toMatchObject([
    { field: 'stock', what: 'silent', why: 'fulfilled-by-amazon' },
    { field: 'price', what: 'due' },
  ])
})

test('[I5] a restock day is told until it has passed', () => {
  const restocked = (restockOn: string) => ({ ...sku(), picture: { ...sku().picture, restockOn } })
  expect(ends(evaluateSku(restocked('2026-11-10'), run(8)))[0]).toMatchObject([
    'stock',
    '',
    'due',
    { restockOn: '2026-11-10' },
  ])
  expect(ends(evaluateSku(restocked('2026-11-09'), run(8)))[0]).toEqual(['stock', '', 'nothing'])
})

test('[I1] the price of a SKU that is only mapped is not sent either, but in complete files that carry unconfigured items', () => {
  const mapped = sku({ terms: new Map([['US', terms({ price: 1300 })]]) }, [listing({ itemId: null })])
  const priced = run(8, { includePrice: true })
  expect(evaluateSku(mapped, priced)[1]).toMatchObject({ what: 'silent', why: 'not-configured' })
  const complete = run(8, { includePrice: true, unconfiguredProductType: 'KITCHEN' })
  expect(evaluateSku(mapped, { ...complete, occasion: 'complete' })[1]).toMatchObject({ what: 'due' })
})

test('[I4] a price goes only once the offer was read, whose other parts would be lost; a file names the price alone', () => {
  const unread = sku({ terms: new Map([['US', terms({ price: 1300 })]]) }, [listing({ offerRead: false })])
  const priced = run(8, { includePrice: true })
  expect(evaluateSku(unread, priced)[1]).toMatchObject({ what: 'silent', why: 'offer-unread' })
  expect(evaluateSku(unread, { ...priced, byFile: true })[1]).toMatchObject({ what: 'due' })
})

test('[I1][I4] what waits of a price is over once nobody wants it; not while that is not known yet, nor while a person pinned it', () => {
  const field = { state: 'held', sent: null, confirmed: null, approved: null, pinned: null } as const
  const look = (
    seen: Partial<Listing>,
    change: Partial<SkuToEvaluate> = {},
    options: Partial<Evaluation['options']> = {},
  ) =>
    evaluateSku(
      sku({ terms: new Map([['US', terms({ price: 1300 })]]), priceFields: new Map([['US', field]]), ...change }, [
        listing(seen),
      ]),
      run(8, { includePrice: true, ...options }),
    )[1]
  const over = { what: 'silent', over: true }
  const waits = { what: 'silent', over: false }
  expect(look({ pricingRule: true })).toMatchObject(over)
  expect(look({ itemId: null })).toMatchObject(over)
  const { picture } = sku({}, [listing({ itemId: null })])
  const gone = { terms: new Map(), picture: { ...picture, item: null } }
  expect(look({}, gone)).toMatchObject({ ...over, why: 'no-item' })
  expect(look({ offerRead: false })).toMatchObject(waits)
  expect(look({ itemId: null }, {}, { unconfiguredProductType: 'KITCHEN' })).toMatchObject(waits)
  expect(look({ pricingRule: true }, { priceFields: new Map([['US', { ...field, pinned: '{}' }]]) })).toMatchObject(
    waits,
  )
  expect(look({}, { ...gone, priceFields: new Map() })).toBeUndefined()
})

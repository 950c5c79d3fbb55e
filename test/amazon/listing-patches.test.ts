import { expect, test } from 'vitest'
import { offerPatch, stockPatch } from '#amazon/listing-patches.ts'
import type { OfferValue } from '#core/inventory/desired-offer.ts'
import type { StockValue } from '#core/inventory/desired-stock.ts'

const stock = (quantity: StockValue['quantity'], more: Partial<StockValue> = {}): StockValue => ({
  quantity,
  leadDays: null,
  restockOn: null,
  ...more,
})
const change = (value: StockValue, before: StockValue | null, liveLeadDays: number | null = null) => {
  const { op, value: entries } = stockPatch({ value, before, liveLeadDays })
  return [op, ...entries]
}
const OWN = { fulfillment_channel_code: 'DEFAULT' }

test('[I5] a quantity goes alone by merge, so that the handling time stays', () => {
  expect(change(stock(5), stock(4))).toEqual(['merge', { ...OWN, quantity: 5 }])
  expect(change(stock(5), null)).toEqual(['merge', { ...OWN, quantity: 5 }])
  expect(change(stock(0, { leadDays: 2 }), stock(4, { leadDays: 2 }))).toEqual(['merge', { ...OWN, quantity: 0 }])
})

test('[I5] a changed lead time or restock date goes as replace of the whole entry', () => {
  expect(change(stock(5, { leadDays: 2 }), stock(5))).toEqual([
    'replace',
    { ...OWN, quantity: 5, lead_time_to_ship_max_days: 2 },
  ])
  expect(change(stock(0, { leadDays: 2, restockOn: '2026-12-24' }), stock(0, { leadDays: 2 }))).toEqual([
    'replace',
    { ...OWN, quantity: 0, lead_time_to_ship_max_days: 2, restock_date: '2026-12-24' },
  ])
  // What stands at Amazon and is not ours is sent along, since replace erases it.
  expect(change(stock(0, { restockOn: '2026-12-24' }), stock(0), 3)).toEqual([
    'replace',
    { ...OWN, quantity: 0, lead_time_to_ship_max_days: 3, restock_date: '2026-12-24' },
  ])
})

test('[I3] always available goes without a quantity, and back to a number by replace', () => {
  expect(change(stock('always'), stock(4))).toEqual(['replace', { ...OWN, is_inventory_available: true }])
  expect(change(stock(4), stock('always'), 1)).toEqual([
    'replace',
    { ...OWN, quantity: 4, lead_time_to_ship_max_days: 1 },
  ])
})

const offer = (more: Partial<OfferValue> = {}): OfferValue => ({
  currency: 'USD',
  price: 1999,
  min: null,
  max: null,
  sale: null,
  business: null,
  ...more,
})
const at = (amount: number) => [{ schedule: [{ value_with_tax: amount }] }]

test('[I4] a price goes as the whole offer: limits, sale, business tiers, and what we do not own as it was read', () => {
  const value = offer({
    min: 1500,
    max: 2999,
    sale: { price: 1799, from: '2026-12-01', to: '2026-12-24' },
    business: { price: 1899, tiers: [{ from: 10, price: 1750 }] },
  })
  const kept = { map_price: at(12), our_price: 'never ours' }
  expect(offerPatch([{ marketplaceId: 'ATVPDKIKX0DER', value, kept }])).toEqual({
    op: 'replace',
    path: '/attributes/purchasable_offer',
    value: [
      {
        map_price: at(12),
        marketplace_id: 'ATVPDKIKX0DER',
        currency: 'USD',
        audience: 'ALL',
        our_price: at(19.99),
        minimum_seller_allowed_price: at(15),
        maximum_seller_allowed_price: at(29.99),
        discounted_price: [{ schedule: [{ start_at: '2026-12-01', end_at: '2026-12-24', value_with_tax: 17.99 }] }],
      },
      {
        marketplace_id: 'ATVPDKIKX0DER',
        currency: 'USD',
        audience: 'B2B',
        our_price: at(18.99),
        quantity_discount_plan: [
          { schedule: [{ discount_type: 'fixed', levels: [{ lower_bound: 10, value: 17.5 }] }] },
        ],
      },
    ],
  })
})

test('[I4] yen have no decimals; each marketplace has its own offer', () => {
  const patch = offerPatch([
    { marketplaceId: 'A1VC38T7YXB528', value: offer({ currency: 'JPY', price: 1980 }), kept: null },
    { marketplaceId: 'A19VAU5U5O7RUS', value: offer({ currency: 'SGD', price: 1 }), kept: null },
  ])
  expect(patch.value.map((each) => [each.marketplace_id, each.our_price])).toEqual([
    ['A1VC38T7YXB528', at(1980)],
    ['A19VAU5U5O7RUS', at(0.01)],
  ])
})

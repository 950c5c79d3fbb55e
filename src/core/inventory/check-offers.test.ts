import { expect, test } from 'vitest'
import type { ItemId } from '../ids.ts'
import { checkOffers, type KnownOffers } from './check-offers.ts'
import type { EnteredOffer, ItemOffer } from './item-offer.ts'

const MUG = 'MUG' as ItemId
const known: KnownOffers = {
  items: new Map([
    [MUG, { price: 1200 }],
    ['CARD' as ItemId, { price: null }],
  ]),
  currency: 'USD',
  marketplaces: new Map([
    ['US', 'USD'],
    ['DE', 'EUR'],
    ['JP', 'JPY'],
  ]),
  stored: [],
}
const usd = (amount: string) => ({ amount, currency: 'USD' })
const offer = (change: Partial<EnteredOffer> = {}): EnteredOffer => ({
  itemId: MUG,
  marketplaceId: null,
  price: null,
  min: null,
  max: null,
  sale: null,
  business: null,
  ...change,
})
const faultsOf = (...offers: EnteredOffer[]) => {
  const checked = checkOffers(offers, known)
  return checked.ok ? [] : checked.problems.map(({ facts }) => `${facts.field} ${facts.why}`)
}
const sale = (price: string, from = '2026-12-01', to = '2026-12-24') => ({ price: usd(price), from, to })
const tiers = (...steps: [number, string][]) => ({
  price: usd('11.00'),
  tiers: steps.map(([from, price]) => ({ from, price: usd(price) })),
})

test('[I4] an offer is read into minor units of its marketplace’s currency', () => {
  const full = offer({
    price: usd('12.50'),
    min: usd('9'),
    max: usd('20.00'),
    sale: sale('10.99'),
    business: tiers([5, '10.50'], [10, '10.00']),
  })
  const yen = offer({ marketplaceId: 'JP', price: { amount: '1250', currency: 'JPY' } })
  expect(checkOffers([full, yen], known)).toEqual({
    ok: true,
    value: [
      {
        ...{ itemId: 'MUG', marketplaceId: null, currency: 'USD', price: 1250, min: 900, max: 2000 },
        sale: { price: 1099, from: '2026-12-01', to: '2026-12-24' },
        business: {
          price: 1100,
          tiers: [
            { from: 5, price: 1050 },
            { from: 10, price: 1000 },
          ],
        },
      },
      { ...yen, currency: 'JPY', price: 1250 },
    ],
  })
})

const NUMBER = 'must be a decimal number above 0 with at most'
test.each([
  ['a price of 0', { price: usd('0.00') }, `price.amount ${NUMBER} 2 decimals, such as 12.50`],
  ['a price below 0', { price: usd('-1') }, `price.amount ${NUMBER} 2 decimals, such as 12.50`],
  ['three decimals where there are two', { price: usd('12.505') }, `price.amount ${NUMBER} 2 decimals, such as 12.50`],
  [
    'decimals where there are none',
    { marketplaceId: 'JP', price: { amount: '12.5', currency: 'JPY' } },
    `price.amount ${NUMBER} 0 decimals, such as 12`,
  ],
  ['a comma', { price: usd('12,50') }, `price.amount ${NUMBER} 2 decimals, such as 12.50`],
  [
    'another currency',
    { marketplaceId: 'DE', price: usd('12') },
    'price.currency must be EUR, in which it is sold there',
  ],
  [
    'where the merchant does not sell',
    { marketplaceId: 'BR' },
    'marketplaceId is not a marketplace in which this merchant sells',
  ],
  ['no such item', { itemId: 'CUP' as ItemId }, 'itemId is not an item of this merchant'],
  [
    'a min above the max',
    { min: usd('14'), max: usd('13'), price: usd('14') },
    'min must not be above the max of 13.00 USD',
  ],
  ['a price below its min', { price: usd('8'), min: usd('9') }, 'price of 8.00 USD lies below the min of 9.00 USD'],
  ['a price above its max', { price: usd('21'), max: usd('20') }, 'price of 21.00 USD lies above the max of 20.00 USD'],
  ['the item’s own price outside', { min: usd('13') }, 'price of 12.00 USD lies below the min of 13.00 USD'],
  [
    'a sale below the min',
    { min: usd('9'), sale: sale('8.99') },
    'sale.price of 8.99 USD lies below the min of 9.00 USD',
  ],
  ['a sale that is none', { sale: sale('12.00') }, 'sale.price must be below the price of 12.00 USD'],
  [
    'a sale that ends before it begins',
    { sale: sale('9', '2026-12-24', '2026-12-01') },
    'sale.to must not lie before the sale begins, on 2026-12-24',
  ],
  ['a day that is none', { sale: sale('9', '2026-02-30') }, 'sale.from is not a day of the calendar'],
  [
    'a day in another form',
    { sale: sale('9', '12/01/2026') },
    'sale.from must be a date written YYYY-MM-DD, such as 2026-02-28',
  ],
  [
    'a tier of one',
    { business: tiers([1, '10']) },
    'business.tiers[0].from must be a whole number of units from 2: more than the step before',
  ],
  [
    'tiers that do not rise',
    { business: tiers([10, '10'], [5, '9']) },
    'business.tiers[1].from must be a whole number of units from 11: more than the step before',
  ],
  [
    'half a unit',
    { business: tiers([2.5, '10']) },
    'business.tiers[0].from must be a whole number of units from 2: more than the step before',
  ],
  [
    'tiers that do not fall',
    { business: tiers([5, '10'], [10, '10']) },
    'business.tiers[1].price must be below 10.00 USD, the price before it',
  ],
  [
    'a tier above the business price',
    { business: tiers([5, '11.50']) },
    'business.tiers[0].price must be below 11.00 USD, the price before it',
  ],
  [
    'six tiers',
    { business: tiers([2, '10'], [3, '9'], [4, '8'], [5, '7'], [6, '6'], [7, '5']) },
    'business.tiers may have at most 5 steps',
  ],
  [
    'tiers without a price',
    { business: { ...tiers([5, '10']), price: null } },
    'business.price must be there, where there are tiers',
  ],
] as const)('[I4] refused: %s', (...[, change, fault]) => {
  // biome-ignore format: one line a case
  expect(faultsOf(offer(change as Partial<EnteredOffer>))).toContain(`offers[0].${fault}`)
})

test('[I4] one faulty among good ones is named by its place; one that stands twice too', () => {
  expect(faultsOf(offer(), offer({ marketplaceId: 'US', price: usd('0') }), offer())).toEqual([
    `offers[1].price.amount ${NUMBER} 2 decimals, such as 12.50`,
    'offers[2] is the same as offers[0]',
  ])
})

test('[X4] an offer that is there already needs no check: the item’s price may have left its limits since', () => {
  const stored: ItemOffer = {
    ...offer({ itemId: MUG }),
    currency: 'USD',
    price: null,
    min: 1300,
    max: null,
    sale: null,
    business: null,
  }
  expect(checkOffers([offer({ min: usd('13.00') })], { ...known, stored: [stored] }).ok).toBe(true)
  expect(checkOffers([offer({ min: usd('13.01') })], { ...known, stored: [stored] }).ok).toBe(false)
})

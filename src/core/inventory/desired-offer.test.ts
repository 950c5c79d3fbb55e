import { expect, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import { desiredOffer, type OfferTerms } from './desired-offer.ts'
import type { Listing } from './listing.ts'

const LISTING: Listing = {
  sellerSku: 'MUG-BLUE' as SellerSku,
  marketplaceId: 'ATVPDKIKX0DER',
  itemId: null,
  productType: 'KITCHEN',
  channel: 'DEFAULT',
  active: true,
  quantity: 3,
  leadDays: null,
  price: 1000,
  currency: 'USD',
  offerRead: true,
  pricingRule: false,
  automatedHandling: false,
}
const TERMS: OfferTerms = { currency: 'USD', price: 1000, min: null, max: null, sale: null, business: null }
const US = { id: 'ATVPDKIKX0DER', currency: 'USD' }
const offer = (terms: Partial<OfferTerms>, listing: Partial<Listing> = {}, lastSent: number | null = null) =>
  desiredOffer({ ...LISTING, ...listing }, { ...TERMS, ...terms }, { marketplace: US, lastSent })
const codes = (desired: ReturnType<typeof offer>) =>
  'held' in desired ? desired.held.map(({ code }) => code) : desired

test('[I4] the store’s price is sent as a whole offer, with sale, limits and business prices', () => {
  const whole = {
    price: 1100,
    min: 900,
    max: 2000,
    sale: { price: 950, from: '2026-12-01', to: '2026-12-24' },
    business: { price: 1050, tiers: [{ from: 10, price: 990 }] },
  }
  expect(offer(whole)).toEqual({ say: { currency: 'USD', ...whole }, held: [] })
})

test.each([
  ['a missing price', { price: null }, {}, ['price-missing'], null],
  ['a price of 0', { price: 0 }, {}, ['price-not-positive', 'price-jumps'], null],
  ['another currency than the marketplace’s', { currency: 'CAD' }, {}, ['price-currency'], null],
  ['below the lowest price', { price: 1000, min: 1001 }, {}, ['price-outside-limits'], 1000],
  ['above the highest price', { price: 1000, max: 999 }, {}, ['price-outside-limits'], 1000],
  [
    'a sale below the lowest price',
    { min: 900, sale: { price: 899, from: '2026-12-01', to: '2026-12-02' } },
    {},
    ['price-outside-limits'],
    1000,
  ],
  ['more than 30 % above the live price', { price: 1301 }, {}, ['price-jumps'], 1301],
  ['more than 30 % below the live price', { price: 699 }, {}, ['price-jumps'], 699],
] as const)('[I4] %s is held for approval or not sent', (...[, terms, listing, problems, say]) => {
  const desired = offer(terms as Partial<OfferTerms>, listing)
  expect(codes(desired)).toEqual(problems)
  expect('say' in desired ? (desired.say?.price ?? null) : undefined).toBe(say)
})

test('[I4] exactly 30 % is sent; without a live price the last sent one counts; without either there is nothing to compare', () => {
  expect(codes(offer({ price: 1300 }))).toEqual([])
  expect(codes(offer({ price: 700 }))).toEqual([])
  expect(codes(offer({ price: 5000 }, { price: null }, 1000))).toEqual(['price-jumps'])
  expect(codes(offer({ price: 5000 }, { price: null }))).toEqual([])
  expect(codes(offer({ price: 1000 }, { price: 100, currency: 'CAD' }))).toEqual([])
})

test('[I4] a SKU that Amazon prices by a rule is not sent, and one that is not listed neither', () => {
  expect(offer({}, { pricingRule: true })).toEqual({ silent: 'pricing-rule' })
  expect(desiredOffer(null, TERMS, { marketplace: US, lastSent: null })).toEqual({ silent: 'not-listed' })
})

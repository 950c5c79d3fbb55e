import { describe, expect, test } from 'vitest'
import { CANADA, listingsDesk, offer, patchOf, price, stock } from './listings-desk.ts'
import { HOUR, MINUTE, SELLER, US } from './seller-central.ts'

/** Traps of `spapi-listings.md` 9, by their numbers: each is there for the product to keep out of. */

const inBoth = async () => {
  const desk = await listingsDesk()
  desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: CANADA }] })
  desk.control.putListing({ sku: 'BOWL', marketplaceIds: [US, CANADA], price: { [US]: 15, [CANADA]: 20 }, quantity: 4 })
  return desk
}

test('trap 3: stock goes live before the new price, so that orders come at the old one', async () => {
  const desk = await listingsDesk()
  desk.control.putListing({ sku: 'BOWL', price: 15, quantity: 0 })
  await desk.patch('BOWL', [offer(19), stock('merge', { quantity: 50 })])
  desk.control.advance(MINUTE)
  const { body } = await desk.read('BOWL')
  expect(body.summaries[0].status).toContain('BUYABLE')
  expect(body.offers[0].price.amount).toBe('15.00')
})

describe('trap 6: prices of several marketplaces', () => {
  test('a marketplace that the request names and the value leaves out loses its price', async () => {
    const desk = await inBoth()
    await desk.patch('BOWL', offer(16), { marketplaceIds: `${US},${CANADA}` })
    desk.settle()
    const { body } = await desk.read('BOWL', { marketplaceIds: `${US},${CANADA}` })
    expect(body.offers).toMatchObject([{ marketplaceId: US, price: { amount: '16.00' } }])
    expect(body.summaries).toMatchObject([{ status: ['BUYABLE', 'DISCOVERABLE'] }, { status: ['DISCOVERABLE'] }])
  })

  test('a marketplace that the request does not name keeps its price', async () => {
    const desk = await inBoth()
    await desk.patch('BOWL', offer(16))
    desk.settle()
    expect((await desk.read('BOWL', { marketplaceIds: CANADA })).body.offers[0].price.amount).toBe('20.00')
  })

  test('a value of a marketplace that the request does not name is invalid', async () => {
    const desk = await inBoth()
    expect((await desk.patch('BOWL', offer(16), { marketplaceIds: CANADA })).body.status).toBe('INVALID')
  })
})

describe('prices', () => {
  const start = async () => {
    const desk = await listingsDesk()
    desk.control.putListing({
      sku: 'BOWL',
      price: 15,
      minimumPrice: 10,
      maximumPrice: 30,
      businessPrice: 14,
      salePrice: { amount: 12, from: '2026-11-01', until: '2026-11-30' },
      quantity: 4,
    })
    return desk
  }

  test('an offer is replaced whole: what it leaves out is lost, other audiences stay', async () => {
    const desk = await start()
    expect((await desk.read('BOWL')).body.offers[0].price.amount).toBe('12.00')
    await desk.patch('BOWL', offer(16))
    desk.settle()
    const { body } = await desk.read('BOWL')
    expect(body.offers).toMatchObject([
      { audience: { value: 'B2B' }, price: { amount: '14.00' } },
      { audience: { value: 'ALL' }, price: { amount: '16.00' } },
    ])
    const kept = Object.keys(body.attributes.purchasable_offer[1])
    expect(kept.sort()).toEqual(['audience', 'currency', 'marketplace_id', 'our_price'])
  })

  test('a sale begins and ends by itself', async () => {
    const desk = await listingsDesk()
    const salePrice = { amount: 12, from: '2026-11-12', until: '2026-11-13' }
    desk.control.putListing({ sku: 'BOWL', price: 15, salePrice, quantity: 4 })
    const amounts = []
    for (let day = 10; day < 16; day++) {
      amounts.push((await desk.read('BOWL')).body.offers[0].price.amount)
      desk.control.advance(24 * HOUR)
    }
    expect(amounts).toEqual(['15.00', '15.00', '12.00', '12.00', '15.00', '15.00'])
  })

  test('a sale price cannot be taken away by merge, a plan of quantity discounts can', async () => {
    const desk = await start()
    const nulled = (name: string) =>
      patchOf('merge', 'purchasable_offer', { marketplace_id: US, currency: 'USD', audience: 'B2B', [name]: null })
    expect((await desk.patch('BOWL', nulled('discounted_price'))).body.status).toBe('INVALID')
    const plan = { quantity_discount_plan: [{ schedule: [{ discount_type: 'fixed', levels: [] }] }] }
    await desk.patch('BOWL', offer(13, { audience: 'B2B', ...plan }))
    expect((await desk.patch('BOWL', nulled('quantity_discount_plan'))).body.status).toBe('ACCEPTED')
    const offers = (await desk.read('BOWL')).body.attributes.purchasable_offer
    expect(JSON.stringify(offers)).not.toContain('quantity_discount_plan')
    expect(offers).toHaveLength(2)
  })

  test.each<[string, object]>([
    ['of nothing', offer(0)],
    ['below nothing', offer(-1)],
    ['with a third of a cent', offer(1.001)],
    [
      'in another currency',
      patchOf('replace', 'purchasable_offer', { marketplace_id: US, currency: 'EUR', our_price: price(5) }),
    ],
    ['below its own minimum', offer(16, { minimum_seller_allowed_price: price(17) })],
    [
      'that is text',
      patchOf('replace', 'purchasable_offer', {
        marketplace_id: US,
        currency: 'USD',
        our_price: [{ schedule: [{ value_with_tax: '16.00' }] }],
      }),
    ],
  ])('a price %s is invalid', async (_, patch) => {
    const desk = await start()
    expect((await desk.patch('BOWL', patch)).body.status).toBe('INVALID')
  })

  test('a new minimum alone that is above the price is refused', async () => {
    const desk = await start()
    const alone = { marketplace_id: US, currency: 'USD', audience: 'ALL', minimum_seller_allowed_price: price(17) }
    expect((await desk.patch('BOWL', patchOf('replace', 'purchasable_offer', alone))).body).toMatchObject({
      status: 'INVALID',
      issues: [{ categories: ['INVALID_PRICE'] }],
    })
  })

  test.each([
    ['above its own maximum', offer(16, { maximum_seller_allowed_price: price(15.5) })],
    ['ten times the one before', offer(120)],
    ['a tenth of the one before', offer(1.2)],
  ])('a price %s is accepted, and then takes the offer off sale', async (_, patch) => {
    const desk = await start()
    expect((await desk.patch('BOWL', patch)).body.status).toBe('ACCEPTED')
    desk.settle()
    const { body } = await desk.read('BOWL')
    expect(body.summaries[0].status).toEqual(['DISCOVERABLE'])
    expect(body.issues).toMatchObject([
      { categories: ['INVALID_PRICE'], enforcements: { actions: [{ action: 'LISTING_SUPPRESSED' }] } },
    ])
    await desk.patch('BOWL', offer(110))
    await desk.patch('BOWL', offer(20))
    desk.settle()
    expect((await desk.read('BOWL')).body.offers.at(-1).price.amount).toBe('20.00')
  })

  test("with a rule of Amazon's own the seller's price is not heeded, until an offer without the rule comes", async () => {
    const desk = await listingsDesk()
    desk.control.putListing({ sku: 'BOWL', price: 15, quantity: 4, pricingRule: 'rule-1' })
    const rule = { automated_pricing_merchandising_rule_plan: [{ merchandising_rule: { rule_id: 'rule-1' } }] }
    await desk.patch('BOWL', offer(18, rule))
    desk.settle()
    expect((await desk.read('BOWL')).body.offers[0].price.amount).toBe('15.00')
    await desk.patch('BOWL', offer(18))
    desk.settle()
    expect((await desk.read('BOWL')).body.offers[0].price.amount).toBe('18.00')
  })
})

import { expect, test } from 'vitest'
import { listingsDesk } from './listings-desk.ts'
import { MINUTE, US } from './seller-central.ts'

test('20,000 listings are put at once, and searched and told after that', async () => {
  const desk = await listingsDesk()
  const drafts = Array.from({ length: 20_000 }, (_, at) => ({ sku: `BULK-${at}`, price: 10, quantity: 3 }))
  const answer = await fetch(`${desk.url}/control/listings`, { method: 'POST', body: JSON.stringify(drafts) })
  expect(answer.status).toBe(200)
  expect((await desk.find({ identifiers: 'BULK-19999', identifiersType: 'SKU' })).body.numberOfResults).toBe(1)
  expect(desk.control.listings().length).toBeGreaterThan(20_000)
})

test('another hand changes price and quantity, and Amazon switches off and finds issues', async () => {
  const desk = await listingsDesk()
  const change = { sku: 'MUG-BLUE', quantity: 2, price: 13, issue: { code: '18027', categories: ['INVALID_IMAGE'] } }
  await fetch(`${desk.url}/control/listing-changes`, { method: 'POST', body: JSON.stringify(change) })
  const { body } = await desk.read('MUG-BLUE')
  expect(body).toMatchObject({
    offers: [{ price: { amount: '13.00' } }],
    fulfillmentAvailability: [{ quantity: 2 }],
    issues: [{ code: '18027', marketplaceIds: [US] }],
    summaries: [{ status: ['BUYABLE', 'DISCOVERABLE'] }],
  })
  expect(body.attributes.fulfillment_availability[0]).toMatchObject({ quantity: 2, lead_time_to_ship_max_days: 2 })
  desk.control.alterListing('MUG-BLUE', { inactive: true, clearIssues: true, liveQuantity: 1 })
  const later = (await desk.read('MUG-BLUE')).body
  expect(later).toMatchObject({ issues: [], summaries: [{ status: [] }], fulfillmentAvailability: [{ quantity: 1 }] })
  expect(later.attributes.fulfillment_availability[0].quantity).toBe(2)
  expect(() => desk.control.alterListing('NOBODY', {})).toThrow('NOBODY')
  expect(() => desk.control.putListing({ sku: 'X', productType: 'NOTHING' })).toThrow('NOTHING')
})

test('the sample merchant lists what its day sells, and one that Amazon ships', async () => {
  const desk = await listingsDesk({ day: 'fast' })
  desk.control.advance(24 * 60 * MINUTE)
  const skus = desk.control.orders().flatMap(({ orderId }) => {
    const { orderItems = [] } = desk.control.order(orderId) ?? {}
    return orderItems.map(({ product }) => product.sellerSku ?? '')
  })
  const unlisted = new Set(skus.filter((sku) => desk.control.listing(sku) === undefined))
  expect(skus.length).toBeGreaterThan(60)
  expect([...unlisted].filter((sku) => sku !== '')).toEqual([])
  const { body } = await desk.read('AMZ-CANDLE-FBA')
  expect(body).toMatchObject({ fulfillmentAvailability: [{ fulfillmentChannelCode: 'AMAZON_NA' }] })
  expect(body.fulfillmentAvailability[0]).not.toHaveProperty('quantity')
})

test('settings, product types, products and restrictions over the wire', async () => {
  const desk = await listingsDesk()
  const door = async (path: string, body: object) => {
    const answer = await fetch(`${desk.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
    return { status: answer.status, body: await answer.json() }
  }
  expect((await door('listing-settings', { lagMs: 1 })).body).toMatchObject({ lagMs: 1, priceLagMs: 120_000 })
  await door('withdrawn-product-types', { name: 'TEA', successor: 'HOME' })
  expect((await desk.read('AMZ-TEA-EARL')).body.productTypes[0].productType).toBe('HOME')
  const product = { asin: 'B0BASKET01', title: 'Basket', brand: 'Invented', productType: 'HOME', identifiers: {} }
  await door('catalog-items', product)
  expect((await desk.call('GET', `/catalog/2022-04-01/items/B0BASKET01?marketplaceIds=${US}`)).status).toBe(200)
  await door('listing-restrictions', { asin: 'B0BASKET01', marketplaceId: US, reasonCode: 'NOT_ELIGIBLE' })
  expect((await door('listing-changes', { sku: 'NOBODY' })).status).toBe(400)
  const told = (await (await fetch(`${desk.url}/control/listings`)).json()) as { sku: string }[]
  expect(told.find(({ sku }) => sku === 'MUG-BLUE')).toMatchObject({ live: { channel: 'DEFAULT' } })
  desk.control.reset()
  expect((await desk.read('AMZ-TEA-EARL')).body.productTypes[0].productType).toBe('TEA')
})

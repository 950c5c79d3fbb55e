import { expect, test } from 'vitest'
import { MINUTE, NOON, SELLER, sellerCentral, US } from './seller-central.ts'

const at = (minutes: number) => new Date(Date.parse(NOON) + minutes * MINUTE).toISOString()

test.each<[string, Record<string, string>, RegExp]>([
  ['both Afters', { createdAfter: at(-60), lastUpdatedAfter: at(-60) }, /Exactly one/],
  ['createdBefore with lastUpdatedAfter', { lastUpdatedAfter: at(-60), createdBefore: at(-30) }, /cannot be used/],
  ['lastUpdatedBefore with createdAfter', { createdAfter: at(-60), lastUpdatedBefore: at(-30) }, /cannot be used/],
  ['a Before earlier than its After', { lastUpdatedAfter: at(-30), lastUpdatedBefore: at(-60) }, /equal to or after/],
  ['a Before too young', { lastUpdatedAfter: at(-60), lastUpdatedBefore: at(-1.99) }, /two minutes/],
  ['a time that is no time', { lastUpdatedAfter: 'yesterday' }, /ISO 8601/],
  ['a plus sign not encoded', { lastUpdatedAfter: '2026-11-10T06:00:00 00:00' }, /ISO 8601/],
  ['an unknown dataset', { includedData: 'BUYER,SECRETS' }, /includedData/],
  ['an unknown status', { fulfillmentStatuses: 'Unshipped' }, /fulfillmentStatuses/],
  ['an unknown fulfiller', { fulfilledBy: 'ME' }, /fulfilledBy/],
  ['a page of 0', { maxResultsPerPage: '0' }, /between 1 and 100/],
  ['a page of 101', { maxResultsPerPage: '101' }, /between 1 and 100/],
  ['51 marketplaces', { marketplaceIds: Array(51).fill(US).join(',') }, /at most 50/],
  ['an unknown pagination token', { paginationToken: 'bm8' }, /pagination token/],
])('a search with %s is InvalidInput', async (_, query, message) => {
  const amazon = await sellerCentral()
  const answer = await amazon.search(query)
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]).toMatchObject({ code: 'InvalidInput', message: expect.stringMatching(message) })
  expect(answer.headers.get('x-amzn-ratelimit-limit')).toBe('0.0056')
})

test('a search without createdAfter and lastUpdatedAfter is InvalidInput', async () => {
  const amazon = await sellerCentral()
  const answer = await amazon.get('/orders/2026-01-01/orders')
  expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'InvalidInput'])
})

test('a list given twice instead of comma-separated is InvalidInput', async () => {
  const amazon = await sellerCentral()
  const twice = '/orders/2026-01-01/orders?lastUpdatedAfter=2026-11-10T06:00:00Z&includedData=TAX&includedData=BUYER'
  expect((await amazon.get(twice)).status).toBe(400)
})

test('a Before exactly two minutes ago is allowed and echoed', async () => {
  const amazon = await sellerCentral()
  const answer = await amazon.search({ lastUpdatedAfter: at(-60), lastUpdatedBefore: at(-2) })
  expect(answer.body).toEqual({ orders: [], lastUpdatedBefore: at(-2) })
})

test('without a Before, Amazon searches until two minutes ago and says so', async () => {
  const amazon = await sellerCentral()
  expect((await amazon.search()).body).toEqual({ orders: [], lastUpdatedBefore: at(-2) })
  expect((await amazon.search({ createdAfter: at(-60) })).body).toEqual({ orders: [], createdBefore: at(-2) })
})

test('both bounds are inclusive', async () => {
  const amazon = await sellerCentral()
  const ids = [-30, -20, -10].map((m) => amazon.control.placeOrder({ createdAt: at(m) }))
  const search = await amazon.search({ lastUpdatedAfter: at(-30), lastUpdatedBefore: at(-10) })
  expect(amazon.ids(search)).toEqual(ids)
  const inside = await amazon.search({ lastUpdatedAfter: at(-29.99), lastUpdatedBefore: at(-10.01) })
  expect(amazon.ids(inside)).toEqual([ids[1]])
})

test('results ascend by the time that was searched', async () => {
  const amazon = await sellerCentral()
  const late = amazon.control.placeOrder({ createdAt: at(-60), updatedAt: at(-5) })
  const early = amazon.control.placeOrder({ createdAt: at(-50), updatedAt: at(-40) })
  expect(amazon.ids(await amazon.search())).toEqual([early, late])
  expect(amazon.ids(await amazon.search({ createdAfter: at(-90) }))).toEqual([late, early])
})

test('statuses and fulfiller narrow the search', async () => {
  const amazon = await sellerCentral()
  const place = (draft: object) => amazon.control.placeOrder({ createdAt: at(-30), ...draft })
  const pending = place({ status: 'PENDING' })
  const shipped = place({ status: 'SHIPPED' })
  const fba = place({ fulfilledBy: 'AMAZON' })
  expect(amazon.ids(await amazon.search({ fulfillmentStatuses: 'PENDING,SHIPPED' })).sort()).toEqual(
    [pending, shipped].sort(),
  )
  expect(amazon.ids(await amazon.search({ fulfilledBy: 'AMAZON' }))).toEqual([fba])
  expect(amazon.ids(await amazon.search({ fulfilledBy: 'AMAZON,MERCHANT' }))).toHaveLength(3)
})

test('a marketplace where the seller does not take part refuses the whole call', async () => {
  const amazon = await sellerCentral()
  amazon.control.putSeller({
    sellerId: SELLER,
    marketplaces: [{ id: US }, { id: 'A2EUQ1WTGCTBG2' }, { id: 'A1AM78C64UM0Y8', refused: true }],
  })
  const us = amazon.control.placeOrder({ createdAt: at(-30) })
  const canada = amazon.control.placeOrder({ createdAt: at(-29), marketplaceId: 'A2EUQ1WTGCTBG2' })
  expect(amazon.ids(await amazon.search({ marketplaceIds: `${US},A2EUQ1WTGCTBG2` }))).toEqual([us, canada])
  expect(amazon.ids(await amazon.search({ marketplaceIds: 'A2EUQ1WTGCTBG2' }))).toEqual([canada])
  for (const bad of ['A1F83G8C2ARO7P', 'A1AM78C64UM0Y8'])
    expect((await amazon.search({ marketplaceIds: `${US},${bad}` })).status).toBe(403)
})

test("another seller's orders are never listed", async () => {
  const amazon = await sellerCentral()
  amazon.control.putSeller({ sellerId: 'OTHER' })
  amazon.control.placeOrder({ sellerId: 'OTHER', createdAt: at(-30) })
  expect(amazon.ids(await amazon.search())).toEqual([])
})

test('an unknown parameter has no effect, and the log names it', async () => {
  const amazon = await sellerCentral()
  expect((await amazon.search({ MarketplaceIds: 'x' })).status).toBe(200)
  expect(amazon.control.requests().at(-1)?.ignoredQuery).toEqual(['MarketplaceIds'])
})

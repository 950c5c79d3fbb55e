import { expect, test } from 'vitest'
import { HOUR, MINUTE, NOON, sellerCentral } from './seller-central.ts'

const at = (minutes: number) => new Date(Date.parse(NOON) + minutes * MINUTE).toISOString()

async function withOrders(count: number) {
  const amazon = await sellerCentral()
  amazon.control.setQuota('searchOrders', { rate: 10, burst: 1000 })
  const placed = Array.from({ length: count }, (_, i) => amazon.control.placeOrder({ createdAt: at(-60 + i) }))
  const first = await amazon.search({ maxResultsPerPage: '2' })
  return { amazon, placed, first, token: first.body.pagination.nextToken as string }
}

test('pages follow each other without gap or repetition, and the last has no token', async () => {
  const { amazon, placed, first, token } = await withOrders(5)
  const second = await amazon.search({ maxResultsPerPage: '2', paginationToken: token })
  const third = await amazon.search({ maxResultsPerPage: '2', paginationToken: second.body.pagination.nextToken })
  expect([first, second, third].flatMap(amazon.ids)).toEqual(placed)
  expect(third.body.pagination).toBeUndefined()
})

test('a full last page has no token', async () => {
  const { amazon, token } = await withOrders(4)
  const second = await amazon.search({ maxResultsPerPage: '2', paginationToken: token })
  expect(amazon.ids(second)).toHaveLength(2)
  expect(second.body.pagination).toBeUndefined()
})

test('orders updated in the same millisecond are not lost between pages', async () => {
  const amazon = await sellerCentral()
  const placed = amazon.control.placeOrders({ createdAt: at(-30) }, 7)
  const seen: string[] = []
  let token: string | undefined
  do {
    const page = await amazon.search({ maxResultsPerPage: '3', ...(token ? { paginationToken: token } : {}) })
    seen.push(...amazon.ids(page))
    token = page.body.pagination?.nextToken
  } while (token)
  expect(seen.sort()).toEqual(placed.sort())
})

test('page size and datasets may change from page to page', async () => {
  const { amazon, token } = await withOrders(5)
  const second = await amazon.search({ maxResultsPerPage: '3', includedData: 'BUYER', paginationToken: token })
  expect(amazon.ids(second)).toHaveLength(3)
  expect(second.body.orders[0].buyer).toBeDefined()
})

test.each<[string, Record<string, string>]>([
  ['an added filter', { fulfilledBy: 'MERCHANT' }],
  ['another window', { lastUpdatedAfter: at(-120) }],
  ['a bound that the first call had not', { lastUpdatedAfter: '2026-11-10T06:00:00Z', lastUpdatedBefore: at(-2) }],
])('a pagination token with %s is InvalidInput', async (_, query) => {
  const { amazon, token } = await withOrders(5)
  expect((await amazon.search({ ...query, paginationToken: token })).status).toBe(400)
})

test('a pagination token lives 24 hours', async () => {
  const { amazon, token } = await withOrders(5)
  const later = async () => {
    const headers = { 'x-amz-access-token': await amazon.accessToken() }
    return (await amazon.search({ paginationToken: token }, headers)).status
  }
  amazon.control.advance(24 * HOUR - 1)
  expect(await later()).toBe(200)
  amazon.control.advance(1)
  expect(await later()).toBe(400)
})

test("another seller's pagination token is InvalidInput", async () => {
  const { amazon, token } = await withOrders(5)
  amazon.control.putSeller({ sellerId: 'OTHER' })
  const other = await amazon.accessToken(amazon.control.authorize({ sellerId: 'OTHER' }))
  expect((await amazon.search({ paginationToken: token }, { 'x-amz-access-token': other })).status).toBe(400)
})

test('the upper bound stays that of the first page', async () => {
  const { amazon, first, token } = await withOrders(3)
  amazon.control.placeOrder()
  amazon.control.advance(10 * MINUTE)
  const second = await amazon.search({ paginationToken: token })
  expect(second.body.lastUpdatedBefore).toBe(first.body.lastUpdatedBefore)
  expect(amazon.ids(second)).toHaveLength(1)
})

test('an order that changes between two pages leaves the window', async () => {
  const { amazon, placed, token } = await withOrders(4)
  amazon.control.alterOrder(placed[2] as string, { ship: 'all' })
  const second = await amazon.search({ paginationToken: token })
  expect(amazon.ids(second)).toEqual([placed[3]])
})

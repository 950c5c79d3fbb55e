import { expect, test } from 'vitest'
import { SELLER, sellerCentral } from './seller-central.ts'

test.each([
  { operation: 'searchOrders', path: '/orders/2026-01-01/orders?createdAfter=2026-11-10', burst: 20, rate: 0.0056 },
  { operation: 'getOrder', path: '/orders/2026-01-01/orders/111-1111111-1111111', burst: 30, rate: 0.5 },
  {
    operation: 'getMarketplaceParticipations',
    path: '/sellers/v1/marketplaceParticipations',
    burst: 15,
    rate: 0.016,
  },
])('$operation allows its burst, then one call per 1/rate seconds', async ({ operation, path, burst, rate }) => {
  const amazon = await sellerCentral()
  for (let i = 0; i < burst; i++) expect((await amazon.get(path)).status).not.toBe(429)
  const refused = await amazon.get(path)
  expect(refused.status).toBe(429)
  expect(refused.body.errors[0].code).toBe('QuotaExceeded')
  expect(refused.headers.get('x-amzn-ratelimit-limit')).toBeNull()
  amazon.control.advance(Math.ceil(1000 / rate) - 1000)
  expect((await amazon.get(path)).status).toBe(429)
  amazon.control.advance(1000)
  expect((await amazon.get(path)).status).not.toBe(429)
  expect(amazon.control.counters()).toContainEqual({ sellerId: SELLER, operation, calls: burst + 3, throttled: 2 })
})

test('each seller has a bucket of his own', async () => {
  const amazon = await sellerCentral()
  amazon.control.setQuota('searchOrders', { rate: 0.001, burst: 1 })
  amazon.control.putSeller({ sellerId: 'OTHER' })
  const other = { 'x-amz-access-token': await amazon.accessToken(amazon.control.authorize({ sellerId: 'OTHER' })) }
  expect((await amazon.search()).status).toBe(200)
  expect((await amazon.search()).status).toBe(429)
  expect((await amazon.search({}, other)).status).toBe(200)
})

test('a refused parameter spends a call, a refused token does not', async () => {
  const amazon = await sellerCentral()
  amazon.control.setQuota('searchOrders', { rate: 0.001, burst: 1 })
  expect((await amazon.search({}, { 'x-amz-access-token': 'bad' })).status).toBe(403)
  expect((await amazon.search({ maxResultsPerPage: '0' })).status).toBe(400)
  expect((await amazon.search()).status).toBe(429)
})

test('a plan set by the side door is named in the header', async () => {
  const amazon = await sellerCentral()
  amazon.control.setQuota('searchOrders', { rate: 0.1, burst: 5 })
  expect((await amazon.search()).headers.get('x-amzn-ratelimit-limit')).toBe('0.1')
})

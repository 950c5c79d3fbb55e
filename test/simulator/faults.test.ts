import { expect, test } from 'vitest'
import { HOUR, MINUTE, NOON, ORDERS, SELLER, sellerCentral, US } from './seller-central.ts'

const at = (minutes: number) => new Date(Date.parse(NOON) + minutes * MINUTE).toISOString()
const SEARCH = `${ORDERS}?lastUpdatedAfter=2026-11-10T06:00:00Z`

test('throttling comes with or without the rate header', async () => {
  const amazon = await sellerCentral()
  amazon.control.addFault({ operation: 'searchOrders', kind: 'throttle', header: true })
  amazon.control.addFault({ operation: 'searchOrders', kind: 'throttle' })
  const answers = [await amazon.search(), await amazon.search(), await amazon.search()]
  expect(answers.map((a) => [a.status, a.headers.get('x-amzn-ratelimit-limit')])).toEqual([
    [429, '0.0056'],
    [429, null],
    [200, '0.0056'],
  ])
})

test.each([
  [500, 'InternalFailure'],
  [503, 'ServiceUnavailable'],
])('a %i strikes as often as it was told, and only its operation', async (status, code) => {
  const amazon = await sellerCentral()
  amazon.control.addFault({ operation: 'searchOrders', kind: 'error', status, count: 2 })
  expect((await amazon.get('/sellers/v1/marketplaceParticipations')).status).toBe(200)
  expect((await amazon.search()).body.errors[0].code).toBe(code)
  expect((await amazon.search()).status).toBe(status)
  expect((await amazon.search()).status).toBe(200)
})

test('a fault may wait for the nth call', async () => {
  const amazon = await sellerCentral()
  amazon.control.addFault({ operation: '*', kind: 'error', status: 500, nth: 4 })
  const statuses = []
  for (let i = 0; i < 4; i++) statuses.push((await amazon.search()).status)
  expect(statuses).toEqual([200, 200, 500, 200]) // the login was the first call
})

test('a fault may last until it is cleared, and may strike one seller only', async () => {
  const amazon = await sellerCentral()
  amazon.control.putSeller({ sellerId: 'OTHER' })
  const other = { 'x-amz-access-token': await amazon.accessToken(amazon.control.authorize({ sellerId: 'OTHER' })) }
  amazon.control.addFault({ operation: 'searchOrders', kind: 'error', status: 503, always: true, sellerId: SELLER })
  for (let i = 0; i < 3; i++) expect((await amazon.search()).status).toBe(503)
  expect((await amazon.search({}, other)).status).toBe(200)
  amazon.control.clearFaults()
  expect((await amazon.search()).status).toBe(200)
})

test('a connection cut before the effect spends no quota, one cut after does', async () => {
  const amazon = await sellerCentral()
  await amazon.search()
  amazon.control.setQuota('searchOrders', { rate: 0.001, burst: 2 })
  amazon.control.addFault({ operation: 'searchOrders', kind: 'reset-before' })
  await expect(amazon.search()).rejects.toThrow('fetch failed')
  amazon.control.addFault({ operation: 'searchOrders', kind: 'reset-after' })
  await expect(amazon.search()).rejects.toThrow('fetch failed')
  expect((await amazon.search()).status).toBe(200)
  expect((await amazon.search()).status).toBe(429)
  expect(amazon.control.requests().map((r) => r.status)).toEqual([200, 200, undefined, undefined, 200, 429])
})

test('a login cut after the effect has used up its code', async () => {
  const amazon = await sellerCentral()
  const form = { grant_type: 'authorization_code', code: amazon.control.issueCode() }
  amazon.control.addFault({ operation: 'login', kind: 'reset-after' })
  await expect(amazon.login(form)).rejects.toThrow('fetch failed')
  expect((await amazon.login(form)).body.error).toBe('invalid_grant')
})

test('the login can fail in its own words', async () => {
  const amazon = await sellerCentral()
  amazon.control.addFault({ operation: 'login', kind: 'error', status: 503 })
  const answer = await amazon.login({ grant_type: 'refresh_token' })
  expect([answer.status, answer.body.error]).toEqual([503, 'server_error'])
})

test('a truncated body breaks the connection, or cleanly ends too early', async () => {
  const amazon = await sellerCentral()
  amazon.control.placeOrder({ createdAt: at(-30) })
  amazon.control.addFault({ operation: 'searchOrders', kind: 'truncate' })
  await expect(amazon.search()).rejects.toThrow('terminated')
  amazon.control.addFault({ operation: 'searchOrders', kind: 'truncate', clean: true, keep: 40 })
  await expect(amazon.search()).rejects.toThrow(SyntaxError)
})

test('a body may be no JSON, huge, or late', async () => {
  const amazon = await sellerCentral()
  const token = await amazon.accessToken()
  const raw = () => fetch(`${amazon.url}${SEARCH}`, { headers: { 'x-amz-access-token': token } })
  amazon.control.addFault({ operation: 'searchOrders', kind: 'not-json' })
  expect(await (await raw()).text()).toBe('<html><body>Service busy</body></html>')
  amazon.control.addFault({ operation: 'searchOrders', kind: 'huge-body', bytes: 3_000_000 })
  const huge = await (await raw()).text()
  expect([huge.length, JSON.parse(huge).orders]).toEqual([3_000_000, []])
  amazon.control.addFault({ operation: 'searchOrders', kind: 'slow', ms: 150 })
  const before = performance.now()
  await raw()
  expect(performance.now() - before).toBeGreaterThan(140)
})

test('a repeated page is the same page with the very token that was sent', async () => {
  const amazon = await sellerCentral()
  for (let i = 0; i < 5; i++) amazon.control.placeOrder({ createdAt: at(-30 + i) })
  amazon.control.addFault({ operation: 'searchOrders', kind: 'repeat-page' })
  const first = await amazon.search({ maxResultsPerPage: '2' })
  const paginationToken = first.body.pagination.nextToken
  const again = await amazon.search({ maxResultsPerPage: '2', paginationToken })
  expect(again.body).toEqual(first.body)
  const second = await amazon.search({ maxResultsPerPage: '2', paginationToken })
  expect(amazon.ids(second)).not.toEqual(amazon.ids(first))
})

test('an order can be missing from the one list that should hold it', async () => {
  const amazon = await sellerCentral()
  const [kept, hidden] = [-30, -20].map((m) => amazon.control.placeOrder({ createdAt: at(m) }))
  amazon.control.addFault({ operation: 'searchOrders', kind: 'hide-order', orderId: hidden })
  expect(amazon.ids(await amazon.search({ lastUpdatedAfter: at(-10) }))).toEqual([])
  expect(amazon.ids(await amazon.search())).toEqual([kept])
  expect((await amazon.order(hidden as string)).status).toBe(200)
  expect(amazon.ids(await amazon.search())).toEqual([kept, hidden])
})

test('a dataset can be refused by name, in both operations', async () => {
  const amazon = await sellerCentral()
  const id = amazon.control.placeOrder()
  amazon.control.addFault({ operation: '*', kind: 'refuse-dataset', dataset: 'FULFILLMENT', always: true })
  const refused = await amazon.search({ includedData: 'BUYER,FULFILLMENT' })
  expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'InvalidInput'])
  expect(refused.body.errors[0].message).toContain('FULFILLMENT')
  expect((await amazon.search({ includedData: 'BUYER' })).status).toBe(200)
  expect((await amazon.order(id, 'FULFILLMENT')).status).toBe(400)
})

test('a marketplace can be refused for the whole call', async () => {
  const amazon = await sellerCentral()
  amazon.control.addFault({ operation: 'searchOrders', kind: 'refuse-marketplace', marketplaceId: US })
  expect((await amazon.search({ marketplaceIds: US })).status).toBe(403)
  expect((await amazon.search({ marketplaceIds: US })).status).toBe(200)
})

test('the Date header can be skewed', async () => {
  const amazon = await sellerCentral()
  amazon.control.addFault({ operation: 'searchOrders', kind: 'clock-skew', ms: -HOUR })
  expect((await amazon.search()).headers.get('date')).toBe('Tue, 10 Nov 2026 11:00:00 GMT')
})

test('values can come that no model knows', async () => {
  const amazon = await sellerCentral()
  amazon.control.placeOrder({ createdAt: at(-30) })
  const values = { fulfillmentStatus: 'INVOICE_UNCONFIRMED', breakdownType: 'FUTURE_FEE', addressType: 'MOON' }
  amazon.control.addFault({ operation: 'searchOrders', kind: 'unknown-values', values })
  const odd = (await amazon.search({ includedData: 'FULFILLMENT,PROCEEDS,RECIPIENT' })).body.orders[0]
  expect(odd.fulfillment.fulfillmentStatus).toBe('INVOICE_UNCONFIRMED')
  expect(odd.proceeds.breakdowns.at(-1).type).toBe('FUTURE_FEE')
  expect(odd.recipient.deliveryAddress.addressType).toBe('MOON')
  expect(odd.programs).toContain('PROGRAM_OF_TOMORROW')
})

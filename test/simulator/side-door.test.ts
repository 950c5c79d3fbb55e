import { expect, test } from 'vitest'
import { type Answer, CLIENT, MINUTE, NOON, REFRESH, SELLER, sellerCentral } from './seller-central.ts'

async function door() {
  const amazon = await sellerCentral()
  const control = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`${amazon.url}/control/${path}`, { method, ...init })
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  }
  return { ...amazon, door: control }
}

test('the clock is read and moved', async () => {
  const { door: call } = await door()
  expect((await call('GET', 'clock')).body).toEqual({
    now: Date.parse(NOON),
    iso: NOON,
    mode: 'virtual',
    nextEventAt: null,
  })
  expect((await call('POST', 'clock', { advance: MINUTE })).body.iso).toBe('2026-11-10T12:01:00.000Z')
  expect((await call('POST', 'clock', { set: '2026-11-11T00:00:00Z' })).body.iso).toBe('2026-11-11T00:00:00.000Z')
  expect((await call('POST', 'clock', { set: 'soon' })).status).toBe(400)
  expect((await call('POST', 'clock', { mode: 'real' })).body.mode).toBe('real')
})

test('sellers, applications, grants and codes are made', async () => {
  const amazon = await door()
  await amazon.door('POST', 'sellers', { sellerId: 'NEW', storeName: 'New Shop' })
  await amazon.door('POST', 'apps', { clientId: 'app', secrets: ['s'], roles: ['pricing'] })
  const { refreshToken } = (await amazon.door('POST', 'authorizations', { clientId: 'app', sellerId: 'NEW' })).body
  const { code } = (await amazon.door('POST', 'codes', { clientId: 'app', sellerId: 'NEW' })).body
  const login = (form: Record<string, string>) => amazon.login({ client_id: 'app', client_secret: 's', ...form })
  expect((await login({ grant_type: 'authorization_code', code })).status).toBe(200)
  const token = (await login({ grant_type: 'refresh_token', refresh_token: refreshToken })).body.access_token
  const answer = await amazon.get('/sellers/v1/marketplaceParticipations', { 'x-amz-access-token': token })
  expect(answer.body.payload[0].storeName).toBe('New Shop')
  await amazon.door('POST', 'revoke', { refreshToken })
  expect((await login({ grant_type: 'refresh_token', refresh_token: refreshToken })).body.error).toBe('invalid_grant')
  expect((await amazon.door('POST', 'revoke', { refreshToken: 'unknown' })).status).toBe(400)
})

test('orders are placed, read and altered', async () => {
  const { door: call } = await door()
  const draft = { lines: [{ sku: 'TOWEL/BEACH #2 100%', quantity: 2, price: '24.00' }], serviceLevel: 'EXPEDITED' }
  const { orderId } = (await call('POST', 'orders', draft)).body
  expect((await call('GET', `orders/${orderId}`)).body.orderItems[0].product.sellerSku).toBe('TOWEL/BEACH #2 100%')
  const shipped = await call('POST', `orders/${orderId}`, { ship: 'all' })
  expect(shipped.body.fulfillment.fulfillmentStatus).toBe('SHIPPED')
  expect((await call('POST', `orders/${orderId}`, { status: 'PENDING' })).status).toBe(400)
  expect((await call('GET', 'orders')).body).toMatchObject([{ orderId, sellerId: SELLER, status: 'SHIPPED' }])
  expect((await call('GET', 'orders/111-1111111-1111111')).status).toBe(404)
  expect((await call('POST', 'orders', { orderId })).status).toBe(400)
})

test('a thousand orders are placed at once in less than a second, all with ids of their own', async () => {
  const { door: call } = await door()
  const before = performance.now()
  const { orderIds } = (await call('POST', 'orders', { count: 1000 })).body
  expect(performance.now() - before).toBeLessThan(1000)
  expect(new Set(orderIds).size).toBe(1000)
})

test('faults, lag and quotas are set', async () => {
  const amazon = await door()
  await amazon.door('POST', 'faults', [
    { operation: 'searchOrders', kind: 'error', status: 500 },
    { operation: 'searchOrders', kind: 'throttle' },
  ])
  expect((await amazon.door('GET', 'faults')).body).toHaveLength(2)
  expect([(await amazon.search()).status, (await amazon.search()).status]).toEqual([500, 429])
  await amazon.door('POST', 'faults', { operation: '*', kind: 'error', status: 500, always: true })
  await amazon.door('DELETE', 'faults')
  await amazon.door('POST', 'quotas', { operation: 'searchOrders', plan: { rate: 1, burst: 1 } })
  expect((await amazon.search()).headers.get('x-amzn-ratelimit-limit')).toBe('1')
  expect((await amazon.door('POST', 'lag', { low: 0, high: 0 })).body).toEqual({ ok: true })
})

test('the log keeps what was asked, and no secret or token', async () => {
  const amazon = await door()
  await amazon.search({ includedData: 'BUYER' })
  const log = (await amazon.door('GET', 'requests')).body
  expect(log.map((r: { operation: string }) => r.operation)).toEqual(['login', 'searchOrders'])
  expect(log[0].body).toEqual({
    client_id: CLIENT,
    client_secret: '***',
    grant_type: 'refresh_token',
    refresh_token: '***',
  })
  expect(log[1]).toMatchObject({
    method: 'GET',
    path: '/orders/2026-01-01/orders',
    query: { includedData: 'BUYER', lastUpdatedAfter: '2026-11-10T06:00:00Z' },
    headers: { 'x-amz-access-token': '***', 'user-agent': 'node' },
    sellerId: SELLER,
    status: 200,
  })
  expect(JSON.stringify(log)).not.toMatch(/Atz[ar]\||demo-secret/)
  await amazon.door('DELETE', 'requests')
  expect((await amazon.door('GET', 'requests')).body).toEqual([])
  expect((await amazon.door('GET', 'counters')).body).toEqual([])
})

test('reset leaves the sample merchant and the clock', async () => {
  const amazon = await door()
  const [before] = (await amazon.door('POST', 'orders', { count: 3 })).body.orderIds
  amazon.control.advance(MINUTE)
  amazon.control.revoke(REFRESH)
  await amazon.door('POST', 'reset')
  expect((await amazon.door('GET', 'orders')).body).toEqual([])
  expect((await amazon.login({ grant_type: 'refresh_token', refresh_token: REFRESH })).status).toBe(200)
  expect(amazon.control.clock().iso).toBe('2026-11-10T12:01:00.000Z')
  expect((await amazon.door('POST', 'orders', {})).body.orderId).toBe(before)
})

test('reports are told, and how they come about is set', async () => {
  const amazon = await door()
  amazon.control.placeOrder()
  expect((await amazon.door('POST', 'reports', { queueMs: 0, workMs: 1000 })).body).toMatchObject({
    queueMs: 0,
    workMs: 1000,
    maxRangeDays: 30,
  })
  const reportType = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'
  const answer = await fetch(`${amazon.url}/reports/2021-06-30/reports`, {
    method: 'POST',
    headers: { 'x-amz-access-token': await amazon.accessToken(), 'content-type': 'application/json' },
    body: JSON.stringify({ reportType, marketplaceIds: ['ATVPDKIKX0DER'], dataStartTime: '2026-11-10T00:00:00Z' }),
  })
  const { reportId } = (await answer.json()) as { reportId: string }
  amazon.control.advance(1000)
  expect((await amazon.door('GET', 'reports')).body).toEqual([
    { reportId, sellerId: SELLER, reportType, status: 'DONE', createdTime: NOON, documentId: expect.any(String) },
  ])
  await amazon.door('POST', 'reset')
  expect((await amazon.door('GET', 'reports')).body).toEqual([])
  expect(amazon.control.setReports({}).workMs).toBe(30_000)
})

test('the day is started and reported', async () => {
  const { door: call } = await door()
  expect((await call('GET', 'day')).body).toBeNull()
  expect((await call('POST', 'day', { kind: 'fast' })).body.orders).toHaveLength(60)
  const asking = (await call('POST', 'day', { kind: 'fast', cancelRequests: true })).body.orders
  expect(asking.some((o: { archetype: string }) => o.archetype === 'buyer asks to cancel')).toBe(true)
  expect((await call('GET', 'day')).body.nextEventAt).toBe((await call('GET', 'clock')).body.nextEventAt)
})

test('the side door names what it has not and what it cannot read', async () => {
  const { door: call, url } = await door()
  expect((await call('GET', 'nothing')).status).toBe(404)
  expect((await fetch(`${url}/control/orders`, { method: 'POST', body: '{' })).status).toBe(400)
})

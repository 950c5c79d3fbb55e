import { request } from 'node:http'
import { expect, test } from 'vitest'
import { CLIENT, ORDERS, SELLER, sellerCentral, US } from './seller-central.ts'

const denied = (details: string) => ({
  errors: [{ code: 'Unauthorized', message: 'Access to requested resource is denied.', details }],
})

test('a call without an access token is denied', async () => {
  const { url } = await sellerCentral()
  const answer = await fetch(`${url}${ORDERS}`)
  expect(answer.status).toBe(403)
  expect(await answer.json()).toEqual(denied('Access token is missing in the request header.'))
  expect(answer.headers.get('x-amzn-requestid')).toBeTruthy()
  expect(answer.headers.get('x-amzn-ratelimit-limit')).toBeNull()
})

test('a call with a bad access token is denied', async () => {
  const amazon = await sellerCentral()
  const answer = await amazon.search({}, { 'x-amz-access-token': 'Atza|bad' })
  expect(answer.body).toEqual(denied('The access token you provided is revoked, malformed or invalid.'))
})

test('a call without a user-agent is a bad request', async () => {
  const amazon = await sellerCentral()
  const token = await amazon.accessToken()
  const status = await new Promise((resolve, reject) => {
    const call = request(`${amazon.url}${ORDERS}`, { headers: { 'x-amz-access-token': token } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    call.on('error', reject).end()
  })
  expect(status).toBe(400)
})

test('a user-agent of more than 500 characters is a bad request', async () => {
  const amazon = await sellerCentral()
  expect((await amazon.search({}, { 'user-agent': 'x'.repeat(501) })).status).toBe(400)
})

test('an application without any order role is denied with empty details', async () => {
  const amazon = await sellerCentral()
  amazon.control.putApp({ clientId: CLIENT, roles: [] })
  const answer = await amazon.search()
  expect([answer.status, answer.body]).toEqual([403, denied('')])
})

test('an answer carries request id, rate and the simulated date', async () => {
  const amazon = await sellerCentral()
  const { headers } = await amazon.search()
  expect(headers.get('x-amzn-requestid')).toBeTruthy()
  expect(headers.get('x-amzn-ratelimit-limit')).toBe('0.0056')
  expect(headers.get('date')).toBe('Tue, 10 Nov 2026 12:00:00 GMT')
})

test('a path that Amazon has not is not found', async () => {
  const amazon = await sellerCentral()
  expect((await amazon.get('/orders/v0/orders')).status).toBe(404)
})

test('participations name the marketplace as the official model wants it', async () => {
  const amazon = await sellerCentral()
  amazon.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: 'A2EUQ1WTGCTBG2', suspended: true }] })
  const answer = await amazon.get('/sellers/v1/marketplaceParticipations')
  expect(answer.headers.get('x-amzn-ratelimit-limit')).toBe('0.016')
  expect(answer.body.payload[0]).toEqual({
    marketplace: {
      id: US,
      name: 'Amazon.com',
      countryCode: 'US',
      defaultCurrencyCode: 'USD',
      defaultLanguageCode: 'en_US',
      domainName: 'www.amazon.com',
    },
    participation: { isParticipating: true, hasSuspendedListings: false },
    storeName: 'Harbor Goods',
  })
  expect(answer.body.payload[1].participation).toEqual({ isParticipating: true, hasSuspendedListings: true })
})

test("another seller's order is not found", async () => {
  const amazon = await sellerCentral()
  amazon.control.putSeller({ sellerId: 'OTHER' })
  const id = amazon.control.placeOrder({ sellerId: 'OTHER' })
  expect((await amazon.order(id)).status).toBe(404)
  expect((await amazon.order('111-1111111-1111111')).status).toBe(404)
  expect((await amazon.order('nonsense')).status).toBe(400)
})

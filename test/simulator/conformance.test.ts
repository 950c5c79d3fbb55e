import { expect, test } from 'vitest'
import { describeWithModels, validateAnswer, validateRequest } from '../make/amazon-models.ts'
import { CLIENT, EVERYTHING, HOUR, ORDERS, REFRESH, sellerCentral } from './seller-central.ts'

const START = '2026-11-10T05:00:00.000Z'

/** Every answer and the request that led to it, checked against the official model. */
function expectConformance(method: string, path: string, answer: { status: number; body: unknown }): void {
  const problems = validateAnswer({ method, path, status: answer.status, body: answer.body })
  expect(problems, `${method} ${path} ${answer.status}`).toEqual([])
}

describeWithModels("answers and requests keep to Amazon's models", () => {
  test('every order of a whole day, listed and fetched, with every dataset', async () => {
    const amazon = await sellerCentral({ start: START, day: 'fast' })
    for (const operation of ['searchOrders', 'getOrder']) amazon.control.setQuota(operation, { rate: 100, burst: 1000 })
    let seen = 0
    for (let hour = 0; hour <= 24; hour += 4) {
      const headers = { 'x-amz-access-token': await amazon.accessToken() }
      const query = { createdAfter: '2026-11-01T00:00:00Z', includedData: EVERYTHING, maxResultsPerPage: '25' }
      const page = await amazon.search(query, headers)
      expectConformance('GET', ORDERS, page)
      for (const id of amazon.ids(page)) {
        const path = `${ORDERS}/${id}`
        expectConformance('GET', path, await amazon.get(`${path}?includedData=${EVERYTHING}`, headers))
        seen++
      }
      amazon.control.advance(4 * HOUR)
    }
    expect(seen).toBeGreaterThan(60)
  })

  test.each([
    ['all roles', ['inventory-and-order-tracking', 'direct-to-consumer', 'tax-invoicing']],
    ['no restricted role', ['inventory-and-order-tracking']],
  ])('an order with everything in it, with %s', async (_, roles) => {
    const amazon = await sellerCentral()
    amazon.control.putApp({ clientId: CLIENT, roles })
    const id = amazon.control.placeOrder({
      programs: ['PRIME', 'AMAZON_BUSINESS'],
      buyer: { companyName: 'Example Trading LLC', purchaseOrderNumber: 'PO-1' },
      aliases: ['OWN-1'],
      replaces: '111-0000000-0000900',
      deliveryInstruction: 'Ring twice',
      tip: '1.00',
      discountSign: 'positive',
      lines: [
        {
          sku: 'MUG-BLUE',
          quantity: 3,
          gift: { message: 'Invented', wrapLevel: 'STANDARD', wrapPrice: '3.99' },
          discount: '1.00',
          shippingDiscount: '0.50',
          promotionIds: ['P'],
          programs: ['TRANSPARENCY'],
          customizedUrl: 'https://amazon.example/custom.zip',
          businessPrice: true,
          cancellationRequest: 'Mistake',
        },
      ],
    })
    amazon.control.alterOrder(id, { ship: { 'MUG-BLUE': 1 } })
    for (const change of [{}, { quantity: { 'MUG-BLUE': 2 } }, { ship: 'all' as const }]) {
      amazon.control.alterOrder(id, change)
      expectConformance('GET', `${ORDERS}/${id}`, await amazon.order(id))
    }
  })

  test('participations, and every error that can be met', async () => {
    const amazon = await sellerCentral()
    const participations = '/sellers/v1/marketplaceParticipations'
    expectConformance('GET', participations, await amazon.get(participations))
    const statuses = [
      await amazon.search({ includedData: 'NONSENSE' }),
      await amazon.search({ marketplaceIds: 'NOWHERE' }),
      await amazon.search({}, { 'x-amz-access-token': 'bad' }),
    ]
    for (const [kind, status] of [
      ['throttle', 429],
      ['error', 500],
      ['error', 503],
    ] as const) {
      amazon.control.addFault({ operation: 'searchOrders', kind, status })
      statuses.push(await amazon.search())
    }
    expect(statuses.map((a) => a.status)).toEqual([400, 403, 403, 429, 500, 503])
    for (const answer of statuses) expectConformance('GET', ORDERS, answer)
    expectConformance('GET', `${ORDERS}/x`, await amazon.order('111-1111111-1111111'))
  })

  test('the requests of these tests are themselves sound, and the log is enough to tell', async () => {
    const amazon = await sellerCentral()
    amazon.control.placeOrders({ createdAt: '2026-11-10T09:00:00Z' }, 3)
    const first = await amazon.search({
      includedData: EVERYTHING,
      maxResultsPerPage: '2',
      fulfilledBy: 'MERCHANT,AMAZON',
    })
    await amazon.search({
      includedData: EVERYTHING,
      maxResultsPerPage: '2',
      fulfilledBy: 'MERCHANT,AMAZON',
      paginationToken: first.body.pagination.nextToken,
    })
    await amazon.login({ grant_type: 'authorization_code', code: amazon.control.issueCode() })
    await amazon.login({ grant_type: 'client_credentials', scope: 'sellingpartnerapi::notifications' })
    expect(amazon.control.requests().map((r) => [r.operation, r.status])).toEqual([
      ['login', 200],
      ['searchOrders', 200],
      ['searchOrders', 200],
      ['login', 200],
      ['login', 200],
    ])
    for (const request of amazon.control.requests()) expect(validateRequest(request)).toEqual([])
  })

  test.each([
    ['an unknown path', { path: '/orders/v9/orders' }],
    ['an unknown parameter', { query: { createdAfter: START, MarketplaceIds: 'X' } }],
    ['an unknown list value', { query: { createdAfter: START, includedData: 'BUYER,NEWS' } }],
    ['a repeated list', { query: { createdAfter: START, includedData: ['BUYER', 'TAX'] } }],
    ['a time without a zone', { query: { createdAfter: '2026-11-10T05:00:00' } }],
    ['no access token', { headers: { 'user-agent': 'x' } }],
  ])('a request with %s is found out', (_, wrong) => {
    const sound = {
      method: 'GET',
      path: ORDERS,
      query: { createdAfter: START },
      headers: { 'user-agent': 'x', 'x-amz-access-token': '***' },
    }
    expect(validateRequest(sound)).toEqual([])
    expect(validateRequest({ ...sound, ...wrong })).toHaveLength(1)
  })

  test('a login without its fields is found out', () => {
    const login = {
      method: 'POST',
      path: '/auth/o2/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }
    expect(validateRequest({ ...login, body: { grant_type: 'refresh_token', refresh_token: REFRESH } })).toHaveLength(2)
  })

  test('a field that the model does not know is found out', async () => {
    const amazon = await sellerCentral()
    const { body } = await amazon.order(amazon.control.placeOrder())
    const answer = { method: 'GET', path: `${ORDERS}/x`, status: 200 }
    expect(validateAnswer({ ...answer, body })).toEqual([])
    body.order.buyer.shoeSize = 43
    expect(validateAnswer({ ...answer, body })).toHaveLength(1)
  })
})

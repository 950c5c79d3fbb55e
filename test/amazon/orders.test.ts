import { describe, expect, it } from 'vitest'
import { readOrder, readPage } from '#amazon/orders.ts'
import { translateOrder } from '#amazon/translate-order.ts'
import { sealingGrant } from '#core/pii/grant.ts'
import { unmask } from '#core/pii/masked.ts'
import { describeWithModels, validateRequest } from '../make/amazon-models.ts'
import { connection, edgeAndSimulator, good, MINUTE, morning, NOON } from './edge.ts'

describe('search orders', () => {
  it('[O1] a page holds the orders, Amazon’s clock and the bound that Amazon used', async () => {
    const { control, search } = await edgeAndSimulator()
    const orderId = control.placeOrder({
      updatedAt: '2026-11-10T11:00:00Z',
      createdAt: '2026-11-10T11:00:00Z',
      tip: '5.00',
      taxRate: 0.08,
    })
    const page = good(await search())
    expect(page).toMatchObject({ nextToken: null, through: Date.parse(morning.lastUpdatedBefore), amazonNow: NOON })
    const read = page.orders.map(translateOrder)
    expect(read).toMatchObject([
      { ok: true, value: { order: { id: orderId, status: 'UNSHIPPED', outsideLines: 500, flags: [] } } },
    ])
    expect(read[0]?.ok && read[0].value.destination?.country).toBe('US')
    const buyerData = read[0]?.ok && read[0].value.buyerData
    expect(buyerData && unmask(buyerData, sealingGrant())).toHaveProperty('recipient')
  })

  it('[O1] Amazon’s clock is the one of its Date header, whatever ours says', async () => {
    const { control, search, world } = await edgeAndSimulator()
    control.addFault({ operation: 'searchOrders', kind: 'clock-skew', ms: 90 * MINUTE })
    world.now = 0
    expect(good(await search()).amazonNow).toBe(NOON + 90 * MINUTE)
  })

  it('[O1] the next page is asked for with the token and the very same parameters', async () => {
    const { amazon, control, search } = await edgeAndSimulator()
    control.placeOrders({ updatedAt: '2026-11-10T11:00:00Z', createdAt: '2026-11-10T11:00:00Z' }, 130)
    const first = good(await search())
    const second = good(await amazon.searchOrders(connection, morning, { token: first.nextToken }))
    expect([first.orders.length, second.orders.length, second.nextToken]).toEqual([100, 30, null])
    const [one, two] = control.requests().filter((request) => request.operation === 'searchOrders')
    expect(two?.query).toEqual({ ...one?.query, paginationToken: first.nextToken })
    expect(one?.query).toEqual({
      lastUpdatedAfter: morning.lastUpdatedAfter,
      lastUpdatedBefore: morning.lastUpdatedBefore,
      marketplaceIds: 'ATVPDKIKX0DER',
      includedData: 'BUYER,RECIPIENT,PROCEEDS,FULFILLMENT',
      maxResultsPerPage: '100',
    })
  })

  it('[O1] a refused dataset, a refused marketplace and a dead page token are told apart', async () => {
    const { amazon, control, search } = await edgeAndSimulator()
    control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset: 'FULFILLMENT' })
    expect(await search()).toMatchObject({ problem: { code: 'dataset-refused', facts: { dataset: 'FULFILLMENT' } } })
    control.addFault({ operation: 'searchOrders', kind: 'refuse-marketplace', marketplaceId: 'ATVPDKIKX0DER' })
    expect(await search()).toMatchObject({ problem: { code: 'access-denied' } })
    expect(await amazon.searchOrders(connection, morning, { token: 'no-such-token' })).toMatchObject({
      problem: { code: 'page-token-died' },
    })
  })

  it('[O1] one order is read by its number, and a number that Amazon does not know is said so', async () => {
    const { amazon, control } = await edgeAndSimulator()
    const orderId = control.placeOrder({})
    const order = good(await amazon.getOrder(connection, orderId))
    expect([amazon.orderIdOf(order), amazon.translateOrder(order).ok]).toEqual([orderId, true])
    expect(await amazon.getOrder(connection, '111-9999999-9999999')).toMatchObject({
      problem: { code: 'not-found-at-amazon' },
    })
  })

  it('[O10] an order full of values of tomorrow is still read', async () => {
    const { control, search } = await edgeAndSimulator()
    control.placeOrder({ updatedAt: '2026-11-10T11:00:00Z', createdAt: '2026-11-10T11:00:00Z' })
    const values = { fulfillmentStatus: 'NEW_STATUS', fulfillmentServiceLevel: 'NEW_LEVEL', breakdownType: 'NEW_FEE' }
    control.addFault({ operation: 'searchOrders', kind: 'unknown-values', values })
    const [order] = good(await search()).orders
    expect(order && translateOrder(order)).toMatchObject({
      value: { order: { status: 'NEW_STATUS', serviceLevel: 'NEW_LEVEL', flags: [] } },
    })
  })

  const told = (body: unknown) => ({ body, amazonNow: NOON })
  it.each([
    null,
    [],
    'orders',
    {},
    { orders: {} },
    { payload: { orders: [] } },
    { orders: [], pagination: { nextToken: 7 } },
  ])('[O12] the page %j is unreadable as a whole, and says why', (body) => {
    expect(readPage(told(body))).toMatchObject({
      ok: false,
      problem: { code: 'answer-unreadable', facts: { operation: 'searchOrders' } },
    })
  })

  it('[O12] an entry that is no order is kept as an unreadable document, never dropped', () => {
    const page = readPage(
      told({ orders: [null, 'x', [1], { orderId: '1' }], pagination: {}, lastUpdatedBefore: 'soon' }),
    )
    expect(page).toMatchObject({ ok: true, value: { nextToken: null, through: null } })
    const orders = page.ok ? page.value.orders : []
    expect(orders).toHaveLength(4)
    expect(orders.map((order) => translateOrder(order).ok)).toEqual([false, false, false, false])
  })

  it('[O12] an answer without its order is unreadable', () => {
    expect(readOrder(told({ order: null }))).toMatchObject({ problem: { code: 'answer-unreadable' } })
  })
})

describeWithModels('[O1] requests agree with Amazon’s models', () => {
  it('[O1] every request that we send is one that the model allows', async () => {
    const { amazon, control, search } = await edgeAndSimulator()
    const [orderId = ''] = control.placeOrders(
      { updatedAt: '2026-11-10T11:00:00Z', createdAt: '2026-11-10T11:00:00Z' },
      101,
    )
    await amazon.searchOrders(connection, morning, { token: good(await search()).nextToken })
    await amazon.getOrder(connection, orderId)
    await amazon.proveAuthorization(connection.merchantId, 'na', 'A3HARBORGOODS', 'Atzr|demo-harbor-goods')
    const requests = control.requests()
    expect(requests).toHaveLength(6)
    expect(requests.flatMap(validateRequest)).toEqual([])
  })
})

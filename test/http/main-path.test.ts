import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { buildApp } from '#http/app.ts'
import { isConnectionLost } from '#store/db.ts'
import { addKey } from '../make/api.ts'
import { answered, typedClient } from '../make/client/typed-client.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'

const CEDAR = 'CEDAR' as MerchantId
const SELLER = 'A9CEDARSHELF'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const shelf = {
  id: 'SHELF',
  description: 'A shelf of cedar',
  price: usd('40.00'),
  grams: 900,
  tracksStock: true,
  kit: null,
}
const pair = {
  ...shelf,
  id: 'PAIR',
  description: 'Two shelves',
  tracksStock: false,
  kit: [{ itemId: 'SHELF', quantity: 2 }],
}
const ground = {
  id: 'GROUND',
  name: 'Ground',
  carrier: 'UPS',
  zones: [
    {
      country: 'US',
      states: [],
      exceptStates: [],
      postalCodes: [],
      rate: { kind: 'flat' as const, amount: usd('7.00') },
    },
  ],
  maxGrams: null,
  maxValue: null,
  maxPackages: null,
  packageGrams: null,
  poBox: true,
  military: true,
  excludedItems: [],
  onlyItems: [],
  enabled: true,
}

/** A new merchant beside the sample one, with a selling partner at the simulated Amazon, and the typed client of its API. */
async function openShop() {
  const seller = await makeSeller()
  seller.control.putSeller({ sellerId: SELLER, storeName: 'Cedar Shelf' })
  await seller.deps.deployment.addMerchant({
    id: CEDAR,
    name: 'Cedar Shelf',
    owner: 'owner@example.com',
    timeZone: 'America/New_York',
    currency: 'USD',
    weightUnit: 'lb',
    shipFrom: { name: 'Cedar', line1: '4 Mill Lane', city: 'Bath', state: 'ME', postalCode: '04530', country: 'US' },
    createdAt: seller.deps.now(),
  })
  const app = await buildApp(seller.deps, { version: 'test', isOutage: isConnectionLost })
  const client = typedClient(app, await addKey(seller.deps, CEDAR))
  return { seller, client, refreshToken: seller.control.authorize({ sellerId: SELLER }) }
}

test('[X1] the main path by the typed client: items, mapping, methods, settings, connection, orders, error log', async () => {
  const { seller, client, refreshToken } = await openShop()
  const header = (key: string) => ({ 'Idempotency-Key': key })

  const items = await client.PUT('/api/v1/items', {
    body: { items: [shelf, pair] },
    params: { header: header('items') },
  })
  expect(items.data).toEqual({ saved: 2 })
  const centers = [{ code: 'BATH', name: 'Bath', isDefault: true }]
  await answered(client.PUT('/api/v1/distribution-centers', { body: { centers } }))
  await answered(client.PUT('/api/v1/stock', { body: { stock: [{ itemId: 'SHELF', center: 'BATH', onHand: 10 }] } }))
  const mappings = [{ sellerSku: 'CS-2PK', itemId: 'SHELF', ratio: { amazon: 1, ours: 2 } }]
  expect(await answered(client.PUT('/api/v1/sku-mappings', { body: { mappings } }))).toEqual({ saved: 1 })
  await answered(client.PUT('/api/v1/shipping-methods', { body: { methods: [ground] } }))
  const table = [{ methodId: 'GROUND', valid: true, priority: 1 }]
  const shipping = await answered(
    client.PUT('/api/v1/settings/shipping', {
      body: {
        levels: { standard: table, expedited: table, 'two-day': table, 'one-day': table },
        further: { FREE_ECONOMY: 'standard', SAME_DAY: 'hold', PRIORITY: 'hold', SCHEDULED: 'hold' },
      },
    }),
  )
  expect(shipping.levels['one-day']).toEqual(table)
  const orders = await answered(client.GET('/api/v1/settings/orders'))
  const body = { ...orders, notBefore: '2026-11-09', sweepEveryMinutes: 3 }
  expect((await answered(client.PUT('/api/v1/settings/orders', { body }))).notBefore).toBe('2026-11-09')

  const connection = await answered(
    client.PUT('/api/v1/connections', { body: { region: 'na', sellingPartnerId: SELLER, refreshToken } }),
  )
  expect([connection.state, connection.importing]).toEqual(['authorized', false])
  const path = { connectionId: connection.id }
  const started = await answered(client.POST('/api/v1/connections/{connectionId}/start', { params: { path } }))
  expect(started.from).toBe('2026-11-09T05:00:00.000Z')

  const lines = [{ sku: 'CS-2PK', quantity: 3, price: 80 }]
  const good = seller.control.placeOrder({ sellerId: SELLER, lines })
  const held = seller.control.placeOrder({ sellerId: SELLER, lines: [{ sku: 'CS-UNKNOWN', price: 5 }] })
  await seller.pass(15 * MINUTE)

  const placed = await answered(client.GET('/api/v1/orders', { params: { query: { limit: 1 } } }))
  expect(placed.rows).toMatchObject([{ amazonOrderId: good, stage: 'Shipping Department', shippingMethod: 'GROUND' }])
  const order = await answered(client.GET('/api/v1/orders/{order}', { params: { path: { order: good } } }))
  expect(order.lines).toMatchObject([{ itemId: 'SHELF', quantity: 6, allocations: [{ center: 'BATH', quantity: 6 }] }])
  const { rows: stock } = await answered(client.GET('/api/v1/stock'))
  expect(stock).toEqual([{ itemId: 'SHELF', center: 'BATH', onHand: 10, allocated: 6, restockOn: null }])

  const log = await answered(client.GET('/api/v1/error-log'))
  expect(log.rows).toMatchObject([
    { amazonOrderId: held, state: 'held', problems: [{ code: 'unknown-sku', mend: 'map-sku' }] },
  ])
  const documentId = String(log.rows[0]?.documentId)
  const document = { params: { path: { documentId } } }
  const again = await answered(client.POST('/api/v1/error-log/{documentId}/reprocess', document))
  expect(again.state).toBe('held')
  await answered(
    client.PUT('/api/v1/sku-mappings', { body: { mappings: [{ sellerSku: 'CS-UNKNOWN', itemId: 'PAIR' }] } }),
  )
  const mended = await answered(client.POST('/api/v1/error-log/{documentId}/reprocess', document))
  expect([mended.state, mended.problems]).toEqual(['placed', []])
  const status = await answered(client.GET('/api/v1/status'))
  expect(status).toMatchObject({ merchant: { id: CEDAR }, orders: { 'Shipping Department': 2 }, problems: 0 })
})

test('[X1] [X4] [E4] a configuration applied mends held orders by themselves; kept answers hold no buyer', async () => {
  const { seller, client, refreshToken } = await openShop()
  const held = seller.control.placeOrder({ sellerId: SELLER, lines: [{ sku: 'SHELF', price: 40 }] })
  const table = [{ methodId: 'GROUND', valid: true, priority: null }]
  const applied = await answered(
    client.PUT('/api/v1/configuration', {
      body: {
        centers: [{ code: 'BATH', name: 'Bath', isDefault: true }],
        methods: [ground],
        shipping: {
          levels: { standard: table, expedited: table, 'two-day': table, 'one-day': table },
          further: { FREE_ECONOMY: 'hold', SAME_DAY: 'hold', PRIORITY: 'hold', SCHEDULED: 'hold' },
        },
      },
    }),
  )
  expect(applied.changes.map((change) => `${change.kind} ${change.section}`)).toContain('added methods')
  const connection = await answered(
    client.PUT('/api/v1/connections', { body: { region: 'na', sellingPartnerId: SELLER, refreshToken } }),
  )
  const orders = await answered(client.GET('/api/v1/settings/orders'))
  await answered(client.PUT('/api/v1/settings/orders', { body: { ...orders, notBefore: '2026-11-09' } }))
  const params = { path: { connectionId: connection.id } }
  await answered(client.POST('/api/v1/connections/{connectionId}/start', { params }))
  await seller.pass(15 * MINUTE)
  const [document] = (await answered(client.GET('/api/v1/error-log'))).rows
  expect(document).toMatchObject({ amazonOrderId: held, problems: [{ code: 'unknown-sku' }] })

  await answered(client.PUT('/api/v1/configuration', { body: { items: [shelf] } }))
  await seller.pass(MINUTE)
  expect((await answered(client.GET('/api/v1/orders'))).rows.map((order) => order.amazonOrderId)).toEqual([held])

  const again = { path: { documentId: String(document?.documentId) }, header: { 'Idempotency-Key': 'again' } }
  const first = await client.POST('/api/v1/error-log/{documentId}/reprocess', { params: again })
  await seller.pass(HOUR)
  const repeat = await client.POST('/api/v1/error-log/{documentId}/reprocess', { params: again })
  expect(repeat.data).toEqual(first.data)
  expect(repeat.response.headers.get('idempotent-replayed')).toBe('true')
  const kept = await seller.database.ownerPool().query('select body from millrace.kept_answers')
  const buyer = seller.control.order(held)
  const { recipient } = buyer as { recipient?: { deliveryAddress?: { name?: string; addressLine1?: string } } }
  expect(recipient?.deliveryAddress?.name).toBeTruthy()
  expect(JSON.stringify(kept.rows)).not.toContain(recipient?.deliveryAddress?.name)
  expect(JSON.stringify(kept.rows)).not.toContain(recipient?.deliveryAddress?.addressLine1)
})

import { expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE } from '../make/seller.ts'
import { ordered, shipped } from '../make/ship.ts'

const refuse = { kind: 'error', operation: 'confirmShipment', status: 400, message: 'Invalid something' } as const
const codeOf = (reply: { status: number; body: never }) => [reply.status, (reply.body as { code?: string }).code]

async function makeShop(fault?: typeof refuse) {
  const made = await shipped({}, fault)
  const app = await buildApp(made.seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(made.seller.deps, made.seller.merchant))
  return { ...made, app, call }
}

test('[E6] the retry queue is listed with attempts, last error and next try; Retry now and Remove', async () => {
  const { seller, id, row, app, call } = await makeShop(refuse)
  const listed = await call('GET', '/outbox')
  expect([listed.status, listed.body]).toMatchObject([
    200,
    {
      rows: [
        {
          outboxId: row,
          kind: 'confirmation',
          section: 'Shipment confirmations',
          amazonOrderId: id,
          subject: 1,
          state: 'refused',
          way: 'call',
          problem: {
            code: 'confirmation-refused',
            mendedBy: 'merchant',
            sentence: expect.stringContaining('package 1'),
          },
          nextTry: null,
        },
      ],
      next: null,
    },
  ])
  expect((await call('GET', '/outbox?state=settled')).body).toMatchObject({ rows: [] })
  expect((await call('GET', '/outbox?state=gone')).status).toBe(400)
  expect((await call('POST', `/outbox/${row}/retry`)).body).toMatchObject({ state: 'waiting', attempts: 0 })
  await seller.run()
  expect(codeOf(await call('DELETE', `/outbox/${row}`))).toEqual([409, 'outbox-under-way'])
  await seller.pass(15 * MINUTE)
  expect(codeOf(await call('POST', `/outbox/${row}/retry`))).toEqual([409, 'outbox-over'])
  expect(codeOf(await call('POST', '/outbox/999/retry'))).toEqual([404, 'not-found'])
  const reading = callWith(app, await addKey(seller.deps, seller.merchant, { scopes: ['orders:read'] }))
  expect((await reading('GET', '/outbox')).status).toBe(200)
  expect((await reading('DELETE', `/outbox/${row}`)).status).toBe(403)
})

test('[E6] a refund of which nobody knows whether it was paid is not sent again by Retry now', async () => {
  const { seller, row, call } = await makeShop()
  await seller.database.ownerPool().query(`update millrace.outbox set kind = 'refund', state = 'unsure'`)
  expect(codeOf(await call('POST', `/outbox/${row}/retry`))).toEqual([409, 'outbox-refund-unsure'])
  expect((await call('GET', '/outbox?kind=refund')).body).toMatchObject({
    rows: [{ section: 'Refunds', state: 'unsure' }],
  })
})

test('[E5] the Error Log counts its sections, Inbound Orders first', async () => {
  const { call, row } = await makeShop(refuse)
  expect((await call('GET', '/error-log/sections')).body).toEqual({
    rows: [
      { section: 'Inbound Orders', kind: 'inbound-order', waiting: 0 },
      { section: 'Shipment confirmations', kind: 'confirmation', waiting: 1 },
      { section: 'Cancellations', kind: 'cancellation', waiting: 0 },
      { section: 'Refunds', kind: 'refund', waiting: 0 },
      { section: 'Stock refused', kind: 'stock', waiting: 0 },
      { section: 'Prices refused', kind: 'price', waiting: 0 },
      { section: 'Connection', kind: 'connection', waiting: 0 },
    ],
  })
  expect((await call('DELETE', `/outbox/${row}`)).body).toMatchObject({ state: 'removed' })
  expect((await call('GET', '/error-log/sections')).body).toMatchObject({
    rows: [{}, { waiting: 0 }, {}, {}, {}, {}, {}],
  })
})

test('[X1] a cursor that no page gave is refused, not a failure', async () => {
  const { call } = await makeShop(refuse)
  const cursor = (key: readonly number[]) => Buffer.from(JSON.stringify(key)).toString('base64url')
  for (const path of ['/outbox', '/deadlines', '/shipping-queue'])
    for (const after of [cursor([-9_000_000_000_000_000, 1]), cursor([1]), 'odd'])
      expect((await call('GET', `${path}?after=${after}`)).status).toBe(400)
  expect((await call('GET', `/outbox?after=${cursor([9_000_000_000, 1])}`)).status).toBe(400)
  expect((await call('GET', `/deadlines?after=${cursor([9_000_000_000_000_000, 1])}`)).status).toBe(200)
})

test("[S6] deadlines are listed in the merchant's zone and format, with what is missing", async () => {
  const { seller, id, call } = await makeShop(refuse)
  await seller.database.ownerPool().query(`update millrace.orders set ship_by = timestamptz '2026-11-11T04:59:59Z'`)
  expect((await call('GET', '/deadlines')).body).toMatchObject({
    rows: [
      {
        amazonOrderId: id,
        shipBy: '2026-11-11T04:59:59.000Z',
        shipByLocal: '11/10/26 11:59 PM',
        late: false,
        missing: 'refused',
        sentence: expect.stringContaining('the Error Log says why'),
      },
    ],
    next: null,
  })
  expect((await call('GET', '/deadlines?withinHours=2')).body).toMatchObject({ rows: [] })
  expect((await call('GET', '/deadlines?withinHours=-1')).status).toBe(400)
})

test('[S6] the queue has what waits to be shipped, the earliest deadline first, with what is open of it', async () => {
  const { seller, id } = await ordered()
  const other = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(5 * MINUTE)
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  const due = (at: string | null, order: string) =>
    seller.database.ownerPool().query('update millrace.orders set ship_by = $1 where amazon_order_id = $2', [at, order])
  await due('2026-11-10T01:00:00Z', other)
  await due(null, id)
  type Queue = { rows: { amazonOrderId: string }[]; next: string | null }
  const read = async (query = '') => (await call('GET', `/shipping-queue${query}`)).body as unknown as Queue
  expect(await read()).toMatchObject({
    rows: [
      { amazonOrderId: other, late: true, carrier: expect.any(String), buyer: { masked: true }, lines: [{ open: 2 }] },
      { amazonOrderId: id, late: false, shipBy: null, lines: [{ itemId: 'MUG-BLUE', open: 3 }] },
    ],
  })
  const first = await read('?limit=1')
  const second = await read(`?limit=1&after=${first.next}`)
  expect([...first.rows, ...second.rows].map((row) => row.amazonOrderId)).toEqual([other, id])
  expect((await read(`?limit=1&after=${second.next}`)).rows).toEqual([])
  expect((await read('?center=NOWHERE')).rows).toEqual([])
  expect((await call('GET', '/shipping-queue/carriers')).body).toEqual((await call('GET', '/carriers')).body)

  const part = { order: id, carrier: 'UPS', tracking: '1Z999AA10123456784', items: [{ sku: 'MUG-BLUE', quantity: 1 }] }
  const whole = { order: other, carrier: 'UPS', tracking: '1Z999AA10123456785' }
  await call('POST', '/shipments', { shipments: [part, whole] })
  expect((await read()).rows).toMatchObject([{ amazonOrderId: id, lines: [{ open: 2 }] }])
})

import { expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE } from '../make/seller.ts'
import { shipped } from '../make/ship.ts'

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
  const over = (await call('GET', '/outbox?state=settled&limit=1')).body as { rows: object[]; next: string }
  expect(over.rows).toMatchObject([{ outboxId: row }])
  expect((await call('GET', `/outbox?state=settled&limit=1&after=${over.next}`)).body).toMatchObject({ rows: [] })
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

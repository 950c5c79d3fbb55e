import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

const OLD = { createdAt: '2026-11-10T12:00:00Z', updatedAt: '2026-11-10T12:00:00Z', lagMs: 86_400_000 }

/** The API on a connected seller. */
async function makeDesk() {
  const seller = await makeSeller()
  await seller.run()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  onTestFinished(() => app.close())
  const key = await addKey(seller.deps, seller.merchant, { expiresAt: seller.control.now() + 86_400_000_000 })
  return { seller, call: callWith(app, key) }
}

test('[O18][X1] a reconciliation is begun, listed and shown with what differed', async () => {
  const { seller, call } = await makeDesk()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], ...OLD })
  const { connection } = seller
  expect(await call('POST', '/reconciliations', { connection })).toMatchObject({ status: 200, body: { run: null } })
  await seller.run()
  await seller.pass(5 * MINUTE)
  const { body } = await call('GET', '/reconciliations')
  const sums = { listed: 1, accountedFor: 0, differing: 1, fetched: 1, stillOpen: 0, state: 'done', problem: null }
  expect(body).toMatchObject({ rows: [{ connection, ...sums }], next: null })
  const { run } = (body as { rows: { run: number }[] }).rows[0] ?? { run: 0 }
  expect(await call('GET', `/reconciliations/${run}`)).toMatchObject({
    status: 200,
    body: { run, orders: [{ amazonOrderId: id, why: 'missing', state: 'fetched', outcome: 'placed' }] },
  })
  expect((await call('GET', `/backfills/${run}`)).status).toBe(404)
  expect((await call('POST', '/reconciliations', { connection: 'na-NOBODY' })).status).toBe(404)
})

test('[O18][X1] a back-fill is begun once, cancelled, and refused before the date of O2', async () => {
  const { seller, call } = await makeDesk()
  const wish = { connection: seller.connection, from: '2026-11-09', to: '2026-11-10' }
  const begun = await call('POST', '/backfills', wish)
  expect(begun).toMatchObject({ status: 200, body: { from: '2026-11-09T05:00:00.000Z', cutOff: null } })
  const { run } = begun.body as { run: number }
  expect(await call('POST', '/backfills', wish)).toMatchObject({ status: 409, body: { code: 'backfill-running' } })
  expect(await call('POST', `/backfills/${run}/cancel`)).toMatchObject({ status: 200, body: { state: 'cancelled' } })
  expect((await call('POST', `/backfills/${run}/cancel`)).status).toBe(409)
  expect(await call('POST', '/backfills', { ...wish, from: '2026-10-01', to: '2026-10-02' })).toMatchObject({
    status: 422,
    body: { code: 'backfill-before-cutoff' },
  })
  expect(await call('POST', '/backfills', { ...wish, from: '2026-02-30' })).toMatchObject({ status: 422 })
})

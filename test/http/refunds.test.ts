import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

async function makeShop() {
  const seller = await makeSeller()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }] })
  await seller.pass(10 * MINUTE)
  return { seller, app, call, id }
}
const codeOf = (reply: { status: number; body: never }) => [reply.status, (reply.body as { code?: string }).code]
const usd = (amount: string) => ({ amount, currency: 'USD' })
const part = (amount: string) => ({ reason: 'customer-return', lines: [{ line: 'MUG-BLUE', item: usd(amount) }] })

test('[O16] a refund is entered, listed, shown with its order, and decided when nobody is sure of it', async () => {
  const { seller, call, id } = await makeShop()
  const path = `/orders/${id}/refunds`
  expect(codeOf(await call('POST', path, part('5.00')))).toEqual([409, 'cannot-refund'])
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  const entered = await call('POST', path, part('5.00'))
  expect([entered.status, entered.body]).toMatchObject([
    200,
    { state: 'waiting', reason: 'customer-return', lines: [{ item: usd('5.00'), tax: usd('0.00'), restock: 0 }] },
  ])
  expect(codeOf(await call('POST', path, part('5.00')))).toEqual([409, 'refund-repeated'])
  expect((await call('POST', path, { ...part('5.00'), again: true })).status).toBe(200)
  expect((await call('GET', path)).body).toMatchObject({ rows: [{}, {}] })
  expect((await call('GET', `/orders/${id}`)).body).toMatchObject({ refunds: [{ state: 'waiting' }, {}] })
  const { id: number } = entered.body as { id: number }
  const decide = (decision: string) => call('POST', `/refunds/${number}/decision`, { decision })
  expect(codeOf(await decide('paid'))).toEqual([409, 'refund-not-unsure'])
  await seller.database.ownerPool().query("update millrace.outbox set state = 'unsure' where subject = $1", [number])
  expect((await decide('paid')).body).toMatchObject({ state: 'settled', settledBy: 'person' })
  expect((await call('POST', path, { reason: 'customer-return', full: true, restockAll: true })).body).toMatchObject({
    lines: [{ item: usd('14.00'), restock: 2 }],
  })
})

test('[O16] what is wrong is told field by field; nothing is written', async () => {
  const { seller, call, id } = await makeShop()
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  const path = `/orders/${id}/refunds`
  const tooMuch = await call('POST', path, part('24.01'))
  expect([tooMuch.status, tooMuch.body]).toMatchObject([
    422,
    { fields: expect.arrayContaining([{ field: 'lines[0].item', why: expect.stringContaining('24.00 USD') }]) },
  ])
  for (const body of [
    {},
    { reason: 'because' },
    { reason: 'customer-return' },
    { ...part('1.00'), full: true },
    { ...part('1.00'), restockAll: true },
    { reason: 'customer-return', lines: [] },
    { reason: 'customer-return', lines: [{ line: 'MUG-BLUE', item: 5 }] },
    { reason: 'customer-return', lines: [{ line: 'MUG-BLUE', items: usd('5.00') }] },
  ])
    expect(codeOf(await call('POST', path, body))).toEqual([400, 'not-valid'])
  expect((await call('GET', path)).body).toEqual({ rows: [] })
  expect((await call('GET', '/orders/1/refunds')).status).toBe(404)
  expect((await call('POST', '/refunds/1/decision', { decision: 'paid' })).status).toBe(404)
  expect((await call('POST', '/refunds/x/decision', { decision: 'paid' })).status).toBe(400)
})

test('[X1][O16] a repeat under one Idempotency-Key is one refund', async () => {
  const { seller, app, id } = await makeShop()
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  const key = await addKey(seller.deps, seller.merchant)
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': 'r-1' }
  const send = () =>
    app.inject({ method: 'POST', url: `/api/v1/orders/${id}/refunds`, headers, payload: JSON.stringify(part('5.00')) })
  const [first, again] = [await send(), await send()]
  expect([first.statusCode, again.statusCode, again.json().id]).toEqual([200, 200, first.json().id])
})

test("[O16] another merchant's order and refund do not exist; a key that only reads changes nothing", async () => {
  const { seller, app, call, id } = await makeShop()
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  const { id: number } = (await call('POST', `/orders/${id}/refunds`, part('5.00'))).body as { id: number }
  const merchant = await seller.deps.deployment.findMerchant(seller.merchant)
  const other = 'OTHER' as MerchantId
  await seller.deps.deployment.addMerchant({ ...merchant!, id: other })
  const theirs = callWith(app, await addKey(seller.deps, other))
  expect((await theirs('GET', `/orders/${id}/refunds`)).status).toBe(404)
  expect((await theirs('POST', `/orders/${id}/refunds`, part('1.00'))).status).toBe(404)
  expect((await theirs('POST', `/orders/${id}/cancel`, { reason: 'no-inventory' })).status).toBe(404)
  expect((await theirs('POST', `/refunds/${number}/decision`, { decision: 'paid' })).status).toBe(404)
  expect((await theirs('GET', '/cancellations')).body).toEqual({ rows: [], next: null })
  const reader = callWith(app, await addKey(seller.deps, seller.merchant, { scopes: ['orders:read'] }))
  expect((await reader('POST', `/orders/${id}/refunds`, part('1.00'))).status).toBe(403)
  expect((await reader('GET', `/orders/${id}/refunds`)).status).toBe(200)
})

test('[O16] an order is cancelled without being asked; what waits for a person is one list, page by page', async () => {
  const { seller, call, id } = await makeShop()
  expect((await call('POST', `/orders/${id}/cancel`, { reason: 'no-inventory' })).body).toMatchObject({
    stage: 'Hold',
    cancellation: { state: 'cancel', byMerchant: true, up: 'waiting', problem: null },
  })
  expect((await call('GET', '/cancellations?state=cancel')).body).toMatchObject({ rows: [{ amazonOrderId: id }] })
  expect(codeOf(await call('POST', `/orders/${id}/cancel`, { reason: 'because' }))).toEqual([400, 'not-valid'])
  const asked = [1, 2].map(() => seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', cancellationRequest: 'No' }] }))
  await seller.database.ownerPool().query("delete from deployment.due where kind = 'order-feeds'")
  await seller.pass(10 * MINUTE)
  const first = (await call('GET', '/cancellations?limit=1')).body as {
    rows: { amazonOrderId: string }[]
    next: string
  }
  const second = (await call('GET', `/cancellations?limit=1&after=${first.next}`)).body as typeof first
  expect([...first.rows, ...second.rows].map((row) => row.amazonOrderId).sort()).toEqual([...asked].sort())
  await seller.database
    .ownerPool()
    .query(`update millrace.outbox set state = 'refused', problem = '{"code":"cancelled-too-late","facts":{}}'`)
  const open = (await call('GET', '/cancellations')).body as typeof first
  expect(open.rows).toHaveLength(3)
  expect(open.rows[0]).toMatchObject({ amazonOrderId: id, up: 'refused', problem: { code: 'cancelled-too-late' } })
  expect((await call('GET', '/cancellations?state=lost')).status).toBe(400)
})

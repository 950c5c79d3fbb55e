import { expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

const WHY = 'Zorbalina no longer wants it'

async function makeShop() {
  const seller = await makeSeller()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  return { seller, call: callWith(app, await addKey(seller.deps, seller.merchant)) }
}
const codeOf = (reply: { status: number; body: never }) => [reply.status, (reply.body as { code?: string }).code]

test('[O20] a person moves an order; what is not allowed is refused with its sentence', async () => {
  const { seller, call } = await makeShop()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(10 * MINUTE)
  const held = await call('POST', `/orders/${id}/move`, { to: 'Hold', reason: 'waiting-for-stock' })
  expect([held.status, held.body]).toMatchObject([200, { stage: 'Hold', cancellation: null }])
  const { orderNumber } = held.body as { orderNumber: number }
  const back = await call('POST', `/orders/${orderNumber}/move`, {
    to: 'Shipping Department',
    reason: 'problem-solved',
  })
  expect(back.body).toMatchObject({ stage: 'Shipping Department' })
  expect(codeOf(await call('POST', `/orders/${id}/move`, { to: 'Pre-ordered', reason: 'other' }))).toEqual([
    409,
    'stage-not-allowed',
  ])
  expect(codeOf(await call('POST', `/orders/${id}/move`, { to: 'Hold', reason: 'approved' }))).toEqual([
    422,
    'not-valid',
  ])
  expect(codeOf(await call('POST', `/orders/${id}/move`, { to: 'Hold', reason: WHY }))).toEqual([400, 'not-valid'])
  expect((await call('POST', '/orders/1/move', { to: 'Hold', reason: 'other' })).status).toBe(404)
})

test("[O16] the two choices; the buyer's reason is not shown", async () => {
  const { seller, call } = await makeShop()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', cancellationRequest: WHY }] })
  await seller.pass(10 * MINUTE)
  const before = await call('GET', `/orders/${id}`)
  expect(before.body).toMatchObject({ stage: 'Hold', cancellation: { state: 'open', decidedBy: null } })
  expect(JSON.stringify(before.body)).not.toContain(WHY)
  const document = (await call('GET', `/error-log/${(before.body as { documentId: number }).documentId}`)).body
  expect(document).toMatchObject({ problems: [{ code: 'cancellation-requested', mend: 'decide-cancellation' }] })

  const path = `/orders/${id}/cancellation`
  expect(codeOf(await call('POST', path, { decision: 'cancel' }))).toEqual([400, 'not-valid'])
  expect((await call('POST', path, { decision: 'cancel', reason: 'no-inventory' })).body).toMatchObject({
    stage: 'Hold',
    cancellation: { state: 'cancel', reason: 'no-inventory', decidedBy: expect.stringMatching(/^API key /) },
  })
  expect((await call('POST', path, { decision: 'ship-anyway' })).body).toMatchObject({
    stage: 'Shipping Department',
    cancellation: { state: 'ship-anyway', reason: null },
  })
  const other = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(10 * MINUTE)
  expect(codeOf(await call('POST', `/orders/${other}/cancellation`, { decision: 'ship-anyway' }))).toEqual([
    409,
    'no-cancellation-request',
  ])
})

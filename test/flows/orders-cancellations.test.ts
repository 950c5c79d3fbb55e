import { expect, test } from 'vitest'
import { decideCancellation } from '#flows/decide-cancellation.ts'
import { moveOrder } from '#flows/move-order.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { whereReadable } from '../make/database-dump.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const WHY = 'Zorbalina no longer wants it'
const who = 'A person'

async function makeAsked() {
  const seller = await makeSeller()
  const lines = ['MUG-BLUE', 'TOWEL-LINEN'].map((sku) => ({ sku, quantity: 2, price: 12 }))
  const id = seller.control.placeOrder({ lines })
  await seller.pass(10 * MINUTE)
  seller.control.alterOrder(id, { requestCancellation: { reason: WHY, items: ['MUG-BLUE'] } })
  await seller.pass(10 * MINUTE)
  return { seller, id }
}
const order = (seller: Seller, id: string) => seller.store((s) => s.findOrder(id))
const reserved = async (seller: Seller, id: string) =>
  (await order(seller, id))?.lines.flatMap((line) => line.allocations).reduce((sum, each) => sum + each.quantity, 0)
const decide = (seller: Seller, id: string, decided: Parameters<typeof decideCancellation>[2]['decided']) =>
  decideCancellation(seller.deps, seller.merchant, { order: id, decided, who })

test("[O16] the buyer's request holds the order with its stock and says what to decide; the buyer's reason is readable nowhere", async () => {
  const { seller, id } = await makeAsked()
  expect(await order(seller, id)).toMatchObject({
    stage: 'Hold',
    cancellation: { number: 1, state: 'open', stageBefore: 'Shipping Department', decidedBy: null },
  })
  expect(await reserved(seller, id)).toBe(4)
  expect(await seller.store((s) => s.findDocument(id))).toMatchObject({
    problems: [{ code: 'cancellation-requested' }],
  })
  expect(await whereReadable(seller.database, [WHY])).toEqual([])
  const move = { order: id, to: 'Shipping Department', reason: 'other', who } as const
  expect(await moveOrder(seller.deps, seller.merchant, move)).toMatchObject({ problem: { code: 'stage-not-allowed' } })
})

const waiting = async (seller: Seller) =>
  (await seller.store((s) => s.listDocuments({ after: 0, limit: 9 }))).map((d) => [
    d.reference,
    ...d.problems.map(({ code }) => code),
  ])

test('[O16] what must be decided is listed from the request to the decision, whatever Amazon tells meanwhile', async () => {
  const { seller, id } = await makeAsked()
  for (let n = 0; n < 2; n++) {
    expect(await waiting(seller)).toEqual([[id, 'cancellation-requested']])
    seller.control.alterOrder(id, {})
    await seller.pass(10 * MINUTE)
  }
  await decide(seller, id, { decision: 'cancel', reason: 'buyer-cancelled' })
  expect(await waiting(seller)).toEqual([])
  seller.control.alterOrder(id, {})
  await seller.pass(10 * MINUTE)
  expect(await waiting(seller)).toEqual([])
})

test('[O16] ship anyway puts it back, with who and when; the same request does not hold it again, a wider one does', async () => {
  const { seller, id } = await makeAsked()
  expect(await decide(seller, id, { decision: 'ship-anyway' })).toMatchObject({
    ok: true,
    value: { stage: 'Shipping Department' },
  })
  expect(await order(seller, id)).toMatchObject({
    cancellation: { state: 'ship-anyway', decidedBy: who, decidedAt: seller.deps.now() },
  })
  const { documentId } = (await order(seller, id))!
  await reprocessDocument(seller.deps, seller.merchant, { documentId, who })
  seller.control.alterOrder(id, { requestCancellation: { items: ['MUG-BLUE'] } })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({ stage: 'Shipping Department' })

  seller.control.alterOrder(id, { requestCancellation: {} })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({ stage: 'Hold', cancellation: { number: 2, state: 'open' } })
  expect(await reserved(seller, id)).toBe(4)
})

test('[O16] the same decision again changes nothing and is told once: who got no answer may repeat it', async () => {
  const { seller, id } = await makeAsked()
  for (const decided of [{ decision: 'cancel', reason: 'buyer-cancelled' }, { decision: 'ship-anyway' }] as const) {
    const first = await decide(seller, id, decided)
    seller.control.advance(MINUTE)
    expect(await decide(seller, id, decided)).toEqual(first)
  }
  const kinds = (await order(seller, id))!.events.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'cancellation.decided')).toHaveLength(2)
})

test('[O16] cancel keeps it on Hold until Amazon says CANCELLED; then it is rejected and its stock is free', async () => {
  const { seller, id } = await makeAsked()
  const decided = { decision: 'cancel', reason: 'buyer-cancelled' } as const
  expect(await decide(seller, id, decided)).toMatchObject({ ok: true, value: { stage: 'Hold' } })
  expect(await order(seller, id)).toMatchObject({
    cancellation: { state: 'cancel', reason: 'buyer-cancelled', decidedBy: who },
  })
  expect(await reserved(seller, id)).toBe(4)
  seller.control.alterOrder(id, { cancel: { by: 'MERCHANT' } })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({ stage: 'Rejected', cancellation: { state: 'cancelled' } })
  expect(await reserved(seller, id)).toBe(0)
  expect(await decide(seller, id, decided)).toMatchObject({ problem: { code: 'no-cancellation-request' } })
  const events = (await order(seller, id))!.events
  expect(events.map(({ kind, who: by }) => [kind, by])).toEqual([
    ['order.placed', 'import'],
    ['order.updated', 'import'],
    ['cancellation.decided', who],
    // Somebody cancelled it in Seller Central before our word was worked on.
    ['cancellation.refused', 'Millrace'],
    ['order.updated', 'import'],
  ])
  expect(events.every(({ facts }) => 'why' in facts)).toBe(true)
})

test('[O16] shipped at Amazon instead: completed, and the request is over', async () => {
  const { seller, id } = await makeAsked()
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({ stage: 'Completed Order', cancellation: { state: 'shipped' } })
})

test('[O16] a request that Amazon no longer shows leaves the order on Hold: a person decides', async () => {
  const { seller, id } = await makeAsked()
  const orderItems = seller.control.order(id)!.orderItems.map(({ cancellation: _, ...item }) => item)
  seller.control.alterOrder(id, { replace: { orderItems } })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({
    stage: 'Hold',
    cancellation: { state: 'open', goneAt: expect.any(Number) },
  })
  expect(await decide(seller, id, { decision: 'ship-anyway' })).toMatchObject({
    value: { stage: 'Shipping Department' },
  })
})

test('[O16] an order first seen with a request comes in on Hold; a pending one is not held', async () => {
  const seller = await makeSeller()
  const lines = [{ sku: 'MUG-BLUE', cancellationRequest: WHY }]
  const open = seller.control.placeOrder({ lines })
  const pending = seller.control.placeOrder({ lines, status: 'PENDING' })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, open)).toMatchObject({
    stage: 'Hold',
    methodId: 'USPS-FIRST',
    cancellation: { stageBefore: null },
  })
  expect(await order(seller, pending)).toMatchObject({ stage: 'Pre-ordered', cancellation: null })
  seller.control.alterOrder(pending, { status: 'UNSHIPPED' })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, pending)).toMatchObject({ stage: 'Hold' })
})

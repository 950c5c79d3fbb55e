import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { tell } from '#core/problems.ts'
import type { OutboxState } from '#core/shipments/outbox.ts'
import { cancelOrder } from '#flows/cancel-order.ts'
import { decideCancellation } from '#flows/decide-cancellation.ts'
import { moveOrder } from '#flows/move-order.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
type Decided = Parameters<typeof decideCancellation>[2]['decided']
const who = 'A person'
const CANCEL = { decision: 'cancel', reason: 'buyer-cancelled' } as const
const SHIP = { decision: 'ship-anyway' } as const

async function makeOrder(draft: object = {}) {
  const seller = await makeSeller()
  const lines = ['MUG-BLUE', 'TOWEL-LINEN'].map((sku) => ({ sku, quantity: 2, price: 12 }))
  const id = seller.control.placeOrder({ lines, ...draft })
  await seller.pass(10 * MINUTE)
  return { seller, id }
}
async function makeAsked() {
  const { seller, id } = await makeOrder()
  await alter({ seller, id }, { requestCancellation: { items: ['MUG-BLUE'] } })
  return { seller, id }
}
type Scene = { readonly seller: Seller; readonly id: string }
async function alter({ seller, id }: Scene, change: Parameters<Seller['control']['alterOrder']>[1]) {
  seller.control.alterOrder(id, change)
  await seller.pass(10 * MINUTE)
}
const order = ({ seller, id }: Scene) => seller.store((s) => s.findOrder(id)).then((found) => found!)
/** What goes up stays in the outbox: these tests say themselves what became of it. */
async function still<T>({ seller }: Scene, done: Promise<T>): Promise<T> {
  const result = await done
  await seller.database.ownerPool().query("delete from deployment.due where kind = 'order-feeds'")
  return result
}
const decide = (scene: Scene, decided: Decided) =>
  still(scene, decideCancellation(scene.seller.deps, scene.seller.merchant, { order: scene.id, decided, who }))
const cancel = (scene: Scene, reason: 'no-inventory' | 'pricing-error' = 'no-inventory') =>
  still(scene, cancelOrder(scene.seller.deps, scene.seller.merchant, { order: scene.id, reason, who }))
const reserved = async (scene: Scene) =>
  (await order(scene)).lines.flatMap((line) => line.allocations).reduce((sum, each) => sum + each.quantity, 0)
/** What the outbox holds, and how far it is. */
const outbox = async ({ seller }: Scene) =>
  (
    await seller.database
      .ownerPool()
      .query(
        'select kind, subject::int, state, way, settled_by, problem, due_by from millrace.outbox order by outbox_id',
      )
  ).rows
/** As a feed leaves it. */
const setUp = ({ seller }: Scene, state: OutboxState) =>
  seller.database.ownerPool().query('update millrace.outbox set state = $1', [state])
const problemsOf = async ({ seller, id }: Scene) =>
  (await seller.store((s) => s.findDocument(id)))!.problems.map(({ code }) => code)

test('[O16] a decision to cancel goes up by feed, once; the order waits on Hold with its stock', async () => {
  const scene = await makeAsked()
  for (let n = 0; n < 2; n++) expect(await decide(scene, CANCEL)).toMatchObject({ value: { stage: 'Hold' } })
  expect(await outbox(scene)).toMatchObject([
    { kind: 'cancellation', subject: 1, state: 'waiting', way: 'feed', due_by: expect.any(Number) },
  ])
  expect(await reserved(scene)).toBe(4)
  expect((await order(scene)).cancellation).toMatchObject({ state: 'cancel', byMerchant: false, up: 'waiting' })
})

test('[O16] ship anyway takes back what waits; cancelled after all, it goes up again', async () => {
  const scene = await makeAsked()
  await decide(scene, CANCEL)
  expect(await decide(scene, SHIP)).toMatchObject({ value: { stage: 'Shipping Department' } })
  expect(await outbox(scene)).toMatchObject([{ state: 'removed' }])
  expect(await decide(scene, CANCEL)).toMatchObject({ value: { stage: 'Hold' } })
  expect(await outbox(scene)).toMatchObject([{ state: 'waiting' }])
})

test.each(['taken', 'sent'] as const)(
  '[O16][E6] what is on its way (%s) is not shipped and not cancelled twice',
  async (up) => {
    const scene = await makeAsked()
    await decide(scene, CANCEL)
    await setUp(scene, up)
    expect(await decide(scene, SHIP)).toMatchObject({ problem: { code: 'cancellation-under-way' } })
    await decide(scene, CANCEL)
    expect(await outbox(scene)).toMatchObject([{ state: up }])
    expect(await order(scene)).toMatchObject({ stage: 'Hold' })
  },
)

test('[O16][S4] CANCELLED in a sweep settles the word; the order is rejected and its stock is free', async () => {
  const scene = await makeAsked()
  await decide(scene, CANCEL)
  await setUp(scene, 'sent')
  await alter(scene, { cancel: { by: 'MERCHANT' } })
  expect(await outbox(scene)).toMatchObject([{ state: 'settled', settled_by: 'sweep', problem: null }])
  expect(await order(scene)).toMatchObject({ stage: 'Rejected', cancellation: { state: 'cancelled', up: 'settled' } })
  expect(await reserved(scene)).toBe(0)
})

test('[O16] shipped at Amazon instead: the word ends as refused, with a sentence', async () => {
  const scene = await makeAsked()
  await decide(scene, CANCEL)
  await alter(scene, { ship: 'all' })
  const [row] = await outbox(scene)
  expect(row).toMatchObject({ state: 'refused', problem: { code: 'cancelled-too-late' } })
  expect(tell(row.problem).sentence).toContain('does not cancel what has left')
  expect(await order(scene)).toMatchObject({ stage: 'Completed Order', cancellation: { state: 'shipped' } })
})

test('[O16] shipped in part instead: refused, told until it is decided again, and only shipping is left', async () => {
  const scene = await makeOrder()
  await cancel(scene)
  await alter(scene, { ship: { 'MUG-BLUE': 1 } })
  expect(await outbox(scene)).toMatchObject([{ state: 'refused', problem: { code: 'cancelled-too-late' } }])
  await alter(scene, {})
  expect(await problemsOf(scene)).toEqual(['cancellation-not-done'])
  expect(await order(scene)).toMatchObject({ stage: 'Hold', cancellation: { state: 'cancel', up: 'refused' } })
  expect(await cancel(scene)).toMatchObject({ problem: { code: 'cannot-cancel' } })
  expect(await decide(scene, SHIP)).toMatchObject({ value: { stage: 'Shipping Department' } })
  expect(await problemsOf(scene)).toEqual([])
  expect(await reserved(scene)).toBe(3)
})

test('[O16][E6] what Amazon refused is decided again: once more, or shipped', async () => {
  const scene = await makeAsked()
  await decide(scene, CANCEL)
  await setUp(scene, 'refused')
  const { orderId } = await order(scene)
  for (let n = 0; n < 2; n++) await scene.seller.store((s) => s.tellNotCancelled([orderId]))
  expect(await problemsOf(scene)).toEqual(['cancellation-not-done'])
  await alter(scene, {})
  expect(await problemsOf(scene)).toEqual(['cancellation-not-done'])
  expect(await scene.seller.store((s) => s.listCancellations({ state: 'open', after: null, limit: 9 }))).toMatchObject([
    { amazonOrderId: scene.id, state: 'cancel', up: 'refused' },
  ])
  expect(await decide(scene, CANCEL)).toMatchObject({ value: { stage: 'Hold', cancellation: { up: 'waiting' } } })
  expect(await outbox(scene)).toMatchObject([{ state: 'waiting', problem: null }])
  await setUp(scene, 'refused')
  expect(await decide(scene, SHIP)).toMatchObject({ value: { stage: 'Shipping Department' } })
  expect(await outbox(scene)).toMatchObject([{ state: 'removed' }])
})

test('[O16] the merchant cancels without being asked: Hold, one word up, no move meanwhile, no "no longer shown"', async () => {
  const scene = await makeOrder()
  for (let n = 0; n < 2; n++) expect(await cancel(scene)).toMatchObject({ value: { stage: 'Hold' } })
  await alter(scene, {})
  expect(await order(scene)).toMatchObject({
    stage: 'Hold',
    cancellation: { state: 'cancel', byMerchant: true, reason: 'no-inventory', decidedBy: who, goneAt: null },
  })
  expect(await outbox(scene)).toMatchObject([{ kind: 'cancellation', subject: 1, state: 'waiting' }])
  const move = { order: scene.id, to: 'Shipping Department', reason: 'other', who } as const
  expect(await moveOrder(scene.seller.deps, scene.seller.merchant, move)).toMatchObject({
    problem: { code: 'stage-not-allowed' },
  })
  await alter(scene, { cancel: { by: 'MERCHANT' } })
  expect(await order(scene)).toMatchObject({ stage: 'Rejected', cancellation: { state: 'cancelled', up: 'settled' } })
  expect(await reserved(scene)).toBe(0)
  const kinds = (await order(scene)).events.map(({ kind, who: by }) => `${kind} ${by}`)
  expect(kinds.filter((kind) => kind === `cancellation.begun ${who}`)).toHaveLength(1)
})

test("[O16] the buyer asks for what the merchant cancels: it is the buyer's from then on; taken back before, it is a new request", async () => {
  const scene = await makeOrder()
  await cancel(scene)
  await alter(scene, { requestCancellation: { items: ['MUG-BLUE'] } })
  expect(await order(scene)).toMatchObject({
    stage: 'Hold',
    cancellation: { number: 1, byMerchant: false, up: 'waiting' },
  })
  const other = await makeOrder()
  await cancel(other)
  await decide(other, SHIP)
  await alter(other, { requestCancellation: { items: ['MUG-BLUE'] } })
  expect(await order(other)).toMatchObject({
    stage: 'Hold',
    cancellation: { number: 2, state: 'open', byMerchant: false },
  })
})

test('[O16] ten people at once: one cancellation, one word, one history entry', async () => {
  const scene = await makeOrder()
  const all = await Promise.all(Array.from({ length: 10 }, () => cancel(scene)))
  expect(all.every(({ ok }) => ok)).toBe(true)
  expect(await outbox(scene)).toHaveLength(1)
  expect((await order(scene)).events.filter(({ kind }) => kind.startsWith('cancellation'))).toHaveLength(1)
})

test('[O16] refused with its sentence: pending, shipped, shipped in part, cancelled, of nobody', async () => {
  const pending = await makeOrder({ status: 'PENDING' })
  expect(await cancel(pending)).toMatchObject({ problem: { code: 'cannot-cancel' } })
  const scene = await makeOrder()
  for (const change of [{ ship: { 'MUG-BLUE': 1 } }, { ship: 'all' }] as const) {
    await alter(scene, change)
    expect(await cancel(scene)).toMatchObject({ problem: { code: 'cannot-cancel' } })
  }
  expect(await outbox(scene)).toEqual([])
  const { seller } = scene
  const wish = { order: scene.id, reason: 'no-inventory', who } as const
  expect(await cancelOrder(seller.deps, seller.merchant, { ...wish, order: 1 })).toMatchObject({
    problem: { code: 'not-found' },
  })
  await expect(cancelOrder(seller.deps, 'OTHER' as MerchantId, wish)).rejects.toThrow('does not exist')
})

test('[O16][E5][E6] what Amazon took and does not carry out is shown after two sweeps and a day; seen later it is settled', async () => {
  const scene = await makeAsked()
  const { seller } = scene
  await decide(scene, CANCEL)
  await seller.database
    .ownerPool()
    .query("update millrace.outbox set state = 'sent', sent_at = to_timestamp($1)", [seller.deps.now() / 1000])
  await seller.pass(30 * MINUTE)
  seller.control.advance(23 * HOUR)
  await seller.pass(20 * MINUTE)
  expect(await outbox(scene)).toMatchObject([{ state: 'sent' }])
  expect(await problemsOf(scene)).toEqual([])
  seller.control.advance(HOUR)
  await seller.pass(10 * MINUTE)
  const [row] = await outbox(scene)
  expect(row).toMatchObject({ state: 'unsure', problem: { code: 'cancellation-not-seen' } })
  expect(tell(row.problem).sentence).toContain('decide again')
  expect(await problemsOf(scene)).toEqual(['cancellation-not-done'])
  expect((await order(scene)).events.filter(({ kind }) => kind === 'cancellation.unsure')).toHaveLength(1)
  expect(await seller.store((s) => s.listCancellations({ state: 'open', after: null, limit: 9 }))).toHaveLength(1)
  await alter(scene, { cancel: { by: 'MERCHANT' } })
  expect(await outbox(scene)).toMatchObject([{ state: 'settled', settled_by: 'sweep' }])
  expect(await order(scene)).toMatchObject({ stage: 'Rejected', cancellation: { state: 'cancelled' } })
})

import { expect, test } from 'vitest'
import { cancelOrder } from '#flows/cancel-order.ts'
import { decideCancellation } from '#flows/decide-cancellation.ts'
import { enterShipments } from '#flows/enter-shipments.ts'
import { moveOrder } from '#flows/move-order.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
type Scene = { readonly seller: Seller; readonly id: string }
const who = 'A person'
const NOTHING = { carrier: 'USPS', service: null, shippedAt: null, reference: null }

async function makeOrder(): Promise<Scene> {
  const seller = await makeSeller()
  const lines = ['MUG-BLUE', 'TOWEL-LINEN'].map((sku) => ({ sku, quantity: 2, price: 12 }))
  const id = seller.control.placeOrder({ lines })
  await seller.pass(10 * MINUTE)
  return { seller, id }
}
const order = ({ seller, id }: Scene) => seller.store((s) => s.findOrder(id)).then((found) => found!)
/** A package with two of one line. */
const pack = async ({ seller, id }: Scene, sku: string) => {
  const items = [{ line: null, sku, item: null, quantity: 2 }]
  const entry = { ...NOTHING, order: id, tracking: '9400111899223197428490', items }
  const [result] = await enterShipments(seller.deps, seller.merchant, { entries: [entry], who })
  return result
}
const outbox = async ({ seller }: Scene) =>
  (
    await seller.database
      .ownerPool()
      .query('select kind, state, settled_by as by from millrace.outbox order by outbox_id')
  ).rows
const stockOf = async ({ seller }: Scene, item: string) =>
  (await seller.store((s) => s.listStock({ after: null, limit: 99 })))
    .filter(({ itemId }) => itemId === item)
    .reduce((sum, each) => ({ onHand: sum.onHand + each.onHand, allocated: sum.allocated + each.allocated }), {
      onHand: 0,
      allocated: 0,
    })

test('[O16][S4] the buyer asks, a person cancels, the feed goes up, the sweep sees it: rejected, and the stock is free', async () => {
  const scene = await makeOrder()
  const { seller, id } = scene
  seller.control.alterOrder(id, { requestCancellation: {} })
  await seller.pass(10 * MINUTE)
  const decided = { decision: 'cancel', reason: 'buyer-cancelled' } as const
  await decideCancellation(seller.deps, seller.merchant, { order: id, decided, who })
  expect(await pack(scene, 'MUG-BLUE')).toMatchObject({ problem: { code: 'order-to-be-cancelled' } })
  await seller.pass(HOUR)
  expect(seller.control.order(id)?.fulfillment?.fulfillmentStatus).toBe('CANCELLED')
  expect(await order(scene)).toMatchObject({ stage: 'Rejected', cancellation: { state: 'cancelled', up: 'settled' } })
  expect(await outbox(scene)).toEqual([{ kind: 'cancellation', state: 'settled', by: 'sweep' }])
  expect((await stockOf(scene, 'MUG-BLUE')).allocated).toBe(0)
})

test('[O16][O20] the buyer wants a part no longer: the rest is shipped, the part goes back with its cancelled quantity, its stock is free', async () => {
  const scene = await makeOrder()
  const { seller, id } = scene
  const before = await stockOf(scene, 'MUG-BLUE')
  seller.control.alterOrder(id, { requestCancellation: { items: ['MUG-BLUE'] } })
  await seller.pass(10 * MINUTE)
  await decideCancellation(seller.deps, seller.merchant, { order: id, decided: { decision: 'ship-anyway' }, who })
  expect(await pack(scene, 'TOWEL-LINEN')).toMatchObject({ outcome: 'entered' })
  await seller.pass(20 * MINUTE)
  expect(await order(scene)).toMatchObject({ amazonStatus: 'PARTIALLY_SHIPPED', stage: 'Shipping Department' })
  expect(await cancelOrder(seller.deps, seller.merchant, { order: id, reason: 'no-inventory', who })).toMatchObject({
    problem: { code: 'cannot-cancel' },
  })
  const money = { amount: '24.00', currency: 'USD' }
  const lines = [{ line: 'MUG-BLUE', item: money, quantityCancelled: 2 }]
  const entry = { reason: 'could-not-ship', lines } as const
  expect(await refundOrder(seller.deps, seller.merchant, { order: id, entry, again: false, who })).toMatchObject({
    ok: true,
  })
  // Until Amazon has carried it out nobody ships what is given back.
  expect(await pack(scene, 'MUG-BLUE')).toMatchObject({ problem: { code: 'package-too-much', facts: { open: 0 } } })
  await seller.pass(HOUR)
  expect((await outbox(scene)).at(-1)).toEqual({ kind: 'refund', state: 'settled', by: 'report' })
  expect(await order(scene)).toMatchObject({ stage: 'Completed Order', amazonStatus: 'SHIPPED' })
  expect(await stockOf(scene, 'MUG-BLUE')).toEqual({ onHand: before.onHand, allocated: before.allocated - 2 })
})

test('[O13][O20] Amazon cancels after a package of ours had left: a person closes it, and what came back is on the shelf', async () => {
  const scene = await makeOrder()
  const { seller, id } = scene
  const before = await stockOf(scene, 'MUG-BLUE')
  expect(await pack(scene, 'MUG-BLUE')).toMatchObject({ outcome: 'entered' })
  expect((await stockOf(scene, 'MUG-BLUE')).onHand).toBe(before.onHand - 2)
  // Before Amazon was told of the package.
  seller.control.alterOrder(id, { cancel: { by: 'AMAZON' } })
  await seller.pass(10 * MINUTE)
  expect(await order(scene)).toMatchObject({ stage: 'Hold', amazonStatus: 'CANCELLED' })
  expect((await seller.store((s) => s.findDocument(id)))!.problems).toMatchObject([
    { code: 'cancelled-after-shipping' },
  ])
  const move = { order: id, to: 'Rejected', reason: 'returned', restock: 'all', who } as const
  expect(await moveOrder(seller.deps, seller.merchant, move)).toMatchObject({ value: { stage: 'Rejected' } })
  expect(await stockOf(scene, 'MUG-BLUE')).toEqual({ onHand: before.onHand, allocated: 0 })
})

test('[O16][E6] Amazon refuses to cancel: the order stays on Hold, it is told in the Error Log, and it is decided again', async () => {
  const scene = await makeOrder()
  const { seller, id } = scene
  await cancelOrder(seller.deps, seller.merchant, { order: id, reason: 'no-inventory', who })
  // Somebody shipped a part in Seller Central, and the sweep does not see it yet.
  seller.control.alterOrder(id, { ship: { 'MUG-BLUE': 1 }, lagMs: 5 * HOUR })
  await seller.pass(HOUR)
  expect(await outbox(scene)).toEqual([{ kind: 'cancellation', state: 'refused', by: null }])
  expect(await order(scene)).toMatchObject({ stage: 'Hold', cancellation: { state: 'cancel', up: 'refused' } })
  expect((await seller.store((s) => s.findDocument(id)))!.problems).toMatchObject([{ code: 'cancellation-not-done' }])
  const decided = { decision: 'ship-anyway' } as const
  expect(await decideCancellation(seller.deps, seller.merchant, { order: id, decided, who })).toMatchObject({
    value: { stage: 'Shipping Department' },
  })
  expect((await seller.store((s) => s.findDocument(id)))!.problems).toEqual([])
})

import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import type { RefundEntry } from '#core/orders/check-refund.ts'
import type { OutboxState } from '#core/shipments/outbox.ts'
import { decideRefund, type RefundDecision } from '#flows/decide-refund.ts'
import { moveOrder } from '#flows/move-order.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
type Scene = { readonly seller: Seller; readonly id: string }
const who = 'A person'
const FULL: RefundEntry = { reason: 'customer-return', full: true }
const part = (amount: string, given: object = {}): RefundEntry => ({
  reason: 'customer-return',
  lines: [{ line: 'MUG-BLUE', item: { amount, currency: 'USD' }, ...given }],
})

/** Two mugs for 12.00 each and two towels, shipped at Amazon as far as it is said. */
async function makeShipped(ship: 'all' | Record<string, number> = 'all'): Promise<Scene> {
  const seller = await makeSeller()
  const lines = ['MUG-BLUE', 'TOWEL-LINEN'].map((sku) => ({ sku, quantity: 2, price: 12 }))
  const id = seller.control.placeOrder({ lines })
  await seller.pass(10 * MINUTE)
  seller.control.alterOrder(id, { ship })
  await seller.pass(10 * MINUTE)
  return { seller, id }
}
const refund = ({ seller, id }: Scene, entry: RefundEntry, again = false) =>
  refundOrder(seller.deps, seller.merchant, { order: id, entry, again, who })
const order = ({ seller, id }: Scene) => seller.store((s) => s.findOrder(id)).then((found) => found!)
const refunds = async (scene: Scene) => {
  const { orderId } = await order(scene)
  return scene.seller.store((s) => s.listRefunds(orderId))
}
const onHand = async ({ seller }: Scene, item: string) =>
  (await seller.store((s) => s.listStock({ after: null, limit: 99 })))
    .filter(({ itemId }) => itemId === item)
    .reduce((sum, { onHand: there }) => sum + there, 0)
/** As a feed leaves it. */
const setUp = ({ seller }: Scene, state: OutboxState) =>
  seller.database.ownerPool().query("update millrace.outbox set state = $1 where kind = 'refund'", [state])
const decide = ({ seller }: Scene, id: number, decision: RefundDecision) =>
  decideRefund(seller.deps, seller.merchant, { refund: id, decision, who })
const codes = (result: { ok: boolean }) =>
  'problems' in result ? (result.problems as { code: string }[]).map(({ code }) => code) : []

test('[O16] a refund by line waits for the feed with its ledger row, is told in the history, and what came back is on hand', async () => {
  const scene = await makeShipped()
  const before = await onHand(scene, 'MUG-BLUE')
  expect(await refund(scene, part('5.25', { restock: 1 }))).toMatchObject({
    ok: true,
    value: { reason: 'customer-return', currency: 'USD', enteredBy: who, state: 'waiting' },
  })
  const [written] = await refunds(scene)
  expect(written?.lines).toMatchObject([{ item: 525, tax: 0, restock: 1 }])
  const rows = await scene.seller.database
    .ownerPool()
    .query('select kind, way, subject::int, state from millrace.outbox')
  expect(rows.rows).toEqual([{ kind: 'refund', way: 'feed', subject: written?.refundId, state: 'waiting' }])
  expect(await onHand(scene, 'MUG-BLUE')).toBe(before + 1)
  expect((await order(scene)).events.at(-1)).toMatchObject({
    kind: 'refund.entered',
    who,
    facts: { why: 'customer-return' },
  })
})

test('[O16] everything, after a part: the rest, and then nothing is left', async () => {
  const scene = await makeShipped()
  await refund(scene, part('5.00'))
  expect(await refund(scene, FULL)).toMatchObject({ ok: true })
  expect(codes(await refund(scene, FULL, true))).toEqual(['cannot-refund'])
  expect(codes(await refund(scene, part('0.01'), true))).toContain('not-valid')
  const paid = (await order(scene)).lines.reduce((sum, { total, marketplaceTax }) => sum + total! - marketplaceTax!, 0)
  const given = (await refunds(scene)).flatMap(({ lines }) => lines)
  const sum = given.reduce((all, each) => all + each.item + each.shipping + each.giftWrap + each.tax, 0)
  expect(sum).toBe(paid)
})

test('[O16] the same refund within ten minutes is asked about; said again it is a second one; later it is none of our business', async () => {
  const scene = await makeShipped()
  await refund(scene, part('2.00'))
  expect(codes(await refund(scene, part('2.00')))).toEqual(['refund-repeated'])
  expect(await refunds(scene)).toHaveLength(1)
  expect(await refund(scene, part('2.00'), true)).toMatchObject({ ok: true })
  scene.seller.control.advance(10 * MINUTE)
  expect(await refund(scene, part('2.00'))).toMatchObject({ ok: true })
  expect(await refunds(scene)).toHaveLength(3)
})

test('[O16] ten people at once: one refund, one row', async () => {
  const scene = await makeShipped()
  const all = await Promise.all(Array.from({ length: 10 }, () => refund(scene, part('24.00'))))
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await refunds(scene)).toHaveLength(1)
})

test('[O16] refused, and nothing written: not shipped, of nobody, of another merchant, wrong in two places', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(10 * MINUTE)
  const scene = { seller, id }
  expect(codes(await refund(scene, FULL))).toEqual(['cannot-refund'])
  expect(codes(await refund({ seller, id: '111-0000000-0000000' }, FULL))).toEqual(['not-found'])
  const other = refundOrder(seller.deps, 'OTHER' as MerchantId, { order: id, entry: FULL, again: false, who })
  await expect(other).rejects.toThrow('does not exist')
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  const before = await onHand(scene, 'MUG-BLUE')
  expect(codes(await refund(scene, part('9999.00', { restock: 9 })))).toHaveLength(3)
  expect(await refunds(scene)).toEqual([])
  expect(await onHand(scene, 'MUG-BLUE')).toBe(before)
})

test('[O16] shipped in part: what will not be shipped is cancelled with its refund, once', async () => {
  const scene = await makeShipped({ 'TOWEL-LINEN': 2 })
  expect(codes(await refund(scene, part('12.00', { quantityCancelled: 3 })))).toEqual(['not-valid'])
  expect(await refund(scene, part('24.00', { quantityCancelled: 2 }))).toMatchObject({ ok: true })
  expect((await refunds(scene))[0]?.lines).toMatchObject([{ item: 2400, quantityCancelled: 2 }])
  expect(
    codes(await refund(scene, { reason: 'no-inventory', lines: [{ line: 'MUG-BLUE', quantityCancelled: 1 }] })),
  ).toEqual(['not-valid'])
})

test('[O16][E6] of a refund that may have been paid a person decides, once, and it is told in the history', async () => {
  const scene = await makeShipped()
  await refund(scene, part('5.00'))
  const [{ refundId } = { refundId: 0 }] = await refunds(scene)
  expect(await decide(scene, refundId, 'paid')).toMatchObject({ problem: { code: 'refund-not-unsure' } })
  await setUp(scene, 'unsure')
  expect(await decide(scene, refundId, 'not-paid')).toMatchObject({ value: { state: 'waiting' } })
  await setUp(scene, 'unsure')
  expect(await decide(scene, refundId, 'paid')).toMatchObject({ value: { state: 'settled', settledBy: 'person' } })
  expect(await decide(scene, refundId, 'not-paid')).toMatchObject({ problem: { code: 'refund-not-unsure' } })
  expect(await decide(scene, 9999, 'paid')).toMatchObject({ problem: { code: 'not-found' } })
  const told = (await order(scene)).events.filter(({ kind }) => kind === 'refund.decided')
  expect(told.map(({ who: by, facts }) => [by, facts.decision])).toEqual([
    [who, 'not-paid'],
    [who, 'paid'],
  ])
})

test('[O13][O20] cancelled at Amazon after a package had left: closed as returned with restock, or left as it is', async () => {
  for (const restock of ['all', { 'MUG-BLUE': 1 }, undefined] as const) {
    const scene = await makeShipped({ 'MUG-BLUE': 2 })
    const { seller, id } = scene
    const fulfillment = { ...seller.control.order(id)!.fulfillment!, fulfillmentStatus: 'CANCELLED' }
    seller.control.alterOrder(id, { replace: { fulfillment } })
    await seller.pass(10 * MINUTE)
    expect(await order(scene)).toMatchObject({ stage: 'Hold', amazonStatus: 'CANCELLED' })
    expect((await seller.store((s) => s.findDocument(id)))!.problems).toMatchObject([
      { code: 'cancelled-after-shipping' },
    ])
    const before = await onHand(scene, 'MUG-BLUE')
    const move = restock
      ? ({ to: 'Rejected', reason: 'returned', restock } as const)
      : ({ to: 'Completed Order', reason: 'not-returned' } as const)
    expect(await moveOrder(seller.deps, seller.merchant, { order: id, who, ...move })).toMatchObject({
      value: { stage: move.to },
    })
    expect((await onHand(scene, 'MUG-BLUE')) - before).toBe(restock === 'all' ? 2 : restock ? 1 : 0)
    expect((await seller.store((s) => s.findDocument(id)))!.problems).toEqual([])
    const twice = await moveOrder(seller.deps, seller.merchant, { order: id, who, ...move })
    expect(twice).toMatchObject({ problem: { code: 'stage-not-allowed' } })
  }
})

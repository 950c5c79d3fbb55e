import { expect, test } from 'vitest'
import type { Stage } from '#core/orders/stage.ts'
import type { MoveReason } from '#core/orders/stage-transitions.ts'
import { moveOrder } from '#flows/move-order.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { orderOf } from '../make/seller-views.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const who = 'A person'

const move = (seller: Seller, order: number | string, [to, reason]: readonly [Stage, MoveReason]) =>
  moveOrder(seller.deps, seller.merchant, { order, to, reason, who })
const mugs = async (seller: Seller) => {
  const rows = await seller.store((s) => s.listStock({ after: null, limit: 50, itemId: 'MUG-BLUE' as never }))
  return rows.find((row) => row.center === 'PORTLAND')
}
async function makePlaced() {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 3, price: 12 }] })
  await seller.pass(10 * MINUTE)
  return { seller, id }
}

test('[O20] Hold, Accounts Receivable and back keep what is reserved; the history tells who, when, why', async () => {
  const { seller, id } = await makePlaced()
  const path = [
    ['Hold', 'waiting-for-buyer'],
    ['Accounts Receivable', 'payment-awaited'],
    ['Shipping Department', 'approved'],
  ] as const
  for (const step of path) {
    expect(await move(seller, id, step)).toMatchObject({ ok: true, value: { stage: step[0] } })
    expect(await mugs(seller)).toMatchObject({ onHand: 400, allocated: 3 })
  }
  const { events } = (await seller.store((s) => s.findOrder(id)))!
  expect(
    events.slice(1).map((event) => [event.kind, event.who, event.facts.from, event.facts.to, event.facts.why]),
  ).toEqual([
    ['order.moved', who, 'Shipping Department', 'Hold', 'waiting-for-buyer'],
    ['order.moved', who, 'Hold', 'Accounts Receivable', 'payment-awaited'],
    ['order.moved', who, 'Accounts Receivable', 'Shipping Department', 'approved'],
  ])
  expect(events.every(({ at }) => at <= seller.deps.now())).toBe(true)
})

test('[O20] Rejected releases, and back in the Shipping Department it is reserved again', async () => {
  const { seller, id } = await makePlaced()
  await move(seller, id, ['Rejected', 'entered-by-mistake'])
  expect(await mugs(seller)).toMatchObject({ onHand: 400, allocated: 0 })
  expect(await move(seller, id, ['Shipping Department', 'entered-by-mistake'])).toMatchObject({ ok: true })
  expect(await mugs(seller)).toMatchObject({ onHand: 400, allocated: 3 })
  seller.control.alterOrder(id, { cancel: {} })
  await seller.pass(10 * MINUTE)
  expect(await mugs(seller)).toMatchObject({ onHand: 400, allocated: 0 })
  expect(await move(seller, id, ['Shipping Department', 'other'])).toMatchObject({
    problem: { code: 'stage-not-allowed' },
  })
})

test('[O20] Completed uses the stock once, and is over: SHIPPED from Amazon uses nothing more', async () => {
  const { seller, id } = await makePlaced()
  await move(seller, id, ['Completed Order', 'shipped-elsewhere'])
  expect(await mugs(seller)).toMatchObject({ onHand: 397, allocated: 0 })
  expect(await move(seller, id, ['Rejected', 'other'])).toMatchObject({ ok: false })
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  expect(await mugs(seller)).toMatchObject({ onHand: 397, allocated: 0 })
})

test('[O20] what a person rejected stays rejected, whatever Amazon says; a pending one is no longer read again', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 3, price: 12 }], status: 'PENDING' })
  await seller.pass(10 * MINUTE)
  expect(await move(seller, id, ['Hold', 'other'])).toMatchObject({ ok: false })
  expect(await move(seller, id, ['Rejected', 'cannot-be-shipped'])).toMatchObject({ ok: true })
  expect(await move(seller, id, ['Shipping Department', 'entered-by-mistake'])).toMatchObject({
    problem: { code: 'stage-not-allowed' },
  })
  seller.control.alterOrder(id, { status: 'UNSHIPPED' })
  await seller.pass(10 * MINUTE)
  expect(await seller.store((s) => s.findOrder(id))).toMatchObject({ stage: 'Rejected', amazonStatus: 'UNSHIPPED' })
  expect(await move(seller, id, ['Shipping Department', 'entered-by-mistake'])).toMatchObject({ ok: false })
  expect(await mugs(seller)).toMatchObject({ allocated: 0 })
})

test('[O20] an order that is not there is not moved', async () => {
  const { seller } = await makePlaced()
  for (const key of [9_999_999, '111-9999999-9999999'])
    expect(await move(seller, key, ['Hold', 'other'])).toMatchObject({ problem: { code: 'not-found' } })
})

test('[O13][U2] an address that the buyer changes at Amazon is the one that is shown and shipped to', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(6 * MINUTE)
  const { recipient } = structuredClone(seller.control.order(id)!)
  const moved = async (to: { stateOrRegion: string; postalCode: string; countryCode: string }) => {
    const deliveryAddress = { ...recipient?.deliveryAddress, ...to }
    seller.control.alterOrder(id, { replace: { recipient: { ...recipient, deliveryAddress } } })
    await seller.pass(6 * MINUTE)
    const order = await orderOf(seller, id)
    return [order?.shipCountry, order?.shipState]
  }
  expect(await moved({ stateOrRegion: 'NM', postalCode: '87501', countryCode: 'US' })).toEqual(['US', 'NM'])
  expect(await moved({ stateOrRegion: '', postalCode: 'EC1A 1BB', countryCode: 'GB' })).toEqual(['GB', null])
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Completed Order', shipCountry: 'GB', shipState: null })
})

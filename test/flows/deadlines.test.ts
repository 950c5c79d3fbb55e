import { expect, test } from 'vitest'
import { writeDeadlines } from '#contract/deadlines.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import type { Seller } from '../make/seller-views.ts'
import { MUG, ship } from '../make/ship.ts'

/** What is listed as missing, by Amazon's order id, in its order. */
async function missing(seller: Seller, withinHours: number): Promise<[string, string][]> {
  const now = seller.deps.now()
  const until = now + withinHours * HOUR
  const found = await seller.store((store) => store.ordersWithDeadline({ until, after: null, limit: 50 }))
  return writeDeadlines(found, { now, time: String }).map((row) => [row.amazonOrderId, row.missing])
}

test('[S6] orders near their time to ship are listed with what is missing, the earliest first', async () => {
  const seller = await makeSeller()
  const [nothing = '', part = '', refused = '', known = '', cancelled = ''] = seller.control.placeOrders(MUG, 5)
  await seller.pass(5 * MINUTE)
  await ship(seller, part, { quantity: 1 })
  await seller.run()
  seller.control.addFault({ kind: 'error', operation: 'confirmShipment', status: 400, message: 'Invalid something' })
  await ship(seller, refused)
  await seller.run()
  await ship(seller, known)
  seller.control.alterOrder(cancelled, { cancel: { by: 'BUYER' } })
  await seller.pass(10 * MINUTE)
  const ids = [nothing, part, refused]
  await Promise.all(
    ids.map((id, n) =>
      seller.database
        .ownerPool()
        .query(
          `update millrace.orders set ship_by = timestamptz '2026-11-12T15:00Z' + $2 * interval '1 minute' where amazon_order_id = $1`,
          [id, n],
        ),
    ),
  )
  expect(await missing(seller, 24)).toEqual([])
  expect(await missing(seller, 72)).toEqual([
    [nothing, 'not-entered'],
    [part, 'partly-entered'],
    [refused, 'refused'],
  ])
})

test('[S6] a package that waits is not accepted yet; once Amazon took it the order is no longer listed', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder(MUG)
  await seller.pass(5 * MINUTE)
  seller.control.addFault({ kind: 'error', operation: 'confirmShipment', status: 503 })
  await ship(seller, id)
  await seller.run()
  await seller.database.ownerPool().query(`update millrace.order_lines set fulfilled_amazon = quantity_amazon`)
  expect(await missing(seller, 500)).toEqual([[id, 'not-accepted']])
  await seller.pass(2 * MINUTE)
  expect(await missing(seller, 500)).toEqual([])
  await seller.database.ownerPool().query(`update millrace.order_lines set fulfilled_amazon = 0`)
})

test('[S6][O6][O14] orders in the books only and those that Amazon ships are never listed', async () => {
  const seller = await makeSeller()
  const { orders } = await seller.store((store) => store.readSettings())
  await saveOrderSettings(seller.deps, seller.merchant, { ...orders, asCompleted: true, importFba: true })
  seller.control.placeOrder(MUG)
  seller.control.placeOrder({ ...MUG, fulfilledBy: 'AMAZON' })
  await seller.pass(5 * MINUTE)
  expect(await seller.store((store) => store.countOrders())).toEqual({ 'Completed Order': 2 })
  expect(await missing(seller, 720)).toEqual([])
})

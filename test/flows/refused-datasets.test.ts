import { expect, test } from 'vitest'
import { askReconciliation } from '#flows/ask-reconciliation.ts'
import { whereIsOrder } from '#flows/where-is-order.ts'
import { passSeconds, told } from '../make/hints.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, endOf, orderOf, type Seller } from '../make/seller-views.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE' }] }

/** Amazon refuses a dataset whichever way it is asked for, and a sweep has met it. */
async function refuse(seller: Seller, dataset: string) {
  seller.control.addFault({ operation: '*', kind: 'refuse-dataset', dataset, always: true })
  await seller.pass(6 * MINUTE)
}

/** An order that Amazon knows by its number and no list ever shows. */
function placeUnlisted(seller: Seller): string {
  const at = new Date(seller.control.now() - 3 * HOUR).toISOString()
  return seller.control.placeOrder({ ...MUG, createdAt: at, updatedAt: at, lagMs: 400 * DAY })
}

async function reconcileNow(seller: Seller) {
  const { deps, merchant, connection } = seller
  await askReconciliation(deps, merchant, { connection, who: 'a test' })
  await seller.run()
  await seller.pass(10 * MINUTE)
  const [run] = await seller.store((s) => s.listReconciliations({ kind: 'night', before: null, limit: 1 }))
  return run
}

test('[O1] while Amazon refuses a dataset, an order that it tells of is read without it, and placed as fast', async () => {
  const seller = await told()
  seller.control.placeOrder(MUG)
  await refuse(seller, 'TAX')
  seller.control.clearRequests()
  const id = seller.control.placeOrder(MUG)
  await passSeconds(seller, 30)
  expect(await endOf(seller, id)).toBe('placed')
  expect(callsOf(seller, 'getOrder')).toBe(1)
})

test('[O18] while Amazon refuses a dataset, a missing order is fetched without it', async () => {
  const seller = await makeSeller()
  await seller.run()
  await refuse(seller, 'TAX')
  const id = placeUnlisted(seller)
  expect(await reconcileNow(seller)).toMatchObject({ state: 'done', differing: { fetched: 1 }, problem: null })
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department' })
})

test('[O18] a difference that cannot be seen without the refused dataset stays one, and is fetched once Amazon gives it', async () => {
  const seller = await makeSeller()
  await seller.run()
  const id = placeUnlisted(seller)
  await reconcileNow(seller)
  await refuse(seller, 'FULFILLMENT')
  seller.control.alterOrder(id, { cancel: { by: 'MERCHANT', reason: 'NoInventory' } })
  seller.control.advance(2 * HOUR)
  expect(await reconcileNow(seller)).toMatchObject({ state: 'done', problem: { code: 'orders-not-fetched' } })
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department' })
  seller.control.clearFaults()
  await seller.pass(HOUR)
  await reconcileNow(seller)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Rejected' })
})

test('[O19] while Amazon refuses a dataset, an order that was never seen is read without it and comes in', async () => {
  const seller = await makeSeller()
  await refuse(seller, 'TAX')
  const id = placeUnlisted(seller)
  const found = await whereIsOrder(seller.deps, seller.merchant, { amazonOrderId: id, who: 'A person' })
  expect(found).toMatchObject({ ok: true, value: { imported: true, stage: 'Shipping Department' } })
})

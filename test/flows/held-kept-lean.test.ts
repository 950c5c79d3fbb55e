import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveMappings, saveOrderSettings } from '#flows/configure.ts'
import { ignoreOrder } from '#flows/ignore-order.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, documentOf, endOf, type Seller } from '../make/seller-views.ts'

const map = (seller: Seller, sku: string) =>
  saveMappings(seller.deps, seller.merchant, [
    {
      sellerSku: sku as SellerSku,
      itemId: 'MUG-BLUE' as ItemId,
      ratio: { amazon: 1, ours: 1 },
      unit: '',
      note: '',
    },
  ])

/** A seller that imports what Amazon ships itself, with held orders of that kind. */
async function withHeldFba(count: number) {
  const seller = await makeSeller()
  const { orders } = await seller.store((s) => s.readSettings())
  await saveOrderSettings(seller.deps, seller.merchant, { ...orders, importFba: true })
  const ids = seller.control.placeOrders({ lines: [{ sku: 'NOT-MAPPED' }], fulfilledBy: 'AMAZON' }, count)
  await seller.pass(20 * MINUTE)
  return { ...seller, ids }
}

test('[E4] held orders that need no buyer data are tried again from what is kept, without a call at Amazon', async () => {
  const seller = await withHeldFba(3)
  await map(seller, 'ANOTHER')
  await seller.run()
  expect(await seller.store((s) => s.countDocuments())).toEqual({ held: 3 })
  await map(seller, 'NOT-MAPPED')
  await seller.run()
  expect(await seller.store((s) => s.countDocuments())).toEqual({ placed: 3 })
  expect(callsOf(seller, 'getOrder')).toBe(0)
})

test('[O3] an order that needs no buyer data can be ignored while Amazon is down', async () => {
  const seller = await withHeldFba(1)
  seller.control.addFault({ operation: 'getOrder', kind: 'error', status: 503, always: true })
  const document = await documentOf(seller, seller.ids[0]!)
  const asked = { documentId: document!.documentId, who: 'A person' }
  expect(await ignoreOrder(seller.deps, seller.merchant, asked)).toMatchObject({
    ok: true,
    value: { state: 'skipped' },
  })
})

test('[O12] an order whose kept original lacks buyer data that is needed is still fetched', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'NOT-MAPPED' }] })
  await seller.pass(30 * MINUTE)
  await seller.database.ownerPool().query('update vault.documents set holds_buyer_data = false')
  await map(seller, 'NOT-MAPPED')
  await seller.run()
  expect(await endOf(seller, id)).toBe('placed')
  expect(callsOf(seller, 'getOrder')).toBe(1)
})

test('[E4] orders that wait for Amazon do not keep the others from being mended', async () => {
  const seller = await makeSeller()
  const waiting = seller.control.placeOrders({ lines: [{ sku: 'NOT-MAPPED' }] }, 101)
  await seller.pass(20 * MINUTE)
  await seller.database.ownerPool().query('delete from vault.documents')
  const behind = seller.control.placeOrder({ lines: [{ sku: 'NOT-MAPPED' }] })
  await seller.pass(20 * MINUTE)
  seller.control.addFault({ operation: 'getOrder', kind: 'error', status: 503, always: true })
  await map(seller, 'NOT-MAPPED')
  await seller.run()
  expect(await endOf(seller, behind)).toBe('placed')
  expect(await endOf(seller, waiting[0]!)).toBe('held unknown-sku')
  // One question shows that Amazon does not answer; it is asked again later, not once for each.
  expect(callsOf(seller, 'getOrder')).toBeLessThanOrEqual(5)
  seller.control.clearFaults()
  await seller.pass(HOUR)
  expect(await seller.store((s) => s.countDocuments())).toEqual({ placed: 102 })
})

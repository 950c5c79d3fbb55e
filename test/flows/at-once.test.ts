import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveMappings } from '#flows/configure.ts'
import { importPages } from '#flows/import-page.ts'
import { reprocess } from '#flows/reprocess.ts'
import { rereadPending } from '#flows/reread-pending.ts'
import { sweepOrders } from '#flows/sweep-orders.ts'
import { runDue } from '#jobs/run-due.ts'
import { DAY, MINUTE, makeSeller } from '../make/seller.ts'
import { orderOf, problemsOf, type Seller } from '../make/seller-views.ts'

const sweep = (seller: Seller) => sweepOrders(seller.deps, seller.merchant, seller.connection)

/** How often each order was placed, by its history. */
async function placings(seller: Seller, ids: readonly string[]): Promise<number[]> {
  const orders = await Promise.all(ids.map((id) => orderOf(seller, id)))
  return orders.map((o) => o?.events.filter((e) => e.kind === 'order.placed').length ?? 0)
}

const once = (ids: readonly string[]) => ids.map(() => 1)

test('[O1] two sweeps of one connection at the same moment: one writes, no order is lost or doubled', async () => {
  const seller = await makeSeller()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 5)
  seller.control.advance(3 * MINUTE)
  await Promise.all([sweep(seller), sweep(seller), sweep(seller)])
  const { rows } = await seller.database.ownerPool().query('select orders from millrace.pages')
  expect(rows).toEqual([{ orders: 5 }])
  await seller.run()
  expect(await placings(seller, ids)).toEqual(once(ids))
})

test('[O1] a sweep that comes back late can no longer write: neither its page nor its place', async () => {
  const seller = await makeSeller()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 120)
  seller.control.advance(3 * MINUTE)
  seller.control.addFault({ operation: 'searchOrders', kind: 'slow', ms: 700 })
  const late = sweep(seller)
  await new Promise((resolve) => setTimeout(resolve, 150))
  await sweep(seller)
  await sweep(seller)
  const place = () => seller.database.ownerPool().query('select watermark, next_token, window_to from millrace.sweeps')
  const before = (await place()).rows
  await late
  expect((await place()).rows).toEqual(before)
  await seller.run()
  expect(await placings(seller, ids)).toEqual(once(ids))
})

test('[O1] a late problem changes nothing of a sweep that has gone on, and is not shown', async () => {
  const seller = await makeSeller()
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 120)
  seller.control.advance(3 * MINUTE)
  seller.control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset: 'TAX' })
  seller.control.addFault({ operation: 'searchOrders', kind: 'slow', ms: 700 })
  const late = sweep(seller)
  await new Promise((resolve) => setTimeout(resolve, 150))
  await sweep(seller)
  await late
  expect(await problemsOf(seller)).toEqual([])
  const { rows } = await seller.database
    .ownerPool()
    .query('select dropped_datasets as dropped, next_token is null as ended from millrace.sweeps')
  expect(rows).toEqual([{ dropped: [], ended: false }])
})

test('[O12] two imports of the same pages at the same moment import each page once', async () => {
  const seller = await makeSeller()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'KIT-BREAKFAST' }] }, 110)
  seller.control.advance(3 * MINUTE)
  await sweep(seller)
  await sweep(seller)
  await Promise.all([1, 2, 3].map(() => importPages(seller.deps, seller.merchant)))
  expect(await placings(seller, ids)).toEqual(once(ids))
})

test('[O13] imports, changes of the configuration, reprocessing and re-reading at the same moment end as one after the other would', async () => {
  const seller = await makeSeller()
  const { deps, merchant, control } = seller
  const held = control.placeOrders({ lines: [{ sku: 'NOBODY-KNOWS', quantity: 2 }] }, 20)
  const pending = control.placeOrders({ status: 'PENDING', lines: [{ sku: 'MUG-BLUE' }] }, 10)
  await seller.pass(6 * MINUTE)
  control.advance(DAY)
  for (const id of pending) control.alterOrder(id, { status: 'UNSHIPPED' })
  const fresh = control.placeOrders({ lines: [{ sku: 'NOBODY-KNOWS' }, { sku: 'MUG-BLUE' }] }, 20)
  control.advance(3 * MINUTE)
  await sweep(seller)
  const mapping = { sellerSku: 'NOBODY-KNOWS' as SellerSku, itemId: 'MUG-RED' as ItemId, unit: '', note: '' }
  await Promise.all([
    importPages(deps, merchant),
    saveMappings(deps, merchant, [{ ...mapping, ratio: { amazon: 1, ours: 1 } }]),
    reprocess(deps, merchant),
    rereadPending(deps, merchant),
    importPages(deps, merchant),
    reprocess(deps, merchant),
  ])
  await seller.run()
  const ids = [...held, ...pending, ...fresh]
  expect(await placings(seller, ids)).toEqual(once(ids))
  expect(await seller.store((s) => s.countOrders())).toEqual({ 'Shipping Department': 50 })
})

test('[O1] two programs that run all that is due at the same moment place each order once', async () => {
  const seller = await makeSeller()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 150)
  seller.control.advance(3 * MINUTE)
  for (let n = 0; n < 4; n++) {
    await Promise.all([runDue(seller.shop), runDue(seller.shop)])
    seller.control.advance(3 * MINUTE)
  }
  expect(await placings(seller, ids)).toEqual(once(ids))
  expect(seller.alarms).toEqual([])
})

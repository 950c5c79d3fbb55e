import { expect, test } from 'vitest'
import type { WireOrder } from '#amazon/port.ts'
import type { ConnectionId } from '#core/ids.ts'
import { importOrders } from '#flows/import-orders.ts'
import { makeSeller } from '../make/seller.ts'

test('[E1] what stands twice on a page is kept once, readable or not, and the rest of the page is imported', async () => {
  const seller = await makeSeller()
  const wireOf = (id: string) => seller.control.order(id) as unknown as WireOrder
  const [twice, half, good] = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 3).map(wireOf)
  const nameless = { ...good, orderId: undefined }
  const unreadable = { ...half, lastUpdatedTime: 'yesterday' }
  const wires = [twice, nameless, unreadable, half, nameless, twice, good, unreadable] as WireOrder[]

  await seller.deps.transaction(seller.merchant, { vault: 'import' }, (tx) =>
    importOrders(seller.deps, tx, {
      merchant: seller.merchant,
      connection: seller.connection as ConnectionId,
      wires,
      who: 'import',
      again: false,
    }),
  )

  const orders = await seller.store((store) => store.listOrders({ limit: 10 }))
  expect(orders.map((o) => o.amazonOrderId).sort()).toEqual([twice, half, good].map((w) => w?.orderId).sort())
  const held = await seller.store((store) => store.listDocuments({ state: 'held', after: 0, limit: 10 }))
  expect(held.map((d) => d.problems[0]?.facts.field)).toEqual(['orderId'])
})

import { expect, test } from 'vitest'
import type { WireOrder } from '#amazon/port.ts'
import type { ConnectionId } from '#core/ids.ts'
import { importPages } from '#flows/import-page.ts'
import { makeSeller } from '../make/seller.ts'

test('[O12] an order with a value that cannot be stored is held with its original, and the rest of its page is imported', async () => {
  const seller = await makeSeller()
  const { deps, merchant } = seller
  const wireOf = (id: string) => structuredClone(seller.control.order(id)) as unknown as Record<string, unknown>
  const [first, odd, last] = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 3).map(wireOf)
  const wires = [first, odd, last] as WireOrder[]
  await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    const connection = seller.connection as ConnectionId
    const pageId = await tx.store.addPage({ connection, orders: 3, fetchedAt: deps.now() })
    await tx.vault.putPage(pageId, wires)
  })
  // A reader with a gap: it lets an instant through that no database holds.
  const translateOrder: typeof deps.amazon.translateOrder = (wire) => {
    const read = deps.amazon.translateOrder(wire)
    if (!read.ok || wire.orderId !== odd?.orderId) return read
    return { ok: true, value: { ...read.value, order: { ...read.value.order, placedAt: 9e17 } } }
  }
  await importPages({ ...deps, amazon: { ...deps.amazon, translateOrder } }, merchant)

  const orders = await seller.store((store) => store.listOrders({ limit: 10 }))
  expect(orders.map((o) => o.amazonOrderId).sort()).toEqual([first?.orderId, last?.orderId].sort())
  const held = await seller.store((store) => store.listDocuments({ state: 'held', after: 0, limit: 10 }))
  expect(held).toMatchObject([{ reference: odd?.orderId, problems: [{ code: 'unreadable-order' }] }])
  expect(await seller.store((store) => store.nextPage(0))).toBeNull()
})

test('[O15] an order item id that is no word holds the order, with the field that is at fault', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const order = structuredClone(seller.control.order(id)) as unknown as { orderItems: { orderItemId: string }[] }
  if (order.orderItems[0]) order.orderItems[0].orderItemId = 'x'.repeat(10_000)
  const read = seller.deps.amazon.translateOrder(order as unknown as WireOrder)
  expect(read).toMatchObject({ ok: false, problem: { facts: { field: 'orderItems[0].orderItemId' } } })
})

test('[O1] what Amazon may demand of a parcel is kept by its known names; any other name goes to the buyer data alone', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const order = structuredClone(seller.control.order(id)) as unknown as { orderItems: Record<string, object>[] }
  const constraints = { signatureConfirmation: 'MANDATORY', deliveryNote: 'Leave it with Zorbalina Quux' }
  if (order.orderItems[0]) order.orderItems[0].fulfillment = { shipping: { shippingConstraints: constraints } }
  const read = seller.deps.amazon.translateOrder(order as unknown as WireOrder)
  if (!read.ok) throw new Error('The order was not read.')
  expect(JSON.stringify(read.value.order)).toContain('signatureConfirmation')
  expect(JSON.stringify(read.value.order)).not.toContain('Zorbalina')
})

import { expect, test } from 'vitest'
import { saveOrderSettings } from '#flows/configure.ts'
import { saveThemes } from '#flows/configure-mails.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { orderSettings } from '#main/demo/sample-merchant.ts'
import { whereReadable } from '../make/database-dump.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
type Orders = ReturnType<typeof orderSettings>

const set = async (seller: Seller, change: Partial<Orders>) => {
  const saved = await saveOrderSettings(seller.deps, seller.merchant, { ...orderSettings('2026-11-09'), ...change })
  expect(saved).toMatchObject({ ok: true })
}
const order = (seller: Seller, id: string) => seller.store((s) => s.findOrder(id))
const mugs = async (seller: Seller) => {
  const rows = await seller.store((s) => s.listStock({ after: null, limit: 50, itemId: 'MUG-BLUE' as never }))
  return Object.fromEntries(rows.map((row) => [row.center, [row.onHand, row.allocated]]))
}
const lines = (sku = 'MUG-BLUE', quantity = 3) => [{ sku, quantity, price: 12 }]

test("[O5] purchase orders: the buyer's number stays in the vault, else the Amazon order id is the number; approved at once", async () => {
  const seller = await makeSeller()
  await set(seller, { asPurchaseOrders: true })
  const number = 'PO-ZQ-77123'
  const withNumber = seller.control.placeOrder({ lines: lines(), buyer: { purchaseOrderNumber: number } })
  const without = seller.control.placeOrder({ lines: lines() })
  const pending = seller.control.placeOrder({
    lines: lines(),
    status: 'PENDING',
    buyer: { purchaseOrderNumber: number },
  })
  await seller.pass(10 * MINUTE)
  const stage = 'Shipping Department'
  const paymentMethod = 'Purchase Order'
  expect(await order(seller, withNumber)).toMatchObject({
    stage,
    paymentMethod,
    purchaseOrderNumber: null,
    buyerPurchaseOrder: true,
  })
  expect(await order(seller, without)).toMatchObject({
    stage,
    paymentMethod,
    purchaseOrderNumber: without,
    buyerPurchaseOrder: false,
    approvedAt: expect.any(Number),
  })
  expect(await order(seller, pending)).toMatchObject({ purchaseOrderNumber: pending })

  seller.control.alterOrder(pending, { status: 'UNSHIPPED' })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, pending)).toMatchObject({ stage, purchaseOrderNumber: null, buyerPurchaseOrder: true })
  expect(await whereReadable(seller.database, [number])).toEqual([])
  const { orderId } = (await order(seller, withNumber))!
  const kept = await seller.deps.transaction(seller.merchant, { vault: 'import' }, (tx) =>
    tx.vault.openBuyers([orderId]),
  )
  expect(JSON.stringify(kept.get(orderId))).toContain(number)
})

test('[O6] completed orders lower on hand at once, reserve nothing and are never to be confirmed; seen again, nothing changes', async () => {
  const seller = await makeSeller()
  await set(seller, { asCompleted: true })
  const open = seller.control.placeOrder({ lines: lines() })
  const shipped = seller.control.placeOrder({ lines: lines('MUG-BLUE', 2), status: 'SHIPPED' })
  const card = seller.control.placeOrder({ lines: lines('NOTE-CARD') })
  await seller.pass(10 * MINUTE)
  for (const id of [open, shipped, card])
    expect(await order(seller, id)).toMatchObject({ stage: 'Completed Order', toConfirm: false, methodId: null })
  expect(await mugs(seller)).toMatchObject({ PORTLAND: [395, 0] })

  seller.control.alterOrder(open, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  const { documentId } = (await order(seller, open))!
  await reprocessDocument(seller.deps, seller.merchant, { documentId, who: 'A person' })
  expect(await order(seller, open)).toMatchObject({ stage: 'Completed Order', amazonStatus: 'SHIPPED' })
  expect(await mugs(seller)).toMatchObject({ PORTLAND: [395, 0] })
})

test('[O6] a pending order reserves until it is payable; then it is completed and uses its stock', async () => {
  const seller = await makeSeller()
  await set(seller, { asCompleted: true })
  const id = seller.control.placeOrder({ lines: lines(), status: 'PENDING' })
  await seller.pass(10 * MINUTE)
  expect(await mugs(seller)).toMatchObject({ PORTLAND: [400, 3] })
  seller.control.alterOrder(id, { status: 'UNSHIPPED' })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({ stage: 'Completed Order', toConfirm: false })
  expect(await mugs(seller)).toMatchObject({ PORTLAND: [397, 0] })
})

test('[O6] cancelled after it was completed here: a person decides', async () => {
  const seller = await makeSeller()
  await set(seller, { asCompleted: true })
  const id = seller.control.placeOrder({ lines: lines() })
  await seller.pass(10 * MINUTE)
  seller.control.alterOrder(id, { cancel: {} })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({ stage: 'Hold' })
  expect(await seller.store((s) => s.findDocument(id))).toMatchObject({
    problems: [{ code: 'cancelled-after-completion' }],
  })
})

test('[O7] every order is stamped with the theme of the settings; an unknown one is refused, one in use stays', async () => {
  const seller = await makeSeller()
  const service = { name: 'Invented Service', email: 'service@example.com', phone: '' }
  const theme = { code: 'HARBOR', name: 'Harbor', sender: 'orders@example.com', template: 'plain', service }
  const unknown = { ...orderSettings('2026-11-09'), themeCode: 'HARBOR' }
  expect(await saveOrderSettings(seller.deps, seller.merchant, unknown)).toMatchObject({ ok: false })
  expect(await saveThemes(seller.deps, seller.merchant, [theme])).toMatchObject({ ok: true })
  expect(await seller.store((s) => s.listThemes())).toEqual([theme])
  await set(seller, { themeCode: 'HARBOR' })
  const id = seller.control.placeOrder({ lines: lines() })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({ themeCode: 'HARBOR' })

  await set(seller, { themeCode: null })
  expect(await saveThemes(seller.deps, seller.merchant, [])).toMatchObject({ ok: false })
})

test("[O14] Amazon's own orders come in completed when the setting says so, touch no stock, and one cancelled later is rejected", async () => {
  const seller = await makeSeller()
  const off = seller.control.placeOrder({ lines: lines(), fulfilledBy: 'AMAZON' })
  await seller.pass(10 * MINUTE)
  expect(await seller.store((s) => s.findDocument(off))).toMatchObject({
    state: 'skipped',
    reason: 'fulfilled-by-amazon',
  })

  await set(seller, { importFba: true })
  const id = seller.control.placeOrder({ lines: lines(), fulfilledBy: 'AMAZON' })
  const pending = seller.control.placeOrder({ lines: lines(), fulfilledBy: 'AMAZON', status: 'PENDING' })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({
    stage: 'Completed Order',
    fulfilledByAmazon: true,
    toConfirm: false,
    center: null,
  })
  expect(await seller.store((s) => s.findDocument(pending))).toMatchObject({
    state: 'skipped',
    reason: 'fba-not-ready',
  })
  seller.control.alterOrder(id, { cancel: {} })
  seller.control.alterOrder(pending, { status: 'UNSHIPPED' })
  await seller.pass(10 * MINUTE)
  expect(await order(seller, id)).toMatchObject({ stage: 'Rejected' })
  expect(await order(seller, pending)).toMatchObject({ stage: 'Completed Order' })
  expect(await mugs(seller)).toMatchObject({ PORTLAND: [400, 0] })
})

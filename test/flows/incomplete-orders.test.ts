import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveMappings, saveOrderSettings } from '#flows/configure.ts'
import { moveOrder } from '#flows/move-order.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, documentOf, orderOf, type Seller, stockOf } from '../make/seller-views.ts'

const refuse = (seller: Seller, ...datasets: readonly string[]) => {
  for (const dataset of datasets)
    seller.control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset, always: true })
}

const buyerOf = async (seller: Seller, id: string): Promise<string> => {
  const order = await orderOf(seller, id)
  const { deps, merchant } = seller
  const buyers = await deps.transaction(merchant, { vault: 'import' }, (tx) => tx.vault.openBuyers([order!.orderId]))
  return JSON.stringify(buyers.get(order!.orderId) ?? null)
}

const originalOf = async (seller: Seller, id: string): Promise<string> => {
  const { documentId } = (await documentOf(seller, id))!
  const { deps, merchant } = seller
  const kept = await deps.transaction(merchant, { vault: 'import' }, (tx) => tx.vault.openDocuments([documentId]))
  return JSON.stringify(kept.get(documentId) ?? null)
}

const amountsOf = async (seller: Seller, id: string) => {
  const order = await orderOf(seller, id)
  const lines = order?.lines.map(({ item, tax, total }) => [item, tax, total])
  return { grandTotal: order?.grandTotal ?? null, currency: order?.currency ?? null, lines }
}

const NO_AMOUNTS = { grandTotal: null, currency: null, lines: [[null, null, null]] }

/** A buyer who gives a purchase order number, and one mug. */
const draft = {
  payable: true,
  buyer: { name: 'Odalys Ferncastle', purchaseOrderNumber: 'PO-FERN-77' },
  lines: [{ sku: 'MUG-BLUE' }],
} as const

/** An order placed while Amazon refused these datasets, and the same order placed before, with everything. */
async function placedWithout(...datasets: readonly string[]) {
  const seller = await makeSeller()
  const { orders } = await seller.store((s) => s.readSettings())
  await saveOrderSettings(seller.deps, seller.merchant, { ...orders, asPurchaseOrders: true })
  const whole = seller.control.placeOrder(draft)
  await seller.pass(6 * MINUTE)
  refuse(seller, ...datasets)
  const id = seller.control.placeOrder(draft)
  await seller.pass(12 * MINUTE)
  expect((await orderOf(seller, id))?.stage).toBe('Shipping Department')
  return { ...seller, id, whole }
}

test('[O1] an order placed while Amazon refused its amounts and its buyer is completed once Amazon gives them: amounts, purchase order, buyer and original, and its history tells it', async () => {
  const seller = await placedWithout('PROCEEDS', 'TAX', 'BUYER')
  const { id, whole } = seller
  expect(await amountsOf(seller, id)).toEqual(NO_AMOUNTS)
  expect(await orderOf(seller, id)).toMatchObject({ purchaseOrderNumber: id, buyerPurchaseOrder: false })
  expect(await buyerOf(seller, id)).not.toContain('PO-FERN-77')
  const before = await orderOf(seller, id)
  const stock = await stockOf(seller, 'MUG-BLUE')

  seller.control.clearFaults()
  await seller.pass(70 * MINUTE)
  const after = await orderOf(seller, id)
  expect(await amountsOf(seller, id)).toEqual(await amountsOf(seller, whole))
  expect(after).toMatchObject({ purchaseOrderNumber: null, buyerPurchaseOrder: true })
  expect(await buyerOf(seller, id)).toContain('PO-FERN-77')
  expect(await originalOf(seller, id)).toContain('proceeds')
  expect(await originalOf(seller, id)).toContain('PO-FERN-77')
  expect(after?.events.at(-1)).toMatchObject({ kind: 'order.filled-in', facts: { given: 'BUYER, PROCEEDS, TAX' } })
  expect((await documentOf(seller, id))?.log.map((entry) => entry.sentence)).toContain(
    'Amazon gives what it refused before: [BUYER, PROCEEDS, TAX].',
  )
  for (const field of ['stage', 'methodId', 'methodCost', 'center', 'paymentMethod'] as const)
    expect(after?.[field]).toEqual(before?.[field])
  expect(await stockOf(seller, 'MUG-BLUE')).toEqual(stock)
  // Once is enough.
  const events = after?.events.length
  await seller.pass(2 * HOUR)
  expect((await orderOf(seller, id))?.events).toHaveLength(events ?? 0)
})

test('[O1] what no search shows again is read by its number, not before the dataset may be back, and once', async () => {
  const seller = await placedWithout('PROCEEDS')
  await seller.pass(2 * HOUR)
  expect(callsOf(seller, 'getOrder')).toBe(0)
  // As if the search had left the order out when it was read again.
  await seller.database.ownerPool().query(`update millrace.sweeps set dropped_datasets = '[]'`)
  seller.control.clearFaults()
  await seller.pass(HOUR + 2 * MINUTE)
  expect(await amountsOf(seller, seller.id)).toEqual(await amountsOf(seller, seller.whole))
  expect(callsOf(seller, 'getOrder')).toBe(1)
  for (let hour = 0; hour < 30; hour++) {
    seller.control.advance(HOUR)
    await seller.run()
  }
  expect(callsOf(seller, 'getOrder')).toBe(1)
})

test('[O1] an answer that still lacks the amounts completes nothing, and the order is read again a day later', async () => {
  const seller = await placedWithout('PROCEEDS')
  await seller.database.ownerPool().query(`update millrace.sweeps set dropped_datasets = '[]'`)
  seller.control.clearFaults()
  const amounts = structuredClone(seller.control.order(seller.id)!) as Record<string, unknown>
  const lines = amounts.orderItems as Record<string, unknown>[]
  const bare = { ...amounts, proceeds: undefined, orderItems: lines.map((line) => ({ ...line, proceeds: undefined })) }
  const { getOrder } = seller.deps.amazon
  const asked: string[] = []
  const wires: Record<string, unknown>[] = [bare]
  Object.assign(seller.deps.amazon, {
    getOrder: async (...[connection, id]: Parameters<typeof getOrder>) => {
      asked.push(id)
      const wire = wires.shift()
      return wire ? { ok: true, value: wire } : getOrder(connection, id)
    },
  })
  await seller.pass(2 * HOUR)
  expect(asked).toEqual([seller.id])
  expect(await amountsOf(seller, seller.id)).toEqual(NO_AMOUNTS)
  seller.control.advance(DAY)
  await seller.pass(HOUR)
  expect(asked).toEqual([seller.id, seller.id])
  expect(await amountsOf(seller, seller.id)).toEqual(await amountsOf(seller, seller.whole))
})

test('[O1] known amounts and a known buyer are not overwritten by a later reading that lacks them', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ ...draft, lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  const known = await amountsOf(seller, id)
  refuse(seller, 'PROCEEDS', 'BUYER')
  seller.control.alterOrder(id, {})
  await seller.pass(12 * MINUTE)
  expect(await amountsOf(seller, id)).toEqual(known)
  expect(await buyerOf(seller, id)).toContain('PO-FERN-77')
  expect(await originalOf(seller, id)).toContain('PO-FERN-77')
  seller.control.clearFaults()
  await seller.pass(70 * MINUTE)
  expect(await amountsOf(seller, id)).toEqual(known)
  expect(await buyerOf(seller, id)).toContain('PO-FERN-77')
})

test('[O1] an order that a person has moved since is completed where it stands', async () => {
  const seller = await placedWithout('PROCEEDS')
  const { id: order, deps, merchant } = seller
  await moveOrder(deps, merchant, { order, to: 'Rejected', reason: 'entered-by-mistake', who: 'A person' })
  await seller.database.ownerPool().query(`update millrace.sweeps set dropped_datasets = '[]'`)
  seller.control.clearFaults()
  await seller.pass(2 * HOUR)
  expect(await orderOf(seller, order)).toMatchObject({ stage: 'Rejected' })
  expect(await amountsOf(seller, order)).toEqual(await amountsOf(seller, seller.whole))
})

test('[O1][E4] an order held while a dataset was refused, and placed from what was kept, is completed too', async () => {
  const seller = await makeSeller()
  const whole = seller.control.placeOrder(draft)
  await seller.pass(6 * MINUTE)
  refuse(seller, 'PROCEEDS')
  const id = seller.control.placeOrder({ ...draft, lines: [{ sku: 'NOT-MAPPED' }] })
  await seller.pass(12 * MINUTE)
  expect((await documentOf(seller, id))?.state).toBe('held')
  const ratio = { amazon: 1, ours: 1 }
  const mapping = { sellerSku: 'NOT-MAPPED' as SellerSku, itemId: 'MUG-BLUE' as ItemId, ratio, unit: '', note: '' }
  await saveMappings(seller.deps, seller.merchant, [mapping])
  await seller.run()
  expect((await orderOf(seller, id))?.stage).toBe('Shipping Department')
  expect(callsOf(seller, 'getOrder')).toBe(0)
  expect(await amountsOf(seller, id)).toEqual(NO_AMOUNTS)
  seller.control.clearFaults()
  await seller.pass(70 * MINUTE)
  expect((await amountsOf(seller, id)).grandTotal).toEqual((await amountsOf(seller, whole)).grandTotal)
})

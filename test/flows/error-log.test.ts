import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { tell } from '#core/problems.ts'
import { removeMapping, saveMappings } from '#flows/configure.ts'
import { ignoreOrder } from '#flows/ignore-order.ts'
import { reprocess, reprocessDocument } from '#flows/reprocess.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { documentOf, endOf, orderOf, type Seller } from '../make/seller-views.ts'

const map = (seller: Seller, sku: string, itemId: string) =>
  saveMappings(seller.deps, seller.merchant, [
    { sellerSku: sku as SellerSku, itemId: itemId as ItemId, ratio: { amazon: 1, ours: 1 }, unit: '', note: '' },
  ])

/** A seller with one held order, out of sight of the sweeps. */
async function withHeld(lines = [{ sku: 'NOBODY-KNOWS', title: 'A teapot of nobody' }]) {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ createdAt: '2026-11-10T14:06:00Z', updatedAt: seller.control.now(), lines })
  await seller.pass(30 * MINUTE)
  const held = await documentOf(seller, id)
  const again = () => reprocessDocument(seller.deps, seller.merchant, { documentId: held!.documentId, who: 'A person' })
  return { ...seller, id, documentId: held!.documentId, again }
}

const listed = async (seller: Seller) =>
  (await seller.store((s) => s.listDocuments({ state: 'held', after: 0, limit: 50 }))).map((d) => d.reference)

test('[E1] a held document stays in the log, however long, until it is imported', async () => {
  const seller = await withHeld()
  for (let day = 0; day < 40; day++) {
    seller.control.advance(DAY)
    await seller.run()
  }
  expect(await listed(seller)).toEqual([seller.id])
  await map(seller, 'NOBODY-KNOWS', 'MUG-RED')
  await seller.run()
  expect(await listed(seller)).toEqual([])
  expect(await endOf(seller, seller.id)).toBe('placed')
})

test('[E1] a held order that the sweep shows again as it was is not written again; one that came with more is', async () => {
  const seller = await makeSeller()
  const written = async (id: string) => {
    const { rows } = await seller.database.ownerPool().query(
      `select d.decided_at, d.xmin::text as row, v.stored_at, v.xmin::text as sealed
       from millrace.documents d join vault.documents v using (merchant_id, document_id) where d.reference = $1`,
      [id],
    )
    return rows[0]
  }
  seller.control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset: 'TAX', always: true })
  await seller.pass(5 * MINUTE)
  const id = seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  await seller.pass(6 * MINUTE)
  const first = await written(id)
  expect(first).toBeDefined()
  // The next window begins five minutes before this one ended, and the order is in it again.
  await seller.pass(9 * MINUTE)
  expect(await written(id)).toEqual(first)
  seller.control.clearFaults()
  await seller.pass(70 * MINUTE)
  expect(await written(id)).not.toEqual(first)
  expect((await documentOf(seller, id))?.decidedAt).toBeGreaterThan(first.decided_at)
})

test('[E1] ignoring takes a document out of the log', async () => {
  const seller = await withHeld()
  await ignoreOrder(seller.deps, seller.merchant, { documentId: seller.documentId, who: 'A person' })
  expect(await listed(seller)).toEqual([])
})

test('[E2] [E3] reprocessing runs it now and gives the log in the words and the order of the reference', async () => {
  const seller = await withHeld([
    { sku: 'NOBODY-KNOWS', title: 'A teapot of nobody' },
    { sku: 'MUG-BLUE', title: 'A mug' },
  ])
  const outcome = await seller.again()
  const sentences = outcome.ok ? outcome.value.log.map((entry) => entry.sentence) : []
  expect(sentences).toEqual([
    'Processing Document [1,001]',
    'ERROR: Item [NOBODY-KNOWS] specified in import file does not exist. The description for this item is [A teapot of nobody]',
    'Purchase Date [11/10/26 9:06 AM]',
    'Payment Date [11/10/26 9:06 AM]',
    `Considering processing of [${seller.id}] with [2] lines`,
    `Ignoring order id [${seller.id}] because one or more of the items are misconfigured. Look at the lines above in this log file for ones that say [specified in import file does not exist]. You have to create (or map) those item ids before this order will import.`,
  ])
})

test('[E2] reprocessing is safe to repeat: a mended document places once, a placed one stays as it is', async () => {
  const seller = await withHeld()
  expect(await seller.again()).toMatchObject({ ok: true, value: { state: 'held' } })
  await map(seller, 'NOBODY-KNOWS', 'MUG-RED')
  for (let n = 0; n < 3; n++) expect(await seller.again()).toMatchObject({ ok: true, value: { state: 'placed' } })
  const order = await orderOf(seller, seller.id)
  expect(order?.events.map((e) => [e.kind, e.who])).toEqual([['order.placed', 'A person']])
})

test('[E2] a document that does not exist is not found', async () => {
  const seller = await withHeld()
  const asked = { documentId: 999_999, who: 'A person' }
  expect(await reprocessDocument(seller.deps, seller.merchant, asked)).toMatchObject({
    ok: false,
    problem: { code: 'not-found' },
  })
  expect(await ignoreOrder(seller.deps, seller.merchant, asked)).toMatchObject({ ok: false })
})

test('[E4] every problem of a held document says what is wrong, who mends it and how', async () => {
  const seller = await withHeld()
  const document = await documentOf(seller, seller.id)
  expect(document?.problems.map((p) => tell(p))).toEqual([
    expect.objectContaining({
      mendedBy: 'merchant',
      mend: 'map-sku',
      sentence: expect.stringContaining('[NOBODY-KNOWS]'),
    }),
  ])
})

test('[E4] removing a mapping holds nothing that was placed, and what is held afterwards waits for it', async () => {
  const seller = await makeSeller()
  const first = seller.control.placeOrder({ lines: [{ sku: 'AMZ-TEA-EARL' }] })
  await seller.pass(6 * MINUTE)
  await removeMapping(seller.deps, seller.merchant, 'AMZ-TEA-EARL' as SellerSku)
  const second = seller.control.placeOrder({ lines: [{ sku: 'AMZ-TEA-EARL' }] })
  await seller.pass(6 * MINUTE)
  expect([await endOf(seller, first), await endOf(seller, second)]).toEqual(['placed', 'held unknown-sku'])
  await map(seller, 'AMZ-TEA-EARL', 'TEA-EARL')
  await seller.run()
  expect(await endOf(seller, second)).toBe('placed')
})

test('[E4] many held orders are all tried again after one change', async () => {
  const seller = await makeSeller()
  seller.control.placeOrders({ lines: [{ sku: 'NOBODY-KNOWS' }] }, 130)
  await seller.pass(30 * MINUTE)
  expect(await seller.store((s) => s.countDocuments())).toEqual({ held: 130 })
  await map(seller, 'NOBODY-KNOWS', 'MUG-RED')
  await seller.run()
  expect(await seller.store((s) => s.countDocuments())).toEqual({ placed: 130 })
})

test('[O12] two workers that reprocess at once, and a person too, place each order once', async () => {
  const seller = await makeSeller()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'NOBODY-KNOWS', quantity: 2 }] }, 8)
  await seller.pass(30 * MINUTE)
  const held = await Promise.all(ids.map((id) => documentOf(seller, id)))
  await map(seller, 'NOBODY-KNOWS', 'MUG-RED')
  const { deps, merchant } = seller
  await Promise.all([
    reprocess(deps, merchant),
    reprocess(deps, merchant),
    ...held.slice(0, 3).map((d) => reprocessDocument(deps, merchant, { documentId: d!.documentId, who: 'A person' })),
  ])
  const orders = await Promise.all(ids.map((id) => orderOf(seller, id)))
  expect(orders.map((o) => o?.events.map((e) => e.kind))).toEqual(Array(8).fill(['order.placed']))
})

test('[E1] what could not be read stays listed too, and is read again after a new version of it comes', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const broken = structuredClone(seller.control.order(id)!) as unknown as Record<string, unknown>
  broken.orderItems = 'none'
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body: JSON.stringify({ orders: [broken] }) })
  await seller.run()
  expect(await endOf(seller, id)).toBe('held unreadable-order')
  await seller.pass(HOUR)
  expect(await endOf(seller, id)).toBe('placed')
})

import { expect, test } from 'vitest'
import type { ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import { saveMappings } from '#flows/configure.ts'
import { moveOrder } from '#flows/move-order.ts'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import { reportRetention } from '#flows/report-retention.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { sweepOrders } from '#flows/sweep-orders.ts'
import { whereReadable } from '../make/database-dump.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { enter, entry, found, outcomes, who } from '../make/shipments.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const MUG = { payable: true, lines: [{ sku: 'MUG-BLUE', quantity: 1 }] }
const ONE = { amazon: 1, ours: 1 }
const UNKNOWN = { payable: true, lines: [{ sku: 'NOBODY-KNOWS', quantity: 1 }] }

/** What the vault keeps of buyers, by order: `b` the buyer data, `d` the original with it. */
async function kept(seller: Seller): Promise<Record<string, string>> {
  const { rows } = await seller.database.ownerPool().query<{ id: string; what: string }>(
    `select id, string_agg(what, '' order by what) as what from (
       select o.amazon_order_id as id, 'b' as what from vault.buyers join millrace.orders o using (merchant_id, order_id)
       union all select d.reference, 'd' from vault.documents v join millrace.documents d using (merchant_id, document_id) where v.holds_buyer_data) x group by id`,
  )
  return Object.fromEntries(rows.map(({ id, what }) => [id, what]))
}
const purge = (seller: Seller) => purgeBuyers(seller.deps, seller.merchant)
const purges = async (seller: Seller) => (await reportRetention(seller.deps, seller.merchant)).purges

/** A seller with one order, and everything about it imported. */
async function withOrder(draft: Parameters<Seller['control']['placeOrder']>[0]) {
  const seller = await makeSeller()
  const id = seller.control.placeOrder(draft)
  await seller.pass(11 * MINUTE)
  return { seller, id }
}

/** The same, shipped by a package now. */
async function shippedOrder() {
  const { seller, id } = await withOrder(MUG)
  expect(outcomes(await enter(seller, entry(id)))).toEqual(['entered 1'])
  return { seller, id }
}

test('[U4] buyer data of a shipped order is there for 28 days and gone before 30 are over', async () => {
  const { seller, id } = await shippedOrder()
  seller.control.advance(28 * DAY)
  await purge(seller)
  expect(await kept(seller)).toEqual({ [id]: 'bd' })
  seller.control.advance(1.5 * DAY)
  await purge(seller)
  expect(await kept(seller)).toEqual({})
  expect(await found(seller, id)).toMatchObject({ stage: 'Completed Order', lines: [{ sellerSku: 'MUG-BLUE' }] })
})

test('[U4] the clock runs from shipment, however often the order is touched afterwards', async () => {
  const { seller } = await shippedOrder()
  seller.control.advance(29.5 * DAY)
  await seller.database.ownerPool().query(`update millrace.orders set updated_at = updated_at + interval '29 days';
    insert into millrace.order_events (merchant_id, order_id, at, kind, who, facts)
      select merchant_id, order_id, updated_at, 'order.updated', 'import', '{"stage": "Completed Order", "status": "SHIPPED"}' from millrace.orders`)
  await purge(seller)
  expect(await kept(seller)).toEqual({})
})

test('[U4] an order that Amazon shows as shipped without a package of ours has the same clock', async () => {
  const { seller, id } = await withOrder(MUG)
  seller.control.alterOrder(id, { ship: { 'MUG-BLUE': 1 } })
  await seller.pass(11 * MINUTE)
  // From then on the original lacks the buyer: Amazon says that nobody needs it any more (O1).
  expect(await kept(seller)).toEqual({ [id]: 'b' })
  seller.control.advance(28 * DAY)
  await purge(seller)
  expect(await kept(seller)).toEqual({ [id]: 'b' })
  seller.control.advance(1.5 * DAY)
  await purge(seller)
  expect(await kept(seller)).toEqual({})
})

test('[U4] a cancelled order, a rejected one, a held document and an order never shipped have clocks of their own', async () => {
  const seller = await makeSeller()
  const [cancelled, rejected, open] = [1, 2, 3].map(() => seller.control.placeOrder(MUG)) as [string, string, string]
  const held = seller.control.placeOrder(UNKNOWN)
  await seller.pass(11 * MINUTE)
  seller.control.alterOrder(cancelled, { cancel: { by: 'BUYER' } })
  const wanted = { order: rejected, to: 'Rejected', reason: 'cannot-be-shipped', who } as const
  expect(await moveOrder(seller.deps, seller.merchant, wanted)).toMatchObject({ ok: true })
  await seller.pass(11 * MINUTE)
  const goneAfter: Record<string, number> = {}
  let before = Object.keys(await kept(seller))
  expect(before.sort()).toEqual([cancelled, rejected, open, held].sort())
  for (let day = 1; day <= 61; day++) {
    seller.control.advance(DAY)
    await purge(seller)
    const now = Object.keys(await kept(seller))
    for (const id of before.filter((each) => !now.includes(each))) goneAfter[id] = day
    before = now
  }
  expect(goneAfter).toEqual({ [cancelled]: 6, [rejected]: 29, [held]: 29, [open]: 59 })
})

test('[U4] nothing is left of a purged buyer: no row, no sealed bytes, no key that could open a copy of them', async () => {
  const { seller } = await shippedOrder()
  const owner = seller.database.ownerPool()
  const sealed = (
    await owner.query<{ hex: string }>(
      `select encode(sealed, 'hex') as hex from vault.buyers union all select encode(sealed, 'hex') from vault.documents where holds_buyer_data`,
    )
  ).rows.map(({ hex }) => hex)
  const keys = await owner.query(`select encode(wrapped, 'hex') as hex from vault.data_keys`)
  const texts = [...sealed, ...keys.rows.map(({ hex }) => String(hex))]
  expect(await whereReadable(seller.database, texts)).toHaveLength(texts.length)
  seller.control.advance(30 * DAY)
  await purge(seller)
  expect(await whereReadable(seller.database, texts)).toEqual([])
})

test('[U4] a key that still seals something stays, and so does what it sealed', async () => {
  const { seller, id } = await withOrder(MUG)
  seller.control.advance(40 * DAY)
  await purge(seller)
  const { orderId } = await found(seller, id)
  const opened = await seller.deps.transaction(seller.merchant, { vault: 'import' }, (tx) =>
    tx.vault.openBuyers([orderId]),
  )
  expect([...opened.keys()]).toEqual([orderId])
})

test('[U4] a purge that runs again, or beside itself, erases nothing twice and tells of each row once', async () => {
  const { seller, id } = await shippedOrder()
  const { orderId, documentId } = await found(seller, id)
  seller.control.advance(30 * DAY)
  await Promise.all([purge(seller), purge(seller)])
  await purge(seller)
  const told = await purges(seller)
  expect(told.flatMap(({ gone }) => Object.entries(gone ?? {})).sort()).toEqual([
    ['buyers', [orderId]],
    ['documents', [documentId]],
  ])
  const verdict = await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.verify(null))
  expect(verdict.faults).toEqual([])
})

test("[U4][M2] a merchant's purge touches nothing of another's", async () => {
  const { seller, id } = await shippedOrder()
  seller.control.advance(40 * DAY)
  await seller.database.ownerPool().query(
    `insert into deployment.merchants (merchant_id, name, owner, time_zone, currency, weight_unit, ship_from, created_at)
     values ('OTHER', 'Other', 'owner@example.com', 'UTC', 'USD', 'g', '{}', 'epoch')`,
  )
  await purgeBuyers(seller.deps, 'OTHER' as MerchantId)
  expect(await kept(seller)).toEqual({ [id]: 'bd' })
})

test('[O12] a held order whose original was purged is fetched from Amazon again before it is reprocessed', async () => {
  const { seller, id } = await withOrder(UNKNOWN)
  seller.control.advance(30 * DAY)
  await purge(seller)
  expect(await kept(seller)).toEqual({})
  const mapping = {
    sellerSku: 'NOBODY-KNOWS' as SellerSku,
    itemId: 'MUG-BLUE' as ItemId,
    ratio: ONE,
    unit: '',
    note: '',
  }
  await saveMappings(seller.deps, seller.merchant, [mapping])
  const held = await seller.store((s) => s.findDocument(id))
  const asked = { documentId: held!.documentId, who }
  expect(await reprocessDocument(seller.deps, seller.merchant, asked)).toMatchObject({ ok: true })
  expect(await seller.store((s) => s.findDocument(id))).toMatchObject({ state: 'placed' })
  expect(await kept(seller)).toEqual({ [id]: 'bd' })
})

test('[U4] a page that could not be imported in 30 days goes too, and people are told what went with it', async () => {
  const seller = await makeSeller()
  seller.control.placeOrder(MUG)
  seller.control.advance(3 * MINUTE)
  await sweepOrders(seller.deps, seller.merchant, seller.connection)
  const pages = () =>
    seller.database.ownerPool().query('select 1 from vault.pages union all select 1 from millrace.pages')
  expect((await pages()).rows).toHaveLength(2)
  seller.control.advance(29.5 * DAY)
  await purge(seller)
  expect((await pages()).rows).toEqual([])
  const problems = () => seller.store((s) => s.listProblems()).then((all) => all.map(({ problem: p }) => p))
  expect(await problems()).toMatchObject([{ code: 'page-purged', facts: { orders: 1, days: 30 } }])
  expect(await purges(seller)).toMatchObject([{ act: 'purged', purpose: 'purge', counts: { pages: 1 } }])
  seller.control.advance(31 * DAY)
  await purge(seller)
  expect(await problems()).toEqual([])
})

test('[U4] what is overdue is an alarm and a problem until it is gone, and one kind that fails stops no other', async () => {
  const { seller, id } = await shippedOrder()
  const owner = seller.database.ownerPool()
  await owner.query('revoke delete on vault.buyers from millrace_vault')
  seller.control.advance(29.5 * DAY)
  await expect(purge(seller)).rejects.toMatchObject({ code: '42501' })
  expect(await kept(seller)).toEqual({ [id]: 'b' })
  expect(await seller.store((s) => s.listProblems())).toEqual([])
  seller.control.advance(DAY)
  await expect(purge(seller)).rejects.toMatchObject({ code: '42501' })
  expect(await seller.store((s) => s.listProblems())).toMatchObject([
    { problem: { code: 'buyer-data-overdue', facts: { count: 1 } } },
  ])
  expect(seller.alarms.join()).toContain('Buyer data is overdue.')
  await owner.query('grant delete on vault.buyers to millrace_vault')
  await purge(seller)
  expect(await seller.store((s) => s.listProblems())).toEqual([])
})

test('[U4] the report tells what is kept, the oldest, its day, and what was purged when', async () => {
  const { seller, id } = await shippedOrder()
  const { orderId, documentId } = await found(seller, id)
  const before = await reportRetention(seller.deps, seller.merchant)
  expect(before).toMatchObject({ days: 30, purges: [] })
  expect(before.held.map(({ kind, count, overdue }) => [kind, count, overdue])).toEqual([
    ['buyers', 1, 0],
    ['documents', 1, 0],
    ['pages', 0, 0],
    ['files', 0, 0],
  ])
  const shippedAt = before.held[0]!.goneBy! - 30 * DAY
  expect(Math.abs(shippedAt - seller.deps.now())).toBeLessThan(HOUR)
  seller.control.advance(31 * DAY)
  expect((await reportRetention(seller.deps, seller.merchant)).held.map(({ overdue }) => overdue)).toEqual([1, 1, 0, 0])
  await purge(seller)
  const after = await reportRetention(seller.deps, seller.merchant)
  expect(after.held.map(({ count }) => count)).toEqual([0, 0, 0, 0])
  expect(after.purges).toMatchObject([
    { act: 'purged', at: seller.deps.now(), gone: { buyers: [orderId] } },
    { act: 'purged', at: seller.deps.now(), gone: { documents: [documentId] } },
  ])
})

test('[U4] the purge is due by itself once importing begins', async () => {
  const { seller } = await shippedOrder()
  seller.control.advance(30 * DAY)
  await seller.run()
  expect(await kept(seller)).toEqual({})
})

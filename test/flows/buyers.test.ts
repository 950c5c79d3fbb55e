import { expect, test } from 'vitest'
import { downloadDocument } from '#flows/download-document.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { sweepOrders } from '#flows/sweep-orders.ts'
import { watchPages } from '#flows/watch-pages.ts'
import { whereReadable } from '../make/database-dump.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>

/** Invented buyer data, each text found nowhere else. */
const BUYER = {
  name: 'Quentina Zebrafield',
  street: '77 Xylophone Crescent',
  phone: '+1 555-0177',
  email: 'zq77buyer@marketplace.amazon.example',
  gift: 'Happy birthday dear Zorbalina',
  purchaseOrder: 'PO-ZQ-991177',
  customization: 'https://example.com/custom/zq-lettering.zip',
  company: 'Zebrafield Trading Invented',
  instruction: 'Behind the violet gnome',
}
const MARKERS = Object.values(BUYER)

const draft = {
  payable: true,
  buyer: { name: BUYER.name, email: BUYER.email, companyName: BUYER.company, purchaseOrderNumber: BUYER.purchaseOrder },
  deliveryInstruction: BUYER.instruction,
  address: {
    name: BUYER.name,
    addressLine1: BUYER.street,
    city: 'Sampleton',
    stateOrRegion: 'NY',
    postalCode: '12207',
    countryCode: 'US',
    phone: BUYER.phone,
    addressType: 'RESIDENTIAL',
  },
} as const
const line = (sku: string) => ({ sku, gift: { message: BUYER.gift }, customizedUrl: BUYER.customization })

const vault = <T>(
  seller: Seller,
  work: (v: { page(id: number): Promise<unknown>; buyers(id: number): Promise<unknown> }) => Promise<T>,
) =>
  seller.deps.transaction(seller.merchant, { vault: 'import' }, (tx) =>
    work({ page: (id) => tx.vault.openPage(id), buyers: async (id) => (await tx.vault.openBuyers([id])).get(id) }),
  )

test('[O1] buyer data is readable nowhere: not in a stored page, not in any table after the import, not in the log, not in an alarm', async () => {
  const seller = await makeSeller()
  const { control } = seller
  const id = control.placeOrder({ ...draft, lines: [line('MUG-BLUE')] })
  for (const status of ['PENDING', 'SHIPPED', 'CANCELLED'])
    control.placeOrder({ ...draft, status, lines: [line('MUG-BLUE')] })
  control.placeOrder({ ...draft, fulfilledBy: 'AMAZON', lines: [line('MUG-BLUE')] })
  control.placeOrder({ ...draft, lines: [line('NOBODY-KNOWS')] })
  control.placeOrder({
    ...draft,
    createdAt: '2026-11-01T12:00:00Z',
    updatedAt: control.now(),
    lines: [line('MUG-BLUE')],
  })
  control.advance(3 * MINUTE)
  await sweepOrders(seller.deps, seller.merchant, seller.connection)
  const { rows } = await seller.database
    .ownerPool()
    .query('select page_id, octet_length(sealed) as size from vault.pages')
  expect(rows).toHaveLength(1)
  expect(await whereReadable(seller.database, MARKERS)).toEqual([])

  await seller.run()
  const held = await seller.store((s) => s.listDocuments({ state: 'held', after: 0, limit: 9 }))
  await reprocessDocument(seller.deps, seller.merchant, { documentId: held[0]!.documentId, who: 'A person' })
  expect(await seller.store((s) => s.countDocuments())).toMatchObject({ placed: 1, pending: 1, held: 1 })
  expect(await whereReadable(seller.database, MARKERS)).toEqual([])
  expect(seller.alarms).toEqual([])

  const order = await seller.store((s) => s.findOrder(id))
  const kept = JSON.stringify(await vault(seller, (v) => v.buyers(order!.orderId)))
  for (const marker of MARKERS) expect(kept).toContain(marker)
})

test('[O1] the search for readable buyer data finds what is there', async () => {
  const seller = await makeSeller()
  const owner = seller.database.ownerPool()
  await owner.query(`update millrace.settings set value = value || jsonb_build_object('x', $1::text)`, [BUYER.name])
  await owner.query(
    `insert into deployment.api_keys (key_hash, key_id, merchant_id, name, scopes, created_at) values ($1, 'k', 'HRBOR', 'n', '{}', to_timestamp(0))`,
    [Buffer.from(BUYER.street)],
  )
  expect(await whereReadable(seller.database, MARKERS)).toEqual([
    `${BUYER.name} in millrace.settings`,
    `${BUYER.street} in deployment.api_keys`,
  ])
})

test('[O1] buyer data of pending, cancelled, shipped and FBA orders is removed before the page is sealed', async () => {
  const seller = await makeSeller()
  const { control } = seller
  for (const status of ['PENDING', 'PENDING_AVAILABILITY', 'SHIPPED', 'CANCELLED'])
    control.placeOrder({ ...draft, status, lines: [line('MUG-BLUE')] })
  control.placeOrder({ ...draft, fulfilledBy: 'AMAZON', lines: [line('MUG-BLUE')] })
  const open = control.placeOrder({ ...draft, lines: [line('MUG-BLUE')] })
  control.advance(3 * MINUTE)
  await sweepOrders(seller.deps, seller.merchant, seller.connection)
  const orders = (await vault(seller, (v) => v.page(1))) as { orderId: string }[]
  expect(orders).toHaveLength(6)
  for (const order of orders) {
    const text = JSON.stringify(order)
    const found = MARKERS.filter((marker) => text.includes(marker))
    expect(found).toEqual(order.orderId === open ? MARKERS : [])
  }
})

test('[O1] after the import the page is gone and one sealed document for each order is left, without buyer data unless it was placed or held', async () => {
  const seller = await makeSeller()
  const { control } = seller
  const ids = {
    placed: control.placeOrder({ ...draft, lines: [line('MUG-BLUE')] }),
    held: control.placeOrder({ ...draft, lines: [line('NOBODY-KNOWS')] }),
    early: control.placeOrder({
      ...draft,
      createdAt: '2026-11-01T12:00:00Z',
      updatedAt: control.now(),
      lines: [line('MUG-BLUE')],
    }),
    ignored: control.placeOrder({ ...draft, orderId: '111-0000000-0000001', lines: [line('MUG-BLUE')] }),
    sample: control.placeOrder({ ...draft, lines: [line('SAMPLE-SWATCH')] }),
    pending: control.placeOrder({ ...draft, status: 'PENDING', lines: [line('MUG-BLUE')] }),
  }
  await seller.pass(10 * MINUTE)
  const owner = seller.database.ownerPool()
  const pages = await owner.query('select 1 from millrace.pages union all select 1 from vault.pages')
  expect(pages.rows).toEqual([])
  const { rows } = await owner.query<{ reference: string; state: string; holds: boolean; documents: number }>(
    `select d.reference, d.state, bool_and(v.holds_buyer_data) as holds, count(*)::int as documents
     from millrace.documents d join vault.documents v using (merchant_id, document_id) group by 1, 2 order by 1`,
  )
  expect(Object.fromEntries(rows.map((r) => [r.reference, `${r.documents} ${r.state} ${r.holds}`]))).toEqual({
    [ids.placed]: '1 placed true',
    [ids.held]: '1 held true',
    [ids.early]: '1 skipped false',
    [ids.ignored]: '1 skipped false',
    [ids.sample]: '1 skipped false',
    [ids.pending]: '1 pending false',
  })
  const early = await seller.store((s) => s.findDocument(ids.early))
  const content = await seller.deps.transaction(seller.merchant, { vault: 'import' }, (tx) =>
    tx.vault.openDocuments([early!.documentId]),
  )
  for (const marker of MARKERS) expect(JSON.stringify(content.get(early!.documentId))).not.toContain(marker)
})

test('[O1] a held order that is cancelled at Amazon keeps its document without buyer data, and so does a placed one', async () => {
  const seller = await makeSeller()
  const { control } = seller
  const held = control.placeOrder({ ...draft, lines: [line('NOBODY-KNOWS')] })
  const placed = control.placeOrder({ ...draft, lines: [line('MUG-BLUE')] })
  await seller.pass(10 * MINUTE)
  for (const id of [held, placed]) control.alterOrder(id, { cancel: { by: 'BUYER', reason: BUYER.gift } })
  await seller.pass(10 * MINUTE)
  expect(await seller.store((s) => s.findDocument(held))).toMatchObject({ state: 'skipped', reason: 'cancelled' })
  const { rows } = await seller.database.ownerPool().query('select holds_buyer_data as holds from vault.documents')
  expect(rows).toEqual([{ holds: false }, { holds: false }])
  expect(await whereReadable(seller.database, MARKERS)).toEqual([])
})

test('[O1] an order that cannot be read tells nothing of its buyer, in whatever field it stands', async () => {
  const seller = await makeSeller()
  const order = {
    orderId: BUYER.name,
    createdTime: BUYER.street,
    lastUpdatedTime: BUYER.phone,
    salesChannel: BUYER.email,
    orderItems: [
      { orderItemId: { a: BUYER.gift }, quantityOrdered: BUYER.purchaseOrder, product: BUYER.customization },
    ],
    fulfillment: { fulfillmentStatus: 'UNSHIPPED' },
    [BUYER.company]: BUYER.instruction,
  }
  const body = JSON.stringify({ orders: [order, { ...order, orderId: '114-0000000-0000009' }, BUYER.name] })
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body })
  await seller.run()
  expect(await seller.store((s) => s.countDocuments())).toEqual({ held: 3 })
  expect(await whereReadable(seller.database, MARKERS)).toEqual([])
})

test('[E2] a download is the order as received, without its buyer data', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ ...draft, lines: [line('NOBODY-KNOWS')] })
  await seller.pass(10 * MINUTE)
  const held = await seller.store((s) => s.findDocument(id))
  const given = await downloadDocument(seller.deps, seller.merchant, held!.documentId)
  expect(given).toMatchObject({
    ok: true,
    value: { orderId: id, orderItems: [{ product: { sellerSku: 'NOBODY-KNOWS' } }] },
  })
  for (const marker of MARKERS) expect(JSON.stringify(given)).not.toContain(marker)
})

test('[O1] a page that waits for 23 hours and 59 minutes is no alarm, one that waits for a minute longer than 24 hours is', async () => {
  const seller = await makeSeller()
  const { deps, merchant, connection } = seller
  const fetchedAt = seller.control.now()
  await seller.store((s) => s.addPage({ connection, orders: 1, fetchedAt }))
  const alarmsAfter = async (minutes: number) => {
    seller.control.advance(fetchedAt + minutes * MINUTE - seller.control.now())
    await watchPages(deps, merchant)
    return [...(await seller.store((s) => s.listProblems())).map((p) => p.problem.code), ...seller.alarms]
  }
  expect(await alarmsAfter(24 * 60 - 1)).toEqual([])
  expect(await alarmsAfter(24 * 60 + 1)).toEqual(['page-overdue', expect.stringContaining('more than 24 hours')])
})

test('[O1] a page that is not imported within 24 hours is an alarm, until it is; other pages are imported meanwhile', async () => {
  const seller = await makeSeller()
  const first = seller.control.placeOrder({ ...draft, lines: [line('MUG-BLUE')] })
  seller.control.advance(20 * MINUTE)
  await sweepOrders(seller.deps, seller.merchant, seller.connection)
  const owner = seller.database.ownerPool()
  await owner.query('create table public.kept as select page_id, sealed from vault.pages')
  await owner.query(`update vault.pages set sealed = 'broken'`)
  await seller.run()
  seller.control.advance(20 * MINUTE)
  const second = seller.control.placeOrder({ ...draft, lines: [line('MUG-BLUE')] })
  await seller.pass(6 * MINUTE)
  expect(await seller.store((s) => s.findOrder(second))).toMatchObject({ stage: 'Shipping Department' })
  expect(await seller.store((s) => s.findOrder(first))).toBeNull()
  for (let hour = 0; hour < 25; hour++) {
    seller.control.advance(HOUR)
    await seller.run()
  }
  expect((await seller.store((s) => s.listProblems())).map((p) => p.problem.code)).toEqual(['page-overdue'])
  expect(seller.alarms.join()).toContain('Pages wait for more than 24 hours.')
  expect(await whereReadable(seller.database, MARKERS)).toEqual([])

  await owner.query('update vault.pages p set sealed = k.sealed from public.kept k where k.page_id = p.page_id')
  for (let hour = 0; hour < 2; hour++) {
    seller.control.advance(HOUR)
    await seller.run()
  }
  expect(await seller.store((s) => s.findOrder(first))).toMatchObject({ stage: 'Shipping Department' })
  expect(await seller.store((s) => s.listProblems())).toEqual([])
})

import { createSecretKey } from 'node:crypto'
import { expect, test } from 'vitest'
import type { MerchantId, SellerSku } from '#core/ids.ts'
import { setStock } from '#flows/change-stock.ts'
import {
  removeMapping,
  saveCenters,
  saveItems,
  saveMappings,
  saveMethods,
  saveOrderSettings,
  saveShippingSettings,
} from '#flows/configure.ts'
import { connect } from '#flows/connect.ts'
import { downloadDocument } from '#flows/download-document.ts'
import { ignoreOrder } from '#flows/ignore-order.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { startImporting } from '#flows/start-importing.ts'
import * as sample from '#main/demo/sample-merchant.ts'
import { withMerchant, withoutMerchant } from '#store/db.ts'
import { createKeyRing } from '#vault/key-ring.ts'
import { fixedKey } from '#vault/master-keys.ts'
import { openVault } from '#vault/pii-vault.ts'
import { createSearchIndex } from '#vault/search-index.ts'
import { dumpTables } from '../make/database-dump.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, documentOf, endOf, orderOf, type Seller } from '../make/seller-views.ts'

const SECOND = 'SECND' as MerchantId
const PARTNER = 'A9SECONDSELLER'

/** Two merchants on one database, each with a selling partner of its own at one Amazon. */
async function twoMerchants() {
  const seller = await makeSeller()
  const { deps, control } = seller
  await deps.deployment.addMerchant({ ...sample.MERCHANT, id: SECOND, name: 'Second', createdAt: deps.now() })
  await saveItems(deps, SECOND, sample.ITEMS)
  await saveItems(deps, SECOND, sample.KITS)
  await saveMappings(deps, SECOND, sample.MAPPINGS)
  await saveCenters(deps, SECOND, sample.CENTERS)
  await setStock(deps, SECOND, { stock: sample.STOCK, who: 'a test' })
  await saveMethods(deps, SECOND, { methods: sample.METHODS })
  await saveShippingSettings(deps, SECOND, sample.SHIPPING)
  await saveOrderSettings(deps, SECOND, sample.orderSettings('2026-11-09'))
  control.putSeller({ sellerId: PARTNER })
  const refreshToken = control.authorize({ sellerId: PARTNER })
  const connected = await connect(deps, SECOND, { region: 'na', sellingPartnerId: PARTNER, refreshToken })
  if (!connected.ok) throw new Error(connected.problem.code)
  await startImporting(deps, SECOND, connected.value)
  const second: Seller = {
    ...seller,
    merchant: SECOND as Seller['merchant'],
    connection: connected.value,
    store: (work) => deps.transaction(SECOND, 'app', (tx) => work(tx.store)),
  }
  return { first: seller, second, refreshToken }
}

/** Every row of one merchant that an import or a person may change. */
async function rowsOf(seller: Seller): Promise<string[]> {
  const dump = await dumpTables(seller.database, [
    'deployment.buckets',
    'deployment.due',
    'deployment.calls',
    'millrace.sweeps',
  ])
  return Object.values(dump)
    .flat()
    .filter((row) => row.startsWith(`(${seller.merchant},`))
}

test('[M1] two merchants import on one database, each its own orders with its own stock', async () => {
  const { first, second } = await twoMerchants()
  const mine = first.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  const theirs = first.control.placeOrder({ sellerId: PARTNER, lines: [{ sku: 'MUG-BLUE', quantity: 5 }] })
  await first.pass(6 * MINUTE)
  expect([await endOf(first, mine), await endOf(first, theirs)]).toEqual(['placed', 'unseen'])
  expect([await endOf(second, mine), await endOf(second, theirs)]).toEqual(['unseen', 'placed'])
  expect((await first.store((s) => s.listOrders({ limit: 9 }))).map((o) => o.amazonOrderId)).toEqual([mine])
  expect((await second.store((s) => s.listOrders({ limit: 9 }))).map((o) => o.amazonOrderId)).toEqual([theirs])
})

test('[O13] one Amazon order id at two merchants is two orders', async () => {
  const { first, second } = await twoMerchants()
  const id = first.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  const body = JSON.stringify({ orders: [first.control.order(id)] })
  first.control.addFault({ operation: 'searchOrders', kind: 'not-json', body, sellerId: PARTNER })
  await first.pass(6 * MINUTE)
  const orders = [await orderOf(first, id), await orderOf(second, id)]
  expect(orders.map((o) => o?.stage)).toEqual(['Shipping Department', 'Shipping Department'])
  expect(orders[0]?.orderId).not.toBe(orders[1]?.orderId)
  first.control.alterOrder(id, { cancel: {} })
  await first.pass(6 * MINUTE)
  expect([(await orderOf(first, id))?.stage, (await orderOf(second, id))?.stage]).toEqual([
    'Rejected',
    'Shipping Department',
  ])
})

test('[U2] what belongs to another merchant is not found, by number or by name, and stays as it is', async () => {
  const { first, second } = await twoMerchants()
  const held = first.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  const placed = first.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await first.pass(HOUR)
  const before = await rowsOf(first)
  const document = await documentOf(first, held)
  const asked = { documentId: document!.documentId, who: 'A stranger' }
  const { deps } = first
  const missing = { ok: false, problem: { code: 'not-found' } }
  expect(await reprocessDocument(deps, SECOND, asked)).toMatchObject(missing)
  expect(await ignoreOrder(deps, SECOND, asked)).toMatchObject(missing)
  expect(await downloadDocument(deps, SECOND, asked.documentId)).toMatchObject(missing)
  expect(await startImporting(deps, SECOND, first.connection)).toMatchObject(missing)
  const order = await orderOf(first, placed)
  expect(await second.store((s) => s.findOrder(order!.orderId))).toBeNull()
  expect(await second.store((s) => s.findOrder(placed))).toBeNull()
  await removeMapping(deps, SECOND, 'AMZ-TEA-EARL' as SellerSku)
  await saveMethods(deps, SECOND, { methods: [] })
  await first.run()
  expect(await rowsOf(first)).toEqual(before)
})

test('[C3] [M4] a selling partner that another merchant holds is refused, and its token stays with its own connection', async () => {
  const { first, second, refreshToken } = await twoMerchants()
  const taken = await connect(first.deps, SECOND, sample.SELLER)
  expect(taken).toMatchObject({ ok: false, problem: { code: 'held-by-other-merchant' } })
  expect((await second.store((s) => s.listConnections())).map((c) => c.sellingPartnerId)).toEqual([PARTNER])
  const stolen = await connect(first.deps, first.merchant, { region: 'na', sellingPartnerId: PARTNER, refreshToken })
  expect(stolen.ok).toBe(false)
  expect((await first.store((s) => s.listConnections())).map((c) => c.id)).toEqual([first.connection])
})

test('[M4] a sealed token put into another merchant’s row does not open', async () => {
  const { first, second } = await twoMerchants()
  await first.database.ownerPool().query(
    `update millrace.connections set sealed_token = (select sealed_token from millrace.connections where merchant_id = 'HRBOR')
     where merchant_id = $1`,
    [SECOND],
  )
  first.control.clearRequests()
  await first.pass(6 * MINUTE)
  expect(first.control.requests().filter((r) => r.sellerId === PARTNER)).toEqual([])
  expect(await second.store((s) => s.countDocuments())).toEqual({})
})

test('[M4] sealed buyer data copied into another merchant’s row does not open, even with the key that sealed it', async () => {
  const { first } = await twoMerchants()
  const { database, deps } = first
  const now = deps.now()
  const key = createSecretKey(Buffer.alloc(32, 9))
  const keys = {
    ...createKeyRing(fixedKey(Buffer.alloc(32, 9))),
    current: async () => ({ id: 'one', key }),
    byId: async () => key,
  }
  const search = createSearchIndex(fixedKey(Buffer.alloc(32, 9)), () => [])
  const page = (merchant: MerchantId) =>
    withMerchant(database.vaultPool(), merchant, (tx) =>
      openVault({ tx, merchant, keys, search, now, access: { opened: {}, gone: {} } }).openPage(77),
    )
  await database.ownerPool().query(
    `insert into millrace.pages (merchant_id, page_id, connection_id, orders, fetched_at) overriding system value
     select merchant_id, 77, 'any', 1, now() from deployment.merchants`,
  )
  await withMerchant(database.vaultPool(), first.merchant, (tx) =>
    openVault({ tx, merchant: first.merchant, keys, search, now, access: { opened: {}, gone: {} } }).putPage(77, [
      { orderId: 'mine' },
    ]),
  )
  await database
    .ownerPool()
    .query(
      'insert into vault.pages (merchant_id, page_id, key_id, sealed) select $1, page_id, key_id, sealed from vault.pages',
      [SECOND],
    )
  expect(await page(first.merchant)).toEqual([{ orderId: 'mine' }])
  await expect(page(SECOND)).rejects.toThrow()
})

test('[M2] a suspended merchant rests, the other goes on; let in again it has lost nothing', async () => {
  const { first, second } = await twoMerchants()
  await first.run()
  await first.deps.deployment.suspendMerchant({ id: SECOND, at: first.deps.now() })
  first.control.clearRequests()
  const mine = first.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const theirs = first.control.placeOrder({ sellerId: PARTNER, lines: [{ sku: 'MUG-BLUE' }] })
  await first.pass(HOUR)
  expect([await endOf(first, mine), await endOf(second, theirs)]).toEqual(['placed', 'unseen'])
  expect(first.control.requests().filter((r) => r.sellerId === PARTNER)).toEqual([])
  await first.deps.deployment.suspendMerchant({ id: SECOND, at: null })
  await first.run()
  expect(await endOf(second, theirs)).toBe('placed')
  expect(callsOf(first, 'searchOrders')).toBeGreaterThan(1)
})

test('[M1] the database itself shows a merchant’s rows to nobody else: not under another name, not without one', async () => {
  const { first } = await twoMerchants()
  first.control.placeOrder({ lines: [{ sku: 'KIT-BREAKFAST' }] })
  first.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  await first.pass(6 * MINUTE)
  const { rows } = await first.database
    .ownerPool()
    .query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('millrace', 'vault')`,
    )
  const vault = first.database.vaultPool()
  for (const { name } of rows) {
    const foreign = `select count(*)::int as n from ${name} where merchant_id = 'HRBOR'`
    expect([name, await withMerchant(vault, SECOND, (tx) => tx.query(foreign))]).toEqual([name, [{ n: 0 }]])
    expect([name, await withoutMerchant(vault, (tx) => tx.query(foreign))]).toEqual([name, [{ n: 0 }]])
  }
  const steal = withMerchant(vault, SECOND, (tx) => tx.query(`update millrace.orders set merchant_id = 'HRBOR'`))
  await expect(steal).resolves.toEqual([])
  const plant = withMerchant(vault, SECOND, (tx) =>
    tx.query(
      `insert into millrace.settings (merchant_id, section, value, updated_at) values ('HRBOR', 'orders', '{}', to_timestamp(0))`,
    ),
  )
  await expect(plant).rejects.toThrow('row-level security')
})

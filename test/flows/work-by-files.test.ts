import { expect, test } from 'vitest'
import { formatMoney } from '#core/money.ts'
import { saveMappings } from '#flows/configure.ts'
import { readChecklist } from '#flows/read-checklist.ts'
import { startImporting } from '#flows/start-importing.ts'
import { testConnection } from '#flows/test-connection.ts'
import { bring, bringReport, chooseFiles, goOnByApi, makeSellerByFiles } from '../make/by-files.ts'
import { whereReadable } from '../make/database-dump.ts'
import { ROW, reportOf } from '../make/order-report.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { documentOf, endOf, orderOf, type Seller, stockOf } from '../make/seller-views.ts'

const TWO = { lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }, { sku: 'TOWEL-LINEN' }] }

/** The report as text, with one order changed. */
const edited = (seller: Seller, kind: 'new-orders' | 'unshipped-orders', change: (text: string) => string) =>
  Buffer.from(change(seller.control.downloadReport({ kind }).toString('utf8')))

/** What our data of an order lacks. */
async function missingOf(seller: Seller, id: string): Promise<readonly string[] | undefined> {
  const asked = 'select missing from millrace.documents where reference = $1'
  const { rows } = await seller.database.ownerPool().query<{ missing: string[] }>(asked, [id])
  return rows[0]?.missing
}

const totals = async (seller: Seller, id: string) => {
  const order = await orderOf(seller, id)
  return {
    total: order?.grandTotal ?? null,
    lines: order?.lines.map(({ total }) => total),
    flags: order?.flags,
  }
}

test('[H1] the report of new orders goes through the same import: placed, held, skipped; nothing is asked of Amazon', async () => {
  const seller = await makeSellerByFiles()
  const good = seller.control.placeOrder(TWO)
  const unknown = seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  const old = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], createdAt: seller.deps.now() - 3 * DAY })
  const found = await bringReport(seller, 'new-orders')
  expect(found).toMatchObject({ kind: 'order-report', state: 'applied', counts: { placed: 1, held: 1, skipped: 1 } })
  const ends = new Map(found.rows.map(({ target, outcome, problem }) => [target, [outcome, problem?.problem.code]]))
  expect(ends.get(good)).toEqual(['placed', undefined])
  expect(ends.get(unknown)).toEqual(['held', 'unknown-sku'])
  expect(ends.get(old)).toEqual(['skipped', 'order-skipped'])
  const order = await orderOf(seller, good)
  expect(order).toMatchObject({ stage: 'Shipping Department', amazonStatus: 'UNSHIPPED', flags: [], shipCountry: 'US' })
  expect(order?.lines.map(({ sellerSku, quantityAmazon }) => [sellerSku, quantityAmazon])).toEqual([
    ['MUG-BLUE', 2],
    ['TOWEL-LINEN', 1],
  ])
  const amazons = seller.control.order(good)?.proceeds?.grandTotal
  expect(formatMoney({ minor: order?.grandTotal ?? 0, currency: 'USD' })).toBe(`${amazons?.amount} USD`)
  expect(await endOf(seller, unknown)).toBe('held unknown-sku')
  await seller.pass(2 * DAY)
  expect(seller.control.requests()).toEqual([])
})

test('[H1][O12][E4] a held order is placed by itself once its SKU is mapped; the same report again changes nothing', async () => {
  const seller = await makeSellerByFiles()
  const id = seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS', quantity: 3 }] })
  await bringReport(seller, 'new-orders')
  const mapping = {
    sellerSku: 'NOBODY-KNOWS',
    itemId: 'MUG-BLUE',
    ratio: { amazon: 1, ours: 1 },
    unit: 'each',
    note: '',
  }
  await saveMappings(seller.deps, seller.merchant, [mapping as never])
  await seller.run()
  expect(await endOf(seller, id)).toBe('placed')
  const stock = await stockOf(seller, 'MUG-BLUE')
  const again = await bringReport(seller, 'new-orders')
  expect(again).toMatchObject({ state: 'applied', counts: { unchanged: 1 } })
  expect(await stockOf(seller, 'MUG-BLUE')).toEqual(stock)
  const rows = await seller.database.ownerPool().query('select 1 from millrace.orders')
  expect(rows.rowCount).toBe(1)
})

test('[H1][U3][U4] no buyer stands open anywhere: neither in the rows of the import nor in the tables', async () => {
  const seller = await makeSellerByFiles()
  const id = seller.control.placeOrder(TWO)
  const address = seller.control.order(id)?.recipient?.deliveryAddress
  const words = [address?.name, address?.addressLine1, address?.phone].filter((word) => word !== undefined)
  expect(words.length).toBeGreaterThan(1)
  const found = await bringReport(seller, 'new-orders')
  expect(found.counts).toMatchObject({ placed: 1 })
  expect(await whereReadable(seller.database, words)).toEqual([])
})

test('[H1][O15] unshipped orders have no amounts and say so; the report of new orders completes them, and never the other way round', async () => {
  const seller = await makeSellerByFiles()
  const [placed, held] = [TWO, { lines: [{ sku: 'NOBODY-KNOWS' }] }].map((draft) => seller.control.placeOrder(draft))
  await bringReport(seller, 'unshipped-orders')
  expect(await totals(seller, placed ?? '')).toMatchObject({
    total: null,
    lines: [null, null],
    flags: ['amounts-missing'],
  })
  await bringReport(seller, 'new-orders')
  const whole = await totals(seller, placed ?? '')
  expect(whole.total).toBeGreaterThan(0)
  expect(whole.flags).toEqual([])
  const original = await missingOf(seller, held ?? '')
  expect(await bringReport(seller, 'unshipped-orders')).toMatchObject({ counts: { unchanged: 1, held: 1 } })
  expect(await totals(seller, placed ?? '')).toEqual(whole)
  expect(await missingOf(seller, held ?? '')).toEqual(original)
  expect(original).not.toContain('PROCEEDS')
})

test('[H1][C1][O13] credentials saved later belong to the same connection: its orders are known, completed, and never twice', async () => {
  const seller = await makeSellerByFiles()
  const ids = [TWO, { lines: [{ sku: 'TOWEL-LINEN' }] }].map((draft) => seller.control.placeOrder(draft))
  await bringReport(seller, 'unshipped-orders')
  const before = await Promise.all(ids.map((id) => documentOf(seller, id)))
  const later = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(HOUR)
  await goOnByApi(seller)
  await seller.pass(2 * HOUR)
  const after = await Promise.all(ids.map((id) => documentOf(seller, id)))
  expect(after.map((document) => document?.documentId)).toEqual(before.map((document) => document?.documentId))
  expect(await Promise.all(ids.map((id) => missingOf(seller, id)))).toEqual([[], []])
  for (const id of ids) expect(await totals(seller, id)).toMatchObject({ flags: [], total: expect.any(Number) })
  expect(await endOf(seller, later)).toBe('placed')
  const { rows } = await seller.database
    .ownerPool()
    .query('select connection_id, state, importing from millrace.connections')
  expect(rows).toEqual([{ connection_id: seller.connection, state: 'authorized', importing: true }])
  const orders = await seller.database.ownerPool().query('select 1 from millrace.orders')
  expect(orders.rowCount).toBe(3)
  // What Amazon tells is newer than any file.
  seller.control.alterOrder(ids[1] ?? '', { cancel: { by: 'AMAZON', reason: 'Other' } })
  const file = seller.control.downloadReport({ kind: 'new-orders' })
  await seller.pass(30 * MINUTE)
  expect((await orderOf(seller, ids[1] ?? ''))?.stage).toBe('Rejected')
  expect((await bring(seller, file)).counts).toMatchObject({ unchanged: 3 })
  expect((await orderOf(seller, ids[1] ?? ''))?.stage).toBe('Rejected')
})

test('[H1][O2][C9] an order that was held by file is not thrown out by the day on which the API begins', async () => {
  const seller = await makeSeller({ started: false })
  await seller.database
    .ownerPool()
    .query(
      "delete from millrace.connections; update millrace.settings set value = value - 'notBefore' where section = 'orders'",
    )
  await chooseFiles(seller)
  const id = seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  await bringReport(seller, 'new-orders')
  await seller.pass(DAY)
  await goOnByApi(seller)
  await seller.pass(HOUR)
  expect(await endOf(seller, id)).toBe('held unknown-sku')
})

test('[H1][O12] a cell that cannot be read refuses its order by row and column; the others go on', async () => {
  const seller = await makeSellerByFiles()
  const [bad, good] = [TWO, TWO].map((draft) => seller.control.placeOrder(draft))
  const spoil = (text: string) =>
    text
      .split('\r\n')
      .map((line) => (line.startsWith(bad ?? '-') ? line.replace(/\t\d{4}-\d\d-\d\dT[^\t]*/, '\t11/10/2026') : line))
      .join('\r\n')
  const found = await bring(seller, edited(seller, 'new-orders', spoil))
  expect(found.counts).toMatchObject({ placed: 1, refused: 1 })
  const refused = found.rows.find(({ outcome }) => outcome === 'refused')
  expect(refused).toMatchObject({ target: bad, problem: { column: 2, value: '', problem: { code: 'report-cell' } } })
  expect([await endOf(seller, bad ?? ''), await endOf(seller, good ?? '')]).toEqual(['unseen', 'placed'])
})

test('[H1][C2][C9] choosing files is the other way of the checklist; start, test and preview say that it works by files', async () => {
  const seller = await makeSellerByFiles()
  const list = await readChecklist(seller.deps, seller.merchant)
  expect(list.steps[0]).toMatchObject({ step: 'credentials', done: true, sentence: 'By files: na-A3HARBORGOODS.' })
  const code = 'works-by-files'
  expect(await startImporting(seller.deps, seller.merchant, seller.connection)).toMatchObject({ problem: { code } })
  expect(await testConnection(seller.deps, seller.merchant, seller.connection)).toMatchObject({ problem: { code } })
  expect(await chooseFiles(seller, ['A2EUQ1WTGCTBG2'])).toMatchObject({ ok: true })
  const places = (await seller.store((store) => store.findConnection(seller.connection)))?.marketplaces
  expect(places?.flatMap(({ name, participating }) => (participating ? [name] : []))).toEqual(['Amazon.ca'])
  expect(await chooseFiles(seller, [])).toMatchObject({ problem: { code: 'not-valid' } })
  await goOnByApi(seller)
  expect(await chooseFiles(seller)).toMatchObject({ problem: { code: 'works-by-api' } })
})

test('[H1] what is no order report, or belongs to nobody, is refused in a sentence and leaves nothing', async () => {
  const seller = await makeSellerByFiles()
  seller.control.placeOrder(TWO)
  const report = seller.control.downloadReport({ kind: 'new-orders' })
  await seller.database.ownerPool().query('delete from millrace.connections')
  await expect(bring(seller, report)).rejects.toThrow('report-without-connection')
  await chooseFiles(seller)
  const headOnly = Buffer.from(report.toString('utf8').split('\r\n')[0] ?? '')
  await expect(bring(seller, headOnly)).rejects.toThrow('import-empty')
  const { rowCount } = await seller.database.ownerPool().query('select 1 from millrace.imports')
  expect(rowCount).toBe(0)
  expect(reportOf([ROW]).kind).toBe('new-orders')
})

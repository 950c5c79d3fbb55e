import { expect, test } from 'vitest'
import { type CertificateContent, certificateText } from '#core/authorization/deletion-clock.ts'
import { clearConnection, whatStops } from '#flows/clear-connection.ts'
import { connect } from '#flows/connect.ts'
import { deleteConnectionContent } from '#flows/delete-connection-content.ts'
import { SELLER } from '#main/demo/sample-merchant.ts'
import { mailing } from '../make/mailing.ts'
import { addMerchantOf } from '../make/other-merchant.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { problemsOf, type Seller } from '../make/seller-views.ts'

const connectionOf = (seller: Seller) => seller.store((store) => store.findConnection(seller.connection))

const countOf = async (seller: Seller, sql: string): Promise<number> =>
  (await seller.database.ownerPool().query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? -1

const clear = (seller: Seller) =>
  clearConnection(seller.deps, seller.merchant, { connection: seller.connection, who: 'tess@example.com' })

/** Everything that Amazon gave and C6 deletes, by table. */
const given = async (seller: Seller) =>
  Promise.all(
    [
      'vault.pages',
      'vault.documents',
      'vault.buyers',
      'millrace.listings',
      'millrace.sku_fields',
      'millrace.drift_audits',
      'millrace.reconciliations',
      'millrace.submissions where content is not null or report is not null',
    ].map((table) => countOf(seller, table)),
  )

/** A seller with orders, held ones too, and listings that were audited. */
async function withContent(options: Parameters<typeof makeSeller>[0] = {}) {
  const seller = await makeSeller({ audited: true, ...options })
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 3)
  seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  await seller.pass(6 * MINUTE)
  // The audit of its listings.
  await seller.pass(20 * MINUTE)
  await seller.database.ownerPool().query(`
    insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, field, state) select merchant_id, connection_id, 'MUG-BLUE', 'stock', 'confirmed' from millrace.connections;
    insert into millrace.reconciliations (merchant_id, connection_id, kind, asked_by, from_at, to_at, state, progress, began_at, ended_at)
      select merchant_id, connection_id, 'night', 'test', authorized_at, authorized_at, 'done', '{}', authorized_at, authorized_at from millrace.connections;
    insert into millrace.submissions (merchant_id, connection_id, marketplace_id, kind, way, state, messages, made_by, made_at, ended_at, content, report)
      select merchant_id, connection_id, 'ATVPDKIKX0DER', 'shipments', 'file', 'done', 1, 'test', authorized_at, authorized_at, 'a file', 'a report' from millrace.connections`)
  return { ...seller, ids }
}

test('[C6] what stops is listed first; then the token is gone, nothing is asked of Amazon, and twice is once', async () => {
  const seller = await withContent()
  const listed = await whatStops(seller.deps, seller.merchant, seller.connection)
  expect(listed.ok ? listed.value.sentences.join('\n') : '').toMatch(
    /no longer imported[\s\S]*token is deleted[\s\S]*After 30 days[\s\S]*Seller Central/,
  )
  expect((await connectionOf(seller))?.state).toBe('authorized')
  expect(await clear(seller)).toMatchObject({ ok: true })
  const first = await connectionOf(seller)
  expect(first).toMatchObject({ state: 'disabled', importing: false, deletion: { why: 'cleared' } })
  expect(await seller.store((store) => store.sealedToken(seller.connection))).toBe(null)
  seller.control.advance(DAY)
  expect(await clear(seller)).toMatchObject({ ok: true })
  expect(await connectionOf(seller)).toEqual(first)
  seller.control.clearRequests()
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  for (let quarter = 0; quarter < 8; quarter++) {
    seller.control.advance(6 * HOUR)
    await seller.run()
  }
  expect(seller.control.requests()).toEqual([])
})

test('[C6] people are told 30, 14, 7 and 1 days before; then vault, originals, listings and reports are gone, and the books stay', async () => {
  const seller = await withContent()
  expect((await given(seller)).slice(1).every((n) => n > 0)).toBe(true)
  await clear(seller)
  const mail = mailing(seller)
  await mail.pass(2 * HOUR)
  for (let day = 0; day < 31; day++) await mail.pass(DAY)
  expect(mail.told().filter((line) => line.includes('deleted'))).toEqual(
    ['in 30 days', 'in 14 days', 'in 7 days', 'tomorrow'].map(
      (when) => `owner@harbor-goods.example Amazon's data is deleted ${when}`,
    ),
  )
  expect(await given(seller)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  expect(await countOf(seller, 'millrace.orders')).toBe(3)
  expect(await countOf(seller, 'millrace.order_lines where total_amount is not null')).toBe(3)
  for (const id of seller.ids) expect(await seller.store((store) => store.findOrder(id))).not.toBe(null)
  expect(await problemsOf(seller)).toEqual([])
})

test('[C6] the certificate counts what went, names no buyer and no order, is bound into the audit and cannot be changed', async () => {
  const seller = await withContent()
  await clear(seller)
  seller.control.advance(31 * DAY)
  await seller.run()
  const [written, ...more] = await seller.store((store) => store.listCertificates())
  expect(more).toEqual([])
  const content = JSON.parse(written!.content) as CertificateContent
  expect(content).toMatchObject({ merchant: 'HRBOR', connection: seller.connection, why: 'cleared' })
  expect(content.counts).toMatchObject({ buyers: 3, documents: 4 })
  expect(content.counts.listings).toBeGreaterThan(0)
  expect(certificateText(content)).toContain('- buyer data of orders: 3\n')
  for (const id of seller.ids) expect(written!.content).not.toContain(id)
  expect(written!.fingerprint).toBe(seller.deps.digest(written!.content).toString('hex'))
  const rows = await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.list({ after: 0, limit: 500 }))
  expect(JSON.stringify(rows.filter(({ act }) => act === 'clock-ended'))).toContain(written!.fingerprint)
  for (const change of [
    'update millrace.certificates set content = $1',
    'delete from millrace.certificates where content <> $1',
  ])
    await expect(seller.database.appPool().query(change, ['x'])).rejects.toThrow('permission denied')
})

test.each([
  ['before its end', 29 * DAY],
  ['in the last minute', 30 * DAY - MINUTE],
])('[C6] connected again %s the clock is over: nothing is deleted, also later', async (_, ms) => {
  const seller = await withContent()
  const before = await given(seller)
  await clear(seller)
  seller.control.advance(ms)
  expect(await connect(seller.deps, seller.merchant, SELLER)).toMatchObject({ ok: true })
  expect((await connectionOf(seller))?.deletion).toBe(null)
  expect(await deleteConnectionContent(seller.deps, seller.merchant, seller.connection)).toBe(false)
  const [pages, documents, , ...rest] = await given(seller)
  expect([pages, documents, ...rest]).toEqual([before[0], before[1], ...before.slice(3)])
  expect(await seller.store((store) => store.listCertificates())).toEqual([])
})

test('[C6] only what the ended connection brought goes; another one of the merchant keeps its own', async () => {
  const seller = await withContent()
  const owner = seller.database.ownerPool()
  await owner.query(`insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, sealed_token, state, authorized_at)
      select merchant_id, 'eu-AOTHER', 'eu', 'AOTHER', sealed_token, state, authorized_at from millrace.connections`)
  await owner.query(`update millrace.orders set connection_id = 'eu-AOTHER' where amazon_order_id = $1`, [
    seller.ids[0],
  ])
  await owner.query(`update millrace.documents set connection_id = 'eu-AOTHER' where reference = $1`, [seller.ids[0]])
  await clear(seller)
  await owner.query(`delete from deployment.due where kind <> 'authorization' or subject <> $1`, [seller.connection])
  seller.control.advance(31 * DAY)
  await seller.run()
  const [pages, documents, buyers] = await given(seller)
  expect([pages, documents, buyers]).toEqual([0, 1, 1])
})

test('[C3][C6] once cleared, another merchant may connect the selling partner; while it stands none may', async () => {
  const seller = await makeSeller({ started: false })
  const other = await addMerchantOf(seller.deps, 'OTHER')
  expect(await connect(seller.deps, other, SELLER)).toMatchObject({ problem: { code: 'held-by-other-merchant' } })
  await clear(seller)
  expect(await connect(seller.deps, other, SELLER)).toMatchObject({ ok: true })
  expect(await connect(seller.deps, seller.merchant, SELLER)).toMatchObject({
    problem: { code: 'held-by-other-merchant' },
  })
})

test('[C6] that the day has passed and something is still there is an alarm, until it is gone', async () => {
  const seller = await withContent()
  await clear(seller)
  seller.control.advance(32 * DAY)
  const { deps } = seller
  const failing = {
    ...deps,
    transaction: ((merchant: never, scope: never, work: never) =>
      scope === 'app'
        ? deps.transaction(merchant, scope, work)
        : Promise.reject(new Error('the vault is away'))) as typeof deps.transaction,
  }
  const { watchAuthorization } = await import('#flows/watch-authorization.ts')
  await expect(watchAuthorization(failing, seller.merchant, seller.connection)).rejects.toThrow('away')
  expect(await problemsOf(seller)).toContain('deletion-overdue')
  expect(seller.alarms.join('\n')).toContain('should have been deleted')
  await seller.run()
  expect(await problemsOf(seller)).not.toContain('deletion-overdue')
  expect((await given(seller)).slice(0, 3)).toEqual([0, 0, 0])
})

test('[C6] ended again after it was connected again, the clock runs anew and gives a second certificate', async () => {
  const seller = await withContent()
  for (let round = 1; round <= 2; round++) {
    await clear(seller)
    seller.control.advance(31 * DAY)
    await seller.run()
    expect(await seller.store((store) => store.listCertificates())).toHaveLength(round)
    await connect(seller.deps, seller.merchant, SELLER)
  }
})

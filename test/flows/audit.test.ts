import { expect, test } from 'vitest'
import { downloadDocument } from '#flows/download-document.ts'
import { withMerchant } from '#store/db.ts'
import { DAY, MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>

const audit = (seller: Seller) =>
  seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.list({ after: 0, limit: 1000 }))
const verify = (seller: Seller, noted: { seq: number; mac: string } | null = null) =>
  seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.verify(noted))
const whatIsWrong = async (seller: Seller) => (await verify(seller)).faults.map(({ what }) => what)

/** A seller whose audit has some rows. */
async function audited(): Promise<Seller> {
  const seller = await makeSeller()
  for (let page = 0; page < 4; page++) {
    seller.control.placeOrder({ payable: true, lines: [{ sku: 'MUG-BLUE' }] })
    await seller.pass(11 * MINUTE)
  }
  expect((await verify(seller)).rows).toBeGreaterThanOrEqual(4)
  expect(await whatIsWrong(seller)).toEqual([])
  return seller
}

test('[U3] the opening of a page is one row with its purpose and counts, however many orders it brings', async () => {
  const seller = await makeSeller()
  for (let order = 0; order < 5; order++) seller.control.placeOrder({ payable: true, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(5 * MINUTE)
  expect(await audit(seller)).toMatchObject([{ seq: 1, act: 'opened', purpose: 'import', counts: { pages: 1 } }])
})

test('[U3] a download and a reprocess stand in the audit under their own purposes', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ payable: true, lines: [{ sku: 'NOBODY-KNOWS' }] })
  await seller.pass(5 * MINUTE)
  const held = await seller.store((s) => s.findDocument(id))
  await downloadDocument(seller.deps, seller.merchant, held!.documentId)
  expect(await audit(seller)).toMatchObject([
    { purpose: 'import', counts: { pages: 1 } },
    { purpose: 'mask', counts: { documents: 1 } },
  ])
})

test('[U3] what a transaction opened is given to nobody when its row cannot be written', async () => {
  const seller = await audited()
  const [document] = await seller.store((s) => s.listDocuments({ state: 'placed', after: 0, limit: 1 }))
  await seller.database.ownerPool().query('revoke insert on millrace.audit from millrace_vault')
  await expect(downloadDocument(seller.deps, seller.merchant, document!.documentId)).rejects.toMatchObject({
    code: '42501',
  })
})

test('[U3] transactions that open at the same time make one chain', async () => {
  const seller = await audited()
  const documents = await seller.store((s) => s.listDocuments({ state: 'placed', after: 0, limit: 4 }))
  const before = (await audit(seller)).length
  await Promise.all(
    documents.flatMap(({ documentId }) => [
      downloadDocument(seller.deps, seller.merchant, documentId),
      downloadDocument(seller.deps, seller.merchant, documentId),
    ]),
  )
  expect(await audit(seller)).toHaveLength(before + 2 * documents.length)
  expect(await whatIsWrong(seller)).toEqual([])
})

const FORGERIES: readonly [name: string, sql: string, what: string][] = [
  ['a changed row', `update millrace.audit set content = replace(content, 'import', 'mask') where seq = 2`, 'changed'],
  ['a changed instant', `update millrace.audit set at = at + interval '1 second' where seq = 2`, 'changed'],
  ['a removed row', 'delete from millrace.audit where seq = 2', 'removed'],
  ['a removed beginning', 'delete from millrace.audit where seq <= 2', 'removed'],
  ['a cut tail', 'delete from millrace.audit where seq >= 3', 'tail-cut'],
  ['all rows gone', 'delete from millrace.audit', 'tail-cut'],
  [
    'a head set back',
    `update millrace.audit_heads set seq = 2, mac = (select mac from millrace.audit where seq = 2)`,
    'head-changed',
  ],
  ['a head that is gone', 'delete from millrace.audit_heads', 'head-missing'],
]

test.each(FORGERIES)('[U3] the audit shows %s', async (_, sql, what) => {
  const seller = await audited()
  await seller.database.ownerPool().query(sql)
  expect(await whatIsWrong(seller)).toContain(what)
})

test('[U3] a head that was changed is never built upon: nothing more is opened', async () => {
  const seller = await audited()
  const [document] = await seller.store((s) => s.listDocuments({ state: 'placed', after: 0, limit: 1 }))
  await seller.database.ownerPool().query('update millrace.audit_heads set seq = seq + 1')
  await expect(downloadDocument(seller.deps, seller.merchant, document!.documentId)).rejects.toThrow(/audit verify/)
})

test('[U3] who noted where the audit ended finds out when all of it was set back to an older copy', async () => {
  const seller = await audited()
  const owner = seller.database.ownerPool()
  await owner.query('create table public.old_head as table millrace.audit_heads')
  const [document] = await seller.store((s) => s.listDocuments({ state: 'placed', after: 0, limit: 1 }))
  await downloadDocument(seller.deps, seller.merchant, document!.documentId)
  const noted = (await verify(seller)).head
  expect((await verify(seller, noted)).faults).toEqual([])
  await owner.query(`delete from millrace.audit where seq = (select seq from millrace.audit_heads);
    delete from millrace.audit_heads; insert into millrace.audit_heads table public.old_head`)
  expect((await verify(seller)).faults).toEqual([])
  expect((await verify(seller, noted)).faults).toMatchObject([{ what: 'not-as-noted' }])
})

test.each(['appPool', 'vaultPool'] as const)(
  '[U3] the program itself may add to the audit and read it, and neither change nor remove a row (%s)',
  async (pool) => {
    const seller = await audited()
    const as = (sql: string) => withMerchant(seller.database[pool](), seller.merchant, (tx) => tx.query(sql))
    const rows = (await audit(seller)).length
    expect(await as('select seq from millrace.audit')).toHaveLength(rows)
    for (const sql of [
      `update millrace.audit set content = '{}'`,
      'truncate millrace.audit',
      'delete from millrace.audit_heads',
    ])
      await expect(as(sql)).rejects.toMatchObject({ code: '42501' })
    if (pool === 'appPool') await expect(as('delete from millrace.audit')).rejects.toMatchObject({ code: '42501' })
    else expect(await as('delete from millrace.audit returning seq')).toEqual([])
    expect(await audit(seller)).toHaveLength(rows)
  },
)

test('[U3] rows of more than 400 days ago are pruned, and the rest of the chain still holds', async () => {
  const seller = await audited()
  const rows = (await audit(seller)).length
  seller.control.advance(401 * DAY)
  const prune = () =>
    seller.deps.transaction(seller.merchant, { vault: 'purge' }, (tx) =>
      tx.audit.prune({ before: seller.deps.now() - 400 * DAY, now: seller.deps.now() }),
    )
  // The newest row is as old as the others: what is younger than a year beside it stays.
  expect(await prune()).toBe(0)
  const [document] = await seller.store((s) => s.listDocuments({ state: 'placed', after: 0, limit: 1 }))
  await downloadDocument(seller.deps, seller.merchant, document!.documentId)
  expect(await prune()).toBe(rows)
  expect(await audit(seller)).toMatchObject([
    { seq: rows + 1, act: 'opened', purpose: 'mask' },
    { seq: rows + 2, act: 'pruned', counts: { rows, through: rows } },
  ])
  expect(await verify(seller)).toMatchObject({ rows: 2, pruned: rows, faults: [] })
  expect(await prune()).toBe(0)
  await seller.database
    .ownerPool()
    .query('delete from millrace.audit where seq = (select min(seq) from millrace.audit)')
  expect(await whatIsWrong(seller)).toEqual(['removed'])
})

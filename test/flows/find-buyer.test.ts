import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { mask } from '#core/pii/masked.ts'
import { findBuyer, SEARCHES_AN_HOUR } from '#flows/find-buyer.ts'
import { indexBuyers } from '#flows/index-buyers.ts'
import { removeMerchant } from '#flows/operate-merchants.ts'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { withMerchant } from '#store/db.ts'
import { fixedKey } from '#vault/master-keys.ts'
import { createSearchIndex } from '#vault/search-index.ts'
import { dumpTables } from '../make/database-dump.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { actsOf, BUYER, endOf, viewer } from '../make/viewers.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
type Asked = Parameters<typeof findBuyer>[2]['asked']

/** A seller with an order of the buyer, and one of somebody else. */
async function withBuyer() {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ payable: true, ...BUYER, lines: [{ sku: 'MUG-BLUE' }] })
  const other = seller.control.placeOrder({
    payable: true,
    buyer: { name: 'Nobody Else' },
    lines: [{ sku: 'MUG-BLUE' }],
  })
  await seller.pass(5 * MINUTE)
  return { ...seller, id, other }
}

const find = (seller: Seller, asked: Asked, change: Parameters<typeof viewer>[1] = {}) =>
  findBuyer(seller.deps, seller.merchant, { viewer: viewer(seller, change), asked })
const found = async (seller: Seller, asked: Asked) => {
  const result = await find(seller, asked)
  return result.ok ? result.value.map(({ amazonOrderId }) => amazonOrderId) : result.problem.code
}

const WAYS: readonly Asked[] = [
  { field: 'name', text: 'quentina zebrafield' },
  { field: 'last-name', text: 'ZEBRAFIELD' },
  { field: 'email', text: 'ZQ77@marketplace.amazon.example' },
  { field: 'phone', text: '555 0177' },
  { field: 'postal-code', text: '02207', number: '77' },
]

test('[U3] the orders of a buyer are found by name, last name, e-mail, phone, postal code and house number', async () => {
  const seller = await withBuyer()
  for (const asked of WAYS) expect(await found(seller, asked), asked.field).toEqual([seller.id])
  expect(await found(seller, { field: 'last-name', text: 'Xylophone' })).toEqual([])
  expect(await found(seller, { field: 'phone', text: '0177' })).toBe('search-too-short')
})

test('[U3] a search stands in the audit with its kind and what it found, and its words stand nowhere', async () => {
  const seller = await withBuyer()
  await find(seller, { field: 'last-name', text: 'Zebrafield' })
  await find(seller, { field: 'last-name', text: 'Quibblewitz' })
  const order = await seller.store((s) => s.findOrder(seller.id))
  expect(await actsOf(seller)).toMatchObject([
    { act: 'searched', who: 'packer@example.com', orders: [order!.orderId], facts: { field: 'last-name', found: 1 } },
    { act: 'searched', orders: [], facts: { field: 'last-name', found: 0 } },
  ])
  const rows = await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.list({ after: 0, limit: 99 }))
  expect(rows).toContainEqual(expect.objectContaining({ act: 'opened', purpose: 'search', counts: { buyers: 1 } }))
  const dump = JSON.stringify(await dumpTables(seller.database)).toLowerCase()
  expect(dump).not.toContain('zebrafield')
  expect(dump).not.toContain('quibblewitz')
})

test('[U3] without its row in the audit a search gives nothing', async () => {
  const seller = await withBuyer()
  await seller.database.ownerPool().query('revoke insert on millrace.audit from millrace_vault')
  await expect(find(seller, WAYS[0]!)).rejects.toMatchObject({ code: '42501' })
})

test('[U3] only a person with the permission and a fresh second factor searches; who is refused stands in the audit', async () => {
  const seller = await withBuyer()
  const asked = WAYS[0]!
  const key = findBuyer(seller.deps, seller.merchant, { viewer: { kind: 'key', keyId: 'k1' }, asked })
  expect(endOf(await key)).toBe('buyer-only-for-people')
  expect(endOf(await find(seller, asked, { scopes: ['orders:read', 'pii:print'] }))).toBe('buyer-not-permitted')
  const old = { secondFactorAt: seller.deps.now() - 15 * MINUTE - 1 }
  expect(endOf(await find(seller, asked, old))).toBe('second-factor-needed')
  expect(endOf(await find(seller, asked, { secondFactorAt: null }))).toBe('second-factor-needed')
  expect((await actsOf(seller)).map(({ act, facts }) => [act, facts?.why])).toEqual([
    ['search-refused', 'buyer-only-for-people'],
    ['search-refused', 'buyer-not-permitted'],
    ['search-refused', 'second-factor-needed'],
    ['search-refused', 'second-factor-needed'],
  ])
})

test('[U3] a person searches so often in an hour and no more, also at the same time; another person still can', async () => {
  const seller = await withBuyer()
  const ends = await Promise.all(
    Array.from({ length: SEARCHES_AN_HOUR + 3 }, async () => endOf(await find(seller, WAYS[0]!))),
  )
  expect(ends.filter((end) => end === 'ok')).toHaveLength(SEARCHES_AN_HOUR)
  expect(ends.filter((end) => end === 'search-quota')).toHaveLength(3)
  expect(endOf(await find(seller, WAYS[0]!, { userId: 'U00000000000000b2' }))).toBe('ok')
  seller.control.advance(HOUR + 1)
  expect(endOf(await find(seller, WAYS[0]!))).toBe('ok')
})

test('[U3] an index that is the same by chance finds nobody else: what it leads to is opened and compared', async () => {
  const seller = await withBuyer()
  const owner = seller.database.ownerPool()
  await owner.query(
    `insert into vault.searches select s.merchant_id, s.kind, s.value, b.order_id from vault.searches s, vault.buyers b on conflict do nothing`,
  )
  for (const asked of WAYS) expect(await found(seller, asked)).toEqual([seller.id])
})

test('[U3][U4] the index goes with the buyer data, in the same moment, and tells nothing of it before', async () => {
  const seller = await withBuyer()
  const owner = seller.database.ownerPool()
  const marks = async () =>
    (await owner.query<{ n: number }>('select count(*)::int as n from vault.searches')).rows[0]?.n
  expect(await marks()).toBeGreaterThan(6)
  const order = await seller.store((s) => s.findOrder(seller.id))
  await seller.deps.transaction(seller.merchant, { vault: 'purge' }, (tx) => tx.vault.erase('buyers', [order!.orderId]))
  expect(await found(seller, WAYS[0]!)).toEqual([])
  seller.control.advance(61 * DAY)
  await purgeBuyers(seller.deps, seller.merchant)
  expect(await marks()).toBe(0)
})

test('[U3][M2] the index goes however the buyer data goes, also with the merchant', async () => {
  const seller = await withBuyer()
  const owner = seller.database.ownerPool()
  const orders = async () => (await owner.query('select distinct order_id from vault.searches')).rows
  expect(await orders()).toHaveLength(2)
  const order = await seller.store((s) => s.findOrder(seller.id))
  await owner.query('delete from vault.buyers where order_id = $1', [order!.orderId])
  expect(await orders()).toHaveLength(1)
  await owner.query('delete from deployment.merchants')
  expect(await orders()).toEqual([])
})

test('[M2][U3] a merchant is removed by a login that may erase what hangs on its buyers: before PostgreSQL 18 a trigger runs as that login', async () => {
  const seller = await withBuyer()
  const owner = seller.database.ownerPool()
  await owner.query(`create function may_erase() returns trigger language plpgsql as $$ begin
      if not has_schema_privilege(session_user, 'vault', 'usage') then raise exception 'permission denied for schema vault'; end if; return old; end $$;
    create trigger may_erase before delete on deployment.merchants for each row execute function may_erase()`)
  const wish = { id: seller.merchant, name: MERCHANT.name, by: 'op@example.com', fresh: true }
  expect(await removeMerchant(seller.deps, wish)).toMatchObject({ ok: true })
  for (const table of ['buyers', 'searches', 'documents', 'pages', 'data_keys', 'search_keys', 'mail_texts'])
    expect((await owner.query(`select from vault.${table}`)).rowCount, table).toBe(0)
})

test('[U3] a changed buyer is found by what is new and no more by what was, and the same again changes nothing', async () => {
  const seller = await withBuyer()
  const owner = seller.database.ownerPool()
  const marks = async () => (await owner.query('select * from vault.searches order by 1, 2, 3, 4')).rows
  const before = await marks()
  const order = await seller.store((s) => s.findOrder(seller.id))
  const again = (name: string | null) =>
    seller.deps.transaction(seller.merchant, { vault: 'import' }, async (tx) => {
      const kept = await tx.vault.show('buyers', [order!.orderId])
      const opened = (await tx.vault.openBuyers([order!.orderId])).get(order!.orderId) as { buyer: object }
      if (name === null) return tx.vault.putBuyers([{ orderId: order!.orderId, buyerData: kept.get(order!.orderId)! }])
      const buyerData = mask({ ...opened, buyer: { ...opened.buyer, buyerName: name } })
      return tx.vault.putBuyers([{ orderId: order!.orderId, buyerData }])
    })
  await again(null)
  expect(await marks()).toEqual(before)
  await again('Quentina Newname')
  expect(await found(seller, { field: 'last-name', text: 'Newname' })).toEqual([seller.id])
})

test('[U3] buyers that were kept before there was an index are indexed and found; one that does not open keeps none back', async () => {
  const seller = await withBuyer()
  const owner = seller.database.ownerPool()
  const other = await seller.store((s) => s.findOrder(seller.other))
  await owner.query('delete from vault.searches; update vault.buyers set indexed = false')
  await owner.query(
    `update vault.buyers set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where order_id = $1`,
    [other!.orderId],
  )
  expect(await found(seller, WAYS[0]!)).toEqual([])
  await indexBuyers(seller.deps, seller.merchant)
  expect(await found(seller, WAYS[0]!)).toEqual([seller.id])
  const { rows } = await owner.query('select order_id from vault.buyers where not indexed')
  expect(rows).toEqual([])
})

test('[U3] the same word has another index at each merchant and in each field', async () => {
  const seller = await withBuyer()
  const { deps, merchant } = seller
  const other = 'OTHER' as MerchantId
  await deps.deployment.addMerchant({ ...MERCHANT, id: other, name: 'Other', createdAt: deps.now() })
  const index = createSearchIndex(fixedKey(Buffer.alloc(32, 7)), () => [])
  const marks = (of: MerchantId) =>
    withMerchant(seller.database.vaultPool(), of, (tx) =>
      index.marks({ tx, merchant: of, now: deps.now() }, [
        { field: 'name', word: 'quill' },
        { field: 'last-name', word: 'quill' },
      ]),
    )
  const [first, again, second] = [await marks(merchant), await marks(merchant), await marks(other)]
  expect(again).toEqual(first)
  expect(new Set([...first, ...second].map(({ value }) => value)).size).toBe(4)
})

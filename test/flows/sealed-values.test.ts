import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { replaceDataKey } from '#flows/replace-key.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { PLACES_OF_DEPLOYMENT, PLACES_OF_MERCHANT } from '#store/sealed-values.ts'
import { localKeys } from '#vault/local-keys.ts'
import { keyFor, open } from '#vault/seal.ts'
import { sealerFor } from '#vault/sealer.ts'
import { openBuyer, withKeyFile } from '../make/key-file.ts'
import { MINUTE, type makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const OTHER = 'OTHER' as MerchantId

const verify = (seller: Seller) => seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.verify(null))
const acts = async ({ deps }: Seller) =>
  (await deps.deployment.withAudit('app', (a) => a.list({ after: 0, limit: 100 }))).map(({ act }) => act)

test('[U3] a data key that others may know is replaced: its rows are sealed anew and keep their day, and the key goes', async () => {
  const seller = await withKeyFile()
  const { deps, merchant } = seller
  const dump = () =>
    seller.database
      .ownerPool()
      .query<{ at: number; key: string; holds: boolean }>(
        `select stored_at as at, key_id as key, holds_buyer_data as holds from vault.documents order by document_id`,
      )
  const before = (await dump()).rows
  const key = before[0]!.key
  const replaced = await replaceDataKey(deps, merchant, { key, who: 'the operator' })
  expect(replaced).toMatchObject({ ok: true, value: { by: `${key}.2`, rows: 3, damaged: [], isGone: false } })
  expect((await dump()).rows).toEqual(before.map((row) => ({ ...row, key: `${key}.2` })))
  expect((await openBuyer(seller, seller.placed)).size).toBe(1)
  // One that still remembers the former key seals by it for a moment: that is found by the second call.
  seller.control.advance(11 * MINUTE)
  seller.control.placeOrder({ payable: true, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(12 * MINUTE)
  expect((await dump()).rows.map((row) => row.key)).toEqual([`${key}.2`, `${key}.2`, `${key}.2`])
  expect(await replaceDataKey(deps, merchant, { key, who: 'the operator' })).toMatchObject({
    value: { rows: 0, isGone: true },
  })
  expect((await openBuyer(seller, seller.placed)).size).toBe(1)
  expect(await replaceDataKey(deps, merchant, { key, who: 'the operator' })).toMatchObject({
    problem: { code: 'not-found' },
  })
  expect(await acts(seller)).toContain('data-key-replaced')
  expect((await verify(seller)).faults).toEqual([])
})

test('[U3] a damaged row is named when it is opened, and when its key is replaced; it keeps no other back', async () => {
  const seller = await withKeyFile()
  const owner = seller.database.ownerPool()
  await owner.query(`update vault.buyers set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)`)
  await expect(openBuyer(seller, seller.placed)).rejects.toThrow(
    `vault.buyers ${seller.placed} of HRBOR does not open: it was changed, or moved.`,
  )
  const { rows } = await owner.query<{ key: string }>('select key_id as key from vault.data_keys')
  const replaced = await replaceDataKey(seller.deps, seller.merchant, { key: rows[0]!.key, who: 'the operator' })
  expect(replaced).toMatchObject({ value: { rows: 2, damaged: [`buyers ${seller.placed} of HRBOR`], isGone: false } })
  seller.control.advance(11 * MINUTE)
  const again = await replaceDataKey(seller.deps, seller.merchant, { key: rows[0]!.key, who: 'the operator' })
  expect(again).toMatchObject({ value: { rows: 0, isGone: false } })
})

test('[U3] what is sealed opens under its own merchant, table, row and key only', async () => {
  const seller = await withKeyFile()
  const { deps, merchant, placed } = seller
  const owner = seller.database.ownerPool()
  await deps.deployment.addMerchant({ ...MERCHANT, id: OTHER, name: 'Other', createdAt: deps.now() })
  const kept = await owner.query(`create table public.kept as table vault.buyers`)
  expect(kept.rowCount).toBe(1)
  const reset = `delete from vault.buyers; delete from vault.documents where merchant_id = '${OTHER}';
    insert into vault.buyers table public.kept`
  const swaps: readonly [what: string, sql: string, open: () => Promise<unknown>][] = [
    [
      'another row',
      `insert into vault.buyers select merchant_id, order_id + 1000, key_id, sealed, origin, stored_at from public.kept`,
      () => openBuyer(seller, placed + 1000),
    ],
    [
      'another table',
      `update vault.documents d set sealed = k.sealed, document_id = k.order_id from public.kept k where d.document_id = (select min(document_id) from vault.documents)`,
      () => deps.transaction(merchant, { vault: 'import' }, (tx) => tx.vault.openDocuments([placed])),
    ],
    [
      'another key',
      `insert into vault.data_keys (merchant_id, key_id, wrapped, created_at) select merchant_id, 'week-1', wrapped, created_at from vault.data_keys;
       update vault.buyers set key_id = 'week-1'`,
      () => openBuyer(seller, placed),
    ],
    [
      'another merchant',
      `insert into vault.data_keys (merchant_id, key_id, wrapped, created_at) select '${OTHER}', key_id, wrapped, created_at from vault.data_keys where key_id <> 'week-1';
       insert into vault.buyers select '${OTHER}', order_id, key_id, sealed, origin, stored_at from public.kept`,
      () => openBuyer({ deps, merchant: OTHER }, placed),
    ],
  ]
  for (const [what, sql, opened] of swaps) {
    await owner.query('alter table vault.buyers disable trigger all; alter table vault.documents disable trigger all')
    await owner.query(sql)
    await expect(opened(), what).rejects.toThrow(/does not open|authenticate/)
    await owner.query(reset)
    expect((await openBuyer(seller, placed)).size).toBe(1)
  }
})

test('[M4] a wrapped key and a secret open for their own merchant only', async () => {
  const seller = await withKeyFile()
  const { secrets } = seller.deps
  const token = secrets.seal('a token', 'refresh token HRBOR na-1')
  expect(secrets.open(token, 'refresh token HRBOR na-1')).toBe('a token')
  for (const context of ['refresh token OTHER na-1', 'refresh token HRBOR na-2', 'client secret HRBOR na-1'])
    expect(() => secrets.open(token, context)).toThrow()
  // The same bytes under another purpose of the same key.
  const wrapped = sealerFor(localKeys(seller.file), 'wrap data keys').seal('a key', 'data key HRBOR week-1')
  expect(() => secrets.open(wrapped, 'data key HRBOR week-1')).toThrow()
  expect(() => open(keyFor(Buffer.alloc(32, 7), 'secrets'), token, 'refresh token HRBOR na-1')).toThrow()
})

test('[U6] every secret that the program seals stands in the inventory, so that a rotation finds it', () => {
  const sealers = ['seal(', 'secrets.seal(']
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const sealing = files
    .filter((name) => !name.startsWith('vault/') && name !== 'main/compose.ts' && !name.startsWith('main/backup/'))
    .filter((name) => sealers.some((call) => readFileSync(join('src', name), 'utf8').includes(`.${call}`)))
    .sort()
  // Who seals something new adds its place to src/store/sealed-values.ts, and the file here.
  expect(sealing).toEqual([
    'flows/application-secrets.ts',
    'flows/configure-webhooks.ts',
    'flows/save-authorization.ts',
    'sign-in/totp.ts',
    'sign-in/user-mails.ts',
  ])
  const places = [...PLACES_OF_MERCHANT, ...PLACES_OF_DEPLOYMENT].map(({ table, column }) => `${table}.${column}`)
  expect(places).toEqual([
    'millrace.connections.sealed_token',
    'millrace.webhooks.secret',
    'millrace.webhooks.old_secret',
    'auth.totps.seed',
    'auth.totps.pending',
    'auth.mails.sealed',
    'deployment.application_secrets.sealed',
  ])
})

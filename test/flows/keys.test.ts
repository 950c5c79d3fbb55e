import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mask } from '#core/pii/masked.ts'
import { lookAtHinted } from '#flows/look-at-hinted.ts'
import { removeMerchant } from '#flows/operate-merchants.ts'
import { countUnderKeys, retireKeys, rotateKeys } from '#flows/rotate-keys.ts'
import { localKeys } from '#vault/local-keys.ts'
import { masterKey } from '#vault/master-keys.ts'
import { keyFor, seal } from '#vault/seal.ts'
import { sealerFor } from '#vault/sealer.ts'
import { takeAll, told } from '../make/hints.ts'
import { keyFile, openBuyer, programOn, withKeyFile } from '../make/key-file.ts'
import { killRotations, underOld } from '../make/kill-rotations.ts'
import { programAt } from '../make/program-at.ts'
import { MINUTE, type makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>

const verify = (seller: Seller) => seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.verify(null))
const acts = async ({ deps }: Seller) =>
  (await deps.deployment.withAudit('app', (a) => a.list({ after: 0, limit: 100 }))).map(({ act }) => act)

const FILE = {
  fileName: 'orders.csv',
  sheet: '',
  options: {},
  recognized: null,
  copied: true,
  head: null,
  by: 'Dispatch',
} as const

/** Waits until nothing that was sealed in memory is on its way any more. */
const settle = (seller: Seller) => seller.control.advance(11 * MINUTE)

test('[U3] a key file with one key is as it always was; a rotation puts the new key before it, readable by its owner only', async () => {
  const seller = await withKeyFile()
  const before = readFileSync(seller.file)
  expect(before).toHaveLength(32)
  const { key, isNew } = await rotateKeys(seller.deps, 'the operator')
  expect(isNew).toBe(true)
  const after = readFileSync(seller.file)
  expect(after).toHaveLength(64)
  expect(after.subarray(32)).toEqual(before)
  expect(masterKey(after.subarray(0, 32)).id).toBe(key)
  expect(statSync(seller.file).mode & 0o777).toBe(0o600)
})

test('[U3] a rotation moves every wrapped key and every secret to the new master key, and all still opens', async () => {
  const seller = await withKeyFile()
  await seller.database.ownerPool().query(`insert into auth.users (user_id, email, name, created_at, created_by)
    values ('U0000000000000001', 'owner@example.com', 'Owner', now(), 'test')`)
  const seed = seller.deps.secrets.seal('JBSWY3DPEHPK3PXP', 'totp U0000000000000001')
  await seller.database
    .ownerPool()
    .query(`insert into auth.totps (user_id, seed) values ('U0000000000000001', $1)`, [seed])
  const { key, damaged } = await rotateKeys(seller.deps, 'the operator')
  expect(damaged).toEqual([])
  expect(await underOld(seller, key)).toEqual([])
  expect((await countUnderKeys(seller.deps)).map(({ place }) => place).sort()).toEqual([
    'keys of merchants',
    'refresh tokens',
    'seeds of second factors',
    'the key of the audits',
  ])
  expect((await openBuyer(seller, seller.placed)).get(seller.placed)).toMatchObject({
    buyer: { buyerName: 'Zorbalina Quill' },
  })
  const { rows } = await seller.database.ownerPool().query<{ seed: Buffer }>('select seed from auth.totps')
  expect(seller.deps.secrets.open(rows[0]!.seed, 'totp U0000000000000001')).toBe('JBSWY3DPEHPK3PXP')
  // The refresh token opens: a sweep asks Amazon with it.
  const id = seller.control.placeOrder({ payable: true, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(12 * MINUTE)
  expect(await seller.store((s) => s.findOrder(id))).not.toBeNull()
  expect((await verify(seller)).faults).toEqual([])
  expect(await acts(seller)).toEqual(expect.arrayContaining(['master-key-added', 'master-key-swept']))
})

test('[U3] a program that runs on meets the new key without a restart, and what it seals meanwhile opens everywhere', async () => {
  const seller = await withKeyFile()
  const running = programOn(seller)
  const before = running.secrets.seal('before', 'a secret')
  const { key } = await rotateKeys(seller.deps, 'the operator')
  expect(running.secrets.open(before, 'a secret')).toBe('before')
  expect(seller.deps.secrets.open(running.secrets.seal('after', 'a secret'), 'a secret')).toBe('after')
  expect(running.secrets.seal('after', 'a secret').subarray(1, 9).toString('hex')).toBe(key)
  expect((await openBuyer({ ...seller, deps: running }, seller.placed)).size).toBe(1)
})

test('[U3] the former key is destroyed only after a while and when nothing hangs on it; then what it sealed opens no more', async () => {
  const seller = await withKeyFile()
  const copy = readFileSync(seller.file)
  const ofBefore = seller.deps.secrets.seal('in an old backup', 'a secret')
  expect(await retireKeys(seller.deps, 'the operator')).toMatchObject({ problem: { code: 'no-old-key' } })
  const { key } = await rotateKeys(seller.deps, 'the operator')
  expect(await retireKeys(seller.deps, 'the operator')).toMatchObject({ problem: { code: 'key-too-young' } })
  settle(seller)
  const token = await seller.database
    .ownerPool()
    .query<{ sealed: Buffer }>('select sealed_token as sealed from millrace.connections')
  const damaged = Buffer.from(token.rows[0]!.sealed)
  damaged.writeUInt8(damaged.readUInt8(30) ^ 1, 30)
  const old = masterKey(copy)
  damaged.write(old.id, 1, 'hex')
  const put = (sealed: Buffer) =>
    seller.database.ownerPool().query('update millrace.connections set sealed_token = $1', [sealed])
  await put(damaged)
  expect(await retireKeys(seller.deps, 'the operator')).toMatchObject({
    problem: { code: 'key-in-use', facts: { count: 1, named: 'refresh tokens: HRBOR na-A3HARBORGOODS' } },
  })
  await put(token.rows[0]!.sealed)
  expect(await retireKeys(seller.deps, 'the operator')).toEqual({ ok: true, value: [old.id] })
  expect(readFileSync(seller.file)).toHaveLength(32)
  expect(() => seller.deps.secrets.open(ofBefore, 'a secret')).toThrow(`${old.id} is not in the key file`)
  // Who kept a copy can still open an old backup; who did not cannot.
  expect(
    sealerFor(localKeys(keyFile(copy)), 'secrets')
      .open(ofBefore, 'a secret')
      .toString(),
  ).toBe('in an old backup')
  expect((await openBuyer(seller, seller.placed)).size).toBe(1)
  expect((await seller.deps.keys.list()).map(({ id, state }) => [id, state])).toEqual([
    [key, 'current'],
    [old.id, 'destroyed'],
  ])
  expect((await verify(seller)).faults).toEqual([])
})

test('[U3][U6] no key is destroyed without its row in the audit: where that cannot be written the key stays', async () => {
  const seller = await withKeyFile()
  await rotateKeys(seller.deps, 'the operator')
  settle(seller)
  const noteAct = async () => {
    throw new Error('no room for the audit')
  }
  const unnoted = { ...seller.deps, deployment: { ...seller.deps.deployment, noteAct } }
  await expect(retireKeys(unnoted, 'the operator')).rejects.toThrow('no room')
  expect((await seller.deps.keys.list()).map(({ state }) => state)).toEqual(['current', 'old'])
  expect((await retireKeys(seller.deps, 'the operator')).ok).toBe(true)
  expect((await acts(seller)).filter((act) => act === 'master-key-destroyed')).toHaveLength(1)
})

test('[U3] the audits go on with the key that they had: rows of before and after a rotation make one chain', async () => {
  const seller = await withKeyFile()
  await rotateKeys(seller.deps, 'the operator')
  settle(seller)
  await retireKeys(seller.deps, 'the operator')
  await openBuyer(seller, seller.placed)
  // A program that starts with the new key alone reads the kept key of the audits.
  const started = programOn(seller)
  const verdict = await started.transaction(seller.merchant, 'app', (tx) => tx.audit.verify(null))
  expect(verdict.faults).toEqual([])
  expect(verdict.rows).toBeGreaterThan(1)
  expect((await started.deployment.withAudit('app', (a) => a.verify(null))).faults).toEqual([])
})

test('[U3] a rotation that is killed at any statement is finished by the next, with one new key and nothing lost', async () => {
  expect(await killRotations({ oneIn: 6 })).toBeGreaterThan(3)
})

test('[U3] values sealed before keys had names open, and have a name after a rotation', async () => {
  const seller = await withKeyFile()
  const former = seal(
    keyFor(Buffer.alloc(32, 7), 'secrets'),
    'a token of before',
    'refresh token HRBOR na-A3HARBORGOODS',
  )
  await seller.database.ownerPool().query('update millrace.connections set sealed_token = $1', [former])
  const opened = (sealed: Buffer) => seller.deps.secrets.open(sealed, 'refresh token HRBOR na-A3HARBORGOODS')
  expect(opened(former)).toBe('a token of before')
  expect((await countUnderKeys(seller.deps)).find(({ place }) => place === 'refresh tokens')?.key).toBeNull()
  const { key } = await rotateKeys(seller.deps, 'the operator')
  const { rows } = await seller.database
    .ownerPool()
    .query<{ sealed: Buffer }>('select sealed_token as sealed from millrace.connections')
  expect(opened(rows[0]!.sealed)).toBe('a token of before')
  expect(await underOld(seller, key)).toEqual([])
})

test('[U3] a key that was made in a transaction that is rolled back seals nothing afterwards: another process opens and finds all', async () => {
  const seller = await told()
  const { control, deps, database, merchant, connection } = seller
  control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 2)
  control.advance(10_000)
  await takeAll(seller)
  control.advance(10_000)
  const gone = Object.assign(new Error('the connection is gone'), { code: '57P01' })
  const transaction = ((of, scope, work) =>
    deps.transaction(of, scope as 'app', async (tx) => {
      const result = await work(tx as never)
      if (scope !== 'app') throw gone
      return result
    })) as typeof deps.transaction
  await expect(lookAtHinted({ ...deps, transaction }, merchant, connection)).rejects.toThrow('gone')
  expect((await database.ownerPool().query('select from vault.data_keys')).rowCount).toBe(0)
  await lookAtHinted(deps, merchant, connection)
  const other = programAt({
    app: database.appPool(),
    vault: database.vaultPool(),
    amazon: 'http://127.0.0.1:9',
    now: deps.now,
    random: deps.random,
    log: { note: () => {}, alarm: () => {} },
  })
  const [{ id }] = (await database.ownerPool().query('select order_id as id from millrace.orders')).rows
  const buyer = (await openBuyer({ deps: other, merchant }, id)).get(id)
  expect(JSON.stringify(buyer)).toContain('@')
  const marks = 'select kind, value from vault.searches order by kind, value'
  const before = (await database.ownerPool().query(marks)).rows
  await database.ownerPool().query('delete from vault.searches; update vault.buyers set indexed = false')
  await other.transaction(merchant, { vault: 'import' }, (tx) => tx.vault.indexSome(10))
  expect((await database.ownerPool().query(marks)).rows).toEqual(before)
})

test('[M2][U3] a merchant that is removed and made anew under its name gets keys of its own: what a process remembers of the former opens nothing', async () => {
  const seller = await withKeyFile()
  const { deps, merchant, database } = seller
  const former = (await deps.deployment.findMerchant(merchant))!
  await removeMerchant(deps, { id: merchant, name: former.name, by: 'op@example.com', fresh: true })
  expect(await deps.deployment.addMerchant({ ...former, createdAt: deps.now() })).toBe(true)
  const importId = await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    const made = await tx.store.addImport({ kind: 'channel-orders', state: 'reading', ...FILE, at: deps.now() })
    await tx.vault.putBroughtFile(made, mask({ name: 'Quentina Zebrafield' }))
    await tx.vault.candidates({ field: 'name', word: 'quentina zebrafield', limit: 1 })
    return made
  })
  const fresh = programOn(seller)
  expect(await fresh.transaction(merchant, { vault: 'import' }, (tx) => tx.vault.openBroughtFile(importId))).toEqual({
    name: 'Quentina Zebrafield',
  })
  expect((await database.ownerPool().query('select from vault.search_keys')).rowCount).toBe(1)
})

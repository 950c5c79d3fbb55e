import { expect, test } from 'vitest'
import { DEPLOYMENT_ACTS, type DeploymentAct } from '#core/audit/acts.ts'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import { withoutMerchant } from '#store/db.ts'
import { DAY, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>

const list = (seller: Seller) => seller.deps.deployment.withAudit('app', (a) => a.list({ after: 0, limit: 1000 }))
const verify = (seller: Seller) => seller.deps.deployment.withAudit('app', (a) => a.verify(null))
const act = (seller: Seller, name: DeploymentAct, about?: string) => ({
  at: seller.deps.now(),
  act: name,
  who: 'owner@example.com',
  ...(about === undefined ? {} : { about }),
})

/** A seller in whose deployment three things were done; what its making noted does not count. */
async function noted(): Promise<Seller & { before: number }> {
  const seller = await makeSeller()
  const before = (await list(seller)).length
  for (const name of ['user-invited', 'signed-in', 'api-key-made'] as const)
    await seller.deps.deployment.noteAct(act(seller, name, 'packer@example.com'))
  return { ...seller, before }
}

test("[U6] an act stands in the deployment's audit with who did it, to whom and when", async () => {
  const seller = await noted()
  expect((await list(seller)).slice(seller.before)).toEqual([
    { seq: seller.before + 1, ...act(seller, 'user-invited', 'packer@example.com') },
    { seq: seller.before + 2, ...act(seller, 'signed-in', 'packer@example.com') },
    { seq: seller.before + 3, ...act(seller, 'api-key-made', 'packer@example.com') },
  ])
  expect((await verify(seller)).faults).toEqual([])
})

test('[U6] an act and what it is about are kept together or not at all, in whichever transaction it is noted', async () => {
  const seller = await noted()
  const { deps, merchant } = seller
  const rows = (await list(seller)).length
  const broken = deps.transaction(merchant, 'app', async (tx) => {
    tx.noteAct(act(seller, 'permissions-changed'))
    throw new Error('broken off')
  })
  await expect(broken).rejects.toThrow('broken off')
  const alone = withoutMerchant(seller.database.appPool(), async (tx) => {
    await deps.deployment.noteAct(act(seller, 'signed-in'), tx)
    throw new Error('broken off')
  })
  await expect(alone).rejects.toThrow('broken off')
  expect(await list(seller)).toHaveLength(rows)
  await deps.transaction(merchant, 'app', async (tx) => tx.noteAct(act(seller, 'permissions-changed')))
  await withoutMerchant(seller.database.appPool(), (tx) => deps.deployment.noteAct(act(seller, 'signed-in'), tx))
  expect((await list(seller)).slice(rows)).toMatchObject([{ act: 'permissions-changed' }, { act: 'signed-in' }])
})

test('[U6] acts noted at the same time make one chain', async () => {
  const seller = await noted()
  const many = Array.from({ length: 12 }, (_, n) => act(seller, 'signed-in', `person-${n}@example.com`))
  await Promise.all(many.map((each) => seller.deps.deployment.noteAct(each)))
  expect(await list(seller)).toHaveLength(seller.before + 3 + many.length)
  expect((await verify(seller)).faults).toEqual([])
})

const FORGERIES: readonly [name: string, sql: string, what: string][] = [
  ['a changed row', `update deployment.audit set content = replace(content, 'packer', 'nobody')`, 'changed'],
  ['a removed row', 'delete from deployment.audit where seq = (select max(seq) - 1 from deployment.audit)', 'removed'],
  ['a cut tail', 'delete from deployment.audit where seq = (select max(seq) from deployment.audit)', 'tail-cut'],
  ['a head that is gone', 'delete from deployment.audit_heads', 'head-missing'],
  [
    'the row of a merchant put in its place',
    `update deployment.audit d set content = m.content, mac = m.mac, at = m.at from millrace.audit m where m.seq = d.seq`,
    'changed',
  ],
]

test.each(FORGERIES)("[U6] the deployment's audit shows %s", async (_, sql, what) => {
  const seller = await noted()
  seller.control.placeOrder({ payable: true, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(5 * 60_000)
  await seller.database.ownerPool().query(sql)
  expect((await verify(seller)).faults.map((fault) => fault.what)).toContain(what)
})

test("[U6] one who sets the deployment's audit back cannot go on with it unseen: nothing more is noted", async () => {
  const seller = await noted()
  await seller.database.ownerPool().query('update deployment.audit_heads set seq = seq - 1')
  await expect(seller.deps.deployment.noteAct(act(seller, 'signed-in'))).rejects.toThrow(/audit verify/)
})

test.each(['appPool', 'vaultPool'] as const)(
  "[U6] the program may add to the deployment's audit and read it, and neither change nor remove a row (%s)",
  async (pool) => {
    const seller = await noted()
    const as = (sql: string) => withoutMerchant(seller.database[pool](), (tx) => tx.query(sql))
    for (const sql of [
      `update deployment.audit set content = '{}'`,
      'truncate deployment.audit',
      'delete from deployment.audit_heads',
    ])
      await expect(as(sql)).rejects.toMatchObject({ code: '42501' })
    if (pool === 'appPool') await expect(as('delete from deployment.audit')).rejects.toMatchObject({ code: '42501' })
    else expect(await as('delete from deployment.audit returning seq')).toEqual([])
    expect((await verify(seller)).faults).toEqual([])
  },
)

test("[U6] rows of the deployment's audit of more than 400 days ago are pruned, younger ones are not", async () => {
  const seller = await noted()
  const prune = () =>
    seller.deps.deployment.withAudit('vault', (a) =>
      a.prune({ before: seller.deps.now() - 400 * DAY, now: seller.deps.now() }),
    )
  expect(await prune()).toBe(0)
  seller.control.advance(401 * DAY)
  await seller.deps.deployment.noteAct(act(seller, 'signed-in'))
  expect(await prune()).toBe(seller.before + 3)
  // The job that prunes the merchants' audits does it too.
  seller.control.advance(401 * DAY)
  await seller.deps.deployment.noteAct(act(seller, 'signed-out'))
  await purgeBuyers(seller.deps, seller.merchant)
  expect((await list(seller)).map((row) => row.act)).toEqual(['signed-out', 'pruned'])
  expect((await verify(seller)).faults).toEqual([])
})

test("[U3] what a person does with a merchant's data stands in the merchant's audit, in the same transaction", async () => {
  const seller = await makeSeller()
  const { deps, merchant } = seller
  const note = {
    at: deps.now(),
    act: 'settings-changed',
    who: 'owner@example.com',
    facts: { section: 'orders' },
  } as const
  const broken = deps.transaction(merchant, 'app', async (tx) => {
    tx.audit.note(note)
    throw new Error('broken off')
  })
  await expect(broken).rejects.toThrow('broken off')
  await deps.transaction(merchant, 'app', async (tx) => tx.audit.note(note))
  await deps.transaction(merchant, 'app', async ({ audit }) => {
    expect(await audit.list({ after: 0, limit: 10 })).toEqual([{ seq: 1, ...note }])
    expect((await audit.verify(null)).faults).toEqual([])
  })
})

test('[U6] every act is told in words', () => {
  for (const sentence of Object.values(DEPLOYMENT_ACTS)) expect(sentence).toMatch(/^[a-z][\w '-]+$/)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NotedMerchantAct } from '#core/audit/acts.ts'
import { withMerchant } from '#store/db.ts'
import { MILLS } from '../make/api.ts'
import { makeStaff } from '../make/staff.ts'

let staff: Awaited<ReturnType<typeof makeStaff>>
beforeAll(async () => {
  staff = await makeStaff()
})
afterAll(() => staff.close())

/** Notes some acts of a day of work, and tells how the list answers. */
async function withActs() {
  const auditor = await staff.join(`reader-${Math.random()}@example.com`, { permissions: ['View Audit'] })
  const note = (at: string, act: Omit<NotedMerchantAct, 'at'>) =>
    staff.deps.transaction(MILLS, 'app', async (tx) => tx.audit.note({ at: Date.parse(at), ...act }))
  await note('2026-03-01T04:59:59.999Z', { act: 'revealed', who: 'early@example.com', orders: [71], purpose: 'ship' })
  await note('2026-03-01T05:00:00Z', { act: 'printed', who: 'dock@example.com', orders: [71, 72], purpose: 'ship' })
  await note('2026-03-02T04:59:59.999Z', { act: 'exported', who: 'dock@example.com', orders: [73] })
  await note('2026-03-02T05:00:00Z', { act: 'revealed', who: 'late@example.com', orders: [71] })
  const list = async (query: string) => (await staff.ask(auditor, 'GET', `/audit/acts${query}`)).body
  const told = (rows: { who: string; act: string }[]) => rows.map(({ who, act }) => `${who} ${act}`)
  return { auditor, list, told }
}

test('[U6] the audit is found by who, what, order and day of the merchant, the newest first', async () => {
  const { list, told } = await withActs()
  expect(told((await list('?order=71')).rows)).toEqual([
    'late@example.com revealed',
    'dock@example.com printed',
    'early@example.com revealed',
  ])
  expect(told((await list('?order=71&act=revealed')).rows)).toEqual([
    'late@example.com revealed',
    'early@example.com revealed',
  ])
  expect(told((await list('?who=dock@example.com')).rows)).toEqual([
    'dock@example.com exported',
    'dock@example.com printed',
  ])
  expect(told((await list('?who=dock@example.com&act=printed')).rows)).toEqual(['dock@example.com printed'])
  expect(told((await list('?from=2026-03-01&to=2026-03-01')).rows)).toEqual([
    'dock@example.com exported',
    'dock@example.com printed',
  ])
  expect((await list('?order=74')).rows).toEqual([])
  expect((await list('?order=111-0000000-0000000')).rows).toEqual([])
})

test('[U6] pages of both audits are one list: no act twice, none left out', async () => {
  const { list } = await withActs()
  const all = (await list('?limit=200')).rows
  expect(new Set(all.map(({ audit }: { audit: string }) => audit))).toEqual(new Set(['merchant', 'deployment']))
  const times = all.map(({ at }: { at: string }) => Date.parse(at))
  expect(times).toEqual([...times].sort((a, b) => b - a))
  const paged: unknown[] = []
  for (let after = ''; ; ) {
    const page = await list(`?limit=3${after}`)
    paged.push(...page.rows)
    if (page.next === null) break
    after = `&after=${page.next}`
  }
  expect(paged).toEqual(all)
  expect(all).not.toContainEqual(expect.objectContaining({ act: 'opened' }))
})

test('[U6] what was done about people of one merchant stands in the list of that merchant only', async () => {
  const { list } = await withActs()
  const at = staff.deps.now()
  await staff.deps.deployment.noteAct({
    at,
    act: 'user-invited',
    who: 'x@example.com',
    about: 'y@example.com',
    merchant: 'OTHER',
  })
  await staff.deps.deployment.noteAct({
    at,
    act: 'user-invited',
    who: 'z@example.com',
    about: 'y@example.com',
    merchant: MILLS,
  })
  expect((await list('?who=x@example.com')).rows).toEqual([])
  expect((await list('?who=z@example.com')).rows).toMatchObject([{ act: 'user-invited', about: 'y@example.com' }])
  expect((await list('?who=z@example.com&order=71')).rows).toEqual([])
})

test('[U6] a name, a day or a page that is none is refused with its field, and only View Audit reads', async () => {
  const { auditor } = await withActs()
  const packer = await staff.join('packer2@example.com', { permissions: ['Shipping Department'] })
  for (const path of ['/audit/acts', '/audit/names', '/audit/reviews'])
    expect((await staff.ask(packer, 'GET', path)).status).toBe(403)
  expect(await staff.ask(auditor, 'GET', '/audit/acts?from=2026-02-30')).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'from' }] },
  })
  expect((await staff.ask(auditor, 'GET', '/audit/acts?from=2026-03-02&to=2026-03-01')).status).toBe(422)
  const forged = Buffer.from(JSON.stringify([-1, 'merchant', 1])).toString('base64url')
  expect((await staff.ask(auditor, 'GET', `/audit/acts?after=${forged}`)).status).toBe(400)
  const { names } = (await staff.ask(auditor, 'GET', '/audit/names')).body
  expect(names).toEqual(expect.arrayContaining(['dock@example.com', 'early@example.com']))
  expect(new Set(names).size).toBe(names.length)
})

test('[U6] a signed review is opened again with all that it signed, and with nothing else', async () => {
  const { auditor, list, told } = await withActs()
  const sign = async (word: string) => {
    staff.clock.at += 60_000
    const { through } = (await staff.ask(auditor, 'GET', '/audit/review')).body
    expect((await staff.ask(auditor, 'POST', '/audit/review/sign-off', { through, word })).status).toBe(200)
    return through
  }
  const first = await sign('The first.')
  await staff.deps.transaction(MILLS, 'app', async (tx) =>
    tx.audit.note({ at: staff.deps.now(), act: 'searched', who: 'second@example.com' }),
  )
  const second = await sign('The second.')
  const { rows } = (await staff.ask(auditor, 'GET', '/audit/reviews?limit=2')).body
  expect(rows).toMatchObject([
    { through: second, after: first, word: 'The second.', counts: { searched: 1 } },
    { through: first, word: 'The first.' },
  ])
  expect(told((await list(`?review=${second}`)).rows)).toEqual(['second@example.com searched'])
  expect(told((await list(`?review=${first}&order=73`)).rows)).toContain('dock@example.com exported')
  expect((await list(`?review=${second + 1}`)).rows).toEqual([])
})

test('[U6] neither the program nor the vault changes or removes what finds the rows of an order', async () => {
  await withActs()
  for (const pool of [staff.database.appPool(), staff.database.vaultPool()])
    for (const sql of ['delete from millrace.audit_orders', 'update millrace.audit_orders set order_id = 1'])
      await expect(withMerchant(pool, MILLS, (tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' })
})

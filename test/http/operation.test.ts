import { afterAll, beforeAll, expect, test } from 'vitest'
import { MILLS, OTHER } from '../make/api.ts'
import { makeStaff } from '../make/staff.ts'

let staff: Awaited<ReturnType<typeof makeStaff>>
let op: Awaited<ReturnType<Awaited<ReturnType<typeof makeStaff>>['join']>>
beforeAll(async () => {
  staff = await makeStaff()
  op = await staff.join('operator@example.com', { merchant: null })
})
afterAll(() => staff.close())

const get = async (path: string) => (await staff.ask(op, 'GET', path)).body

test('[M2] the operator sees how the work of all merchants stands, by kind and since when; that of a suspended one rests', async () => {
  const at = staff.clock.at
  const due = (merchant: string, kind: string, { minutes, failures = 0 }: { minutes: number; failures?: number }) =>
    staff.sql(
      `insert into deployment.due (merchant_id, kind, subject, at, failures, last_error) values ($1, $2, 'x', to_timestamp($3), $4, 'E')`,
      [merchant, kind, at / 1000 - minutes * 60, failures],
    )
  await due(MILLS, 'sweep-orders', { minutes: 5 })
  await due(MILLS, 'notify', { minutes: -60, failures: 7 })
  await due(OTHER, 'sweep-orders', { minutes: 90 })
  await staff.sql('update deployment.merchants set suspended_at = now() where merchant_id = $1', [OTHER])
  const { work, database, workers, backups } = await get('/deployment/work')
  await staff.sql('update deployment.merchants set suspended_at = null where merchant_id = $1', [OTHER])
  const of = (kind: string) => work.find((each: { kind: string }) => each.kind === kind)
  expect(of('sweep-orders')).toMatchObject({ due: 1, oldestAt: new Date(at - 5 * 60_000).toISOString(), failing: 0 })
  expect(of('notify')).toMatchObject({ due: 0, oldestAt: null, failing: 1, mostFailures: 7, lastError: 'E' })
  expect(database.bytes).toBeGreaterThan(1_000_000)
  expect([workers, backups]).toEqual([0, null])
})

test('[M2] merchants come page by page, found by name, id or owner', async () => {
  const first = await get('/deployment/merchants?limit=1')
  expect(first.rows.map(({ merchantId }: { merchantId: string }) => merchantId)).toEqual([MILLS])
  const second = await get(`/deployment/merchants?limit=1&after=${first.next}`)
  expect(second.rows[0].merchantId).toBe(OTHER)
  expect((await get('/deployment/merchants?text=oThE')).rows).toHaveLength(1)
  expect((await get('/deployment/merchants?text=100%25')).rows).toEqual([])
})

test('[M2][U1] the owner that a merchant was added with is invited, by a fresh second factor, and nobody where there is one', async () => {
  const invite = (merchant: string) => staff.ask(op, 'POST', `/deployment/merchants/${merchant}/owner`)
  const { owner } = (await staff.deps.deployment.findMerchant(OTHER))!
  expect(await invite(OTHER)).toMatchObject({
    status: 200,
    body: { email: owner, owner: true, path: expect.stringContaining('/welcome#') },
  })
  expect((await invite(MILLS)).body.code).toBe('owner-there')
  expect((await invite('NOONE')).status).toBe(404)
  await staff.ageFactor(op)
  expect((await invite(OTHER)).body.code).toBe('second-factor-needed')
  await staff.signInAgain(op, op.page)
})

test('[C5][U3] secrets and master keys are told by their dates, and never themselves', async () => {
  await staff.sql(
    `insert into deployment.application_secrets (region, slot, sealed, added_at, lapses_on) values ('na', 'next', '\\x5345435245540a', to_timestamp($1), '2027-05-09')`,
    [staff.clock.at / 1000],
  )
  const told = await get('/deployment/secrets')
  expect(told.applications).toMatchObject([
    { region: 'na', slot: 'next', fromEnvironment: false, lapsesOn: '2027-05-09', provenAt: null },
  ])
  expect(JSON.stringify(told)).not.toMatch(/sealed|5345435245540a|U0VDUkVU/)
})

test('[M2] the calls of each connection stand against what its quota lets through in a day', async () => {
  const day = new Date(staff.clock.at).toISOString().slice(0, 10)
  const calls = (connection: string, operation: string, count: number) =>
    staff.sql(
      'insert into deployment.calls (merchant_id, connection_id, operation, day, calls) values ($1, $2, $3, $4, $5)',
      [MILLS, connection, operation, day, count],
    )
  await calls('na-A1', 'getOrder', 30)
  await calls('na-A1', 'searchOrders', 144)
  await calls('eu-A2', 'searchOrders', 9)
  await staff.sql(
    `insert into deployment.buckets (key, rate, burst, tokens, at) values ('app/A1/searchOrders', 0.0056, 20, 20, now()), ('app/A1/getOrder', 0.5, 30, 30, now())`,
  )
  expect((await get('/deployment/calls')).rows).toMatchObject([
    { connection: 'na-A1', operation: 'searchOrders', calls: 144, aDay: 484 },
    { connection: 'na-A1', operation: 'getOrder', calls: 30, aDay: 43200 },
    { connection: 'eu-A2', operation: 'searchOrders', calls: 9, aDay: null },
  ])
})

test('[X1][M2] an operator takes the lists of the deployment as files, told in UTC, and that stands in its own audit', async () => {
  const file = (who: typeof op, path: string) =>
    staff.app.inject({
      url: `/api/v1/deployment/${path}`,
      remoteAddress: '203.0.113.7',
      headers: { host: 'millrace.example.com', accept: 'text/csv', cookie: who.page.state.cookie ?? '' },
    })
  const merchants = await file(op, 'merchants')
  expect(merchants.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(merchants.body).toContain('Merchant,Name,Owner,Owner has come in,Suspended (UTC)')
  expect(merchants.body).toContain(`${OTHER},The ${OTHER},owner@example.com`)
  expect((await file(op, 'calls')).body).toContain('na-A1,searchOrders,144,484')
  expect((await file(op, 'acts?act=list-exported')).body).toContain('operator@example.com,exported a list')
  const { rows } = await get('/deployment/acts?act=list-exported')
  const lists = rows.map(({ facts }: { facts: { list: string } }) => facts.list)
  expect(lists).toEqual(expect.arrayContaining(['deployment-merchants', 'deployment-calls', 'deployment-acts']))
  expect((await file(staff.boss, 'merchants')).statusCode).toBe(403)
})

test("[U6][M2] the deployment's own audit is the operators', found by who and what; whoever works for a merchant reads none of it", async () => {
  await staff.ask(op, 'POST', `/deployment/merchants/${OTHER}/suspend`)
  await staff.ask(op, 'POST', `/deployment/merchants/${OTHER}/resume`)
  const { rows } = await get('/deployment/acts?who=operator@example.com&act=merchant-suspended')
  expect(rows).toMatchObject([{ act: 'merchant-suspended', about: OTHER, audit: 'deployment' }])
  expect((await get('/deployment/acts?to=2020-01-01')).rows).toEqual([])
  for (const path of ['work', 'secrets', 'calls', 'findings', 'acts'])
    expect((await staff.ask(staff.boss, 'GET', `/deployment/${path}`)).status).toBe(403)
})

import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { makeAudited, sendMug } from '../make/audits.ts'
import { MINUTE } from '../make/seller.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
type Answer = { status: number; body: any }

/** The API on a seller of which the blue mug was sent and confirmed. */
async function makeDesk() {
  const seller = await makeAudited()
  await sendMug(seller)
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  onTestFinished(() => app.close())
  const call = callWith(
    app,
    await addKey(seller.deps, seller.merchant, { expiresAt: seller.control.now() + 86_400_000_000 }),
  )
  return {
    seller,
    at: `/connections/${seller.connection}`,
    get: (path: string) => call('GET', path) as Promise<Answer>,
    post: (path: string, body?: object) => call('POST', path, body) as Promise<Answer>,
  }
}

test('[I10][I14] how what goes up stands: switches, counts by state, the last look; what is confirmed is listed with its item', async () => {
  const { seller, get } = await makeDesk()
  const [standing] = (await get('/sending/overview')).body.rows
  expect(standing).toMatchObject({
    connection: seller.connection,
    state: 'authorized',
    stock: true,
    price: false,
    brakedAt: null,
    feedSince: null,
    problems: [],
    counts: { due: 0, held: 0, refused: 0, differs: 0, pinned: 0 },
  })
  expect(standing.lastLookAt).not.toBe(null)
  const confirmed = await get('/sending/changes?group=confirmed')
  expect(confirmed.body.rows).toMatchObject([
    {
      sellerSku: 'MUG-BLUE',
      itemId: 'MUG-BLUE',
      field: 'stock',
      state: 'confirmed',
      live: { quantity: expect.any(Number), restockOn: null },
      way: 'call',
      connection: seller.connection,
    },
  ])
  expect((await get('/sending/changes?group=refused')).body.rows).toEqual([])
  expect((await get('/sending/changes?group=waiting')).body.rows).toEqual([])
  const day = confirmed.body.rows[0].sentAt.slice(0, 10)
  expect((await get(`/sending/changes?group=confirmed&day=${day}`)).body.rows).toHaveLength(1)
  expect((await get('/sending/changes?group=confirmed&day=2001-01-01')).body.rows).toEqual([])
  expect((await get('/sending/changes?group=confirmed&day=soon')).status).toBe(400)
  expect((await get('/sending/changes?sellerSku=MUG-RED')).body.rows).toEqual([])
})

test('[X5][I10] what Today counts of a field and a state is what the list of that field and state holds', async () => {
  const { seller, get } = await makeDesk()
  const { rows } = (await get('/sending/changes?group=confirmed')).body
  // Sent before midnight, and confirmed after it.
  await seller.database
    .ownerPool()
    .query("update millrace.sku_fields set sent_at = confirmed_at - interval '2 days' where state = 'confirmed'")
  await seller.database.ownerPool().query(
    `insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, marketplace_id, field, state, desired, desired_at, sent_at)
     select $1, $2, state, 'ATVPDKIKX0DER', field, state, null, now(), now()
     from unnest(array['due', 'flying', 'accepted', 'refused', 'differs']) state, unnest(array['stock', 'price']) field where state <> 'due' or field = 'price'`,
    [seller.merchant, seller.connection],
  )
  const { stock, price } = (await get('/today')).body
  const count = async (query: string) => (await get(`/sending/changes?${query}`)).body.rows.length
  const day = rows[0].confirmedAt.slice(0, 10)
  expect([stock.confirmed, price.confirmed]).toEqual([1, undefined])
  expect(await count(`group=confirmed&field=stock&day=${day}`)).toBe(1)
  expect(await count(`group=confirmed&field=price&day=${day}`)).toBe(0)
  expect([stock.due, price.due]).toEqual([undefined, 1])
  expect([await count('group=due&field=stock'), await count('group=due&field=price')]).toEqual([0, 1])
  expect(stock).toMatchObject({ flying: 1, accepted: 1, refused: 1, differs: 1 })
  for (const [group, many] of [
    ['sent', 2],
    ['refused', 1],
    ['differs', 1],
  ] as const)
    expect(await count(`group=${group}&field=stock`)).toBe(many)
  expect(await count('group=waiting')).toBe(5)
})

test('[I7] a Manual Upload is looked at first, runs, and is found again with its result', async () => {
  const { seller, at, get, post } = await makeDesk()
  const dry = await post(`${at}/sending/dry-run`, { sellerSkus: ['MUG-BLUE'] })
  expect(dry.body.rows).toMatchObject([{ sellerSku: 'MUG-BLUE', field: 'stock', what: 'nothing' }])
  expect((await post(`${at}/sending/dry-run`, { sellerSkus: [] })).status).toBe(400)
  const { cycle } = (await post(`${at}/sending/upload`, { sellerSkus: ['MUG-BLUE'] })).body
  expect((await get(`/sending/looks/${cycle}`)).body).toMatchObject({
    kind: 'manual',
    skus: ['MUG-BLUE'],
    looked: 0,
    all: 1,
    endedAt: null,
  })
  const before = (await get('/sending/changes?group=confirmed')).body.rows[0].sentAt
  await seller.run()
  await seller.pass(20 * MINUTE)
  expect((await get(`/sending/looks/${cycle}`)).body).toMatchObject({ looked: 1, all: 1, endedAt: expect.any(String) })
  const [result] = (await get(`/sending/changes?run=${cycle}`)).body.rows
  expect(result).toMatchObject({ sellerSku: 'MUG-BLUE', state: 'confirmed' })
  expect(Date.parse(result.sentAt)).toBeGreaterThan(Date.parse(before))
  const runs = (await get('/sending/runs?kind=manual')).body.rows
  expect(runs).toMatchObject([{ number: cycle, kind: 'manual', entries: 1, of: null }])
  const first = await get('/sending/runs?limit=1')
  const second = await get(`/sending/runs?limit=200&after=${first.body.next}`)
  expect(second.body.rows).not.toContainEqual(first.body.rows[0])
  expect((await get('/sending/looks/999999')).status).toBe(404)
  expect((await get('/sending/changes?run=999999')).status).toBe(404)
  expect((await get('/sending/changes?file=999999')).status).toBe(404)
})

test('[I1][I12] a brake and a skipped complete cycle are told at the connection, in a sentence', async () => {
  const { seller, get } = await makeDesk()
  await seller.deps.transaction(seller.merchant, 'app', async ({ store }) => {
    const of = { connection: seller.connection, at: seller.control.now() }
    const facts = { counted: 30, sent: 100, stopped: 12 }
    await store.pullBrake({ ...of, facts })
    await store.noteProblem({
      ...of,
      problem: { code: 'brake-pulled', facts: { ...facts, connection: seller.connection } },
    })
    await store.noteProblem({ ...of, problem: { code: 'cycle-skipped', facts: { connection: seller.connection } } })
  })
  const [standing] = (await get('/sending/overview')).body.rows
  expect(standing.brakedAt).not.toBe(null)
  expect(standing.problems.map(({ code }: { code: string }) => code).sort()).toEqual(['brake-pulled', 'cycle-skipped'])
  expect(standing.problems[0].sentence).toMatch(/30 of the 100 SKUs|has not ended within the hour/)
})

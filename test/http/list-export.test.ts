import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '#flows/deps.ts'
import { buildApp } from '#http/app.ts'
import { LISTS } from '#http/list-columns.ts'
import { addKey, MILLS, makeApi, mug, NOW } from '../make/api.ts'
import { PIECES } from '../make/canary-buyer.ts'
import { makeFullShop } from '../make/full-shop.ts'
import { grownBy } from '../make/heaps.ts'
import { ROUTES } from '../make/routes.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

/** A list as a file. */
const fileOf = (path: string, key = api.key) =>
  api.app.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${key}`, accept: 'text/csv' },
  })
const rowsOf = (text: string): string[][] => parse(text, { bom: true })

/** Orders 1 to `count`; two of each three were placed in the same second, the higher the number the earlier. */
const addOrders = (count: number) =>
  api.database.ownerPool().query(
    `insert into millrace.orders (merchant_id, order_id, amazon_order_id, document_id, connection_id, stage, amazon_status, payment_method,
       currency, grand_total, placed_at, amazon_updated_at, created_at, updated_at)
     select $1, n, '111-0000000-' || lpad(n::text, 7, '0'), n, 'na-A1', case when n % 4 = 0 then 'Hold' else 'Shipping Department' end, 'UNSHIPPED', 'Amazon', 'USD', 1250,
       to_timestamp($3::float8 / 1000) - make_interval(secs => n / 3), to_timestamp(0), to_timestamp(0), to_timestamp(0)
     from generate_series(1, $2::int) as n`,
    [MILLS, count, NOW],
  )

/** Mappings in bulk; what they refer to is there, so nobody looks for each of them. */
async function addMappings(count: number, note: string): Promise<void> {
  const owner = await api.database.ownerPool().connect()
  await owner.query("set session_replication_role = 'replica'")
  await owner.query(
    `insert into millrace.sku_mappings (merchant_id, seller_sku, item_id, ratio_amazon, ratio_ours, note)
     select $1, 'SKU-' || lpad(n::text, 7, '0'), 'MUG', 1, 1, $3 from generate_series(1, $2::int) as n`,
    [MILLS, count, note],
  )
  owner.release(true)
}

test('[X1] orders come sorted as asked, page by page, each once, in both directions and under a filter', async () => {
  await addOrders(40)
  const walk = async (query: string) => {
    const seen: number[] = []
    let after = ''
    do {
      const { body } = await api.call('GET', `/orders?limit=7&${query}${after}`)
      const page = body as { rows: { orderNumber: number }[]; next: string | null }
      seen.push(...page.rows.map((row) => row.orderNumber))
      after = page.next === null ? '' : `&after=${page.next}`
    } while (after !== '')
    return seen
  }
  const numbers = Array.from({ length: 40 }, (_, at) => at + 1)
  const place = (n: number) => -Math.floor(n / 3)
  const placed = numbers.toSorted((a, b) => place(a) - place(b) || a - b)
  expect(await walk('')).toEqual(placed.toReversed())
  expect(await walk('sort=number')).toEqual(numbers)
  expect(await walk('sort=placed')).toEqual(placed)
  expect(await walk('sort=-placed')).toEqual(placed.toReversed())
  expect(await walk('sort=-placed&stage=Hold')).toEqual(placed.toReversed().filter((n) => n % 4 === 0))
  expect((await api.call('GET', '/orders?sort=buyer')).status).toBe(400)
})

test('[X1] a list is given as a file with its filters and its sorting: all rows, instants in the time zone of the merchant', async () => {
  const reply = await fileOf('/orders?stage=Hold&sort=number&limit=2')
  expect(reply.statusCode).toBe(200)
  expect(reply.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="orders.csv"',
    'cache-control': 'no-store',
  })
  expect(reply.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const [heads, ...rows] = rowsOf(reply.body)
  expect(heads?.slice(0, 4)).toEqual(['Order', 'Amazon order', 'Placed (America/New_York)', 'Stage'])
  expect(rows.map((row) => row[0])).toEqual(['4', '8', '12', '16', '20', '24', '28', '32', '36', '40'])
  expect(rows[0]?.slice(1, 4)).toEqual(['111-0000000-0000004', '2026-11-10 09:59:59', 'Hold'])
  expect(rows[0]?.slice(12, 14)).toEqual(['12.50', 'USD'])
})

test.each([
  ['=HYPERLINK("https://example.com")', `'=HYPERLINK("https://example.com")`],
  ['+1', "'+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\u2003=1+1', "'\u2003=1+1"],
  ['0012', '0012'],
  ['000123456789012345678', '000123456789012345678'],
  ['5" plate, blue; "best"', '5" plate, blue; "best"'],
])('[X1] no cell of a file is a formula, and nothing else of it changes: %s', async (entered, shown) => {
  await api.call('PUT', '/items/MUG', { ...mug, description: entered, id: undefined })
  const [, row] = rowsOf((await fileOf('/catalog')).body)
  expect(row?.slice(0, 4)).toEqual(['MUG', shown, '12.50', 'USD'])
})

test('[X1] a number below zero stays a number in a file', async () => {
  await api.call('PUT', '/distribution-centers', { centers: [{ code: 'EAST', name: 'East', isDefault: true }] })
  const change = { itemId: 'MUG', center: 'EAST', by: -3, belowZero: true, reason: 'lost' }
  expect((await api.call('POST', '/stock/adjustments', { adjustments: [change] })).body).toMatchObject({
    moves: [{ onHand: -3 }],
  })
  const [, row] = rowsOf((await fileOf('/items/MUG/stock-moves')).body)
  expect(row?.slice(1, 6)).toEqual(['MUG', 'EAST', 'adjustment', '-3', '-3'])
})

test('[X1] who may not read a list gets no file of it, and each file stands in the audit', async () => {
  const blind = await addKey(api.deps, MILLS, { scopes: ['settings:read'] })
  expect((await fileOf('/orders', blind)).statusCode).toBe(403)
  expect((await fileOf('/orders?sort=nothing')).statusCode).toBe(400)
  expect((await fileOf('/orders?sort=number&after=nonsense')).statusCode).toBe(200)
  const acts = await api.deps.transaction(MILLS, 'app', (tx) => tx.audit.list({ after: 0, limit: 200 }))
  const exported = acts.filter((act) => 'act' in act && act.act === 'list-exported')
  expect(exported.at(-1)).toMatchObject({ facts: { list: 'orders', filters: expect.arrayContaining(['sort']) } })
})

/** The lists of a merchant; those of the whole deployment are the operators'. */
const OF_MERCHANT = Object.keys(LISTS).filter((path) => !path.startsWith('/deployment/'))

test('[X1] every list that is given as a file is a list of the API', () => {
  const known = new Set(ROUTES.map(([, path]) => path.split('?')[0]))
  const asTold = (path: string) =>
    path
      .replace(':connectionId', 'na-A1')
      .replace(':itemId', 'MUG')
      .replace(/:(file|audit|import)/, '1001')
  expect(OF_MERCHANT.filter((path) => !known.has(asTold(path)))).toEqual([])
})

/** Lists that the full shop has rows of. */
const FULL = [
  '/shipping-queue',
  '/items/:itemId/history',
  '/catalog',
  '/error-log',
  '/error-log/groups',
  '/sending/changes',
  '/sending/runs',
  '/outbox',
  '/files',
  '/files/:file/entries',
  '/imports',
  '/imports/:import/rows',
  '/connections/:connectionId/listings',
  '/connections/:connectionId/audits',
  '/connections/:connectionId/audits/:audit/drift',
  '/keys',
  '/audit/acts',
]

test('[X1] each list is given as a file: its columns once, each of its rows, nothing of a buyer', async () => {
  const { ask, addressOf, close } = await makeFullShop()
  const empty: string[] = []
  for (const path of OF_MERCHANT) {
    const address = `${addressOf(path)}${path === '/error-log/skus' ? '?field=stock' : ''}`
    const listed = await ask(address)
    expect(listed.statusCode, path).toBe(200)
    const { rows } = listed.json() as { rows: unknown[] }
    const file = await ask(address, 'text/csv')
    expect(file.headers['content-type'], path).toBe('text/csv; charset=utf-8')
    const [heads = [], ...lines] = rowsOf(file.body)
    const columns = LISTS[path]?.map(({ head, isInstant }) => (isInstant ? expect.stringContaining(`${head} (`) : head))
    expect(heads, path).toEqual(columns)
    expect(new Set(heads).size, path).toBe(heads.length)
    // The first page of a list has 50 rows; what is listed in the audit grows with each file.
    if (rows.length < 50 && path !== '/audit/acts') expect(lines.length, path).toBe(rows.length)
    expect(
      PIECES.filter((piece) => file.body.includes(piece)),
      path,
    ).toEqual([])
    if (lines.length === 0) empty.push(path)
  }
  expect(FULL.filter((path) => empty.includes(path))).toEqual([])
  const [, queued] = rowsOf((await ask('/shipping-queue', 'text/csv')).body)
  expect(queued).toEqual(expect.arrayContaining(['amazon', expect.stringMatching(/^\d+ × MUG-BLUE$/), 'NY', 'US']))
  const [, held] = rowsOf((await ask('/error-log/groups?search=unknown-1', 'text/csv')).body)
  expect(held?.slice(0, 3)).toEqual(['Inbound Orders', expect.stringContaining('UNKNOWN-1'), '1'])
  await close()
})

/** The API with its transactions counted. */
async function countedApi() {
  let read = 0
  const transaction = ((...args: Parameters<Deps['transaction']>) => {
    read += 1
    return api.deps.transaction(...args)
  }) as Deps['transaction']
  const app = await buildApp({ ...api.deps, transaction }, { version: 'test', isOutage: () => false })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const open = (signal: AbortSignal) =>
    fetch(`${url}/api/v1/sku-mappings`, { signal, headers: { authorization: `Bearer ${api.key}`, accept: 'text/csv' } })
  return { open, reads: () => read, close: () => app.close() }
}

test('[X1] a file of 100,000 rows needs no more memory than one of 1,000, and stops when nobody takes it any more', async () => {
  await addMappings(100_000, 'n'.repeat(120))
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const { open, reads, close } = await countedApi()
  const leaving = new AbortController()
  const left = (await open(leaving.signal)).body?.getReader()
  await left?.read()
  leaving.abort()

  const reader = (await open(new AbortController().signal)).body?.getReader()
  let bytes = 0
  const heaps: number[] = []
  for (let at = 0, part = await reader?.read(); part && !part.done; part = await reader?.read(), at++) {
    bytes += part.value.byteLength
    if (at % 100 > 0) continue
    collect()
    heaps.push(process.memoryUsage().heapUsed)
  }
  expect(bytes).toBeGreaterThan(14_000_000)
  expect(grownBy(heaps)).toBeLessThan(5_000_000)
  // The whole file is 100 pages; the one that was left read a few.
  expect(reads()).toBeLessThan(130)
  await close()
})

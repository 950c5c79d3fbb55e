import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConnectionId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import { countCalls } from '#store/calls.ts'
import { MILLS, makeApi, NOW } from '../make/api.ts'
import { answered, typedClient } from '../make/client/typed-client.ts'

const CONNECTION = 'na-A1' as ConnectionId
const DAY = 86_400_000

let api: Awaited<ReturnType<typeof makeApi>>
let client: ReturnType<typeof typedClient>
beforeAll(async () => {
  api = await makeApi()
  client = typedClient(api.app, api.key)
})
afterAll(() => api.close())

type Page<Row> = { rows: Row[]; next: string | null }

/** Reads a list page by page, two rows each. */
async function readAll<Row>(page: (after: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const all: Row[] = []
  let next: string | null | undefined
  do {
    const read = await page(next ?? undefined)
    expect(read.rows.length).toBeLessThanOrEqual(2)
    all.push(...read.rows)
    next = read.next
  } while (next !== null)
  return all
}

test('[X1] open problems come in pages, each once, the newest first', async () => {
  await api.deps.transaction(MILLS, 'app', async ({ store }) => {
    for (let at = 0; at < 7; at++) {
      const fault = problem('page-overdue', { orders: at, fetched: 'yesterday' })
      // Three of them at the same moment: the subject decides.
      await store.noteProblem({ connection: CONNECTION, subject: `${at}`, problem: fault, at: NOW + Math.min(at, 4) })
    }
  })
  const seen = await readAll((after) =>
    answered(client.GET('/api/v1/problems', { params: { query: { limit: 2, after } } })),
  )
  expect(seen.map((each) => each.subject)).toEqual(['4', '5', '6', '3', '2', '1', '0'])
})

test('[X1] calls come in pages, each once, the newest day first', async () => {
  const operations = ['getOrder', 'searchOrders', 'token']
  for (const [at, operation] of [...operations, ...operations].entries()) {
    const call = { merchant: MILLS, connection: CONNECTION, operation, calls: 1, throttled: 0, failed: 0 }
    await countCalls(api.database.appPool(), [{ ...call, at: at < 3 ? NOW : NOW - DAY }])
  }
  const seen = await readAll((after) =>
    answered(client.GET('/api/v1/calls', { params: { query: { limit: 2, after } } })),
  )
  expect(seen.map(({ day, operation }) => `${day} ${operation}`)).toEqual(
    ['2026-11-10', '2026-11-09'].flatMap((day) => operations.map((operation) => `${day} ${operation}`)),
  )
})

const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')

test.each([
  ['/problems', [-9e15, 'a', 'b', 'c']],
  ['/problems', ['now', 'a', 'b', 'c']],
  ['/problems', [1, 'a', 'b']],
  ['/calls', ['2026-02-30', 'a', 'b']],
  ['/calls', ['yesterday', 'a', 'b']],
  ['/calls', [1, 'a', 'b']],
])('[X1] %s refuses a cursor that no page gave: %j', async (path, key) => {
  const reply = await api.call('GET', `${path}?after=${cursor(key)}`)
  expect([reply.status, (reply.body as { fields: { field: string }[] }).fields[0]?.field]).toEqual([400, 'after'])
})

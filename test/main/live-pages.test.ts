import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { buildApp } from '#http/app.ts'
import { openLivePages } from '#main/live-pages.ts'
import { isConnectionLost, type Pool, withMerchant } from '#store/db.ts'
import { TOUCHED } from '../../src/web/live-topics.ts'
import { MILLS, makeApi, NOW, OTHER } from '../make/api.ts'
import { putSession } from '../make/session.ts'

const WEB = join(import.meta.dirname, '..', '..', 'src', 'web')
/** Topics that no page shows yet. */
const SHOWN_NOWHERE = ['mails']

let api: Awaited<ReturnType<typeof makeApi>>
let live: ReturnType<typeof openLivePages>
let pool: Pool
const told: string[] = []
beforeAll(async () => {
  api = await makeApi()
  pool = api.database.appPool()
  live = openLivePages(pool)
  live.onChange(MILLS, (topic) => void told.push(`${MILLS} ${topic}`))
  live.onChange(OTHER, (topic) => void told.push(`${OTHER} ${topic}`))
  // The first thing it tells is that it listens.
  await vi.waitUntil(() => told.includes(`${MILLS} all`), { timeout: 20_000 })
})
afterAll(async () => {
  live.close()
  await api.close()
})

/** Pages of a process that hears of changes. */
const servePages = async () => ({
  app: await buildApp(api.deps, { version: 'test', isOutage: isConnectionLost, signIn: api.signIn, live }),
})

/** The tables that tell pages of a change, and their topics, as the database has them. */
async function telling(): Promise<{ table: string; topic: string }[]> {
  const { rows } = await api.database
    .ownerPool()
    .query<{ table: string; topic: string }>(
      `select tgrelid::regclass::text as table, rtrim(encode(tgargs, 'escape'), '\\000') as topic from pg_trigger where tgname = 'tell_pages' order by 1`,
    )
  return rows
}

/** Says when everything that was told before has been heard. */
async function heard(): Promise<void> {
  await withMerchant(pool, MILLS, (tx) => tx.query(`select pg_notify('millrace_live', '${MILLS} end')`))
  await vi.waitUntil(() => told.at(-1) === `${MILLS} end`, { timeout: 20_000 })
}

describe('news for pages', () => {
  test('[X1] each table that a page shows tells its merchant and nobody else, when the change is committed', async () => {
    const tables = await telling()
    expect(tables.length).toBeGreaterThan(16)
    for (const { table, topic } of tables) {
      told.length = 0
      // As the owner, and by no row: of some tables the program writes a few columns only.
      const change = `insert into ${table} overriding system value select * from ${table} where false`
      await withMerchant(api.database.ownerPool(), MILLS, async (tx) => {
        await tx.query(change)
        await tx.query(change)
        expect(told).toEqual([])
      })
      await heard()
      // Two changes of one transaction are one piece of news.
      expect(told).toEqual([`${MILLS} ${topic}`, `${MILLS} end`])
    }
  })

  test('[X1] a change that is taken back tells nobody, and several topics come in the order of their changes', async () => {
    told.length = 0
    const back = withMerchant(pool, MILLS, async (tx) => {
      await tx.query('update millrace.orders set stage = stage where false')
      throw new Error('taken back')
    })
    await expect(back).rejects.toThrow('taken back')
    await withMerchant(pool, MILLS, async (tx) => {
      await tx.query('update millrace.stock set on_hand = on_hand where false')
      await tx.query('update millrace.items set price = price where false')
    })
    await heard()
    expect(told).toEqual([`${MILLS} stock`, `${MILLS} items`, `${MILLS} end`])
  })

  test('[X3][X1] a page hears of a change that another process made, and its stream is closed when its own process stops', async () => {
    const { app } = await servePages()
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const session = await putSession(api.database, NOW, { merchant: MILLS, origin: address })
    const stream = await fetch(`${address}/api/v1/events`, { headers: { cookie: session.headers.cookie } })
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
    })
    let said = ''
    const reading = (async () => {
      for await (const part of stream.body ?? []) said += Buffer.from(part).toString()
    })()
    await vi.waitUntil(() => said.includes('retry'), { timeout: 20_000 })
    // By a pool of its own, as another process has one.
    await withMerchant(api.database.vaultPool(), MILLS, (tx) =>
      tx.query('update millrace.stock set on_hand = on_hand where false'),
    )
    await vi.waitUntil(() => said.includes('event: changed\ndata: stock'), { timeout: 20_000 })
    // A stream that is open does not hold up the stop.
    await app.close()
    await reading
  })

  test('[U6] an open stream ends with its session, and with what its person has to do with the merchant', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { app } = await servePages()
    onTestFinished(() => app.close())
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const open = async () => {
      const session = await putSession(api.database, NOW, { merchant: MILLS, origin: address })
      const stream = await fetch(`${address}/api/v1/events`, { headers: { cookie: session.headers.cookie } })
      const page = { ...session, said: '', over: false }
      void (async () => {
        for await (const part of stream.body ?? []) page.said += Buffer.from(part).toString()
        page.over = true
      })().catch(() => {})
      await vi.waitUntil(() => page.said.includes('retry'), { timeout: 20_000 })
      return page
    }
    const [stays, out, removed] = [await open(), await open(), await open()]
    const owner = api.database.ownerPool()
    await owner.query('delete from auth.sessions where session_id = $1', [out.sessionId])
    await owner.query('delete from deployment.memberships where user_id = $1', [removed.userId])
    await vi.advanceTimersByTimeAsync(25_000)
    await vi.waitUntil(() => [stays, out, removed].every(({ said, over }) => over || said.includes(': here')), {
      timeout: 20_000,
    })
    expect([stays, out, removed].map(({ over }) => over)).toEqual([false, true, true])
  })

  test('[X1] each topic reaches what pages have fetched, by the names that they have', async () => {
    const topics = new Set((await telling()).map(({ topic }) => topic))
    expect([...topics].filter((topic) => !TOUCHED[topic] && !SHOWN_NOWHERE.includes(topic))).toEqual([])
    const source = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
      .map((file) => readFileSync(join(WEB, file), 'utf8'))
      .join('\n')
    const used = new Set(
      [...source.matchAll(/(?:(?:usePages|useRows)(?:<[^(]*>)?\(\s*|queryKey: )\['([\w-]+)'/g)].map(([, name]) => name),
    )
    const unheard = [...new Set(Object.values(TOUCHED).flat())].filter((name) => !used.has(name))
    expect(unheard).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { startDispatcher } from '#jobs/dispatch.ts'
import { KINDS } from '#jobs/work.ts'
import { startWorker } from '#jobs/worker.ts'
import { withoutMerchant } from '#store/db.ts'
import { nextDueAt } from '#store/due.ts'
import { key, makeJobsDatabase, openShop, pause, until, wakeNow, work } from './workshop.ts'

const MERCHANTS = Array.from({ length: 12 }, (_, n) => `MERC${String.fromCharCode(65 + n)}`)
const SECONDS = 5

test('two workers and two dispatchers on one database never run one key twice at a time, and lose no wake', async () => {
  const database = await makeJobsDatabase(MERCHANTS)
  const active = new Set<string>()
  const pushed = new Map<string, number>()
  const seen = new Map<string, number>()
  let runs = 0
  const lines: { message: string }[] = []
  let overlaps = 0
  const schedule = [
    work('import-page', async (merchant) => {
      if (active.has(merchant)) overlaps++
      active.add(merchant)
      runs++
      const known = pushed.get(merchant) ?? 0
      await pause(5 + Math.random() * 45)
      seen.set(merchant, known)
      active.delete(merchant)
    }),
  ]
  const shops = await Promise.all([1, 2].map(() => openShop(database.appConfig, schedule, lines)))
  const running = shops.flatMap(({ shop, queue }) => [startDispatcher(shop, queue), startWorker(shop, queue)])
  const pool = database.appPool()
  const push = async (merchant: string) => {
    pushed.set(merchant, (pushed.get(merchant) ?? 0) + 1)
    await wakeNow(pool, key(merchant, 'import-page'))
  }
  try {
    for (const end = Date.now() + SECONDS * 1000; Date.now() < end; await pause(Math.random() * 15)) {
      await push(MERCHANTS[Math.floor(Math.random() * MERCHANTS.length)] ?? 'MERCA')
    }
    // The last wakes of all come while their keys run: a lost one is not made good by a later one.
    for (let round = 0; round < 3; round++) for (const merchant of MERCHANTS) await push(merchant)
    await until(async () => (await withoutMerchant(pool, (tx) => nextDueAt(tx, KINDS))) === null)
    console.log(`${runs} runs, ${overlaps} overlaps`)
    expect(overlaps).toBe(0)
    expect(lines).toEqual([])
    expect(seen).toEqual(pushed)
    const left = await database.ownerPool().query('select count(*)::int as n from pgboss.job')
    expect(left.rows[0].n).toBe(0)
  } finally {
    await Promise.all(running.map((it) => it.stop()))
    await Promise.all(shops.map((it) => it.close()))
    await database.close()
  }
})

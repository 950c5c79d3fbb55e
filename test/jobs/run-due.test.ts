import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nextWorkAt, runDue } from '#jobs/run-due.ts'
import { KINDS, type Work, type Workshop } from '#jobs/work.ts'
import { withoutMerchant } from '#store/db.ts'
import { dueNow, wakeAll } from '#store/due.ts'
import type { TestDatabase } from '../make/database.ts'
import { dueRow, key, makeDeps, makeJobsDatabase, wakeNow, work } from './workshop.ts'

const MINUTE = 60_000
let database: TestDatabase
let now: number
let ran: string[]

beforeAll(async () => {
  database = await makeJobsDatabase(['ADAMS', 'BAKER', 'CLARK'])
})
afterAll(() => database.close())
beforeEach(async () => {
  now = Date.UTC(2026, 0, 5, 12)
  ran = []
  await database.ownerPool().query(`delete from deployment.due; update deployment.merchants set suspended_at = null`)
})

const shopOf = (...schedule: Work[]): Workshop => ({ pool: database.appPool(), deps: makeDeps(() => now), schedule })
const wakeAt = (merchant: string, kind: Parameters<typeof key>[1], at = now) =>
  wakeNow(database.appPool(), key(merchant, kind), at)

test('runs what is due, the oldest first whosever it is, and leaves what is due later', async () => {
  const shop = shopOf(work('import-page', async (merchant) => void ran.push(merchant)))
  await wakeAt('BAKER', 'import-page', now - 2)
  await wakeAt('ADAMS', 'import-page', now - 1)
  await wakeAt('CLARK', 'import-page', now + 1)
  expect(await runDue(shop)).toMatchObject([{ merchant: 'BAKER' }, { merchant: 'ADAMS' }])
  expect(ran).toEqual(['BAKER', 'ADAMS'])
  expect(await nextWorkAt(shop)).toBe(now + 1)
})

test('work runs again when the clock has reached the instant it named', async () => {
  const shop = shopOf(
    work('sweep-orders', async () => {
      ran.push(new Date(now).toISOString().slice(11, 16))
      return now + 10 * MINUTE
    }),
  )
  await wakeAt('ADAMS', 'sweep-orders')
  for (let jump = 0; jump < 3; jump++) {
    await runDue(shop)
    now = (await nextWorkAt(shop)) ?? now
  }
  expect(ran).toEqual(['12:00', '12:10', '12:20'])
})

test('a wake keeps the earlier of two instants', async () => {
  await wakeAt('ADAMS', 'reprocess', now + 5 * MINUTE)
  await wakeAt('ADAMS', 'reprocess', now + 9 * MINUTE)
  await wakeAt('ADAMS', 'reprocess', now + 7 * MINUTE)
  expect(await dueRow(database.appPool(), key('ADAMS', 'reprocess'))).toMatchObject({ at: now + 5 * MINUTE, seq: 3 })
})

test('several wakes of one work in one statement are one wake', async () => {
  const page = key('ADAMS', 'import-page')
  await withoutMerchant(database.appPool(), (tx) =>
    wakeAll(tx, [
      { ...page, at: now + 2 },
      { ...page, at: now + 1 },
    ]),
  )
  expect(await dueRow(database.appPool(), page)).toMatchObject({ at: now + 1, seq: 1 })
})

test('one run can wake another kind, which runs in the same go', async () => {
  const shop = shopOf(
    work('sweep-orders', async (merchant) => {
      ran.push('sweep')
      await wakeAt(merchant, 'import-page')
    }),
    work('import-page', async () => void ran.push('import')),
  )
  await wakeAt('ADAMS', 'sweep-orders')
  await runDue(shop)
  expect(ran).toEqual(['sweep', 'import'])
  expect(await nextWorkAt(shop)).toBe(null)
})

test('work woken while it runs is run again, even if it says that it is not wanted again', async () => {
  const shop = shopOf(
    work('reprocess', async (merchant) => {
      ran.push(merchant)
      if (ran.length === 1) await wakeAt(merchant, 'reprocess')
    }),
  )
  await wakeAt('ADAMS', 'reprocess')
  await runDue(shop)
  expect(ran).toEqual(['ADAMS', 'ADAMS'])
})

test('work that wakes itself in every run is stopped as a bug', async () => {
  const shop = shopOf(work('reprocess', (merchant) => wakeAt(merchant, 'reprocess')))
  await wakeAt('ADAMS', 'reprocess')
  await expect(runDue(shop)).rejects.toThrow('ADAMS/reprocess/ is due again after every run.')
})

test('a failing run is noted by its code, backs off, and stops nobody else', async () => {
  const lines: { message: string; facts?: Record<string, unknown> }[] = []
  class ParcelLost extends Error {
    override name = 'ParcelLost'
  }
  let broken = true
  const run = async (merchant: string) => {
    ran.push(merchant)
    if (merchant === 'ADAMS' && broken) throw new ParcelLost('Jane Doe, 1 Main Street')
  }
  const shop = { ...shopOf(work('import-page', run)), deps: makeDeps(() => now, lines as never) }
  await wakeAt('ADAMS', 'import-page', now - 1)
  await wakeAt('BAKER', 'import-page')
  await runDue(shop)
  expect(ran).toEqual(['ADAMS', 'BAKER'])
  const adams = key('ADAMS', 'import-page')
  expect(await dueRow(shop.pool, adams)).toMatchObject({ failures: 1, last_error: 'ParcelLost', at: now + 7_500 })
  expect(JSON.stringify(lines)).toContain('ParcelLost')
  expect(JSON.stringify(lines)).not.toContain('Jane')
  now += 7_500
  await runDue(shop)
  expect(await dueRow(shop.pool, adams)).toMatchObject({ failures: 2, at: now + 12_500 })
  broken = false
  now += 12_500
  await runDue(shop)
  expect(await dueRow(shop.pool, adams)).toMatchObject({ failures: 0, last_error: null, at: null })
})

test("a suspended merchant's work waits, and is due at once when the suspension ends", async () => {
  const shop = shopOf(work('import-page', async (merchant) => void ran.push(merchant)))
  await database
    .ownerPool()
    .query(`update deployment.merchants set suspended_at = to_timestamp(1) where merchant_id = 'ADAMS'`)
  await wakeAt('ADAMS', 'import-page')
  await runDue(shop)
  expect(await nextWorkAt(shop)).toBe(null)
  await database.ownerPool().query(`update deployment.merchants set suspended_at = null`)
  await runDue(shop)
  expect(ran).toEqual(['ADAMS'])
})

test('work whose program ended in the middle is due again when its lease ends', async () => {
  const shop = shopOf(work('import-page', async (merchant) => void ran.push(merchant)))
  await wakeAt('ADAMS', 'import-page')
  const died = runDue({
    ...shop,
    deps: {
      ...shop.deps,
      random: () => {
        throw new Error('out of power')
      },
    },
    schedule: [work('import-page', () => Promise.reject(new Error()))],
  })
  await expect(died).rejects.toThrow('out of power')
  expect(await runDue(shop)).toEqual([])
  now += 30_000
  await runDue(shop)
  expect(ran).toEqual(['ADAMS'])
})

test('two programs that look at the same moment take different work', async () => {
  await wakeAt('ADAMS', 'import-page')
  await wakeAt('BAKER', 'import-page')
  const taken = await withoutMerchant(database.appPool(), async (one) => {
    const first = await dueNow(one, { now, limit: 1, kinds: KINDS })
    const second = await withoutMerchant(database.appPool(), (two) => dueNow(two, { now, limit: 5, kinds: KINDS }))
    return [...first, ...second].map((row) => row.merchant)
  })
  expect(taken).toEqual(['ADAMS', 'BAKER'])
})

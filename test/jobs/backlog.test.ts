import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import type { Amazon, WireOrder } from '#amazon/port.ts'
import type { Deps } from '#flows/deps.ts'
import { sweepOrders } from '#flows/sweep-orders.ts'
import { startDispatcher } from '#jobs/dispatch.ts'
import { openQueue } from '#jobs/queue.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { startWorker } from '#jobs/worker.ts'
import { composeDeps } from '#main/compose.ts'
import { pageMaker } from '../../bench/pages.ts'
import { addMerchants, dueMerchant, makeDue } from '../../bench/scale-database.ts'
import { jobsPool, makeJobsDatabase, until } from './workshop.ts'

const KEY = Buffer.alloc(32, 7)
const NOWHERE = 'http://127.0.0.1:9'

/** A database with so many connected merchants that import, and an Amazon that answers a search with `page`. */
async function makeDeployment(count: number, page: (seller: string, n: number) => WireOrder[]) {
  const database = await makeJobsDatabase([])
  const pool = jobsPool(database.appConfig)
  onTestFinished(async () => {
    await pool.end()
    await database.close()
  })
  const due = Array.from({ length: count }, (_, n) => dueMerchant(n))
  await addMerchants(database.ownerPool(), due, { key: KEY, now: Date.now() })
  const asked: string[] = []
  const searchOrders: Amazon['searchOrders'] = async ({ sellingPartnerId }) => {
    asked.push(sellingPartnerId)
    const n = asked.filter((seller) => seller === sellingPartnerId).length
    const orders = page(sellingPartnerId, n)
    return {
      ok: true,
      value: { orders, nextToken: orders.length > 0 ? `page-${n}` : null, through: null, amazonNow: Date.now() },
    }
  }
  const endpoints = { na: NOWHERE, eu: NOWHERE, fe: NOWHERE }
  const composed = composeDeps({
    app: pool,
    vault: database.vaultPool(),
    key: KEY,
    amazon: { applications: {}, loginUrl: NOWHERE, endpoints, allowedHosts: [], userAgent: 'test' },
    now: Date.now,
    random: () => 0.5,
    log: { note: () => {}, alarm: (message, facts) => console.error(message, facts) },
  })
  const deps: Deps = { ...composed, amazon: { ...composed.amazon, searchOrders } }
  return { database, pool, deps, due, asked }
}

test('[O1] a merchant with a backlog delays the others by one page only', async () => {
  const PAGES = 30
  const big = dueMerchant(0).seller
  const { database, pool, deps, due, asked } = await makeDeployment(300, (seller, n) =>
    seller === big && n <= PAGES ? [{ orderId: `112-0000000-${String(n).padStart(7, '0')}` }] : [],
  )
  // One place for all: whoever has it, the others wait for. Importing is another kind's work.
  const schedule = SCHEDULE.map((line) =>
    line.kind === 'sweep-orders' ? { ...line, atOnce: 1 } : { ...line, run: async () => ({ again: null }) },
  )
  const queue = await openQueue(database.appConfig, deps.log)
  const shop = { pool, deps, schedule }
  await makeDue(database.ownerPool(), Date.now())
  const running = [startWorker(shop, queue), startDispatcher(shop, queue)]
  onTestFinished(async () => {
    for (const it of running) await it.stop()
    await queue.close()
  })
  await until(() => asked.filter((seller) => seller === big).length > PAGES, 50_000)
  expect(new Set(asked).size).toBe(due.length)
  const lastOther = asked.findLastIndex((seller) => seller !== big)
  expect(asked.slice(0, lastOther).filter((seller) => seller === big)).toHaveLength(1)
  expect(asked.filter((seller) => seller !== big)).toHaveLength(due.length - 1)
})

test("[O1] a sweep's memory does not grow with the number of orders", async () => {
  const makePage = await pageMaker(Date.now())
  const { deps, due, asked } = await makeDeployment(1, () => makePage())
  const [only] = due
  if (!only) throw new Error('There is no merchant.')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const heapAfter = async (pages: number) => {
    while (asked.length < pages) await sweepOrders(deps, only.merchant, only.connection)
    asked.length = pages
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 2 ** 20
  }
  const heaps = [await heapAfter(20), await heapAfter(110), await heapAfter(200)]
  // A page of 100 orders is about half a megabyte: kept, 90 of them would be 45 and more, each time. What other tests left in this
  // process may come or go once.
  const [few = 0, more = 0, many = 0] = heaps
  expect(Math.min(more - few, many - more)).toBeLessThan(10)
  console.log(`heap after 20, 110 and 200 pages: ${heaps.map((heap) => heap.toFixed(1)).join(', ')} MB`)
})

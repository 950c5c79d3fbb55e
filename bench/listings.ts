// npm run bench -- listings: a million SKUs over five centers: what changed, complete feeds, a processing report, ten thousand changes.
import { walkCycle } from '#flows/walk-cycle.ts'
import { runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { openPool, type Pool } from '#store/db.ts'
import { type Simulator, startSimulator } from '../src/simulator/server.ts'
import { writeCompleteFeeds } from './complete-feeds.ts'
import { changeStock, fillListings, listAtAmazon } from './fill-listings.ts'
import { CONNECTION, type MadeServer, type Shop, startServer } from './made-server.ts'
import { cpuOfOthers } from './others-cpu.ts'
import { machine, table } from './report.ts'
import { storeReport } from './store-report.ts'

const MINUTE = 60_000
const CHANGES = 10_000

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)
const whole = (value: number) => Math.round(value).toLocaleString('en-US')
const since = (began: number) => (performance.now() - began) / 1000

/** CPU seconds of this process and of the database's since a mark; on a busy machine they tell more than the clock. */
const mark = () => ({ own: process.cpuUsage(), server: cpuOfOthers(undefined) })
const cpuSince = (from: ReturnType<typeof mark>): string => {
  const { user, system } = process.cpuUsage(from.own)
  const server = cpuOfOthers(undefined) - from.server
  return `CPU ${((user + system) / 1e6).toFixed(1)} s here, ${server.toFixed(1)} s database`
}

/** Measures what a merchant with very many SKUs costs, and prints it beside what it must reach. */
export async function benchListings({ skus }: { readonly skus: number }): Promise<void> {
  const server = await startServer()
  try {
    console.log(`${machine(server.version)}\n`)
    console.log(`${table([['', 'measured', 'aim'], ...(await manySkus(server, skus))])}\n`)
    console.log(await manyChanges(server))
  } finally {
    await server.stop()
  }
}

async function makeShop(server: MadeServer, name: string, simulator: Simulator) {
  const { control, url } = simulator
  const shop = await server.makeShop(name, { url, now: () => control.now(), since: '2026-11-09' })
  const owner = openPool(server.configFor('millrace_owner', name), { max: 2, applicationName: 'bench fill' })
  return { shop, owner }
}

async function manySkus(server: MadeServer, skus: number): Promise<string[][]> {
  const simulator = await startSimulator({ clock: 'virtual' })
  const { shop, owner } = await makeShop(server, 'many', simulator)
  await simulator.close()
  const filling = performance.now()
  await fillListings(owner, skus)
  console.log(`Filled with ${whole(skus)} SKUs in ${since(filling).toFixed(0)} s.\n`)
  await changeStock(owner, 100)
  const idle = megabytes()
  const atLook = mark()
  const looked = await lookAtAll(shop, owner)
  const lookCpu = cpuSince(atLook)
  const peak = megabytes()
  const atFeeds = mark()
  const feeds = await writeCompleteFeeds(shop)
  const feedsCpu = cpuSince(atFeeds)
  const stored = await storeReport(shop, owner)
  await owner.end()
  return [
    [
      `snapshot and difference of ${whole(skus)} SKUs, ${whole(looked.due)} of them due`,
      `${looked.took.toFixed(1)} s`,
      '20 s',
    ],
    [`  ${lookCpu}`, '', ''],
    ['  memory of this process at its peak, and before', `${peak} MB, ${idle} MB`, '400 MB'],
    [
      `complete feeds of ${whole(feeds.messages)} messages: ${feeds.documents} documents, ${feeds.largest}`,
      `${feeds.took.toFixed(1)} s`,
      '60 s',
    ],
    [`  ${feedsCpu}`, '', ''],
    ['  memory of this process at its peak', `${megabytes()} MB`, ''],
    [
      `a processing report of ${whole(stored.messages)} results, ${whole(stored.refused)} refused`,
      `${stored.took.toFixed(1)} s`,
      '5 s',
    ],
  ]
}

/** The snapshot of every SKU and the difference against what was sent, in the steps of the hourly cycle. */
async function lookAtAll({ deps }: Shop, owner: Pool): Promise<{ readonly took: number; readonly due: number }> {
  const began = performance.now()
  let more = true
  while (more) {
    const step = await deps.transaction(MERCHANT.id, 'app', async (tx) => {
      const connection = await tx.store.findConnection(CONNECTION)
      if (!connection) throw new Error('There is no connection.')
      return walkCycle(deps, tx, { connection, sending: { stock: true, price: false } })
    })
    more = step.more
  }
  const took = since(began)
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from millrace.sku_fields where state = 'due'`,
  )
  return { took, due: rows[0]?.n ?? 0 }
}

/** Ten thousand changes by the simulator's clock: until Amazon has them all, and until all are settled. */
async function manyChanges(server: MadeServer): Promise<string> {
  const simulator = await startSimulator({ clock: 'virtual' })
  const { control } = simulator
  const { shop, owner } = await makeShop(server, 'changes', simulator)
  await fillListings(owner, CHANGES)
  listAtAmazon(control, CHANGES)
  await changeStock(owner, 1)
  await owner.query(
    `delete from deployment.due; insert into deployment.due (merchant_id, kind, subject, at) values ('${MERCHANT.id}', 'listings', '${CONNECTION}', to_timestamp(0))`,
  )
  const began = control.now()
  const work = { pool: shop.app, deps: shop.deps, schedule: SCHEDULE }
  let minutes = 0
  while (minutes < 120) {
    await runDue(work)
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from millrace.sku_fields where state in ('due', 'flying')`,
    )
    if (rows[0]?.n === 0) break
    control.advance(MINUTE)
    minutes++
  }
  const calls = new Map<string, number>()
  for (const { operation } of control.requests()) calls.set(operation ?? '', (calls.get(operation ?? '') ?? 0) + 1)
  const told = [...calls].map(([name, count]) => `${name} ${count}`).join(', ')
  const took = (control.now() - began) / MINUTE
  await owner.end()
  await simulator.close()
  return `${whole(CHANGES)} changes: taken by Amazon, and their report read, ${took.toFixed(0)} minutes after the cycle began, with these calls: ${told}.`
}

// The same pair from the simulator's socket: the simulator is a program of its own, orders come page by page over HTTP.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { APPLICATION, MERCHANT, SELLER } from '#main/demo/sample-merchant.ts'
import { withMerchant } from '#store/db.ts'
import type { MadeServer, Shop } from './made-server.ts'
import { ORDINARY } from './orders-to-place.ts'
import { fetchPages, PAGE } from './pages.ts'
import { type Pair, rate } from './report.ts'
import { importRowByRow } from './row-by-row.ts'

const ORDERS = 3000
const LOOP_PAGES = 6
const QUOTA = { rate: 1000, burst: 1_000_000 }
const MINUTE = 60_000

/** Measures both on the same orders. */
export async function measureFromSocket(server: MadeServer, since: string): Promise<Pair> {
  const simulator = await startProgram()
  try {
    const amazon = { url: simulator.url, now: Date.now, since }
    const product = await server.makeShop('product_socket', amazon)
    const loop = await server.makeShop('row_by_row_socket', amazon)
    await placeOrders(simulator.url)
    await openQuota(simulator.url, product)

    const started = performance.now()
    await runDue({ pool: product.app, deps: product.deps, schedule: SCHEDULE })
    const took = performance.now() - started
    const placed = await countOrders(product)
    if (placed !== ORDERS) throw new Error(`${placed} of ${ORDERS} orders were placed.`)

    const loopStarted = performance.now()
    let pages = 0
    for await (const page of fetchPages(simulator.url, Date.now())) {
      await importRowByRow(loop, page)
      if (++pages === LOOP_PAGES) break
    }
    const loopTook = performance.now() - loopStarted
    return {
      product: [rate(ORDERS, took)],
      loop: [rate(LOOP_PAGES * PAGE, loopTook)],
      orders: { product: ORDERS, loop: LOOP_PAGES * PAGE },
    }
  } finally {
    simulator.child.kill()
  }
}

function startProgram(): Promise<{ url: string; child: ChildProcess }> {
  const program = join(import.meta.dirname, '..', 'src', 'simulator', 'server.ts')
  const child = spawn(process.execPath, [program, '--with-parent'], { stdio: ['pipe', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The simulator ended with ${code}.`)))
    child.stdout.once('data', (text) => {
      const { listening } = JSON.parse(String(text)) as { listening: string }
      resolve({ url: listening, child })
    })
  })
}

const sideDoor = async (url: string, path: string, body: object) => {
  const answer = await fetch(`${url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`The side door answered ${answer.status}: ${await answer.text()}`)
}

/** Orders of the last hours, old enough to be seen at once. */
async function placeOrders(url: string): Promise<void> {
  const count = ORDERS / ORDINARY.length
  for (const [n, draft] of ORDINARY.entries())
    await sideDoor(url, 'orders', { ...draft, count, createdAt: Date.now() - (10 + n) * MINUTE, lagMs: 0 })
}

/** Amazon's quota would be what is measured: both sides know a generous one. */
async function openQuota(url: string, shop: Shop): Promise<void> {
  await sideDoor(url, 'quotas', { operation: 'searchOrders', plan: QUOTA })
  await shop.app.query(
    `insert into deployment.buckets (key, rate, burst, tokens, at) values ($1, $2, $3, $3, to_timestamp($4::float8 / 1000))`,
    [`${APPLICATION.clientId}/${SELLER.sellingPartnerId}/searchOrders`, QUOTA.rate, QUOTA.burst, Date.now()],
  )
}

const countOrders = async (shop: Shop) => {
  const [row] = await withMerchant(shop.app, MERCHANT.id, (tx) =>
    tx.query<{ count: number }>('select count(*) as count from millrace.orders'),
  )
  return row?.count
}

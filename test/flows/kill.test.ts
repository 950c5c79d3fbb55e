import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveMappings } from '#flows/configure.ts'
import { APPLICATION, MERCHANT, SELLER } from '#main/demo/sample-merchant.ts'
import { seedSampleMerchant } from '#main/demo/seed.ts'
import { randomFrom } from '../../src/simulator/random.ts'
import { type Simulator, startSimulator } from '../../src/simulator/server.ts'
import { makeJobsDatabase, pause } from '../jobs/workshop.ts'
import { type AmazonLine, openLine } from '../make/amazon-line.ts'
import type { TestDatabase } from '../make/database.ts'
import { wrongStock } from '../make/database-dump.ts'
import { killLife, type Life, noticeDeath, readProgress, startLife } from '../make/killing.ts'
import { programAt } from '../make/program-at.ts'
import { MINUTE, START } from '../make/seller.ts'
import { swiftClock } from '../make/swift-clock.ts'

const KILLS = 10
const PLENTY = { rate: 1000, burst: 1000 }
/** Seller SKU to the item and units that each one reserves. */
const RESERVES: Readonly<Record<string, readonly [string, number][]>> = {
  'MUG-BLUE': [['MUG-BLUE', 1]],
  'AMZ-TEA-EARL-3PK': [['TEA-EARL', 3]],
  'KIT-BREAKFAST': [
    ['MUG-BLUE', 2],
    ['TEA-EARL', 1],
  ],
  'LATE-SKU': [['TOWEL-LINEN', 1]],
}

const seed = process.env.KILL_SEED ?? String(Date.now())
const chance = randomFrom(seed)
const beginning = { start: START, began: Date.now() }
const now = swiftClock(beginning)

let database: TestDatabase
let simulator: Simulator
let line: AmazonLine
let ticking: NodeJS.Timeout
let life: Life | null = null

beforeAll(async () => {
  database = await makeJobsDatabase([])
  simulator = await startSimulator({ clock: 'virtual', start: now() })
  ticking = setInterval(() => simulator.control.moveClock({ set: now() }), 10)
  simulator.control.setLag({ low: 0, high: 60_000 })
  line = await openLine({ pageSize: 5 })
  line.target = simulator.url
  for (const operation of ['searchOrders', 'getOrder']) {
    simulator.control.setQuota(operation, PLENTY)
    await database
      .ownerPool()
      .query('insert into deployment.buckets (key, rate, burst, tokens, at) values ($1, $2, $3, $3, to_timestamp(0))', [
        `${APPLICATION.clientId}/${SELLER.sellingPartnerId}/${operation}`,
        PLENTY.rate,
        PLENTY.burst,
      ])
  }
}, 60_000)

afterAll(async () => {
  if (life) await killLife(life)
  clearInterval(ticking)
  await line.close()
  await simulator.close()
  await database.close()
})

/** Orders come in, placed so many minutes ago: most are ready to ship, some pending. */
function ordersCome(count: number, minutesAgo: number): void {
  for (let n = 0; n < count; n++) {
    const sku = chance.pick(Object.keys(RESERVES))
    // A pending order without an item reserves nothing until it is payable, whatever is mapped meanwhile.
    const status = sku !== 'LATE-SKU' && chance.fraction() < 0.2 ? 'PENDING' : 'UNSHIPPED'
    const lines = [{ sku, quantity: chance.whole(1, 3), price: 10 }]
    simulator.control.placeOrder({
      status,
      lines,
      createdAt: now() - minutesAgo * MINUTE,
      lagMs: 0,
    })
  }
}

/** Some pending orders become payable, some others are cancelled. */
function ordersChange(): void {
  for (const { orderId, status } of simulator.control.orders()) {
    if (status === 'PENDING' && chance.fraction() < 0.3) simulator.control.alterOrder(orderId, { status: 'UNSHIPPED' })
    else if (status === 'UNSHIPPED' && chance.fraction() < 0.01) simulator.control.alterOrder(orderId, { cancel: {} })
  }
}

/** What the order system must hold in the end, told from Amazon's orders alone. */
function expected() {
  const reserved: Record<string, number> = {}
  const stages: Record<string, string> = {}
  for (const { orderId, status } of simulator.control.orders()) {
    stages[orderId] = { UNSHIPPED: 'Shipping Department', PENDING: 'Pre-ordered' }[status] ?? 'over'
    for (const { product, quantityOrdered } of simulator.control.order(orderId)?.orderItems ?? [])
      for (const [item, units] of stages[orderId] === 'over' ? [] : (RESERVES[product.sellerSku ?? ''] ?? []))
        reserved[item] = (reserved[item] ?? 0) + units * quantityOrdered
  }
  return { reserved, stages }
}

/** What the order system holds; an order that is over was rejected, or skipped when it was never seen before. */
async function held() {
  const owner = database.ownerPool()
  const { rows } = await owner.query<{ reference: string; stage: string }>(
    `select d.reference, case when o.stage = 'Rejected' or d.reason = 'cancelled' then 'over' else coalesce(o.stage, d.state) end as stage
     from millrace.documents d left join millrace.orders o on o.merchant_id = d.merchant_id and o.amazon_order_id = d.reference`,
  )
  const stock = await owner.query<{ item_id: string; allocated: number }>(
    'select item_id, sum(allocated)::int as allocated from millrace.stock group by 1 having sum(allocated) <> 0',
  )
  return {
    reserved: Object.fromEntries(stock.rows.map((row) => [row.item_id, row.allocated])),
    stages: Object.fromEntries(rows.map((row) => [row.reference, row.stage])),
  }
}

test('[O1] ten workers killed by kill -9 at random moments lose no order and double none', async () => {
  console.log(`seed ${seed}`)
  const surroundings = {
    appConfig: database.appConfig,
    vaultConfig: database.vaultConfig,
    amazon: line.url,
    beginning,
  }
  const log = { note: () => {}, alarm: () => {} }
  const pools = { app: database.appPool(), vault: database.vaultPool() }
  const deps = programAt({ ...pools, amazon: line.url, now, random: chance.fraction, log })
  await seedSampleMerchant(deps, '2026-11-09')
  ordersCome(250, 10)

  let atWork = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    life = await startLife(surroundings)
    await pause(chance.whole(50, 1200))
    await killLife(life)
    const jobs = await noticeDeath(database)
    if (jobs > 0) atWork++
    const { documents, waiting } = await readProgress(database.ownerPool())
    console.log(`kill ${kill}: ${jobs} jobs in hand, ${documents} documents, ${waiting} pages or windows open`)
    ordersCome(20, 4)
    ordersChange()
    await deps.transaction(MERCHANT.id, 'app', (tx) =>
      tx.wake('sweep-orders', `${SELLER.region}-${SELLER.sellingPartnerId}`),
    )
    if (kill === 5) {
      const late = { sellerSku: 'LATE-SKU' as SellerSku, itemId: 'TOWEL-LINEN' as ItemId }
      const saved = await saveMappings(deps, MERCHANT.id, [
        { ...late, ratio: { amazon: 1, ours: 1 }, unit: '', note: '' },
      ])
      expect(saved.ok).toBe(true)
    }
  }
  expect(atWork).toBeGreaterThan(0)

  life = await startLife(surroundings)
  const owner = database.ownerPool()
  const settled = async () => isDeepStrictEqual(await held(), expected()) && (await readProgress(owner)).waiting === 0
  for (const end = Date.now() + 45_000; !(await settled()) && Date.now() < end; ) await pause(100)
  expect(await held()).toEqual(expected())
  await killLife(life)
  life = null

  expect(await wrongStock(database)).toEqual([])
  const doubled = await owner.query(
    `select o.amazon_order_id, e.kind, count(*) from millrace.order_events e join millrace.orders o using (merchant_id, order_id)
     where e.kind in ('order.placed', 'order.pending') group by 1, 2 having count(*) > 1`,
  )
  expect(doubled.rows).toEqual([])
  const untold = await owner.query(
    `select o.amazon_order_id from millrace.orders o where o.stage = 'Shipping Department'
       and (not exists (select from millrace.order_events e where e.order_id = o.order_id and e.kind = 'order.placed')
         or not exists (select from vault.buyers b where b.order_id = o.order_id))`,
  )
  expect(untold.rows).toEqual([])
}, 110_000)

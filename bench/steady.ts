// npm run bench -- scale, second and third part: merchants swept every ten minutes while orders come, and two workers beside one.
import { cpuOfPostgres } from './others-cpu.ts'
import { percentile, table } from './report.ts'
import { makeDue, makeDueOver, makeIdle, placedSince, sweptSince } from './scale-database.ts'
import { addShops, SOLD } from './scale-shops.ts'
import { addSellers, onStage, type Stage, startPages, startWorkers, tellSimulator } from './scale-stage.ts'

const MINUTE = 60_000
const EVERY = 10 * MINUTE
const ORDERS_AN_HOUR = 50_000
const MERCHANTS = 10_000
const AIM = { lagSeconds: 10, cores: 1.2, megabytes: 700, ratio: 1.8 }

/** How many merchants are swept every ten minutes, and for how many minutes that is measured. */
export type Steady = { readonly merchants: number; readonly minutes: number }

/** Sweeps each merchant once in ten minutes, with its share of 50,000 orders an hour of 10,000 merchants; prints one table. */
export function benchSteady({ merchants, minutes }: Steady): Promise<void> {
  // So many are swept while it is measured; the others are there and idle.
  const swept = Math.max(1, Math.round((merchants * minutes * MINUTE) / EVERY))
  const orders = Math.round((ORDERS_AN_HOUR * (minutes / 60) * merchants) / MERCHANTS)
  return onStage(merchants, async (stage) => {
    await addSellers(stage.url, stage.due, 0)
    await addShops(stage.owner, stage.due, Date.now())
    const createdAt = Date.now() - 10 * MINUTE
    for (let n = 0; n < orders; n++) {
      const sellerId = stage.due[n % swept]?.seller
      await tellSimulator(stage.url, 'orders', { sellerId, createdAt, lagMs: 0, lines: [{ sku: SOLD }] })
    }
    const outcome = await measureSteady(stage, { swept, orders, spanMs: minutes * MINUTE })
    console.log(`${stage.about}\n\n${report(outcome, { merchants, minutes, swept, orders })}\n`)
  })
}

type Load = { readonly swept: number; readonly orders: number; readonly spanMs: number }

async function measureSteady(stage: Stage, { swept, orders, spanMs }: Load) {
  const { owner } = stage
  const workers = await startWorkers(stage)
  const pages = await startPages(stage)
  try {
    const start = Date.now() + 2000
    // Evenly over ten minutes, of which so many are measured.
    await makeDueOver(owner, start, EVERY)
    await owner.query('delete from deployment.due where at >= to_timestamp($1::float8 / 1000)', [start + spanMs])
    const databaseBefore = cpuOfPostgres()
    workers.begin()
    pages.begin()
    const dueAt = await dueTimes(stage)
    let placed = 0
    // To the last order, and to the end of the minutes even where the last came before.
    const isOver = () => placed >= orders && Date.now() > start + spanMs + 5000
    for (const latest = start + spanMs + 5 * MINUTE; !isOver() && Date.now() < latest; ) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      placed = (await owner.query<{ n: number }>('select count(*)::int as n from millrace.orders')).rows[0]?.n ?? 0
    }
    const database = cpuOfPostgres() - databaseBefore
    const lags = (await placedSince(owner, start)).map(({ merchant, at }) => (at - (dueAt.get(merchant) ?? at)) / 1000)
    const done = (await sweptSince(owner, start)).done
    const used = [...(await workers.end()), ...(await pages.end())]
    const cpu = used.reduce((sum, { before, after }) => sum + after.cpuSeconds - before.cpuSeconds, 0)
    return {
      lags,
      placed,
      done,
      swept,
      database,
      cpu,
      megabytes: used.map(({ after }) => after.peakMb),
    }
  } finally {
    workers.kill()
    pages.kill()
  }
}

/** When each merchant is to be swept. */
async function dueTimes({ owner }: Stage): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ merchant: string; at: number }>(
    `select merchant_id as merchant, extract(epoch from at)::float8 * 1000 as at from deployment.due where kind = 'sweep-orders'`,
  )
  return new Map(rows.map(({ merchant, at }) => [merchant, at]))
}

type Measured = Awaited<ReturnType<typeof measureSteady>>

function report(
  { lags, placed, done, swept, database, cpu, megabytes }: Measured,
  { merchants, minutes, orders }: Steady & { readonly swept: number; readonly orders: number },
): string {
  const both = cpu + database
  const per1000 = (both / Math.max(1, placed)) * 1000
  const cores = both / (minutes * 60)
  const whole = cores * (MERCHANTS / merchants)
  const rows = [
    ['', 'measured', 'aim'],
    ['lag from due to placed, p50', `${percentile(lags, 0.5).toFixed(1)} s`, ''],
    ['lag from due to placed, p95', `${percentile(lags, 0.95).toFixed(1)} s`, `${AIM.lagSeconds} s`],
    ['orders placed', `${placed} of ${orders}`, String(orders)],
    ['merchants swept', `${done} of ${swept}`, String(swept)],
    ['CPU of worker and pages', `${cpu.toFixed(0)} s`, ''],
    ['CPU of PostgreSQL', `${database.toFixed(0)} s`, ''],
    ['CPU for 1,000 orders with their sweeps', `${per1000.toFixed(1)} s`, ''],
    ['cores that 10,000 merchants and 50,000 orders an hour take', whole.toFixed(2), `${AIM.cores} (60 % of two)`],
    ['peak memory of the worker, of the pages', megabytes.map((each) => `${each.toFixed(0)} MB`).join(', '), ''],
    [
      "peak memory of Millrace's processes",
      `${megabytes.reduce((a, b) => a + b, 0).toFixed(0)} MB`,
      `${AIM.megabytes} MB`,
    ],
  ]
  const head = `${merchants.toLocaleString('en-US')} merchants swept every ten minutes, ${(ORDERS_AN_HOUR * (merchants / MERCHANTS)).toLocaleString('en-US')} orders an hour, for ${minutes} minutes; the simulated Amazon's CPU is left out`
  return `${head}\n\n${table(rows)}`
}

/** So few sweeps at once that Amazon's answers, not the machine, are what a worker waits for. */
const PLACES = 4
const ANSWER_MS = 150
const SECONDS = 20

/** How many merchants one worker and two sweep in the same time while Amazon takes 150 ms for an answer; prints one table. */
export async function benchTwoWorkers(merchants: number): Promise<void> {
  await onStage(merchants, async (stage) => {
    await addSellers(stage.url, stage.due, ANSWER_MS)
    const one = await sweptBy(stage, 1)
    const two = await sweptBy(stage, 2)
    const rows = [
      ['', 'measured', 'aim'],
      ['merchants swept by one worker', String(one), ''],
      ['merchants swept by two workers', String(two), ''],
      ['ratio', `${(two / Math.max(1, one)).toFixed(2)} x`, `${AIM.ratio} x`],
    ]
    console.log(
      `${SECONDS} s each, Amazon answers after ${ANSWER_MS} ms, ${PLACES} sweeps at once in each worker\n\n${table(rows)}\n`,
    )
  })
}

async function sweptBy(stage: Stage, count: number): Promise<number> {
  const workers = await startWorkers(stage, { count, places: PLACES })
  try {
    await makeIdle(stage.owner)
    await makeDue(stage.owner, Date.now())
    workers.begin()
    // The first jobs are on their way.
    await new Promise((resolve) => setTimeout(resolve, 3000))
    const start = Date.now()
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000))
    const { done } = await sweptSince(stage.owner, start)
    await workers.end()
    return done
  } finally {
    workers.kill()
  }
}

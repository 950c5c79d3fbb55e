// npm run bench -- shipments: one seller ships 100 orders while others have 10,000 packages waiting; one process, real clocks.
import { table } from './report.ts'
import { addSellers, onStage, type Stage, startWorkers, tellSimulator } from './scale-stage.ts'
import { addPackages, LINE, sentBy, wakeConfirmations } from './shipments-database.ts'

const PACKAGES = 100
const BURST = 10
const AIM = { seconds: 60, rate: 2 }
const LATEST = 5 * 60_000

/** How many other sellers have 100 packages waiting each, and how long Amazon takes for an answer. */
export type Afternoon = { readonly others: number; readonly latencyMs: number }

/** Measures how soon the packages of one seller are at Amazon, and prints one table. */
export const benchShipments = (afternoon: Afternoon): Promise<void> =>
  onStage(afternoon.others + 1, async (stage) => {
    await fill(stage, afternoon.latencyMs)
    const measured = await measure(stage)
    console.log(`${stage.about}\n\n${report(measured, afternoon)}`)
  })

/** Orders of every seller at Amazon and in our books, each with its package. */
async function fill({ owner, url, due: sellers }: Stage, latencyMs: number): Promise<void> {
  await addSellers(url, sellers, 0)
  const createdAt = Date.now() - 60 * 60_000
  const lines = [{ sku: 'MUG-BLUE', orderItemId: LINE }]
  for (const [n, due] of sellers.entries()) {
    const draft = { sellerId: due.seller, createdAt, lagMs: 0, lines, count: PACKAGES }
    const { orderIds } = (await tellSimulator(url, 'orders', draft)) as { orderIds: readonly string[] }
    await addPackages(owner, { due, orderIds, from: n * PACKAGES }, Date.now() - 1000)
  }
  await owner.query('analyze')
  if (latencyMs > 0)
    await tellSimulator(url, 'faults', { operation: 'confirmShipment', kind: 'slow', ms: latencyMs, always: true })
}

type Measured = {
  readonly seconds: number
  readonly others: number
  readonly total: number
  readonly throttled: number
}

/** The others are due first; the one whose packages are counted comes five seconds later. */
async function measure(stage: Stage): Promise<Measured> {
  const { owner, due } = stage
  const [mine, ...others] = due
  if (!mine) throw new Error('There is no seller.')
  const worker = await startWorkers(stage)
  try {
    worker.begin()
    await wakeConfirmations(owner, others, Date.now())
    await new Promise((resolve) => setTimeout(resolve, 5000))
    const start = Date.now()
    await wakeConfirmations(owner, [mine], start)
    let sent = await sentBy(owner, mine)
    while (sent.done < PACKAGES) {
      if (Date.now() - start > LATEST) throw new Error(`${sent.done} of ${PACKAGES} packages are at Amazon.`)
      await new Promise((resolve) => setTimeout(resolve, 250))
      sent = await sentBy(owner, mine)
    }
    const { rows } = await owner.query<{ total: number; throttled: number }>(
      `select (select count(sent_at) from millrace.outbox) as total, coalesce((select sum(throttled) from deployment.calls), 0)::bigint as throttled`,
    )
    await worker.end()
    return {
      seconds: (sent.last - start) / 1000,
      others: others.length,
      total: rows[0]?.total ?? 0,
      throttled: rows[0]?.throttled ?? 0,
    }
  } finally {
    worker.kill()
  }
}

function report({ seconds, others, total, throttled }: Measured, { latencyMs }: Afternoon): string {
  const waiting = (others * PACKAGES).toLocaleString('en-US')
  return `One seller ships ${PACKAGES} orders while ${others} others have ${waiting} packages waiting; Amazon answers after ${latencyMs} ms; one process\n\n${table(
    [
      ['', 'measured', 'aim'],
      [`until the last of ${PACKAGES} was at Amazon`, `${seconds.toFixed(1)} s`, `${AIM.seconds} s`],
      ['packages a second of one seller, after the burst', ((PACKAGES - BURST) / seconds).toFixed(2), String(AIM.rate)],
      ['packages a second of all sellers', (total / (seconds + 5)).toFixed(0), ''],
      ['calls that Amazon throttled', String(throttled), '0'],
    ],
  )}`
}

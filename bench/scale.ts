// npm run bench -- scale: 10,000 merchants due at once, swept once each by one process, to the last one; then the same merchants all
// along with 50,000 orders an hour; then two workers beside one.
import { cpuOfOthers } from './others-cpu.ts'
import { table } from './report.ts'
import { makeDue, sweptSince } from './scale-database.ts'
import { addSellers, onStage, type Stage, startWorkers, tellSimulator, type Used } from './scale-stage.ts'

const AIM = { seconds: 180, megabytes: 500, cpu: 300 }
const LATEST = 20 * 60_000

type Outcome = { seconds: number; before: Used; after: Used; others: number; calls: number }

/** How many merchants, how many of them with an order that waits, and how long Amazon takes for an answer. */
export type Scale = { readonly merchants: number; readonly withOrders: number; readonly latencyMs: number }

/** Measures so many merchants and prints one table. */
export const benchScale = (scale: Scale): Promise<void> =>
  onStage(scale.merchants, async (stage) => {
    await addSellers(stage.url, stage.due, scale.latencyMs)
    const createdAt = Date.now() - 10 * 60_000
    for (const { seller } of stage.due.slice(0, scale.withOrders)) {
      const draft = { sellerId: seller, createdAt, lagMs: 0, lines: [{ sku: 'UNKNOWN-SKU' }] }
      await tellSimulator(stage.url, 'orders', draft)
    }
    console.log(`${stage.about}\n\n${report(await measure(stage), scale)}\n`)
  })

async function measure(stage: Stage): Promise<Outcome> {
  const { owner, due } = stage
  const workers = await startWorkers(stage)
  try {
    const [pid] = workers.pids
    const othersBefore = cpuOfOthers(pid)
    const start = Date.now()
    await makeDue(owner, start)
    workers.begin()
    let swept = await sweptSince(owner, start)
    while (swept.done < due.length) {
      if (Date.now() - start > LATEST) throw new Error(`${swept.done} of ${due.length} sweeps ended within 20 minutes.`)
      await new Promise((resolve) => setTimeout(resolve, 500))
      swept = await sweptSince(owner, start)
    }
    const others = cpuOfOthers(pid) - othersBefore
    const [used] = await workers.end()
    if (!used) throw new Error('The worker told nothing.')
    const { rows } = await owner.query<{ calls: number }>('select sum(calls)::bigint as calls from deployment.calls')
    return { seconds: swept.last / 1000, ...used, others, calls: rows[0]?.calls ?? 0 }
  } finally {
    workers.kill()
  }
}

function report(
  { seconds, before, after, others, calls }: Outcome,
  { merchants, withOrders, latencyMs }: Scale,
): string {
  const cpu = after.cpuSeconds - before.cpuSeconds
  return `${merchants.toLocaleString('en-US')} merchants due at once, ${withOrders.toLocaleString('en-US')} of them with an order; Amazon answers after ${latencyMs} ms; one process\n\n${table(
    [
      ['', 'measured', 'aim'],
      ['until the last one was swept', `${seconds.toFixed(0)} s`, `${AIM.seconds} s`],
      ['sweeps a second', (merchants / seconds).toFixed(0), ''],
      ['calls at Amazon a second', (calls / seconds).toFixed(0), ''],
      ['calls counted', String(calls), String(merchants * 2)],
      ['peak memory of the process', `${after.peakMb.toFixed(0)} MB`, `${AIM.megabytes} MB`],
      ['memory before the first sweep', `${before.peakMb.toFixed(0)} MB`, ''],
      ['CPU of the process', `${cpu.toFixed(0)} s`, ''],
      ['CPU of database and simulator', `${others.toFixed(0)} s`, ''],
      ['CPU of all', `${(cpu + others).toFixed(0)} s`, `${AIM.cpu} s`],
    ],
  )}`
}

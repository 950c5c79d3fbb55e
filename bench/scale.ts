// npm run bench -- scale: 10,000 merchants due at once, swept once each by one process, to the last one.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QUEUES } from '#jobs/queue.ts'
import { startEmbedded } from '#main/embedded/start.ts'
import { startSimulatorProcess } from '#main/simulator-process.ts'
import { openPool, type Pool } from '#store/db.ts'
import { migrate } from '#store/migrate.ts'
import { KEY } from './made-server.ts'
import { cpuOfOthers } from './others-cpu.ts'
import { machine, table } from './report.ts'
import { addMerchants, type Due, dueMerchant, makeDue, sweptSince } from './scale-database.ts'

const AIM = { seconds: 180, megabytes: 500, cpu: 300 }
const LATEST = 20 * 60_000
const MIGRATIONS = join(import.meta.dirname, '..', 'migrations')

type Used = { readonly peakMb: number; readonly cpuSeconds: number }
type Outcome = { seconds: number; before: Used; after: Used; others: number; calls: number }

/** How many merchants, how many of them with an order that waits, and how long Amazon takes for an answer. */
export type Scale = { readonly merchants: number; readonly withOrders: number; readonly latencyMs: number }

/** Measures so many merchants and prints one table. */
export async function benchScale(scale: Scale): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'millrace-scale-'))
  const server = await startEmbedded({ dataFolder })
  const simulator = await startSimulatorProcess(['--clock', 'real'])
  const owner = openPool(server.configFor('millrace_owner'), { max: 2, applicationName: 'bench scale' })
  try {
    const about = machine(server.version)
    const outcome = await migrate(server.configFor('millrace_owner'), {
      folder: MIGRATIONS,
      now: Date.now,
      queues: QUEUES,
    })
    if (!outcome.ok) throw new Error(outcome.refusal.sentence)
    writeFileSync(join(dataFolder, 'demo.key'), KEY, { mode: 0o600 })
    const due = Array.from({ length: scale.merchants }, (_, n) => dueMerchant(n))
    await addMerchants(owner, due, { key: KEY, now: Date.now() })
    await addSellers(simulator.url, due, scale)
    const measured = await measure({ owner, dataFolder, url: simulator.url, merchants: scale.merchants })
    console.log(`${about}\n\n${report(measured, scale)}`)
  } finally {
    await owner.end()
    await simulator.stop()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

type Run = { readonly owner: Pool; readonly dataFolder: string; readonly url: string; readonly merchants: number }

async function measure({ owner, dataFolder, url, merchants }: Run): Promise<Outcome> {
  const worker = fork(join(import.meta.dirname, 'scale-worker.ts'), [dataFolder, url])
  try {
    await heard(worker)
    const othersBefore = cpuOfOthers(worker.pid)
    const start = Date.now()
    await makeDue(owner, start)
    worker.send('start')
    let swept = await sweptSince(owner, start)
    while (swept.done < merchants) {
      if (Date.now() - start > LATEST) throw new Error(`${swept.done} of ${merchants} sweeps ended within 20 minutes.`)
      await new Promise((resolve) => setTimeout(resolve, 500))
      swept = await sweptSince(owner, start)
    }
    const others = cpuOfOthers(worker.pid) - othersBefore
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.send('stop')
    const used = (await heard(worker)) as { before: Used; after: Used }
    await ended
    const { rows } = await owner.query<{ calls: number }>('select sum(calls)::bigint as calls from deployment.calls')
    return { seconds: swept.last / 1000, ...used, others, calls: rows[0]?.calls ?? 0 }
  } finally {
    worker.kill()
  }
}

const heard = (worker: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}.`)))
  })

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

/** Sellers, their consent and some orders, through the side door in bulk. */
async function addSellers(url: string, due: readonly Due[], { withOrders, latencyMs }: Scale): Promise<void> {
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`The side door answered ${answer.status}: ${await answer.text()}`)
  }
  await post(
    'sellers',
    due.map(({ seller }) => ({ sellerId: seller })),
  )
  await post(
    'authorizations',
    due.map(({ seller, refreshToken }) => ({ sellerId: seller, refreshToken })),
  )
  const createdAt = Date.now() - 10 * 60_000
  for (const { seller } of due.slice(0, withOrders))
    await post('orders', { sellerId: seller, createdAt, lagMs: 0, lines: [{ sku: 'UNKNOWN-SKU' }] })
  if (latencyMs > 0)
    await post(
      'faults',
      ['login', 'searchOrders'].map((operation) => ({ operation, kind: 'slow', ms: latencyMs, always: true })),
    )
}

// npm run bench -- shipments: one seller ships 100 orders while others have 10,000 packages waiting; one process, real clocks.
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
import { machine, table } from './report.ts'
import { addMerchants, type Due, dueMerchant } from './scale-database.ts'
import { addPackages, LINE, sentBy, wakeConfirmations } from './shipments-database.ts'

const PACKAGES = 100
const BURST = 10
const AIM = { seconds: 60, rate: 2 }
const LATEST = 5 * 60_000
const MIGRATIONS = join(import.meta.dirname, '..', 'migrations')

/** How many other sellers have 100 packages waiting each, and how long Amazon takes for an answer. */
export type Afternoon = { readonly others: number; readonly latencyMs: number }

/** Measures how soon the packages of one seller are at Amazon, and prints one table. */
export async function benchShipments(afternoon: Afternoon): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'millrace-shipments-'))
  const server = await startEmbedded({ dataFolder })
  const simulator = await startSimulatorProcess(['--clock', 'real'])
  const owner = openPool(server.configFor('millrace_owner'), { max: 2, applicationName: 'bench shipments' })
  try {
    const about = machine(server.version)
    const config = server.configFor('millrace_owner')
    const outcome = await migrate(config, { folder: MIGRATIONS, now: Date.now, queues: QUEUES })
    if (!outcome.ok) throw new Error(outcome.refusal.sentence)
    writeFileSync(join(dataFolder, 'demo.key'), KEY, { mode: 0o600 })
    const sellers = Array.from({ length: afternoon.others + 1 }, (_, n) => dueMerchant(n))
    await addMerchants(owner, sellers, { key: KEY, now: Date.now() })
    await fill({ owner, url: simulator.url, sellers, latencyMs: afternoon.latencyMs })
    const measured = await measure({ owner, dataFolder, url: simulator.url, sellers })
    console.log(`${about}\n\n${report(measured, afternoon)}`)
  } finally {
    await owner.end()
    await simulator.stop()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

type Shop = { readonly owner: Pool; readonly url: string; readonly sellers: readonly Due[] }

/** Orders of every seller at Amazon and in our books, each with its package. */
async function fill({ owner, url, sellers, latencyMs }: Shop & { latencyMs: number }): Promise<void> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`The side door answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const ids = sellers.map(({ seller }) => ({ sellerId: seller }))
  await post('sellers', ids)
  await post(
    'authorizations',
    sellers.map(({ seller, refreshToken }) => ({ sellerId: seller, refreshToken })),
  )
  const createdAt = Date.now() - 60 * 60_000
  const lines = [{ sku: 'MUG-BLUE', orderItemId: LINE }]
  for (const [n, due] of sellers.entries()) {
    const placed = (await post('orders', { sellerId: due.seller, createdAt, lagMs: 0, lines, count: PACKAGES })) as {
      orderIds: readonly string[]
    }
    await addPackages(owner, { due, orderIds: placed.orderIds, from: n * PACKAGES }, Date.now() - 1000)
  }
  await owner.query('analyze')
  if (latencyMs > 0) await post('faults', { operation: 'confirmShipment', kind: 'slow', ms: latencyMs, always: true })
}

type Measured = {
  readonly seconds: number
  readonly others: number
  readonly total: number
  readonly throttled: number
}

/** The others are due first; the one whose packages are counted comes five seconds later. */
async function measure({ owner, url, sellers, dataFolder }: Shop & { dataFolder: string }): Promise<Measured> {
  const worker = fork(join(import.meta.dirname, 'scale-worker.ts'), [dataFolder, url])
  try {
    await heard(worker)
    const [mine, ...others] = sellers
    if (!mine) throw new Error('There is no seller.')
    worker.send('start')
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
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.send('stop')
    await ended
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

const heard = (worker: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}.`)))
  })

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

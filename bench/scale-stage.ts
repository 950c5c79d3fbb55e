// The stage of the runs at scale: a database with so many merchants, a simulated Amazon beside it, and workers and pages as processes of their own.
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
import { machine } from './report.ts'
import { addMerchants, type Due, dueMerchant } from './scale-database.ts'

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations')

/** What a worker used of the machine until then. */
export type Used = { readonly peakMb: number; readonly cpuSeconds: number }

/** Where a run takes place. */
export type Stage = {
  readonly about: string
  readonly owner: Pool
  readonly dataFolder: string
  readonly url: string
  readonly due: readonly Due[]
}

/** Sets the stage for so many merchants, lets the work run on it, and takes it away. */
export async function onStage<T>(merchants: number, work: (stage: Stage) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'millrace-scale-'))
  const server = await startEmbedded({ dataFolder })
  const simulator = await startSimulatorProcess(['--clock', 'real'])
  const owner = openPool(server.configFor('millrace_owner'), { max: 2, applicationName: 'bench scale' })
  try {
    const about = machine(server.version)
    const config = server.configFor('millrace_owner')
    const outcome = await migrate(config, { folder: MIGRATIONS, now: Date.now, queues: QUEUES })
    if (!outcome.ok) throw new Error(outcome.refusal.sentence)
    writeFileSync(join(dataFolder, 'demo.key'), KEY, { mode: 0o600 })
    const due = Array.from({ length: merchants }, (_, n) => dueMerchant(n))
    await addMerchants(owner, due, { key: KEY, now: Date.now() })
    return await work({ about, owner, dataFolder, url: simulator.url, due })
  } finally {
    await owner.end()
    await simulator.stop()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

type Place = Pick<Stage, 'dataFolder' | 'url'>

/** Workers that are ready and not begun. `places`: how many sweeps each runs at once; without it as many as the product's. */
export function startWorkers(
  { dataFolder, url }: Place,
  { count = 1, places }: { readonly count?: number; readonly places?: number } = {},
) {
  const given = places === undefined ? [] : [String(places)]
  return startPrograms('scale-worker.ts', { args: [dataFolder, url, ...given], count })
}

/** What people and programs speak to, as a process of its own; once begun it is asked all the time. */
export const startPages = ({ dataFolder, url }: Place) =>
  startPrograms('scale-pages.ts', { args: [dataFolder, url], count: 1 })

async function startPrograms(
  name: string,
  { args, count }: { readonly args: readonly string[]; readonly count: number },
) {
  const program = join(import.meta.dirname, name)
  const workers = Array.from({ length: count }, () => fork(program, args))
  await Promise.all(workers.map(heard))
  return {
    pids: workers.flatMap(({ pid }) => pid ?? []),
    begin: (): void => {
      for (const worker of workers) worker.send('start')
    },
    /** Ends them; what each had used before the first job and after the last. */
    async end(): Promise<readonly { readonly before: Used; readonly after: Used }[]> {
      const ended = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
      const used = workers.map(heard)
      for (const worker of workers) worker.send('stop')
      const all = (await Promise.all(used)) as { before: Used; after: Used }[]
      await Promise.all(ended)
      return all
    },
    kill: (): void => {
      for (const worker of workers) worker.kill()
    },
  }
}

const heard = (worker: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('exit', (code) => reject(new Error(`A process ended with ${code}.`)))
  })

/** Speaks to the side door of the simulated Amazon, and gives its answer. */
export async function tellSimulator(url: string, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`The side door answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** Sellers and their consent, through the side door in bulk; and how long Amazon takes for an answer. */
export async function addSellers(url: string, due: readonly Due[], latencyMs: number): Promise<void> {
  await tellSimulator(
    url,
    'sellers',
    due.map(({ seller }) => ({ sellerId: seller })),
  )
  await tellSimulator(
    url,
    'authorizations',
    due.map(({ seller, refreshToken }) => ({ sellerId: seller, refreshToken })),
  )
  if (latencyMs > 0)
    await tellSimulator(
      url,
      'faults',
      ['login', 'searchOrders'].map((operation) => ({ operation, kind: 'slow', ms: latencyMs, always: true })),
    )
}

// Millrace's work in a process of its own, to be killed for real at a place that is drawn from a seed. It does what is due
// when it is told the time, one thing after the other, so that the same seed meets the same places in the same order.
import { createInterface } from 'node:readline'
import { nextWorkAt, runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { type DatabaseConfig, openPool, type Pool } from '#store/db.ts'
import { randomFrom } from '../../../src/simulator/random.ts'
import { openLine } from '../amazon-line.ts'
import { Boundaries, type Boundary } from '../boundaries.ts'
import { programAt } from '../program-at.ts'
import { ANSWER_LIMIT, losePatienceAtWill, SILENT } from './silence.ts'

/** What it is told first. */
export type WorkerGround = {
  readonly app: DatabaseConfig
  readonly vault: DatabaseConfig
  readonly owner: DatabaseConfig
  readonly amazon: string
  readonly seed: string
  /** Shown by the server for its connections. */
  readonly name: string
}

/** What it is told then: to do what is due at `at`, and what befalls it at which place. */
export type Turn = {
  readonly at: number
  readonly fault: { readonly place: number; readonly way: 'killed' | 'lost' | 'frozen' } | null
}

const lines = createInterface({ input: process.stdin })
const waiting: string[] = []
let heard = () => {}
lines.on('line', (line) => {
  waiting.push(line)
  heard()
})
lines.once('close', () => process.exit())
const answer = (said: object) => void process.stdout.write(`${JSON.stringify(said)}\n`)
/** Counts where nothing of ours is open at the database: there a program can stand still without holding others up. */
const standing = { place: 0, freezesAt: 0 }
/** The program's clock, and how often its clients ran out of time. */
const clock = { now: 0, timesOut: 0 }
/** Until it is told to go on: a program that stands still does nothing at all. */
let goesOn: Promise<unknown> = Promise.resolve()

// What is gathered for a second of real time would be written at another place each time: it is written when a turn ends.
const A_SECOND = 1000
const NEVER = 2 ** 31 - 1
const realTimeout = globalThis.setTimeout
globalThis.setTimeout = ((act: (...more: unknown[]) => void, ms?: number, ...more: unknown[]) =>
  realTimeout(act, ms === A_SECOND && more.length === 0 ? NEVER : ms, ...more)) as typeof setTimeout

const losePatience = losePatienceAtWill()

await work(JSON.parse(await nextLine()) as WorkerGround)

async function nextLine(): Promise<string> {
  while (waiting.length === 0)
    await new Promise<void>((resolve) => {
      heard = resolve
    })
  return waiting.shift() ?? ''
}

async function work({ app, vault, owner, amazon, seed, name }: WorkerGround): Promise<void> {
  const open = (config: DatabaseConfig, max: number) => openPool(config, { max, applicationName: name })
  const boundaries = new Boundaries(open(owner, 1), () => process.kill(process.pid, 'SIGKILL'))
  const exchange = async <T>(what: Boundary, send: () => Promise<T>): Promise<T | null> => {
    const { timesOut } = clock
    await stand()
    // Whoever waited for it has given up meanwhile: it is not sent any more.
    if (timesOut !== clock.timesOut) return null
    const got = await boundaries.exchange(what, send)
    const isSilent = (got as { status?: number } | null)?.status === SILENT
    if (isSilent) {
      await goesOn
      outOfTime()
    }
    await stand()
    return isSilent ? null : got
  }
  const line = await openLine({ pageSize: 20, boundaries: { exchange } })
  line.target = amazon
  const random = randomFrom(seed).fraction
  const alarm = (message: string, facts = {}) => {
    if (process.env.MONTH_LOG) console.error(message, JSON.stringify(facts))
  }
  const log = { note: () => {}, alarm }
  const pools = {
    app: standingPool(boundaries.pool(open(app, 8))),
    vault: standingPool(boundaries.pool(open(vault, 4))),
  }
  const deps = programAt({ ...pools, amazon: line.url, timeoutMs: ANSWER_LIMIT, now: () => clock.now, random, log })
  const shop = { pool: pools.app, deps, schedule: SCHEDULE }
  answer({ ready: true })
  for (;;) {
    const { at, fault } = JSON.parse(await nextLine()) as Turn
    clock.now = at
    Object.assign(standing, { place: 0, freezesAt: fault?.way === 'frozen' ? fault.place : 0 })
    boundaries.arm(
      fault && fault.way !== 'frozen' ? { at: fault.place, way: fault.way === 'lost' ? 'lost' : 'dead' } : null,
    )
    const error = await runDue(shop)
      .then(() => deps.flush())
      .then(
        () => null,
        (thrown: unknown) => thrown,
      )
    // What nobody waits for any more may still stand: the turn is over when it has gone on.
    await goesOn
    await boundaries.quiet()
    const next = error === null ? await nextWorkAt(shop).catch(() => null) : null
    answer({ next, error: error === null ? null : String(error), met: boundaries.met.length, stood: standing.place })
  }
}

function outOfTime(): void {
  clock.timesOut += 1
  losePatience()
}

/** Stands still where it was told to, until it is told to go on: later than its clients had time for. */
async function stand(): Promise<void> {
  standing.place += 1
  if (standing.place !== standing.freezesAt) return
  answer({ frozen: true })
  goesOn = nextLine().then((line) => {
    clock.now = (JSON.parse(line) as { at: number }).at
    outOfTime()
  })
  await goesOn
}

function standingPool(pool: Pool): Pool {
  const connect = async () => {
    await stand()
    return pool.connect()
  }
  return { connect } as unknown as Pool
}

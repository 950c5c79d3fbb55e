import { APPLICATION, SELLER } from '#main/demo/sample-merchant.ts'
import { seedSampleMerchant } from '#main/demo/seed.ts'
import { type Random, randomFrom } from '../../src/simulator/random.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { makeJobsDatabase, pause, until } from '../jobs/workshop.ts'
import { openLine } from './amazon-line.ts'
import { findUnlike, findUnsettled } from './kill-checks.ts'
import { HAPPENINGS, type Placed, packagesLeave, placeFirst, reconcileNow } from './kill-happenings.ts'
import { openNursery, openWatch } from './killing.ts'
import { NO_AUDITS } from './no-audits.ts'
import { programAt } from './program-at.ts'
import { HOUR, MINUTE, START } from './seller.ts'
import { type Beginning, swiftClock } from './swift-clock.ts'

const PLENTY = { rate: 1000, burst: 1000 }
const LONGEST_LIFE = 700
const LENGTH = 24 * HOUR
/** So long, in real time, a worker that nobody kills may take for what is left. */
const PATIENCE = 120_000

/** A day at the simulated Amazon on which workers are killed: both sides, one clock, and what is drawn from a seed. */
export type KillDay = Awaited<ReturnType<typeof openKillDay>>

/** Opens a day of the sample merchant. Its chance comes from the seed alone; what a worker is at when it dies does not. */
export async function openKillDay(seed: string) {
  const chance: Random = randomFrom(seed)
  let beginning: Beginning = { start: START, began: Date.now() }
  const now = () => swiftClock(beginning)()
  const database = await makeJobsDatabase([])
  const simulator = await startSimulator({ clock: 'virtual', start: START, seed })
  const { control } = simulator
  const tick = () => control.moveClock({ set: now() })
  const ticking = setInterval(tick, 10)
  control.setLag({ low: 0, high: MINUTE })
  const line = await openLine({ pageSize: 5 })
  line.target = simulator.url
  await giveQuota(database.ownerPool(), control)
  const log = { note: () => {}, alarm: () => {} }
  const pools = { app: database.appPool(), vault: database.vaultPool() }
  const deps = programAt({ ...pools, amazon: line.url, now, random: chance.fraction, log })
  await seedSampleMerchant(deps, '2026-11-07')
  await database.ownerPool().query(NO_AUDITS)
  const nursery = openNursery()
  const watch = await openWatch(database)
  const placed: Placed = { ids: [], unlisted: new Set(), packed: new Map(), refunded: new Set() }
  const day = { chance, control, database, deps, placed, now, start: START }
  placeFirst(day)
  return {
    ...day,
    watch,
    /** Lets time pass at once, on both sides; nobody may be alive. */
    leap(ms: number): void {
      beginning = { start: now() + ms, began: Date.now() }
      tick()
    },
    begin: () =>
      nursery.begin({
        appConfig: database.appConfig,
        vaultConfig: database.vaultConfig,
        amazon: line.url,
        beginning,
        seed: chance.digits(9),
      }),
    kill: nursery.kill,
    async close(): Promise<void> {
      await nursery.close()
      clearInterval(ticking)
      await watch.close()
      await line.close()
      await simulator.close()
      await database.close()
    },
  }
}

type Owner = ReturnType<Awaited<ReturnType<typeof makeJobsDatabase>>['ownerPool']>
type Control = Awaited<ReturnType<typeof startSimulator>>['control']

/** The day is short: what Amazon allows in a minute would not last for it. */
export async function giveQuota(owner: Owner, control: Control): Promise<void> {
  for (const operation of ['searchOrders', 'getOrder']) {
    control.setQuota(operation, PLENTY)
    await owner.query(
      'insert into deployment.buckets (key, rate, burst, tokens, at) values ($1, $2, $3, $3, to_timestamp(0))',
      [`${APPLICATION.clientId}/${SELLER.sellingPartnerId}/${operation}`, PLENTY.rate, PLENTY.burst],
    )
  }
}

/** What the killing came to. */
export type Killed = { readonly kills: number; readonly atWork: number }

/** Lets the day pass and kills a worker so many times on it, at drawn moments; sometimes two that work side by side. */
export async function killAllDay(day: KillDay, kills: number): Promise<Killed> {
  const { chance, watch } = day
  let killed = 0
  let atWork = 0
  while (killed < kills) {
    const share = killed / kills
    for (const happening of HAPPENINGS) await happening(day, share)
    const left = START + LENGTH - day.now()
    day.leap(Math.max(0, Math.round((left / (kills - killed)) * 2 * chance.fraction())))
    const lives = [await day.begin()]
    if (killed + 2 <= kills && chance.fraction() < 0.2) lives.push(await day.begin())
    for (const life of lives) {
      await pause(LONGEST_LIFE * chance.fraction() ** 2)
      await day.kill(life)
    }
    killed += lives.length
    if ((await watch.noticeDeaths()) > 0) atWork += lives.length
  }
  return { kills: killed, atWork }
}

/**
 * Lets one last worker come to the end of all that is left: what runs, then a reconciliation that finds what no list showed.
 * What is not right by then is for the checks to say.
 */
export async function settle(day: KillDay): Promise<void> {
  const first = await day.begin()
  await until(async () => (await findUnsettled(day)).length === 0, PATIENCE).catch(() => {})
  await day.kill(first)
  await day.watch.noticeDeaths()
  // What waited for its turn: a back-fill while another one ran.
  for (const happening of HAPPENINGS) await happening(day, 1)
  // A day on which chance let nothing leave would prove nothing of packages.
  for (let tries = 0; tries < 20 && day.placed.packed.size === 0; tries++) await packagesLeave(day, 1)
  day.leap(Math.max(0, START + LENGTH - day.now()) + HOUR)
  await reconcileNow(day)
  const last = await day.begin()
  const isOver = async () => (await findUnsettled(day)).length === 0 && (await findUnlike(day)).length === 0
  await until(isOver, PATIENCE).catch(() => {})
  await day.kill(last)
}

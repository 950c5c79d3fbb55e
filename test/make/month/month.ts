import { openPool, type Pool } from '#store/db.ts'
import { randomFrom } from '../../../src/simulator/random.ts'
import { startSimulator } from '../../../src/simulator/server.ts'
import { openLine } from '../amazon-line.ts'
import { programAt } from '../program-at.ts'
import { DAY, HOUR, MINUTE } from '../seller.ts'
import { openMonthDatabase } from './database.ts'
import { findLeftOvers, judgeMonth } from './judge.ts'
import { openLedger } from './ledger.ts'
import { unnoticedLies } from './lies.ts'
import { type Life, live } from './life.ts'
import { seedBusyMerchant } from './merchant.ts'
import { drawMishap, faultyWay, type Mishap } from './mishaps.ts'
import { type Ended, openWorkers, type Worker } from './workers.ts'

/** Months in which the clocks change, in Europe and in America: once forwards, once back. */
const BEGINNINGS = ['2026-10-12T12:00:00Z', '2027-03-05T12:00:00Z'].map((day) => Date.parse(day))
/** After so many days nothing is left of a buyer whose order has ended. */
const KEPT = 33

/** What is played: from which seed, with how many SKUs, for how many days. */
export type MonthPlan = { readonly seed: string; readonly skus: number; readonly days: number }

/** What came of a month; `wrong` must be empty. `trace` is the same whenever the same plan is played. */
export type MonthPlayed = {
  readonly wrong: readonly string[]
  readonly mishaps: Readonly<Record<string, number>>
  readonly calls: Readonly<Record<string, number>>
  readonly orders: number
  readonly packages: number
  readonly refunds: number
  readonly trace: string
}

/** Plays a month in which everything breaks that may, at places drawn from the seed, and judges what is left. */
export async function playMonth(plan: MonthPlan): Promise<MonthPlayed> {
  const month = await openMonth(plan)
  try {
    await passMonth(month, plan)
    const unsettled = await settle(month)
    const wrong = [...unsettled, ...(await judgeMonth(month)), ...(await unnoticedLies(month))]
    await passQuietly(month, KEPT * DAY, DAY)
    wrong.push(...(await findLeftOvers(month)))
    const { ledger } = month
    return {
      wrong,
      mishaps: Object.fromEntries(month.counts.mishaps),
      calls: Object.fromEntries(month.counts.calls),
      orders: ledger.orders.size,
      packages: ledger.packed.size,
      refunds: ledger.refunded.size,
      trace: month.trace.join('\n'),
    }
  } finally {
    await month.close()
  }
}

type Month = Awaited<ReturnType<typeof openMonth>>

async function openMonth({ seed, skus }: MonthPlan) {
  const begins = randomFrom(`${seed} begins`).pick(BEGINNINGS)
  const simulator = await startSimulator({ clock: 'virtual', start: begins, seed })
  const { control } = simulator
  const database = await openMonthDatabase(control.now)
  const pool = (user: string, max: number) => openPool(database.configFor(user), { max, applicationName: 'a month' })
  const [app, vault, owner] = [pool('millrace_app', 4), pool('millrace_vault', 2), pool('millrace_owner', 2)]
  const counts = { mishaps: new Map<string, number>(), calls: new Map<string, number>() }
  const weather = { isFaulty: false, atCall: null as null | (() => Promise<void>) }
  const way = faultyWay({ chance: randomFrom(`${seed} calls`), control, counts: counts.calls }, () => weather.isFaulty)
  const exchange = async <T>(name: string, send: () => Promise<T>) => {
    const act = weather.atCall
    weather.atCall = null
    await act?.()
    return way(name, send)
  }
  const line = await openLine({ pageSize: 20, boundaries: { exchange } })
  line.target = simulator.url
  const log = { note: () => {}, alarm: () => {} }
  const deps = programAt({
    app,
    vault,
    amazon: line.url,
    now: control.now,
    random: randomFrom(`${seed} people`).fraction,
    log,
  })
  const ledger = openLedger()
  const notBefore = new Date(begins - 3 * DAY).toISOString().slice(0, 10)
  const names = await seedBusyMerchant({ control, deps, owner, ledger }, { skus, notBefore })
  const chance = randomFrom(`${seed} life`)
  const life: Life = { chance, control, deps, ledger, names }
  const ground = {
    app: database.configFor('millrace_app'),
    vault: database.configFor('millrace_vault'),
    owner: database.configFor('millrace_owner'),
    amazon: line.url,
  }
  const workers = openWorkers(ground, { seed, owner: () => owner })
  return {
    begins,
    control,
    owner,
    ledger,
    database,
    life,
    weather,
    workers,
    counts,
    chance: randomFrom(`${seed} mishaps`),
    /** Who works: two, by turns. */
    crew: [await workers.hire(), await workers.hire()] as Worker[],
    /** How many places the turn before had: about as many has the next. */
    last: { met: 100, stood: 20 },
    trace: [] as string[],
    async close(): Promise<void> {
      await workers.close()
      await line.close()
      await simulator.close()
      for (const each of [app, vault, owner]) await each.end()
      await database.close()
    },
  }
}

/** The month itself: leaps of hours, and stretches in which every moment that is due is worked on. */
async function passMonth(month: Month, { days }: MonthPlan): Promise<void> {
  const { begins, control, chance, life, weather } = month
  weather.isFaulty = true
  let next: number | null = null
  for (let closely = 0; control.now() < begins + days * DAY; closely -= 1) {
    await live(life, (control.now() - begins) / (days * DAY))
    next = await takeTurn(month, drawMishap(chance))
    if (closely <= 0 && chance.fraction() < 0.06) closely = 12
    const leap = closely > 0 ? chance.whole(1, 20) * MINUTE : chance.whole(2, 9) * HOUR
    const due = closely > 0 && next !== null ? Math.max(next - control.now(), 1000) : leap
    control.advance(Math.min(due, leap))
  }
  weather.isFaulty = false
}

const swap = (month: Month): void => void month.crew.reverse()

/** Lets one of the crew do what is due while something befalls it or the database; gives when something is due next. */
async function takeTurn(month: Month, mishap: Mishap | null): Promise<number | null> {
  const { control, chance, crew, counts, weather } = month
  const share = chance.fraction()
  const call = chance.whole(1, 6)
  if (mishap !== null) counts.mishaps.set(mishap, (counts.mishaps.get(mishap) ?? 0) + 1)
  if (chance.fraction() < 0.3) swap(month)
  const [worker] = crew as [Worker]
  const off = chance.whole(1, 5) * MINUTE
  const ahead = mishap === 'clock ahead' ? off : mishap === 'clock behind' ? -off : 0
  const way = mishap === 'killed' || mishap === 'lost' || mishap === 'frozen' ? mishap : null
  const during = atDatabase(month, mishap)
  if (during) weather.atCall = after(call, weather, during.strikes)
  const places = way === 'frozen' ? month.last.stood : month.last.met
  const place = 1 + Math.floor(share * places)
  const ended = await worker.work({ at: control.now() + ahead, fault: way && { place, way } })
  weather.atCall = null
  await during?.passes()
  const result = await goOnAfter(month, worker, ended)
  month.last = result
  month.trace.push(`${new Date(control.now()).toISOString()} ${mishap ?? '-'} ${ended.how} ${JSON.stringify(result)}`)
  if (process.env.MONTH_LOG) console.error((performance.now() / 1000).toFixed(1), month.trace.at(-1))
  return result.next
}

/** What is due after all: a dead worker is replaced, one that stands still is overtaken by the other before it goes on. */
async function goOnAfter(month: Month, worker: Worker, ended: Ended): Promise<Extract<Ended, { how: 'done' }>> {
  const { control, crew, workers, chance } = month
  if (ended.how === 'done' && ended.error === null) return ended
  if (ended.how === 'dead') crew.splice(crew.indexOf(worker), 1, await workers.hire())
  // Longer than a lease: whoever stands still is taken for dead.
  if (ended.how !== 'done') control.advance(chance.whole(1, 10) * MINUTE)
  const [other] = ended.how === 'frozen' ? crew.filter((each) => each !== worker) : crew
  let last = ended
  for (let tries = 0; tries < 5; tries++) {
    last = await (other as Worker).work({ at: control.now(), fault: null })
    if (last.how === 'done' && last.error === null) break
  }
  if (ended.how === 'frozen') await worker.goOn()
  if (last.how !== 'done') throw new Error(`A worker is ${last.how} without a reason.`)
  return last
}

/** Lets so many calls pass before something strikes. */
function after(calls: number, weather: Month['weather'], strike: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (calls <= 1) return strike()
    weather.atCall = after(calls - 1, weather, strike)
  }
}

/** What befalls the database while somebody works, and how it passes. */
function atDatabase({ database, owner }: Month, mishap: Mishap | null) {
  const nothing = async () => {}
  if (mishap === 'database stopped' || mishap === 'database killed') {
    const word = mishap === 'database stopped' ? 'fast' : 'immediate'
    const strikes = async () => {
      await database.tell(word)
      await database.tell('start')
    }
    return { strikes, passes: nothing }
  }
  if (mishap === 'disk full' && database.hasDisk)
    return { strikes: () => database.tell('fill'), passes: () => database.tell('free') }
  if (mishap === 'newer version') return { strikes: () => migrateAhead(owner), passes: nothing }
  return null
}

/** A newer version has brought its migration while the older one works: a column more in tables that it reads. */
async function migrateAhead(owner: Pool): Promise<void> {
  for (const table of ['millrace.orders', 'millrace.sku_fields', 'millrace.outbox', 'deployment.due'])
    await owner.query(`alter table ${table} add column if not exists of_a_newer_version text`)
}

/** Lets a sound worker come to the end of what is left; gives what is not at its end even so. */
async function settle(month: Month): Promise<readonly string[]> {
  for (let round = 0; round < 20; round++) {
    // Feeds and reports are worked on in minutes, cycles begin hourly, and what no list showed is found at night.
    await passQuietly(month, 30 * MINUTE, 5 * MINUTE)
    await passQuietly(month, 6 * HOUR, 3 * HOUR)
    if ((await unsettled(month.owner)).length === 0 && round > 3) return []
  }
  return unsettled(month.owner)
}

async function passQuietly(month: Month, ms: number, step: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += step) {
    month.control.advance(step)
    await takeTurn(month, null)
  }
}

async function unsettled(owner: Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ what: string }>(
    `select 'a page waits' as what from millrace.pages
     union all select 'a window is open' from millrace.sweeps where window_to is not null
     union all select 'going up: ' || kind || ' ' || state || ' ' || coalesce(problem->>'code', '') from millrace.outbox where state <> 'settled'
     union all select 'a submission is open: ' || kind || ' ' || state from millrace.submissions where ended_at is null
     union all select 'a field is ' || state || ': ' || seller_sku || ' ' || field from millrace.sku_fields where state not in ('confirmed')
     union all select 'failing: ' || kind || ' ' || coalesce(last_error, '') from deployment.due where failures > 0`,
  )
  return rows.map(({ what }) => what)
}

import { openPool } from '#store/db.ts'
import { randomFrom } from '../../../src/simulator/random.ts'
import { startSimulator } from '../../../src/simulator/server.ts'
import { openLine } from '../amazon-line.ts'
import { programAt } from '../program-at.ts'
import { DAY } from '../seller.ts'
import { openMonthDatabase } from './database.ts'
import { openLedger } from './ledger.ts'
import type { Life } from './life.ts'
import { seedBusyMerchant } from './merchant.ts'
import { faultyWay } from './mishaps.ts'
import { openWorkers, type Worker } from './workers.ts'

/** Months in which the clocks change, in Europe and in America: once forwards, once back. */
const BEGINNINGS = ['2026-10-12T12:00:00Z', '2027-03-05T12:00:00Z'].map((day) => Date.parse(day))
/** What is played: from which seed, with how many SKUs, for how many days. */
export type MonthPlan = { readonly seed: string; readonly skus: number; readonly days: number }

/** A month that has begun: Amazon, a database, who works, and what is drawn. */
export type Month = Awaited<ReturnType<typeof openMonth>>

/** Opens a month; each of its chances comes from the seed alone. */
export async function openMonth({ seed, skus }: MonthPlan) {
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
    /** What happened that nothing explains. */
    odd: [] as string[],
    async close(): Promise<void> {
      await workers.close()
      await line.close()
      await simulator.close()
      for (const each of [app, vault, owner]) await each.end()
      await database.close()
    },
  }
}

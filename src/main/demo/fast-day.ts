import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nextWorkAt, runDue } from '#jobs/run-due.ts'
import { readConfig } from '../config.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { createLog } from '../log.ts'
import { type SimulatorProcess, startSimulatorProcess } from '../simulator-process.ts'
import { checkDay, type DayResult } from './check-day.ts'
import { seedSampleMerchant } from './seed.ts'

/** A day at the simulated Amazon with a deployment of its own beside it; both sides read one clock that only `moveTo` moves. */
export type Day = {
  readonly installation: Installation
  readonly simulator: SimulatorProcess
  now(): number
  moveTo(instant: number): Promise<void>
  close(): Promise<void>
}

/** Midnight in New York, the sample merchant's zone. */
const START = Date.parse('2026-11-10T05:00:00Z')
const DAY = 24 * 3_600_000
const DAY_BEFORE = '2026-11-09'

/** Opens a day drawn from a seed: the simulator with its script, an empty database, the sample merchant connected. */
export async function openDay(seed: string): Promise<Day> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'millrace-day-'))
  const start = ['--clock', 'virtual', '--start', new Date(START).toISOString(), '--day', 'fast', '--seed', seed]
  const simulator = await startSimulatorProcess(start)
  let clock = START
  const now = () => clock
  const clean = async () => {
    await simulator.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    const config = readConfig({ MILLRACE_DATA_FOLDER: dataFolder })
    const installation = await openInstallation(config, { log: createLog('silent'), now, simulatorUrl: simulator.url })
    await seedSampleMerchant(installation.deps, DAY_BEFORE)
    return {
      installation,
      simulator,
      now,
      async moveTo(instant) {
        await control(simulator, 'clock', { set: instant })
        clock = instant
      },
      async close() {
        await installation.close()
        await clean()
      },
    }
  } catch (error) {
    await clean()
    throw error
  }
}

/** Plays the day to its end: when nothing is due on either side, both jump together to the next thing that is. */
export async function runDay(day: Day): Promise<void> {
  const { shop } = day.installation
  for (;;) {
    await runDue(shop)
    const next = Math.min((await nextWorkAt(shop)) ?? Number.POSITIVE_INFINITY, await nextEventAt(day.simulator))
    if (next > START + DAY) return
    await day.moveTo(Math.max(next, day.now() + 1))
  }
}

/** Plays one day and compares it with its script; `seconds` is real time (M5). */
export async function playDay(options: { readonly seed: string }): Promise<DayResult & { readonly seconds: number }> {
  const began = performance.now()
  const day = await openDay(options.seed)
  try {
    await runDay(day)
    return { ...(await judgeDay(day)), seconds: (performance.now() - began) / 1000 }
  } finally {
    await day.close()
  }
}

/** Compares what became of the day's orders here with what the simulator's script says. */
export async function judgeDay(day: Day): Promise<DayResult> {
  return checkDay(day.installation.deps, (await control(day.simulator, 'day')) as Parameters<typeof checkDay>[1])
}

async function nextEventAt(simulator: SimulatorProcess): Promise<number> {
  const { nextEventAt: next } = (await control(simulator, 'clock')) as { nextEventAt: string | null }
  return next === null ? Number.POSITIVE_INFINITY : Date.parse(next)
}

/** Uses the simulator's side door: reads with GET, changes with POST. */
async function control(simulator: SimulatorProcess, path: string, change?: object): Promise<unknown> {
  const body = change && { method: 'POST', body: JSON.stringify(change) }
  const answer = await fetch(`${simulator.url}/control/${path}`, body)
  if (!answer.ok) throw new Error(`The simulator refuses ${path}: ${await answer.text()}`)
  return answer.json()
}

import { randomBytes } from 'node:crypto'
import { addDemoDoor } from '#http/demo-door.ts'
import type { Config } from './config.ts'
import { openDemoDoor } from './demo/door.ts'
import { openDemoPage } from './demo/page.ts'
import { noteRunning, refuseSecond } from './demo/running.ts'
import { MERCHANT } from './demo/sample-merchant.ts'
import { seedSampleMerchant } from './demo/seed.ts'
import { seedPeople } from './demo/seed-people.ts'
import { startHeartbeat } from './heartbeat.ts'
import { type Installation, openInstallation } from './installation.ts'
import { listenFrom } from './listen.ts'
import { createLog } from './log.ts'
import { firstLinks, type ShownLink } from './open-sign-in.ts'
import { type SimulatorProcess, startSimulatorProcess } from './simulator-process.ts'
import { openPages } from './start-pages.ts'
import { startWork } from './start-work.ts'
import { whatStops } from './stopping.ts'
import { openWatch } from './watch/open-watch.ts'
import { measureProcess } from './watch/own-metrics.ts'

/** A running deployment: where it listens, and how to stop it. */
export type Serving = {
  readonly installation: Installation
  readonly address: string
  /** Links for who must come in first, where nobody is in yet; in the demo none. */
  readonly links: readonly ShownLink[]
  /** The wanted port, when another program has it. */
  readonly takenPort: number | null
  /** Ends with a sentence when a part without which nothing works has died. */
  readonly broken: Promise<string>
  stop(): Promise<void>
}

/** Starts everything in one process: database, worker, REST API, and in the demo the simulator beside it (M5). */
export async function serve(config: Config): Promise<Serving> {
  const log = createLog(config.mode === 'demo' ? 'silent' : 'info')
  const stopping = whatStops(log)
  try {
    const simulator = config.mode === 'demo' ? await startDemoSimulator(config) : null
    if (simulator) stopping.add(() => simulator.stop())
    const metrics = measureProcess()
    const installation = await openInstallation(config, { log, metrics, simulatorUrl: simulator?.url ?? null })
    stopping.add(() => installation.close())
    const { deps, shop } = installation
    if (simulator) {
      noteRunning(config, { simulator: simulator.url, address: null })
      await seedSampleMerchant(deps, yesterdayIn(MERCHANT.timeZone, deps.now()))
    }
    await startWork(installation, stopping)
    const heartbeat = startHeartbeat(installation, 'both')
    stopping.add(() => heartbeat.stop())
    const { app, signIn, live } = await openPages(installation, stopping, openWatch(installation, metrics))
    if (simulator) {
      await seedPeople(deps, signIn)
      addDemoDoor(app, { signIn, deps }, openDemoDoor(shop.pool, deps.now))
      openDemoPage(app, installation, live)
    }
    const listening = await listenFrom(app, config)
    if (simulator) noteRunning(config, { simulator: simulator.url, address: listening.address })
    const links = simulator ? [] : await firstLinks(installation, signIn, listening.address)
    const broken = firstToEnd(installation, simulator)
    return { installation, ...listening, links, broken, stop: stopping.stop }
  } catch (error) {
    await stopping.stop()
    throw error
  }
}

/** A simulated Amazon with a day of its own: order ids of a former run shall not come again with other orders. */
async function startDemoSimulator(config: Config): Promise<SimulatorProcess> {
  await refuseSecond(config)
  return startSimulatorProcess(['--clock', 'real', '--day', 'live', '--seed', randomBytes(4).toString('hex')])
}

function firstToEnd(installation: Installation, simulator: SimulatorProcess | null): Promise<string> {
  return Promise.race([
    installation.databaseEnded.then(
      () => `The embedded database has ended. Its log is in ${installation.config.dataFolder}.`,
    ),
    simulator ? simulator.exited.then(() => 'The simulated Amazon has ended.') : new Promise<string>(() => {}),
  ])
}

/** The day before today in a time zone, `YYYY-MM-DD`: the sample merchant's cut-off date. */
function yesterdayIn(timeZone: string, now: number): string {
  const form = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return new Intl.DateTimeFormat('en-CA', form).format(now - 86_400_000)
}

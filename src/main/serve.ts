import { randomBytes } from 'node:crypto'
import { buildApp } from '#http/app.ts'
import { addDemoPage } from '#http/demo-page.ts'
import { startDispatcher } from '#jobs/dispatch.ts'
import { openQueue } from '#jobs/queue.ts'
import { startWorker } from '#jobs/worker.ts'
import { isConnectionLost } from '#store/db.ts'
import { listen } from '#store/listen.ts'
import type { Config } from './config.ts'
import { demoPageState } from './demo/page-state.ts'
import { MERCHANT } from './demo/sample-merchant.ts'
import { seedSampleMerchant } from './demo/seed.ts'
import { type Installation, noteSimulator, openInstallation } from './installation.ts'
import { listenFrom } from './listen.ts'
import { createLog } from './log.ts'
import { startSimulatorProcess } from './simulator-process.ts'
import { VERSION } from './version.ts'

/** Where a committed import tells the pages that watch (see record-import). */
const LIVE_CHANNEL = 'millrace_live'

/** A running deployment: where it listens, and how to stop it. */
export type Serving = {
  readonly installation: Installation
  readonly address: string
  readonly takenPort: number | null
  stop(): Promise<void>
}

/** Starts everything in one process: database, worker, REST API, and in the demo the simulator beside it (M5). */
export async function serve(config: Config): Promise<Serving> {
  const log = createLog(config.mode === 'demo' ? 'silent' : 'info')
  const stopping: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const step of stopping.splice(0).reverse())
      await step().catch((error: Error) => log.alarm('A part did not stop cleanly.', { error: error.name }))
  }
  try {
    const simulator =
      config.mode === 'demo'
        ? await startSimulatorProcess(['--clock', 'real', '--day', 'live', '--seed', randomBytes(4).toString('hex')])
        : null
    if (simulator) stopping.push(() => simulator.stop())
    const installation = await openInstallation(config, { log, simulatorUrl: simulator?.url ?? null })
    stopping.push(() => installation.close())
    const { deps, shop } = installation
    if (simulator) {
      noteSimulator(config, simulator.url)
      await seedSampleMerchant(deps, yesterdayIn(MERCHANT.timeZone, deps.now()))
    }
    const queue = await openQueue(installation.appDatabase, log)
    stopping.push(() => queue.close())
    const worker = startWorker(shop, queue)
    stopping.push(() => worker.stop())
    const dispatcher = startDispatcher(shop, queue)
    stopping.push(() => dispatcher.stop())
    const app = await buildApp(deps, { version: VERSION, isOutage: isConnectionLost })
    if (config.mode === 'demo') {
      const watchers = new Set<() => void>()
      const listening = listen(shop.pool, LIVE_CHANNEL, () => {
        for (const changed of watchers) changed()
      })
      stopping.push(async () => listening.close())
      addDemoPage(app, {
        state: () => demoPageState(deps, MERCHANT.id, `Millrace ${VERSION} · data folder ${config.dataFolder}`),
        onChange: (changed) => {
          watchers.add(changed)
          return () => void watchers.delete(changed)
        },
      })
    }
    stopping.push(() => app.close())
    const { address, takenPort } = await listenFrom(app, config)
    return { installation, address, takenPort, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The day before today in a time zone, `YYYY-MM-DD`: the sample merchant's cut-off date. */
export function yesterdayIn(timeZone: string, now: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now - 86_400_000,
  )
}

import { onTestFinished } from 'vitest'
import { runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { composeDeps } from '#main/compose.ts'
import { APPLICATION, MERCHANT } from '#main/demo/sample-merchant.ts'
import { seedSampleMerchant } from '#main/demo/seed.ts'
import type { MerchantStore } from '#store/merchant-store.ts'
import { type SimulatorOptions, startSimulator } from '../../src/simulator/server.ts'
import { makeDatabase } from './database.ts'

/** Two hours before noon in New York on a Tuesday in November. */
export const START = Date.parse('2026-11-10T15:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/**
 * A connected sample merchant on a database and a Seller Central of its own, with one clock for both sides: nothing runs
 * until `run` is called, and time stands still until `pass` moves it.
 */
export async function makeSeller(options: { simulator?: SimulatorOptions; notBefore?: string; lag?: number } = {}) {
  const database = await makeDatabase()
  const simulator = await startSimulator({
    clock: 'virtual',
    start: new Date(START).toISOString(),
    ...options.simulator,
  })
  onTestFinished(async () => {
    await simulator.close()
    await database.close()
  })
  simulator.control.setLag({ fixed: options.lag ?? 0 })
  const app = database.appPool()
  const alarms: string[] = []
  const deps = composeDeps({
    app,
    vault: database.vaultPool(),
    key: Buffer.alloc(32, 7),
    amazon: {
      applications: { na: APPLICATION, eu: APPLICATION, fe: APPLICATION },
      loginUrl: `${simulator.url}/auth/o2/token`,
      endpoints: { na: simulator.url, eu: simulator.url, fe: simulator.url },
      allowedHosts: [new URL(simulator.url).host],
      userAgent: 'Millrace/test (Language=TypeScript)',
    },
    now: () => simulator.control.now(),
    random: () => 0.5,
    log: { note: () => {}, alarm: (message, facts) => void alarms.push(`${message} ${JSON.stringify(facts ?? {})}`) },
  })
  await seedSampleMerchant(deps, options.notBefore ?? '2026-11-09')
  const shop = { pool: app, deps, schedule: SCHEDULE }
  return {
    deps,
    simulator,
    control: simulator.control,
    database,
    shop,
    alarms,
    merchant: MERCHANT.id,
    connection: 'na-A3HARBORGOODS',
    run: () => runDue(shop),
    /** Lets time pass on both sides, running what falls due every minute. */
    async pass(ms: number) {
      for (let gone = 0; gone < ms; gone += MINUTE) {
        simulator.control.advance(Math.min(MINUTE, ms - gone))
        await runDue(shop)
      }
    },
    store: <T>(work: (store: MerchantStore) => Promise<T>): Promise<T> =>
      deps.transaction(MERCHANT.id, 'app', (tx) => work(tx.store)),
  }
}

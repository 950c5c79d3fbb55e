import { expect, onTestFinished } from 'vitest'
import { openHintQueue } from '#amazon/hint-queue.ts'
import type { ConnectionId } from '#core/ids.ts'
import type { WebhookSender } from '#flows/deps.ts'
import { nextWorkAt, runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { composeDeps, type Parts } from '#main/compose.ts'
import { APPLICATION, APPLICATION_ID, MERCHANT, SELLER } from '#main/demo/sample-merchant.ts'
import { seedSampleMerchant } from '#main/demo/seed.ts'
import type { MerchantStore } from '#store/merchant-store.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/simulator/server.ts'
import { makeDatabase } from './database.ts'
import { wrongStock } from './database-dump.ts'
import { NO_AUDITS } from './no-audits.ts'
import { programAt } from './program-at.ts'

/** Two hours before noon in New York on a Tuesday in November. */
export const START = Date.parse('2026-11-10T15:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export type SellerOptions = {
  /** True: Amazon's notifications come by a queue of the simulator; nothing is taken from it until `hints` is called. */
  readonly queue?: true
  /** Who tells webhooks; without it nothing is told. */
  readonly webhooks?: WebhookSender
  simulator?: SimulatorOptions
  notBefore?: string
  lag?: number
  /** How far our clock is ahead of Amazon's, ms. */
  ahead?: number
  /** Where the seller sells; Amazon.com when none is named. */
  marketplaces?: readonly string[]
  /** Another way to Amazon than straight to the simulator: its address, and what it saw. */
  through?: (simulator: Simulator) => Promise<{ readonly url: string; readonly seen: readonly string[] }>
  /** False: connected, but importing was never started. */
  started?: boolean
  /** True: the application says to Seller Central that it is a draft. */
  draft?: boolean
  /** True: its listings are audited as they are in life; else only when a test asks for it. */
  audited?: boolean
  /** The deployment's key or key file, in place of one that stays. */
  key?: Parts['key']
  /** True: Amazon was just asked to prove the connection; else the merchant is a copy of one for whom that was long ago. */
  justConnected?: true
}

/** What makes a seller's first rows others than usual. */
const UNUSUAL = ['simulator', 'notBefore', 'ahead', 'marketplaces', 'through', 'key', 'justConnected'] as const
const NOT_BEFORE = '2026-11-09'

let usual: Promise<string> | null = null

/** A database with the sample merchant as the flows enter it, made once for all tests of this worker: entering it takes longer than all the rest. */
function usualSeller(): Promise<string> {
  usual ??= (async () => {
    const database = await makeDatabase()
    const simulator = await startSimulator({ clock: 'virtual', start: new Date(START).toISOString() })
    const deps = programAt({
      app: database.appPool(),
      vault: database.vaultPool(),
      amazon: simulator.url,
      now: () => START,
      random: () => 0.5,
      log: { note: () => {}, alarm: () => {} },
    })
    await seedSampleMerchant(deps, NOT_BEFORE)
    await deps.flush()
    await simulator.close()
    return database.keep()
  })()
  return usual
}

/** A queue at the simulator, as the program opens it. */
function queueAt({ url, control }: Simulator) {
  const { arn, path } = control.putQueue()
  const key = { accessKeyId: 'AKIASIMULATED', secretAccessKey: 'no-secret' }
  return openHintQueue({ arn, url: `${url}${path}`, region: 'us-east-1', ...key })
}

/**
 * A connected sample merchant on a database and a Seller Central of its own, with one clock for both sides: nothing runs
 * until `run` is called, and time stands still until `pass` moves it.
 */
export async function makeSeller(options: SellerOptions = {}) {
  const isUsual = UNUSUAL.every((option) => options[option] === undefined)
  const database = await makeDatabase(isUsual ? { template: await usualSeller() } : {})
  const simulator = await startSimulator({
    clock: 'virtual',
    start: new Date(START).toISOString(),
    ...options.simulator,
  })
  onTestFinished(async () => {
    const wrong = await wrongStock(database)
    await simulator.close()
    await database.close()
    // Holds after every test, whatever it was about (O20).
    expect(wrong).toEqual([])
  })
  const marketplaces = options.marketplaces?.map((id) => ({ id }))
  if (marketplaces) simulator.control.putSeller({ sellerId: SELLER.sellingPartnerId, marketplaces })
  simulator.control.setLag({ fixed: options.lag ?? 0 })
  const way = (await options.through?.(simulator)) ?? { url: simulator.url, seen: [] }
  const app = database.appPool()
  const alarms: string[] = []
  const notes: string[] = []
  const deps = composeDeps({
    app,
    vault: database.vaultPool(),
    key: options.key ?? Buffer.alloc(32, 7),
    amazon: {
      applications: { na: APPLICATION, eu: APPLICATION, fe: APPLICATION },
      consent: {
        page: simulator.url,
        applicationIds: { na: APPLICATION_ID, eu: APPLICATION_ID, fe: APPLICATION_ID },
        draft: options.draft ?? false,
      },
      loginUrl: `${simulator.url}/auth/o2/token`,
      endpoints: { na: way.url, eu: way.url, fe: way.url },
      allowedHosts: [simulator.url, way.url].map((url) => new URL(url).host),
      documentHosts: [simulator.url, way.url].map((url) => new URL(url).host),
      userAgent: 'Millrace/test (Language=TypeScript)',
    },
    now: () => simulator.control.now() + (options.ahead ?? 0),
    random: () => 0.5,
    ...(options.webhooks ? { webhooks: options.webhooks } : {}),
    ...(options.queue ? { hintQueue: queueAt(simulator) } : {}),
    log: {
      note: (message, facts) => void notes.push(`${message} ${JSON.stringify(facts ?? {})}`),
      alarm: (message, facts) => void alarms.push(`${message} ${JSON.stringify(facts ?? {})}`),
    },
  })
  if (!isUsual) await seedSampleMerchant(deps, options.notBefore ?? NOT_BEFORE)
  if (options.started === false)
    await database.ownerPool().query(`delete from millrace.sweeps; delete from deployment.due;
      update millrace.connections set importing = false, started_at = null`)
  if (!options.audited) await database.ownerPool().query(NO_AUDITS)
  const shop = { pool: app, deps, schedule: SCHEDULE }
  return {
    deps,
    simulator,
    control: simulator.control,
    seen: way.seen,
    database,
    shop,
    alarms,
    /** Lines of the log that are no alarms. */
    notes,
    merchant: MERCHANT.id,
    connection: 'na-A3HARBORGOODS' as ConnectionId,
    run: () => runDue(shop),
    /** Lets time pass on both sides, running what falls due every minute; minutes in which nothing is due pass at once. */
    async pass(ms: number) {
      for (let gone = 0; gone < ms; ) {
        const next = (await nextWorkAt(shop)) ?? Number.POSITIVE_INFINITY
        const minutes = Math.max(1, Math.ceil((next - deps.now()) / MINUTE))
        const step = Math.min(minutes * MINUTE, ms - gone)
        simulator.control.advance(step)
        gone += step
        await runDue(shop)
      }
    },
    store: <T>(work: (store: MerchantStore) => Promise<T>): Promise<T> =>
      deps.transaction(MERCHANT.id, 'app', (tx) => work(tx.store)),
  }
}

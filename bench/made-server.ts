// A server and databases for one run: the embedded PostgreSQL with its ordinary settings (fsync on), in a folder that goes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CenterCode, ConnectionId } from '#core/ids.ts'
import { DEFAULT_SETTINGS } from '#core/settings/settings.ts'
import { setStock } from '#flows/change-stock.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { type Composed, composeDeps, type Parts } from '#main/compose.ts'
import { APPLICATION, ITEMS, MERCHANT, orderSettings } from '#main/demo/sample-merchant.ts'
import { seedSampleMerchant } from '#main/demo/seed.ts'
import { type Role, startEmbedded } from '#main/embedded/start.ts'
import { type DatabaseConfig, openPool, type Pool } from '#store/db.ts'
import { migrate } from '#store/migrate.ts'

/** The deployment's key of all databases here. */
export const KEY = Buffer.alloc(32, 7)

/** The only connection of the sample merchant. */
export const CONNECTION = 'na-A3HARBORGOODS' as ConnectionId

/** One database with the sample merchant, connected and importing. */
export type Shop = { readonly name: string; readonly app: Pool; readonly vault: Pool; readonly deps: Composed }

/** The running server. */
export type MadeServer = {
  readonly version: string
  configFor(role: Role, database: string): DatabaseConfig
  /** A database whose merchant is connected to the Amazon at `url`, with the clock given. */
  makeShop(name: string, amazon: { url: string; now: () => number; since: string }): Promise<Shop>
  stop(): Promise<void>
}

/** Starts the server. */
export async function startServer(): Promise<MadeServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'millrace-bench-'))
  const server = await startEmbedded({ dataFolder })
  const pools: Pool[] = []
  const shops: Composed[] = []
  const open = (role: Role, database: string) => {
    const pool = openPool(server.configFor(role, database), { max: 4, applicationName: `bench ${role}` })
    pools.push(pool)
    return pool
  }
  const admin = open('millrace_owner', 'postgres')
  return {
    version: server.version,
    configFor: server.configFor,
    async makeShop(name, amazon) {
      await admin.query(`create database ${name}`)
      const folder = join(import.meta.dirname, '..', 'migrations')
      const owner = server.configFor('millrace_owner', name)
      const outcome = await migrate(owner, { folder, now: Date.now, queues: [] })
      if (!outcome.ok) throw new Error(outcome.refusal.sentence)
      const [app, vault] = [open('millrace_app', name), open('millrace_vault', name)]
      const deps = composeDeps(partsFor({ app, vault, ...amazon }))
      shops.push(deps)
      await seedSampleMerchant(deps, amazon.since)
      await fillShelves(deps)
      const { sweepEveryMinutes, sweepAdapts } = DEFAULT_SETTINGS.orders
      const usual = { ...orderSettings(amazon.since), sweepEveryMinutes, sweepAdapts }
      await saveOrderSettings(deps, MERCHANT.id, usual)
      return { name, app, vault, deps }
    },
    async stop() {
      // Calls are counted a second later: not into a pool that is closed.
      for (const shop of shops) await shop.flush()
      for (const pool of pools) await pool.end()
      await server.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function partsFor({ app, vault, url, now }: { app: Pool; vault: Pool; url: string; now: () => number }): Parts {
  return {
    app,
    vault,
    key: KEY,
    amazon: {
      applications: { na: APPLICATION, eu: APPLICATION, fe: APPLICATION },
      loginUrl: `${url}/auth/o2/token`,
      endpoints: { na: url, eu: url, fe: url },
      allowedHosts: [new URL(url).host],
      documentHosts: [new URL(url).host],
      userAgent: 'Millrace/bench (Language=TypeScript)',
    },
    now,
    random: () => 0.5,
    log: { note: () => {}, alarm: (message, facts) => console.error(message, facts ?? '') },
  }
}

/** Enough of everything in both centers, so that no order of the run is short. */
async function fillShelves(deps: Composed): Promise<void> {
  const tracked = ITEMS.filter((item) => item.tracksStock)
  const entries = ['PORTLAND', 'RENO'].flatMap((center) =>
    tracked.map(({ id }) => ({ itemId: id, center: center as CenterCode, onHand: 1_000_000 })),
  )
  const set = await setStock(deps, MERCHANT.id, { stock: entries, who: 'the bench' })
  if (!set.ok) throw new Error('The shelves could not be filled.')
}

import type { Watch } from '#http/watch.ts'
import { buildWatchApp } from '#http/watch-app.ts'
import { isConnectionLost } from '#store/db.ts'
import { type Config, ConfigRefusal } from './config.ts'
import { startHeartbeat } from './heartbeat.ts'
import { type Installation, openInstallation } from './installation.ts'
import { listenFrom, listenOn } from './listen.ts'
import { createLog } from './log.ts'
import { firstLinks, type ShownLink } from './open-sign-in.ts'
import { openPages } from './start-pages.ts'
import { startWork } from './start-work.ts'
import { type Stopping, whatStops } from './stopping.ts'
import { VERSION } from './version.ts'
import { openWatch } from './watch/open-watch.ts'
import { measureProcess } from './watch/own-metrics.ts'

/** One process of several: where it listens, and how to stop it. */
export type ServingApart = {
  readonly address: string
  readonly links: readonly ShownLink[]
  stop(): Promise<void>
}

type Began = { readonly address: string; readonly links: readonly ShownLink[] }

/** A process that is being started. */
type Process = { readonly installation: Installation; readonly stopping: Stopping; readonly watch: Watch }

/** Serves pages and the API, and works on nothing: one of any number of such processes (X3). */
export const serveWeb = (config: Config): Promise<ServingApart> =>
  apart(config, 'web', async ({ installation, stopping, watch }) => {
    const { app, signIn } = await openPages(installation, stopping, watch)
    const address = await listenOn(app, config)
    return { address, links: await firstLinks(installation, signIn, address) }
  })

/** Does the work, and serves nothing but how it is: one of any number of such processes (X3). */
export const serveWorker = (config: Config): Promise<ServingApart> =>
  apart(config, 'worker', async ({ installation, stopping, watch }) => {
    await startWork(installation, stopping)
    const app = buildWatchApp(installation.deps, { version: VERSION, isOutage: isConnectionLost }, watch)
    stopping.add(() => app.close())
    const { address } = await listenFrom(app, { host: config.host, port: config.workerPort })
    return { address, links: [] }
  })

/** Opens a database that others use as well: it must be brought up to date before, by `migrate`. */
async function apart(
  config: Config,
  role: 'web' | 'worker',
  begin: (process: Process) => Promise<Began>,
): Promise<ServingApart> {
  if (config.mode === 'demo')
    throw new ConfigRefusal('The demo is one program: npm start. For several set MILLRACE_MODE=real.')
  if (config.databases === null)
    throw new ConfigRefusal(
      'Several processes need a PostgreSQL of your own: set DATABASE_URL and DATABASE_VAULT_URL. With the embedded one Millrace is one program: npm start.',
    )
  const log = createLog('info')
  const stopping = whatStops(log)
  const metrics = measureProcess()
  try {
    const installation = await openInstallation(config, { log, metrics, isMigratedBefore: true })
    stopping.add(() => installation.close())
    const heartbeat = startHeartbeat(installation, role)
    stopping.add(() => heartbeat.stop())
    return {
      ...(await begin({ installation, stopping, watch: openWatch(installation, metrics) })),
      stop: stopping.stop,
    }
  } catch (error) {
    await stopping.stop()
    throw error
  }
}

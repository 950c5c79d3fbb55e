import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '#http/api.ts'
import { buildApp } from '#http/app.ts'
import { addConsole } from '#http/console.ts'
import { addSignInPages } from '#http/sign-in-pages.ts'
import type { Watch } from '#http/watch.ts'
import type { SignIn } from '#sign-in/sign-in.ts'
import { isConnectionLost } from '#store/db.ts'
import { ConfigRefusal } from './config.ts'
import { machineOf } from './doctor/machine-of.ts'
import type { Installation } from './installation.ts'
import { openLivePages } from './live-pages.ts'
import { openSignIn } from './open-sign-in.ts'
import { keyLimitOf } from './requests-per-minute.ts'
import type { Stopping } from './stopping.ts'
import { VERSION } from './version.ts'

/** Where the console lies once it is built (`npm start` builds it). */
const CONSOLE = join(import.meta.dirname, '..', '..', 'dist', 'web')

/** What people and programs speak to; it does not listen yet. */
export type Pages = { readonly app: Api; readonly signIn: SignIn; readonly live: ReturnType<typeof openLivePages> }

/** A checkout, or a release that was put together by hand, may lack what `npm start` builds. */
function refuseUnbuilt(): void {
  if (!existsSync(join(CONSOLE, 'index.html')))
    throw new ConfigRefusal('The console is not built yet. Start by npm start or ./millrace web, which build it once.')
}

/** Opens the REST API, signing in and the console. Any number of processes may do so on one database (U6). */
export async function openPages(installation: Installation, stopping: Stopping, watch: Watch): Promise<Pages> {
  refuseUnbuilt()
  const { deps, shop } = installation
  const { signIn, stop } = openSignIn(installation)
  stopping.add(stop)
  const live = openLivePages(shop.pool)
  stopping.add(() => live.close())
  const app = await buildApp(deps, {
    version: VERSION,
    isOutage: isConnectionLost,
    keyLimit: keyLimitOf(installation.config),
    signIn,
    live,
    machine: machineOf(installation),
    watch,
  })
  stopping.add(() => app.close())
  addSignInPages(app)
  addConsole(app, CONSOLE)
  return { app, signIn, live }
}

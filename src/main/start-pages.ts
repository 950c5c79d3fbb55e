import { join } from 'node:path'
import type { Api } from '#http/api.ts'
import { buildApp } from '#http/app.ts'
import { addConsole } from '#http/console.ts'
import { addSignInPages } from '#http/sign-in-pages.ts'
import type { SignIn } from '#sign-in/sign-in.ts'
import { isConnectionLost } from '#store/db.ts'
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

/** Opens the REST API, signing in and the console. Any number of processes may do so on one database (U6). */
export async function openPages(installation: Installation, stopping: Stopping): Promise<Pages> {
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
  })
  stopping.add(() => app.close())
  addSignInPages(app)
  addConsole(app, CONSOLE)
  return { app, signIn, live }
}

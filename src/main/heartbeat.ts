import { randomBytes } from 'node:crypto'
import { type ProcessRole, sayGone, sayHere } from '#store/processes.ts'
import type { Installation } from './installation.ts'
import { VERSION } from './version.ts'

/** How often a process says that it is there, and after how long in silence it counts as gone, ms. */
const EVERY = 10_000
export const GONE_AFTER = 60_000

/** Says in the database that this process runs, until it is stopped; others read there that a worker is at work (X5). */
export function startHeartbeat({ shop, deps }: Installation, role: ProcessRole): { stop(): Promise<void> } {
  const id = randomBytes(6).toString('hex')
  const startedAt = deps.now()
  let last: Promise<unknown> = Promise.resolve()
  const beat = () => {
    last = last
      .then(() => sayHere(shop.pool, { id, role, version: VERSION, startedAt, seenAt: deps.now() }))
      .catch((error: Error) => deps.log.alarm('A process could not say that it is there.', { error: error.name }))
  }
  beat()
  const timer = setInterval(beat, EVERY)
  return {
    async stop() {
      clearInterval(timer)
      await last
      await sayGone(shop.pool, id)
    },
  }
}

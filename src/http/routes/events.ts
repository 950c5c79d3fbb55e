import type { Door } from '../admit-person.ts'
import type { Api, LivePages } from '../api.ts'
import { callerOf, personOf } from '../guard.ts'

/** How often an open stream says that it is there (proxies cut what is silent for a minute) and looks whether its session still is, in milliseconds. */
const STILL_HERE = 25_000

/**
 * Tells a page what has changed, by topic only; it fetches again what it shows. An open stream is no use of the session, and does not
 * outlive it (U6).
 */
export function eventRoutes(api: Api, { signIn }: Door, { onChange }: LivePages): void {
  const open = new Set<() => void>()
  api.addHook('preClose', async () => {
    for (const end of [...open]) end()
  })
  const asked = { config: { scope: 'member' as const, quiet: true as const }, schema: { hide: true } }
  api.get('/events', asked, (request, reply) => {
    const { merchant } = callerOf(request)
    const { token } = personOf(request)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 2000\n\n')
    const stop = onChange(merchant, (topic) => reply.raw.write(`event: changed\ndata: ${topic}\n\n`))
    const look = async () => {
      const session = await signIn.find(token, { quiet: true }).catch(() => 'over' as const)
      if (session === null || session === 'over') reply.raw.end()
      else reply.raw.write(': here\n\n')
    }
    const looking = setInterval(() => void look(), STILL_HERE)
    const end = () => reply.raw.end()
    open.add(end)
    reply.raw.once('close', () => {
      stop()
      open.delete(end)
      clearInterval(looking)
    })
  })
}

import type { Door } from '../admit-person.ts'
import type { Api, LivePages } from '../api.ts'
import { callerOf, personOf } from '../guard.ts'

/** How often an open stream says that it is there (proxies cut what is silent for a minute) and looks whether it still may be, in milliseconds. */
const STILL_HERE = 25_000

/**
 * Tells a page what has changed, by topic only; it fetches again what it shows. An open stream is no use of the session, and outlives neither
 * that nor what the person has to do with the merchant (U6, D12).
 */
export function eventRoutes(api: Api, { deps, signIn }: Door, { onChange }: LivePages): void {
  const open = new Set<() => void>()
  api.addHook('preClose', async () => {
    for (const end of [...open]) end()
  })
  const asked = { config: { scope: 'member' as const, quiet: true as const }, schema: { hide: true } }
  api.get('/events', asked, (request, reply) => {
    const { merchant } = callerOf(request)
    const { token, userId } = personOf(request)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 2000\n\n')
    const stop = onChange(merchant, (topic) => reply.raw.write(`event: changed\ndata: ${topic}\n\n`))
    const mayStay = async () => {
      const session = await signIn.find(token, { quiet: true })
      if (session === null || session === 'over') return false
      return (await deps.deployment.findMembership({ merchant, userId })) !== null
    }
    const look = async () => {
      if (await mayStay().catch(() => false)) reply.raw.write(': here\n\n')
      else reply.raw.end()
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

import type { Api, LivePages } from '../api.ts'
import { callerOf } from '../guard.ts'

/** How often a silent stream says that it is there, in milliseconds: proxies cut what is silent for a minute. */
const STILL_HERE = 25_000
/** After this the browser asks again, and shows its session anew: a stream never outlives one by long. */
const LONGEST = 10 * 60_000

/** Tells a page what has changed, by topic only; it fetches again what it shows. The stream prolongs no session. */
export function eventRoutes(api: Api, live: LivePages): void {
  const { onChange } = live
  api.get('/events', { config: { scope: 'member' as const }, schema: { hide: true } }, (request, reply) => {
    const { merchant } = callerOf(request)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 2000\n\n')
    const stop = onChange(merchant, (topic) => reply.raw.write(`event: changed\ndata: ${topic}\n\n`))
    const here = setInterval(() => reply.raw.write(': here\n\n'), STILL_HERE)
    const over = setTimeout(() => reply.raw.end(), LONGEST)
    const end = () => {
      stop()
      clearInterval(here)
      clearTimeout(over)
    }
    reply.raw.once('close', end)
    api.addHook('preClose', async () => void reply.raw.end())
  })
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Api } from './api.ts'

/** What the demo's page shows, and who tells when it has changed. */
export type DemoPage = {
  /** Everything on the page as plain values, without buyer data. */
  state(): Promise<object>
  /** Calls back at each change until the returned function is called. */
  onChange(changed: () => void): () => void
}

/** No key is asked for: what the demo shows is invented, and no mail there holds buyer data. */
export const OPEN = { config: { scope: 'open' as const }, schema: { hide: true } }

const FOLDER = join(import.meta.dirname, 'demo')
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Another site may point a name of its own at this machine: only loopback names are answered. */
export function onLoopbackOnly(demo: FastifyInstance): void {
  demo.addHook('onRequest', async (request, reply) => {
    if (!LOOPBACK.test(request.headers.host ?? ''))
      return reply.code(403).type('text/plain').send('The demo answers on this machine only.')
  })
}

/** Gives the files that lie with the demo's pages, by their name and type, under this policy. */
export const demoFile = (policy: string) => (name: string, type: string) => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  return (_: unknown, reply: FastifyReply) =>
    reply.type(type).header('content-security-policy', policy).header('cache-control', 'no-cache').send(text)
}

/** The read-only page of the demo: orders, held ones and why, live. It answers on loopback only and changes nothing. */
export function addDemoPage(app: Api, page: DemoPage): void {
  const file = demoFile(POLICY)
  app.register(async (demo) => {
    onLoopbackOnly(demo)
    demo.get('/demo', OPEN, file('page.html', 'text/html; charset=utf-8'))
    demo.get('/demo/page.css', OPEN, file('page.css', 'text/css; charset=utf-8'))
    demo.get('/demo/page.js', OPEN, file('page.js', 'text/javascript; charset=utf-8'))
    demo.get('/demo/state', OPEN, async (_, reply) =>
      reply.header('cache-control', 'no-store').send(await page.state()),
    )
    demo.get('/demo/events', OPEN, (request, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      reply.raw.write('retry: 2000\n\n')
      const stop = page.onChange(() => reply.raw.write('event: changed\ndata: orders\n\n'))
      request.raw.once('close', stop)
      demo.addHook('preClose', async () => void reply.raw.end())
    })
  })
}

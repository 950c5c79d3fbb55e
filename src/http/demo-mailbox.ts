import type { Api } from './api.ts'
import { demoFile, OPEN, onLoopbackOnly } from './demo-page.ts'

/** What the demo's mailbox shows: mails as plain values, nothing of a buyer; and one of them as HTML. */
export type DemoMailbox = {
  state(): Promise<object>
  html(id: string): Promise<string | null>
}

const PAGE =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/** A mail's own HTML: nothing runs, nothing is fetched, nothing can be followed, wherever it is opened. */
const MAIL =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"

/** The local mailbox of the demo: mails that went to no mail server are read here. It answers on loopback only and changes nothing (N1). */
export function addDemoMailbox(app: Api, mailbox: DemoMailbox): void {
  const file = demoFile(PAGE)
  app.register(async (demo) => {
    onLoopbackOnly(demo)
    demo.get('/mailbox', OPEN, file('mailbox.html', 'text/html; charset=utf-8'))
    demo.get('/demo/mailbox.css', OPEN, file('mailbox.css', 'text/css; charset=utf-8'))
    demo.get('/demo/mailbox.js', OPEN, file('mailbox.js', 'text/javascript; charset=utf-8'))
    demo.get('/demo/mailbox', OPEN, async (_, reply) =>
      reply.header('cache-control', 'no-store').send(await mailbox.state()),
    )
    demo.get<{ Params: { id: string } }>('/demo/mailbox/:id', OPEN, async (request, reply) => {
      const html = await mailbox.html(request.params.id)
      reply.header('content-security-policy', MAIL).header('cache-control', 'no-store')
      if (html === null) return reply.code(404).type('text/plain').send('There is no such mail.')
      return reply.type('text/html; charset=utf-8').send(html)
    })
  })
}

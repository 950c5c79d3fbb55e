import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyReply } from 'fastify'
import type { Api } from './api.ts'
import { wholePage } from './whole-page.ts'

const FOLDER = join(import.meta.dirname, 'sign-in')
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** What several pages have in common lies in files of its own. */
const readPart = (name: string): string => readFileSync(join(FOLDER, 'parts', `${name}.html`), 'utf8')

/** Each page under its own address. */
const PAGES = {
  '/sign-in': 'sign-in.html',
  '/welcome': 'welcome.html',
  '/reset': 'reset.html',
}

/** The pages of signing in, of a first visit and of a new password: plain files, no script inside them (U6). */
export function addSignInPages(app: Api): void {
  const headers = { 'content-security-policy': POLICY, 'cross-origin-opener-policy': 'same-origin' }
  const open = { config: { scope: 'open' as const }, schema: { hide: true } }
  const give = (path: string, name: string) => {
    const text = wholePage(readFileSync(join(FOLDER, name), 'utf8'), readPart)
    const type = TYPES[extname(name)] ?? 'text/plain; charset=utf-8'
    app.get(path, open, (_: unknown, reply: FastifyReply) => reply.headers(headers).type(type).send(text))
  }
  for (const [path, name] of Object.entries(PAGES)) give(path, name)
  // One's own account stood here once, as mails of then say.
  app.get('/account', open, (_: unknown, reply: FastifyReply) => reply.redirect('/me', 301))
  for (const name of readdirSync(FOLDER)) if (/\.(css|js)$/.test(name)) give(`/sign-in/${name}`, name)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '#flows/deps.ts'
import { finishConsent } from '#flows/finish-consent.ts'
import { keepVisit } from '#flows/visit-consent.ts'
import { acting } from './acting.ts'
import type { Api } from './api.ts'
import { Refusal } from './refusal.ts'
import { consentOwner } from './routes/authorization.ts'

const FOLDER = join(import.meta.dirname, 'authorization')
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const OPEN = { config: { scope: 'open' as const }, schema: { hide: true } }

/** What Amazon sends to our Login URI and to our return address; anything else in it is left unread, `mws_auth_token` above all. */
const visitQuery = z.object({
  amazon_callback_uri: z.string().max(2000),
  amazon_state: z.string().max(4000),
  selling_partner_id: z.string().max(40),
  version: z.string().max(20).optional(),
})
const returnQuery = z.object({
  state: z.string().max(200),
  selling_partner_id: z.string().max(40),
  spapi_oauth_code: z.string().max(2000),
})

/**
 * Where Amazon and the browser meet us in a consent (C3). Secrets ride in these addresses: they go to no log and no other site, and the browser
 * is taken to a page without them at once.
 */
export function authorizationPages(app: Api, deps: Deps): void {
  app.register(async (pages) => {
    pages.addHook('onSend', async (_request, reply) => {
      reply.headers({ 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' })
    })
    const file = (name: string, type: string) => {
      const text = readFileSync(join(FOLDER, name), 'utf8')
      return (_: unknown, reply: FastifyReply) => reply.type(type).header('content-security-policy', POLICY).send(text)
    }
    const page = file('page.html', 'text/html; charset=utf-8')
    for (const path of ['/authorization', '/authorization/confirm', '/authorization/done']) pages.get(path, OPEN, page)
    pages.get('/authorization/page.css', OPEN, file('page.css', 'text/css; charset=utf-8'))
    pages.get('/authorization/page.js', OPEN, file('page.js', 'text/javascript; charset=utf-8'))
    pages.get('/authorization/login', { ...OPEN, errorHandler: toDone }, (request, reply) =>
      visit(deps, request, reply),
    )
    const member = { config: { scope: 'member' as const }, schema: { hide: true }, errorHandler: toDone }
    pages.get('/authorization/return', member, (request, reply) => comeBack(deps, request, reply))
  })
}

/** Our Login URI. Whoever comes is shown a page that asks them to sign in and to confirm. */
async function visit(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = visitQuery.safeParse(request.query)
  if (!query.success) return end(reply, 'callback-not-amazon')
  const { amazon_callback_uri: callback, amazon_state: amazonState, version = null } = query.data
  const sellingPartnerId = query.data.selling_partner_id
  const kept = await keepVisit(deps, { callback, amazonState, sellingPartnerId, version })
  if (!kept.ok) return end(reply, kept.problem.code)
  // After the #, where it is sent to nobody.
  return reply.redirect(`/authorization/confirm#${kept.value}`, 303)
}

/** Our return address. */
async function comeBack(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const owner = consentOwner(request)
  const query = returnQuery.safeParse(request.query)
  if (!query.success) return end(reply, 'consent-unknown')
  const { state, selling_partner_id: sellingPartnerId, spapi_oauth_code: code } = query.data
  const { consentId, result } = await finishConsent(acting(deps, request), owner, { state, sellingPartnerId, code })
  return end(reply, consentId ?? (result.ok ? '' : result.problem.code))
}

const end = (reply: FastifyReply, what: string): FastifyReply => reply.redirect(`/authorization/done#${what}`, 303)

/** Who is not signed in any more, or may not, is told on a page, in words and without the query. */
function toDone(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  if (!(error instanceof Refusal)) throw error
  void end(reply, error.status === 401 ? 'sign-in' : 'not-allowed')
}

import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { csrfOf } from '#sign-in/secret.ts'
import { Refusal } from './refusal.ts'

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Where pages of this deployment are: its public origin; without one this machine under the name that was asked for, else nowhere. */
export function originOf(request: FastifyRequest, publicUrl: string | null): string | null {
  if (publicUrl !== null) return new URL(publicUrl).origin
  const { host = '' } = request.headers
  return LOOPBACK.test(host) ? `http://${host}` : null
}

/** Under https a name that no other host and no plain http page can set; on this machine alone a plain one. */
const nameOf = (publicUrl: string | null): string => (publicUrl?.startsWith('https:') ? '__Host-millrace' : 'millrace')

/** The token in the session's cookie, or null. */
export function tokenIn(request: FastifyRequest, publicUrl: string | null): string | null {
  const start = `${nameOf(publicUrl)}=`
  const found = request.headers.cookie?.split(/;\s*/).find((each) => each.startsWith(start))
  const token = found?.slice(start.length) ?? ''
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

/** Gives the browser its session's token; null takes it away. No script can read it, and no other site sends it along with a change. */
export function setToken(reply: FastifyReply, token: string | null, publicUrl: string | null): void {
  const secure = publicUrl?.startsWith('https:') ? '; Secure' : ''
  const ends = token === null ? '; Max-Age=0' : ''
  reply.header('set-cookie', `${nameOf(publicUrl)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${ends}`)
}

const SAFE = ['GET', 'HEAD']

/** Refuses what another site may have sent: a change must come from a page of ours (U6). */
export function needOwnPage(request: FastifyRequest, publicUrl: string | null): void {
  if (SAFE.includes(request.method)) return
  const origin = originOf(request, publicUrl)
  const { origin: sent, 'sec-fetch-site': site } = request.headers
  if (origin !== null && (sent === undefined ? site === 'same-origin' : sent === origin)) return
  throw forbidden(
    origin === null
      ? 'People sign in at the public address of this deployment (MILLRACE_PUBLIC_URL), or on the machine itself.'
      : 'This request did not come from a page of this deployment.',
  )
}

/** Refuses a change without the session's own CSRF token beside the cookie (U6). */
export function needCsrf(request: FastifyRequest, token: string): void {
  if (SAFE.includes(request.method)) return
  const sent = Buffer.from(String(request.headers['millrace-csrf'] ?? ''))
  const wanted = Buffer.from(csrfOf(token))
  if (sent.length === wanted.length && timingSafeEqual(sent, wanted)) return
  throw forbidden('The header millrace-csrf is missing or of another session. GET /api/v1/session tells it.')
}

const forbidden = (detail: string): Refusal => new Refusal({ status: 403, title: 'Not allowed', detail })

import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { failed, ok, type Result } from '#core/problems.ts'
import { isSafePlace, leadsInside, openRequest } from './outbound.ts'

/** One request to Amazon. `operation` only names it in a problem. */
export type Outgoing = {
  readonly operation: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** A form to post; without it the request is a GET. */
  readonly form?: URLSearchParams
  /** JSON to post. */
  readonly json?: string
  /** How a body is sent, where not by POST; DELETE has none. */
  readonly method?: 'PATCH' | 'PUT' | 'DELETE'
}

/** An answer of any status, read to its end. */
export type Incoming = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

/** Sends one request. */
export type Transport = (outgoing: Outgoing) => Promise<Result<Incoming>>

/** What the transport may reach, and how much of it. */
export type TransportLimits = {
  readonly allowedHosts: readonly string[]
  readonly timeoutMs: number
  readonly bodyLimitMb: number
}

/**
 * The only way out: to hosts on the list, by https (plain http to this machine itself only), without redirects and
 * proxies, within a time and a size. Quotas are so low that a kept connection would save nothing and could be stale.
 */
export function createTransport(limits: TransportLimits): Transport {
  const allowed = new Set(limits.allowedHosts.map((host) => host.toLowerCase()))
  return async (outgoing) => {
    const { url } = outgoing
    if (!isSafePlace(url) || !allowed.has(url.host)) return failed('host-not-allowed', { host: url.host })
    return await exchange(outgoing, limits)
  }
}

function exchange(outgoing: Outgoing, { timeoutMs, bodyLimitMb }: TransportLimits): Promise<Result<Incoming>> {
  const { operation, url } = outgoing
  return new Promise((resolve) => {
    const request = open(outgoing)
    const end = (result: Result<Incoming>): void => {
      clearTimeout(timer)
      resolve(result)
      request.destroy()
    }
    const down = (why: string): void => end(failed('amazon-down', { operation, why }))
    const timer = setTimeout(() => down(`no full answer within ${timeoutMs / 1000} s`), timeoutMs)
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (leadsInside(error)) end(failed('host-not-allowed', { host: url.host }))
      else down(error.code ?? 'the connection failed')
    })
    request.on('response', (response) => {
      const tooLarge = () => end(failed('answer-too-large', { operation, limit: bodyLimitMb }))
      receive(response, bodyLimitMb * 1024 * 1024, { down, tooLarge, done: (incoming) => end(ok(incoming)) })
    })
    request.end(bodyOf(outgoing)?.text)
  })
}

function open(outgoing: Outgoing): ClientRequest {
  const { url, headers } = outgoing
  const body = bodyOf(outgoing)
  const posted = body && { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }
  return openRequest(url, {
    method: body ? (outgoing.method ?? 'POST') : (outgoing.method ?? 'GET'),
    headers: { ...headers, ...posted },
  })
}

function bodyOf({ form, json }: Outgoing): { readonly type: string; readonly text: string } | null {
  if (form) return { type: 'application/x-www-form-urlencoded;charset=UTF-8', text: form.toString() }
  return json === undefined ? null : { type: 'application/json', text: json }
}

type Endings = { down(why: string): void; tooLarge(): void; done(incoming: Incoming): void }

function receive(response: IncomingMessage, limit: number, endings: Endings): void {
  const chunks: Buffer[] = []
  let size = 0
  response.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > limit) endings.tooLarge()
    else chunks.push(chunk)
  })
  response.on('error', () => endings.down('the answer was cut off'))
  response.on('end', () => {
    if (!response.complete) return endings.down('the answer was cut off')
    const body = Buffer.concat(chunks).toString('utf8')
    endings.done({ status: response.statusCode ?? 0, headers: response.headers, body })
  })
}

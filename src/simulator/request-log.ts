import type { IncomingMessage } from 'node:http'
import type { LoggedRequest } from './logged-request.ts'
import type { World } from './state.ts'

const KEPT = 50_000
/** How much of an uploaded document is kept. */
const KEPT_UPLOAD = 100_000
const SECRET = /token|authorization|cookie|secret|signature/i
const STRUCK_OUT = '***'

type Received = { readonly request: IncomingMessage; readonly url: URL; readonly body: string }

/** Writes a received request into the log; the answer fills in the rest. */
export function logRequest(world: World, received: Received): LoggedRequest {
  const { request, url, body: rawBody } = received
  const query: Record<string, string | string[]> = {}
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name)
    const value = values.length === 1 ? (values[0] as string) : values
    query[name] = /signature/i.test(name) ? STRUCK_OUT : value
  }
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = SECRET.test(name) ? STRUCK_OUT : String(value)
  const entry: LoggedRequest = {
    at: new Date(world.clock.now()).toISOString(),
    method: request.method ?? '',
    path: url.pathname,
    query,
    ignoredQuery: [],
    headers,
    body: url.pathname.startsWith('/feed-documents/')
      ? rawBody.slice(0, KEPT_UPLOAD)
      : withoutSecrets(headers['content-type'] ?? '', rawBody),
    operation: undefined,
    sellerId: undefined,
    status: undefined,
  }
  world.requests.push(entry)
  if (world.requests.length > KEPT) world.requests.splice(0, KEPT / 2)
  return entry
}

function withoutSecrets(contentType: string, rawBody: string): unknown {
  if (rawBody === '') return undefined
  if (contentType.includes('json')) {
    try {
      const body: unknown = JSON.parse(rawBody)
      return isFields(body) && 'grant_type' in body ? struckOut(Object.entries(body)) : body
    } catch {
      return rawBody
    }
  }
  return struckOut(new URLSearchParams(rawBody))
}

const isFields = (body: unknown): body is object => typeof body === 'object' && body !== null && !Array.isArray(body)

function struckOut(named: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of named) fields[name] = SECRET.test(name) || name === 'code' ? STRUCK_OUT : value
  return fields
}

/** Counts a call for its seller and operation. */
export function countCall(world: World, call: { sellerId: string; operation: string; throttled: boolean }): void {
  const key = `${call.sellerId} ${call.operation}`
  const counter = world.counters.get(key) ?? { calls: 0, throttled: 0 }
  counter.calls++
  if (call.throttled) counter.throttled++
  world.counters.set(key, counter)
}

import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '#core/problems.ts'
import { isVersioned } from '#core/versioned-changes.ts'
import type { Deps } from '#flows/deps.ts'
import { Refusal } from './refusal.ts'
import { VersionMoved } from './versions.ts'

/**
 * Gives each answer to a GET the name of its content (an ETag), answers 304 to whoever has it already, and lets a change through only
 * where what stands is what its sender read (If-Match), or where nothing stands yet (If-None-Match: *); else nothing is changed and the
 * refusal is 412 (X1).
 */
export function nameAnswers(app: FastifyInstance, deps: Deps): void {
  app.addHook('preHandler', async (request) => {
    if (request.method === 'GET') return
    const versioned = isVersioned(request.method, request.routeOptions.url)
    if (versioned && request.headers['if-none-match']?.trim() === '*') await needNone(app, deps, request)
    if (request.headers['if-match'] === undefined) return
    if (!versioned) throw notTaken('is not taken here: no versions are kept of what this address changes')
    await needSame(app, deps, request)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload
    const tag = tagOf(payload)
    reply.header('etag', tag)
    if (!isNamed(tag, request.headers['if-none-match'])) return payload
    return withoutBody(reply)
  })
}

/** The name of an answer's content. */
const tagOf = (payload: string): string => `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`

/** True where a list of names, as the headers carry it, holds this one; a weak name is as good. */
const isNamed = (tag: string, header: string | undefined): boolean =>
  (header ?? '').split(',').some((each) => [tag, '*'].includes(each.trim().replace(/^W\//, '')))

function withoutBody(reply: FastifyReply): null {
  reply.code(304)
  reply.removeHeader('content-type')
  reply.removeHeader('content-length')
  return null
}

async function needSame(app: FastifyInstance, deps: Deps, request: FastifyRequest): Promise<void> {
  const read = await readBefore(app, deps, request)
  if (read && (read.statusCode !== 200 || !isNamed(String(read.headers.etag), request.headers['if-match'])))
    throw new VersionMoved()
}

/** Of two who create the same at once, the later one is refused. */
async function needNone(app: FastifyInstance, deps: Deps, request: FastifyRequest): Promise<void> {
  const read = await readBefore(app, deps, request)
  if (read && read.statusCode !== 404)
    throw new Refusal({ status: 412, title: 'There already', detail: 'It is there already. Nothing was changed.' })
}

/** Reads the same address as the same caller does, and remembers the version of the configuration from before. */
async function readBefore(app: FastifyInstance, deps: Deps, request: FastifyRequest) {
  const { merchant } = request.caller ?? {}
  if (merchant === undefined) return null
  request.readVersion = await deps.transaction(merchant, 'app', (tx) => tx.store.readVersion())
  const { authorization, cookie, 'millrace-merchant': named } = request.headers
  const headers = Object.fromEntries(
    Object.entries({ authorization, cookie, 'millrace-merchant': named }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>
  const read = await app.inject({ method: 'GET', url: whereRead(request), headers, remoteAddress: request.ip })
  if (read.statusCode === 403) throw new Refusal({ status: 403, title: 'Not allowed', detail: read.json().detail })
  return read
}

/** Where what a change replaces was read: at the same address; a mapping by its SKU. */
function whereRead({ url, body, query }: FastifyRequest): string {
  const path = url.replace(/\?.*$/, '')
  if (!path.endsWith('/sku-mappings')) return path
  const { mappings = [query] } = (body ?? {}) as { mappings?: readonly unknown[] }
  if (mappings.length !== 1) throw notTaken('is for one mapping: send it alone')
  const { sellerSku } = mappings[0] as { readonly sellerSku: string }
  return `${path}?sellerSku=${encodeURIComponent(sellerSku)}`
}

function notTaken(why: string): Refusal {
  return new Refusal({
    status: 400,
    title: 'Not valid',
    detail: '',
    problems: [problem('not-valid', { field: 'If-Match', why })],
  })
}

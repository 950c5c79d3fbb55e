import { createHash } from 'node:crypto'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { MerchantId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import type { Deps } from '#flows/deps.ts'
import { callerOf } from './guard.ts'
import { Refusal } from './refusal.ts'

const HOUR = 3_600_000
/** Longer than any request may take: whoever has not answered by then is gone, and a repeat is done. */
const ABANDONED_AFTER = 5 * 60_000
/** The longest Idempotency-Key. */
export const MOST_KEY = 255

/** A request whose answer is to be kept. */
type Kept = { readonly merchant: MerchantId; readonly key: string; readonly run: number }

declare module 'fastify' {
  interface FastifyRequest {
    kept: Kept | null
  }
}

/** True for requests whose answers are kept under a key: those that change something, so not a preview, and hold no new link, key or secret. */
export const isKept = (method: string, { scope, tellsSecret }: FastifyContextConfig): boolean =>
  ['POST', 'PUT'].includes(method.toUpperCase()) &&
  tellsSecret !== true &&
  [scope].flat().some((each) => each?.endsWith(':write') && each !== 'users:write')

/**
 * Keeps the first answer to a request with an Idempotency-Key for 24 hours; a repeat is given it and not done again (X1).
 * What was refused before it began (no key of ours, not valid) and what failed on our side is not kept: a repeat is done.
 */
export function keepAnswers(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('kept', null)
  app.addHook('preHandler', async (request, reply) => {
    const key = isKept(request.method, request.routeOptions.config) ? request.headers['idempotency-key'] : undefined
    if (key !== undefined) return takeTurn(deps, request, reply)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.kept) await endTurn(deps, request.kept, { reply, payload })
  })
}

async function takeTurn(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const key = readKey(request.headers['idempotency-key'])
  const { merchant } = callerOf(request)
  const now = deps.now()
  const asked = {
    key,
    request: fingerprint(request),
    at: now,
    forgottenBefore: now - 24 * HOUR,
    abandonedBefore: now - ABANDONED_AFTER,
  }
  const turn = await deps.transaction(merchant, 'app', (tx) => tx.store.takeTurn(asked))
  switch (turn.kind) {
    case 'ours':
      request.kept = { merchant, key, run: turn.run }
      return undefined
    case 'answered': {
      const { status, contentType, body } = turn.answer
      return reply.code(status).header('idempotent-replayed', 'true').type(contentType).send(body)
    }
    case 'running':
      reply.header('retry-after', '2')
      throw refuse(409, 'Still running', 'The first request with this Idempotency-Key still runs. Ask again soon.')
    case 'other-request':
      throw refuse(422, 'Another request', 'This Idempotency-Key was used for another request. Take a new one.')
  }
}

/** Keeps what is sent. A failure to keep it must not spoil the answer itself: the work is done, and a repeat is done again. */
async function endTurn(
  { transaction, log }: Deps,
  { merchant, key, run }: Kept,
  { reply, payload }: { reply: FastifyReply; payload: unknown },
): Promise<void> {
  const { statusCode: status } = reply
  const answer = { status, contentType: String(reply.getHeader('content-type') ?? ''), body: payload }
  const isFinal = status < 500 && status !== 401 && status !== 403 && typeof payload === 'string'
  try {
    await transaction(merchant, 'app', ({ store }) =>
      isFinal
        ? store.keepAnswer({ key, run, answer: { ...answer, body: String(payload) } })
        : store.giveUpTurn({ key, run }),
    )
  } catch {
    log.alarm('An answer could not be kept under its Idempotency-Key.', { merchant })
  }
}

function readKey(sent: string | string[] | undefined): string {
  if (typeof sent === 'string' && sent.length <= MOST_KEY && /^[\x21-\x7e]+$/.test(sent)) return sent
  const why = `must have 1 to ${MOST_KEY} letters, digits and signs, no spaces, and come once`
  const problems = [problem('not-valid', { field: 'Idempotency-Key', why })]
  throw new Refusal({ status: 400, title: 'Not valid', detail: '', problems })
}

/** What was asked: method, address and body as they were understood. */
const fingerprint = ({ method, url, body }: FastifyRequest): string =>
  createHash('sha256')
    .update(
      Buffer.isBuffer(body)
        ? Buffer.concat([Buffer.from(`${method} ${url} `), body])
        : JSON.stringify([method, url, body ?? null]),
    )
    .digest('hex')

const refuse = (status: 409 | 422, title: string, detail: string): Refusal => new Refusal({ status, title, detail })

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { type problemReply, writeProblem } from '#contract/problem.ts'
import { tell } from '#core/problems.ts'
import type { Log } from '#flows/deps.ts'
import { Refusal } from './refusal.ts'
import { badFields } from './validation.ts'

type Body = z.output<typeof problemReply>
type Told = Pick<Body, 'status' | 'title' | 'detail' | 'code'> & Partial<Pick<Body, 'fields' | 'problem'>>

/** Sends a refusal as `application/problem+json` (RFC 9457). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, told: Told): FastifyReply {
  const body: Body = { type: `urn:millrace:problem:${told.code}`, ...told, requestId: request.id }
  // As text: the route's own reply shapes do not apply to a refusal.
  return reply.code(told.status).type('application/problem+json').send(JSON.stringify(body))
}

/** Words for what Fastify refuses before a route runs. */
const EARLY: Readonly<Record<string, Told>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    title: 'Too large',
    detail: 'The body of the request is larger than this address accepts. Send less at once.',
    code: 'too-large',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    title: 'Not JSON',
    detail: 'The body must be sent as application/json; a file that is brought as application/octet-stream.',
    code: 'not-json',
  },
  FST_ERR_BAD_URL: {
    status: 400,
    title: 'Not an address',
    detail: 'The address of the request cannot be read: a percent sign must be written as %25.',
    code: 'bad-address',
  },
}

/** Turns whatever ended a request into a reply. A bug or an outage is told without details and noted with the request's id. */
export function replyToError(
  error: FastifyError,
  context: { request: FastifyRequest; reply: FastifyReply; log: Log; isOutage(error: unknown): boolean },
): FastifyReply {
  const { request, reply } = context
  if (error instanceof Refusal) return sendRefusal(request, reply, error)
  if (hasZodFastifySchemaValidationErrors(error)) return sendProblem(request, reply, invalid(badFields(error)))
  const early = EARLY[error.code]
  if (early) return sendProblem(request, reply, early)
  return sendFailure(error, context)
}

function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, title, problems } = refusal
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="Millrace"')
  if (status === 503) reply.header('retry-after', '30')
  const [first] = problems
  if (!first) {
    return sendProblem(request, reply, {
      status,
      title,
      detail: refusal.message,
      code: title.toLowerCase().replaceAll(' ', '-'),
    })
  }
  if (first.code !== 'not-valid') {
    return sendProblem(request, reply, {
      status,
      title,
      detail: tell(first).sentence,
      code: first.code,
      problem: writeProblem(first),
    })
  }
  const fields = problems.map(({ facts }) => ({ field: String(facts.field), why: String(facts.why) }))
  return sendProblem(request, reply, { ...invalid(fields), status })
}

function invalid(fields: { field: string; why: string }[]): Told {
  const [first] = fields
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''
  const detail = `${first?.field ?? 'body'} ${first?.why ?? 'cannot be read'}${more}. Nothing was changed.`
  return { status: 400, title: 'Not valid', detail, code: 'not-valid', fields }
}

function sendFailure(
  error: FastifyError,
  {
    request,
    reply,
    log,
    isOutage,
  }: { request: FastifyRequest; reply: FastifyReply; log: Log; isOutage(error: unknown): boolean },
): FastifyReply {
  const away = isOutage(error)
  // The message may quote what was sent or stored: only the kind of error and the place are noted.
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.trim().startsWith('at '))
      ?.trim() ?? ''
  log.alarm('A request failed.', {
    request: request.id,
    route: request.routeOptions.url ?? '',
    error: error.name,
    code: error.code ?? '',
    place,
  })
  if (away) {
    reply.header('retry-after', '10')
    return sendProblem(request, reply, {
      status: 503,
      title: 'Not available',
      detail: 'The database does not answer at the moment. Try again soon.',
      code: 'not-available',
    })
  }
  return sendProblem(request, reply, {
    status: 500,
    title: 'Failed',
    detail: 'Something failed on our side. Tell the operator the request id.',
    code: 'failed',
  })
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '#flows/deps.ts'

/** An answer of the API is no page: nothing in it may run, be fetched or be framed. Pages say their own, wider policy. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'"

/** Gives an answer the headers that keep a browser from guessing, keeping, framing, and telling others where it was (U6). */
export function answerHeaders(deps: Deps): (request: FastifyRequest, reply: FastifyReply) => void {
  return (request, reply) => {
    const isSecure = deps.mails.publicUrl?.startsWith('https:') === true
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    })
    // Files that are named by their content say themselves how long they stay.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NO_PAGE)
  }
}

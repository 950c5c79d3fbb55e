import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '#flows/deps.ts'
import { notesItself } from './acting.ts'
import { nameOf } from './guard.ts'

/**
 * Notes in the merchant's audit, before the reply goes out, who changed settings by the API: an address, never what was written (D38).
 * Sections with a history note themselves, in the transaction of the change.
 */
export function noteChanges(app: FastifyInstance, deps: Deps): void {
  app.addHook('onSend', async (request, reply) => {
    if (
      reply.statusCode >= 300 ||
      request.method === 'GET' ||
      !changesSettings(request) ||
      !request.caller ||
      notesItself(request)
    )
      return
    const { merchant } = request.caller
    const facts = { what: `${request.method} ${request.routeOptions.url ?? ''}` }
    const who = nameOf(request.caller)
    await deps.transaction(merchant, 'app', async (tx) =>
      tx.audit.note({ at: deps.now(), act: 'settings-changed', who, facts }),
    )
  })
}

const changesSettings = (request: FastifyRequest): boolean =>
  [request.routeOptions.config.scope ?? []].flat().includes('settings:write')

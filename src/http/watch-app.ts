import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyError } from 'fastify'
import type { Deps } from '#flows/deps.ts'
import { answerHeaders } from './answer-headers.ts'
import type { Api, AppOptions } from './api.ts'
import { boundConnections, PATIENCE } from './patience.ts'
import { replyToError } from './replies.ts'
import { watchRoutes } from './routes/watch.ts'
import type { Watch } from './watch.ts'

/** What a process that serves no pages answers: how it is, and its metrics (X5). */
export function buildWatchApp(deps: Deps, { version, isOutage }: AppOptions, watch: Watch): Api {
  const app = Fastify({ ...PATIENCE, genReqId: () => randomUUID(), logger: false, bodyLimit: 1024 })
  const giveHeaders = answerHeaders(deps)
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    replyToError(error, { request, reply, log: deps.log, isOutage }),
  )
  boundConnections(app.server)
  app.addHook('onSend', async (request, reply) => giveHeaders(request, reply))
  const api = app.withTypeProvider() as Api
  watchRoutes(api, version, watch)
  return api
}

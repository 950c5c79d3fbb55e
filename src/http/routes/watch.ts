import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Api } from '../api.ts'
import { Refusal } from '../refusal.ts'
import type { Readiness, Watch } from '../watch.ts'

const OPEN = { config: { scope: 'open' as const }, schema: { hide: true } }
const TEXT = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * Health for whoever starts and balances processes, and metrics for Prometheus. Health is open and says nothing of the work; metrics need
 * a token of their own, on every address: behind a proxy everybody comes from this machine (X5).
 */
export function watchRoutes(app: Api, version: string, watch: Watch): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    watch.onAnswer({
      method,
      route: routeOptions.url ?? 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
  })
  app.get('/health/live', OPEN, async () => ({ ok: true, version }))
  app.get('/health/ready', OPEN, async (_request, reply) => {
    const found = await watch.readiness()
    const ok = isReady(found) && !isStopping
    return reply.code(ok ? 200 : 503).send({ ok, version, ...(isStopping ? { stopping: true } : {}), ...found })
  })
  const guarded = (write: () => Promise<string>) => async (request: FastifyRequest, reply: FastifyReply) => {
    admitScraper(request, watch)
    return reply.type(TEXT).send(await write())
  }
  app.get('/metrics', OPEN, guarded(watch.ofProcess))
  app.get('/metrics/deployment', OPEN, guarded(watch.ofDeployment))
}

/** Whether work can be done here: without the database, its tables or the key nothing can. */
const isReady = ({ database, tables, key }: Readiness): boolean =>
  database === 'ok' && (tables === 'ok' || tables === 'newer') && key === 'ok'

function admitScraper({ headers }: FastifyRequest, watch: Watch): void {
  if (!watch.isOn)
    throw new Refusal({
      status: 404,
      title: 'Not found',
      detail: 'Metrics are off: MILLRACE_METRICS_TOKEN is not set.',
    })
  const [, token = ''] = /^Bearer ([^\s]{1,200})$/.exec(headers.authorization ?? '') ?? []
  if (!watch.isToken(token))
    throw new Refusal({ status: 401, title: 'Not allowed', detail: 'Metrics need their token.' })
}

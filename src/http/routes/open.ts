import { z } from 'zod'
import type { Deps } from '#flows/deps.ts'
import type { Api, AppOptions } from '../api.ts'
import { Refusal } from '../refusal.ts'

const alive = z.object({ ok: z.literal(true), version: z.string() })
const config = { scope: 'open' as const }

/** What is answered without a key: whether the program runs, whether it can work, and the description of the API. */
export function openRoutes(api: Api, deps: Deps, { version, isOutage }: AppOptions): void {
  const health = { config, schema: { hide: true, response: { 200: alive } } }
  api.get('/healthz', health, async () => ({ ok: true as const, version }))

  api.get('/readyz', health, async () => {
    const mode = await deps.deployment.readMode().catch((error: unknown) => {
      if (isOutage(error)) return null
      throw error
    })
    if (mode !== null) return { ok: true as const, version }
    throw new Refusal({
      status: 503,
      title: 'Not ready',
      detail: 'The database does not answer, or is not set up yet.',
    })
  })

  api.get('/api/v1/openapi.json', { config, schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json').send(api.swagger()),
  )
}

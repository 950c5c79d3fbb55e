import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Api } from './api.ts'
import { type Document, operationsIn } from './reference/document.ts'
import { writeOperation, writeReference } from './reference/pages.ts'
import { foundValue } from './refusal.ts'

const OPEN = { config: { scope: 'open' as const } }
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const LOOK = readFileSync(join(import.meta.dirname, 'reference', 'look.css'), 'utf8')

/** The reference of the API for people, made of its own document: no script, nothing from elsewhere (X1). */
export function addReference(app: Api): void {
  const document = () => app.swagger() as unknown as Document
  const give = (reply: FastifyReply, html: string) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(html)

  app.get('/api/docs', { ...OPEN, schema: { hide: true } }, (_, reply) => give(reply, writeReference(document())))
  app.get('/api/docs/look.css', { ...OPEN, schema: { hide: true } }, (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(LOOK),
  )
  const params = z.object({ operationId: z.string().max(100) })
  app.get('/api/docs/:operationId', { ...OPEN, schema: { hide: true, params } }, (request, reply) => {
    const whole = document()
    const wanted = operationsIn(whole).find(({ told }) => told.operationId === request.params.operationId)
    return give(reply, writeOperation(whole, foundValue(wanted, 'operation with this name')))
  })
}

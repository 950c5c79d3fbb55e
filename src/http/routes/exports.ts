import { createHash } from 'node:crypto'
import { z } from 'zod'
import { exportBody } from '#contract/buyers.ts'
import { askedExport, downloadBody, listedExport, writeExport } from '#contract/exports.ts'
import { pageOf, pageQuery, writeInstant } from '#contract/parts.ts'
import { askExport } from '#flows/ask-export.ts'
import type { Deps } from '#flows/deps.ts'
import { fetchExport } from '#flows/fetch-export.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'
import { viewerOf } from '../viewer.ts'

const TAG = 'Exports of addresses'

/** Addresses as a file for a carrier's program: asked for, fetched once, and a register of it all (D35, U3). */
export function exportRoutes(api: Api, deps: Deps): void {
  const words = ['askExport', TAG, 'Asks for a file of addresses; it is fetched once, within ten minutes'] as const
  const ask = about('pii:export', words, askedExport)
  api.post('/exports', { ...ask, schema: { ...ask.schema, body: exportBody } }, async (request) => {
    const caller = callerOf(request)
    const { bom, ...asked } = request.body
    const wish = { viewer: viewerOf(caller), withBom: bom, ...asked }
    const { exportId, expiresAt, ...given } = goodValue(await askExport(deps, caller.merchant, wish))
    return { export: exportId, expiresAt: writeInstant(expiresAt), ...given }
  })

  const file = { description: 'The file.', content: { 'text/csv': { schema: z.string() } } }
  const fetchIt = about(
    'pii:export',
    ['fetchExport', TAG, 'Gives the file, once; each order stands in the audit'],
    file,
  )
  api.post(
    '/exports/fetch',
    { ...fetchIt, schema: { ...fetchIt.schema, body: downloadBody } },
    async (request, reply) => {
      const caller = callerOf(request)
      const tokenHash = createHash('sha256').update(request.body.download).digest()
      const asked = { viewer: viewerOf(caller), tokenHash }
      const { exportId, text } = goodValue(await fetchExport(deps, caller.merchant, asked))
      return reply
        .header('content-disposition', `attachment; filename="addresses-${exportId}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(text)
    },
  )

  const list = about(
    'audit:read',
    ['listExports', TAG, 'Every export that was asked for, the newest first'],
    pageOf(listedExport),
  )
  api.get('/exports', { ...list, schema: { ...list.schema, querystring: pageQuery } }, async (request) => {
    const { after, limit } = request.query
    const before = readCursor(after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listExports({ before, limit }),
    )
    return pageReply(rows, { limit, write: writeExport, keyOf: (row) => [row.exportId] })
  })
}

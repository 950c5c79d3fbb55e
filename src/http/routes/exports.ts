import { createHash } from 'node:crypto'
import { z } from 'zod'
import { askedExport, downloadBody, exportBody, layoutAsked, listedExport, writeExport } from '#contract/exports.ts'
import { pageOf, pageQuery, writeInstant } from '#contract/parts.ts'
import { inWindowsBytes } from '#core/pii/address-file.ts'
import type { FileLayout } from '#core/pii/file-layout.ts'
import { askExport } from '#flows/ask-export.ts'
import type { Deps } from '#flows/deps.ts'
import { fetchExport } from '#flows/fetch-export.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'
import { viewerOf } from '../viewer.ts'

const TAG = 'Exports of addresses'
const CHARSETS = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'windows-1252': 'windows-1252',
  'utf-16': 'utf-16le',
} as const
const MARK = '\ufeff'

/** Addresses as a file for a carrier's program: asked for, fetched once, and a register of it all (D35, U3). */
export function exportRoutes(api: Api, deps: Deps): void {
  const words = ['askExport', TAG, 'Asks for a file of addresses; it is fetched once, within ten minutes'] as const
  const ask = about('pii:export', words, askedExport)
  api.post('/exports', { ...ask, schema: { ...ask.schema, body: exportBody } }, async (request) => {
    const caller = callerOf(request)
    const { orders, queue = {}, purpose } = request.body
    const wish = { viewer: viewerOf(caller), orders: orders ?? queue, purpose, layout: layoutAsked(request.body) }
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
      const { exportId, text, layout } = goodValue(await fetchExport(deps, caller.merchant, asked))
      const end = layout.delimiter === 'comma' || layout.delimiter === 'semicolon' ? 'csv' : 'txt'
      return reply
        .header('content-disposition', `attachment; filename="addresses-${exportId}.${end}"`)
        .type(`text/csv; charset=${CHARSETS[layout.encoding]}`)
        .send(bytesOf(text, layout) as unknown as string)
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

function bytesOf(text: string, { encoding }: FileLayout): Buffer {
  if (encoding === 'windows-1252') return Buffer.from(inWindowsBytes(text), 'latin1')
  if (encoding === 'utf-16') return Buffer.from(MARK + text, 'utf16le')
  return Buffer.from(encoding === 'utf-8-bom' ? MARK + text : text, 'utf8')
}

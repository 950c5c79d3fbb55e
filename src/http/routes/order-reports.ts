import type { FastifyInstance } from 'fastify'
import {
  bringQuery,
  fileBytes,
  importParams,
  importReply,
  importRow,
  importRowsQuery,
  MOST_IMPORT_BYTES,
  writeImport,
  writeImportRow,
} from '#contract/imports.ts'
import { pageOf, pageQuery } from '#contract/parts.ts'
import { bringOrderReport } from '#flows/bring-order-report.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

const TAG = 'Work by files'

/** Seller Central's order reports, for who works with orders: brought, and what became of each order (H1). */
export function orderReportRoutes(api: Api, deps: Deps): void {
  const bring = about(
    'orders:write',
    ['bringOrderReport', TAG, 'Brings an order report of Seller Central'],
    importReply,
  )
  api.register(async (raw: FastifyInstance) => {
    raw.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) => bytes)
    const options = {
      ...bring,
      bodyLimit: MOST_IMPORT_BYTES,
      schema: {
        ...bring.schema,
        consumes: ['application/octet-stream'],
        querystring: bringQuery.omit({ kind: true }),
        body: fileBytes,
      },
    }
    ;(raw as unknown as Api).post('/order-reports', options, async (request) => {
      const caller = callerOf(request)
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const brought = { bytes, fileName: request.query.fileName, who: nameOf(caller) }
      return writeImport(goodValue(await bringOrderReport(deps, caller.merchant, brought)))
    })
  })

  const list = about('orders:read', ['listOrderReports', TAG, 'Order reports, the newest first'], pageOf(importReply))
  api.get('/order-reports', { ...list, schema: { ...list.schema, querystring: pageQuery } }, async (request) => {
    const { after, limit } = request.query
    const before = readCursor(after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listImports({ before, limit, kind: 'order-report' }),
    )
    return pageReply(rows, { limit, write: writeImport, keyOf: (row) => [row.importId] })
  })

  const rows = about(
    'orders:read',
    ['listReportedOrders', TAG, 'What became of each order of a report'],
    pageOf(importRow),
  )
  const rowsOptions = {
    ...rows,
    schema: { ...rows.schema, params: importParams, querystring: importRowsQuery.omit({ unlinks: true }) },
  }
  api.get('/order-reports/:import/orders', rowsOptions, async (request) => {
    const { after, limit, outcome = null } = request.query
    const importId = Number(request.params.import)
    return deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const report = await tx.store.findImport(importId)
      const found = foundValue(report?.kind === 'order-report' ? report : null, 'such order report')
      const key = readCursor(after, ['number'])?.[0] ?? null
      const page = await tx.store.listImportRows({ importId, outcome, unlinks: false, after: key, limit })
      return pageReply(page, { limit, write: (row) => writeImportRow(row, found), keyOf: (row) => [row.row] })
    })
  })
}

import type { z } from 'zod'
import { documentDetail, documentParams, documentQuery, documentSummary, writeLog } from '#contract/activity.ts'
import { chosenDocuments, errorWish } from '#contract/error-log.ts'
import { listOf, pageOf, writeInstant } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import type { Deps } from '#flows/deps.ts'
import { ignoreOrder, ignoreOrders } from '#flows/ignore-order.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { reprocessChosen } from '#flows/reprocess-chosen.ts'
import type { InboundDocument } from '#store/documents.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

/** The Error Log: inbound documents, what keeps them, and the two buttons (E1, E2, E4). */
export function errorLogRoutes(api: Api, deps: Deps): void {
  const words = [
    'listDocuments',
    'Error log',
    'Order documents that wait for something, or in one state; the oldest first',
  ] as const
  const list = about('orders:read', words, pageOf(documentSummary))
  api.get('/error-log', { ...list, schema: { ...list.schema, querystring: documentQuery } }, async (request) => {
    const { after, limit, state, ...filters } = request.query
    const key = readCursor(after, ['number'])?.[0] ?? 0
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listDocuments({ state, of: errorWish(filters), after: key, limit }),
    )
    return pageReply(rows, { limit, write: writeSummary, keyOf: (row) => [row.documentId] })
  })

  const get = about('orders:read', ['getDocument', 'Error log', 'One order document with its log'], documentDetail)
  api.get('/error-log/:documentId', { ...get, schema: { ...get.schema, params: documentParams } }, async (request) => {
    const documentId = Number(request.params.documentId)
    const found = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.findDocument(documentId))
    return writeDocument(foundValue(found, 'document with this number'))
  })

  const again = about(
    'orders:write',
    ['reprocessDocument', 'Error log', 'Runs the document again, now'],
    documentDetail,
  )
  const againOptions = { ...again, schema: { ...again.schema, params: documentParams } }
  api.post('/error-log/:documentId/reprocess', againOptions, async (request) => {
    const caller = callerOf(request)
    const asked = { documentId: Number(request.params.documentId), who: nameOf(caller) }
    return writeDocument(goodValue(await reprocessDocument(deps, caller.merchant, asked)))
  })

  const ignore = about(
    'orders:write',
    ['ignoreDocument', 'Error log', 'Never imports this Amazon order'],
    documentDetail,
  )
  const ignoreOptions = { ...ignore, schema: { ...ignore.schema, params: documentParams } }
  api.post('/error-log/:documentId/ignore', ignoreOptions, async (request) => {
    const caller = callerOf(request)
    const asked = { documentId: Number(request.params.documentId), who: nameOf(caller) }
    return writeDocument(goodValue(await ignoreOrder(acting(deps, request), caller.merchant, asked)))
  })
  chosenRoutes(api, deps)
}

function chosenRoutes(api: Api, deps: Deps): void {
  const again = about(
    'orders:write',
    ['reprocessDocuments', 'Error log', 'Runs some documents again, now'],
    listOf(documentDetail),
  )
  api.post(
    '/error-log/reprocess',
    { ...again, schema: { ...again.schema, body: chosenDocuments } },
    async (request) => {
      const caller = callerOf(request)
      const asked = { documentIds: request.body.documentIds, who: nameOf(caller), fetchAnyway: true }
      return { rows: (await reprocessChosen(deps, caller.merchant, asked)).map(writeDocument) }
    },
  )

  const ignore = about(
    'orders:write',
    ['ignoreDocuments', 'Error log', 'Never imports these Amazon orders'],
    listOf(documentDetail),
  )
  api.post('/error-log/ignore', { ...ignore, schema: { ...ignore.schema, body: chosenDocuments } }, async (request) => {
    const caller = callerOf(request)
    const asked = { documentIds: request.body.documentIds, who: nameOf(caller) }
    return { rows: goodValue(await ignoreOrders(acting(deps, request), caller.merchant, asked)).map(writeDocument) }
  })
}

const writeSummary = (document: InboundDocument): z.output<typeof documentSummary> => ({
  documentId: document.documentId,
  amazonOrderId: document.reference,
  connection: document.connection,
  state: document.state,
  reason: document.reason,
  problems: document.problems.map(writeProblem),
  receivedAt: writeInstant(document.receivedAt),
  decidedAt: writeInstant(document.decidedAt),
})

const writeDocument = (document: InboundDocument): z.output<typeof documentDetail> => ({
  ...writeSummary(document),
  log: writeLog(document.log),
})

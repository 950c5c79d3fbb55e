import type { z } from 'zod'
import { pageOf, writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import {
  backfillBegun,
  backfillBody,
  reconciliation,
  reconciliationAsked,
  reconciliationBody,
  reconciliationDetail,
  reconciliationQuery,
  runParams,
} from '#contract/reconciliations.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { sumsOf } from '#core/orders/reconciliation-sums.ts'
import { askBackfill, askReconciliation, cancelBackfill } from '#flows/ask-reconciliation.ts'
import type { Deps } from '#flows/deps.ts'
import type { Reconciliation, ReconciliationKind } from '#store/reconciliations.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

const TAG = 'Reconciliation'
const MOST_ORDERS = 200

/** Reconciliations and back-fills: list, look at one, begin, cancel (O18). */
export function reconciliationRoutes(api: Api, deps: Deps): void {
  const list = pageOf(reconciliation)
  const nights = about('orders:read', ['listReconciliations', TAG, 'Reconciliations, the newest first'], list)
  const withQuery = { ...nights, schema: { ...nights.schema, querystring: reconciliationQuery } }
  api.get('/reconciliations', withQuery, (request) =>
    page(deps, callerOf(request).merchant, { ...request.query, kind: 'night' }),
  )

  const one = about(
    'orders:read',
    ['getReconciliation', TAG, 'One reconciliation, and what differed'],
    reconciliationDetail,
  )
  api.get('/reconciliations/:run', { ...one, schema: { ...one.schema, params: runParams } }, (request) =>
    detail(deps, callerOf(request).merchant, { runId: Number(request.params.run), kind: 'night' }),
  )

  const begin = about('orders:write', ['reconcile', TAG, 'Reconciles a connection now'], reconciliationAsked)
  const beginOptions = { ...begin, schema: { ...begin.schema, body: reconciliationBody } }
  api.post('/reconciliations', beginOptions, async (request) => {
    const caller = callerOf(request)
    const asked = { connection: request.body.connection as ConnectionId, who: nameOf(caller) }
    return { run: goodValue(await askReconciliation(deps, caller.merchant, asked)).runId }
  })
  backfillRoutes(api, deps)
}

function backfillRoutes(api: Api, deps: Deps): void {
  const fills = about('orders:read', ['listBackfills', TAG, 'Back-fills, the newest first'], pageOf(reconciliation))
  const withQuery = { ...fills, schema: { ...fills.schema, querystring: reconciliationQuery } }
  api.get('/backfills', withQuery, (request) =>
    page(deps, callerOf(request).merchant, { ...request.query, kind: 'back-fill' }),
  )

  const one = about('orders:read', ['getBackfill', TAG, 'One back-fill, and what it fetched'], reconciliationDetail)
  api.get('/backfills/:run', { ...one, schema: { ...one.schema, params: runParams } }, (request) =>
    detail(deps, callerOf(request).merchant, { runId: Number(request.params.run), kind: 'back-fill' }),
  )

  const begin = about('orders:write', ['beginBackfill', TAG, 'Fetches the orders of a range of days'], backfillBegun)
  api.post('/backfills', { ...begin, schema: { ...begin.schema, body: backfillBody } }, async (request) => {
    const caller = callerOf(request)
    const { connection, from, to } = request.body
    const wish = { connection: connection as ConnectionId, from, to, who: nameOf(caller) }
    const begun = goodValue(await askBackfill(deps, caller.merchant, wish))
    return {
      run: begun.runId,
      from: writeInstant(begun.from),
      to: writeInstant(begun.to),
      cutOff: writeInstantOrNull(begun.cutOff),
    }
  })

  const cancel = about(
    'orders:write',
    ['cancelBackfill', TAG, 'Cancels a back-fill; what it fetched stays'],
    reconciliationDetail,
  )
  const cancelOptions = { ...cancel, schema: { ...cancel.schema, params: runParams } }
  api.post('/backfills/:run/cancel', cancelOptions, async (request) => {
    const { merchant } = callerOf(request)
    const runId = Number(request.params.run)
    goodValue(await cancelBackfill(deps, merchant, runId))
    return detail(deps, merchant, { runId, kind: 'back-fill' })
  })
}

type Page = z.output<typeof reconciliationQuery> & { readonly kind: ReconciliationKind }

async function page(deps: Deps, merchant: MerchantId, { kind, after, limit }: Page) {
  const before = readCursor(after, ['number'])?.[0] ?? null
  const rows = await deps.transaction(merchant, 'app', (tx) => tx.store.listReconciliations({ kind, before, limit }))
  return pageReply(rows, { limit, write: writeRun, keyOf: (row) => [row.runId] })
}

function detail(deps: Deps, merchant: MerchantId, { runId, kind }: { runId: number; kind: ReconciliationKind }) {
  return deps.transaction(merchant, 'app', async (tx) => {
    const found = await tx.store.findReconciliation(runId)
    const run = foundValue(found?.kind === kind ? found : null, 'such run')
    return { ...writeRun(run), orders: await tx.store.listDiffering({ runId, limit: MOST_ORDERS }) }
  })
}

const writeRun = (run: Reconciliation): z.output<typeof reconciliation> => ({
  run: run.runId,
  connection: run.connection,
  askedBy: run.askedBy,
  from: writeInstant(run.from),
  to: writeInstant(run.to),
  state: run.state,
  listed: run.listed,
  ...sumsOf(run),
  accountedBy: { ...run.accounted },
  why: run.why,
  problem: run.problem && writeProblem(run.problem),
  beganAt: writeInstant(run.beganAt),
  endedAt: writeInstantOrNull(run.endedAt),
})

import type { FastifyRequest } from 'fastify'
import { itemParams } from '#contract/items.ts'
import { pageOf, saved } from '#contract/parts.ts'
import {
  allMovesQuery,
  manyAdjustments,
  manyCounts,
  manyReceipts,
  manyRestockDays,
  manyTransfers,
  movesQuery,
  movesReply,
  stockMove,
  writeMoves,
  writeStockMove,
} from '#contract/stock-changes.ts'
import type { StockChange } from '#core/inventory/shelf-move.ts'
import { spanOfDay } from '#core/orders/merchant-time.ts'
import { changeStock, setRestockDays } from '#flows/change-stock.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about, BULK_BYTES } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { checkedValue, foundValue } from '../refusal.ts'

/** Stock that a person moves, each request all or nothing, and its history (O20). */
export function stockChangeRoutes(api: Api, deps: Deps): void {
  const change = async (request: FastifyRequest, changes: readonly StockChange[]) => {
    const caller = callerOf(request)
    return writeMoves(checkedValue(await changeStock(deps, caller.merchant, { changes, who: nameOf(caller) })))
  }
  const door = (id: string, summary: string) => about('items:write', [id, 'Stock', summary], movesReply)

  const adjust = door('adjustStock', 'Adds to stock or takes from it, with a reason: all entries, or none')
  const adjusting = { ...adjust, bodyLimit: BULK_BYTES, schema: { ...adjust.schema, body: manyAdjustments } }
  api.post('/stock/adjustments', adjusting, async (request) =>
    change(
      request,
      request.body.adjustments.map((each) => ({ kind: 'adjustment', ...each })),
    ),
  )
  const transfer = door('transferStock', 'Moves stock from center to center: all entries, or none')
  const transferring = { ...transfer, bodyLimit: BULK_BYTES, schema: { ...transfer.schema, body: manyTransfers } }
  api.post('/stock/transfers', transferring, async (request) =>
    change(
      request,
      request.body.transfers.map((each) => ({ kind: 'transfer', ...each })),
    ),
  )
  const receive = door('receiveStock', 'Takes stock in: all entries, or none')
  const receiving = { ...receive, bodyLimit: BULK_BYTES, schema: { ...receive.schema, body: manyReceipts } }
  api.post('/stock/receipts', receiving, async (request) =>
    change(
      request,
      request.body.receipts.map((each) => ({ kind: 'receipt', ...each })),
    ),
  )
  const count = door('countStock', 'Says how many were counted: all entries, or none')
  const counting = { ...count, bodyLimit: BULK_BYTES, schema: { ...count.schema, body: manyCounts } }
  api.post('/stock/counts', counting, async (request) =>
    change(
      request,
      request.body.counts.map((each) => ({ kind: 'count', ...each })),
    ),
  )
  restockAndHistory(api, deps)
}

function restockAndHistory(api: Api, deps: Deps): void {
  const put = about(
    'items:write',
    [
      'setRestockDays',
      'Stock',
      'Says when more of items comes, or that no day is known any more: all entries, or none',
    ],
    saved,
  )
  const putting = { ...put, bodyLimit: BULK_BYTES, schema: { ...put.schema, body: manyRestockDays } }
  api.put('/stock/restock-days', putting, async (request) => {
    const checked = await setRestockDays(deps, callerOf(request).merchant, request.body.restock)
    return { saved: checkedValue(checked).length }
  })

  const list = about(
    'items:read',
    ['listStockMoves', 'Stock', "The history of an item's stock, the newest first"],
    pageOf(stockMove),
  )
  const listing = { ...list, schema: { ...list.schema, params: itemParams, querystring: movesQuery } }
  api.get('/items/:itemId/stock-moves', listing, async (request) => {
    const { after, limit, center = null } = request.query
    const key = readCursor(after, ['number'])
    const { itemId } = request.params
    const rows = await deps.transaction(callerOf(request).merchant, 'app', async ({ store }) => {
      foundValue((await store.findItems([itemId]))[0], 'item with this id')
      return store.listStockMoves({ after: key?.[0] ?? null, limit, itemId, center })
    })
    return pageReply(rows, { limit, write: writeStockMove, keyOf: (row) => [row.moveId] })
  })

  const all = about(
    'items:read',
    ['listAllStockMoves', 'Stock', 'The history of all stock, the newest first'],
    pageOf(stockMove),
  )
  api.get('/stock/moves', { ...all, schema: { ...all.schema, querystring: allMovesQuery } }, async (request) => {
    const { after, limit, kind = null, who = null, center = null, itemId = null, day } = request.query
    const key = readCursor(after, ['number', 'number'])
    const rows = await deps.transaction(callerOf(request).merchant, 'app', async ({ store }) => {
      const span = day === undefined ? null : spanOfDay(day, (await store.merchantFacts()).timeZone)
      return store.listAllMoves({ after: key, limit, kind, who, center, itemId, span })
    })
    return pageReply(rows, { limit, write: writeStockMove, keyOf: (row) => [row.at, row.moveId] })
  })
}

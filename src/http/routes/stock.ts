import { listOf, pageOf, saved } from '#contract/parts.ts'
import { allCenters, center, manyStock, stockQuery, stockReply } from '#contract/stock.ts'
import { shelvedItem, stockTableQuery } from '#contract/stock-table.ts'
import type { CenterCode, ItemId } from '#core/ids.ts'
import { setStock } from '#flows/change-stock.ts'
import { saveCenters } from '#flows/configure.ts'
import type { Deps } from '#flows/deps.ts'
import type { ShelvedItem } from '#store/stock-table.ts'
import { acting } from '../acting.ts'
import { type Api, about, BULK_BYTES } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { checkedValue } from '../refusal.ts'

/** Distribution centers in their order, and the stock in them (O20). */
export function stockRoutes(api: Api, deps: Deps): void {
  const centers = about(
    'items:read',
    ['listCenters', 'Stock', "Distribution centers in the merchant's order"],
    listOf(center),
  )
  api.get('/distribution-centers', centers, async (request) => ({
    rows: await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listCenters()),
  }))

  const put = about('items:write', ['saveCenters', 'Stock', 'Replaces the list of distribution centers'], saved)
  api.put('/distribution-centers', { ...put, schema: { ...put.schema, body: allCenters } }, async (request) => {
    const checked = await saveCenters(acting(deps, request), callerOf(request).merchant, request.body.centers)
    return { saved: checkedValue(checked).length }
  })

  const list = about('items:read', ['listStock', 'Stock', 'Stock by item and center'], pageOf(stockReply))
  api.get('/stock', { ...list, schema: { ...list.schema, querystring: stockQuery } }, async (request) => {
    const { after, limit, itemId } = request.query
    const key = readCursor(after, ['string', 'string']) as readonly [ItemId, CenterCode] | null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listStock({ after: key, limit, itemId: itemId ?? null }),
    )
    return pageReply(rows, { limit, write: (row) => row, keyOf: (row) => [row.itemId, row.center] })
  })

  const set = about('items:write', ['setStock', 'Stock', 'Sets stock on hand: all entries, or none'], saved)
  api.put('/stock', { ...set, bodyLimit: BULK_BYTES, schema: { ...set.schema, body: manyStock } }, async (request) => {
    const caller = callerOf(request)
    const checked = await setStock(deps, caller.merchant, { stock: request.body.stock, who: nameOf(caller) })
    return { saved: checkedValue(checked).length }
  })
  tableRoute(api, deps)
}

const writeShelved = (row: ShelvedItem) => ({
  ...row,
  free: row.onHand - row.allocated,
  shelves: row.shelves.map((each) => ({ ...each })),
})

function tableRoute(api: Api, deps: Deps): void {
  const table = about(
    'items:read',
    ['listStockTable', 'Stock', 'Items with what lies of them in each center'],
    pageOf(shelvedItem),
  )
  api.get('/stock/table', { ...table, schema: { ...table.schema, querystring: stockTableQuery } }, async (request) => {
    const { after, limit, search = null, center: kept = null, atMost = null, only = null, sort } = request.query
    const wish = { search, center: kept, atMost, only, sort, after: readCursor(after, ['number', 'string']), limit }
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listShelved(wish))
    return pageReply(rows, { limit, write: writeShelved, keyOf: (row) => [row.onHand - row.allocated, row.itemId] })
  })
}

import { catalogCounts, catalogQuery, catalogRow, writeCatalogRow } from '#contract/catalog.ts'
import {
  itemEvent,
  itemHistoryQuery,
  itemListings,
  writeItemEvent,
  writeItemListings,
} from '#contract/item-listings.ts'
import { itemParams } from '#contract/items.ts'
import { pageOf } from '#contract/parts.ts'
import { sellingPlaces, writePlaces } from '#contract/selling-places.ts'
import { MOST_ITEMS_COUNTED } from '#core/catalog/catalog-list.ts'
import type { Deps } from '#flows/deps.ts'
import { listCatalog } from '#flows/list-catalog.ts'
import { showItemHistory, showListings } from '#flows/show-listings.ts'
import { type Api, about } from '../api.ts'
import { badCursor, pageReply, readCursor, writeCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

/** Items as a list shows them, how many there are, and how one stands at Amazon with its history (X1, I10, I12). */
export function catalogRoutes(api: Api, deps: Deps): void {
  listRoutes(api, deps)
  itemRoutes(api, deps)
}

function listRoutes(api: Api, deps: Deps): void {
  const words = ['listCatalog', 'Items', 'Items with their stock and listings, for a list'] as const
  const list = about('items:read', words, pageOf(catalogRow))
  api.get('/catalog', { ...list, schema: { ...list.schema, querystring: catalogQuery } }, async (request) => {
    const { after, limit, search = null, only = null, sort } = request.query
    const key = readCursor(after, ['string', 'string'])
    if (key && sort.endsWith('price') && !/^-?\d{1,15}$/.test(key[0])) throw badCursor()
    const wish = { search, only, sort, after: key, limit }
    const { rows, next, currency } = await listCatalog(deps, callerOf(request).merchant, wish)
    return { rows: rows.map((row) => writeCatalogRow(row, currency)), next: next && writeCursor(next) }
  })

  const counts = about('items:read', ['countCatalog', 'Items', 'How many items there are, by filter'], catalogCounts)
  api.get('/catalog/counts', counts, async (request) => {
    const { items, linked, ...others } = await deps.transaction(callerOf(request).merchant, 'app', ({ store }) =>
      store.countCatalogList(),
    )
    return { items, linked, unlinked: items > MOST_ITEMS_COUNTED ? null : items - linked, ...others }
  })

  const places = about('items:read', ['listSellingPlaces', 'Items', 'In which marketplaces you sell'], sellingPlaces)
  api.get('/selling-places', places, async (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async ({ store }) => {
      const { currency } = await store.merchantFacts()
      return writePlaces(await store.listConnections(), currency)
    }),
  )
}

function itemRoutes(api: Api, deps: Deps): void {
  const show = about('items:read', ['listItemListings', 'Items', 'How an item stands at Amazon'], itemListings)
  api.get('/items/:itemId/listings', { ...show, schema: { ...show.schema, params: itemParams } }, async (request) =>
    writeItemListings(goodValue(await showListings(deps, callerOf(request).merchant, request.params.itemId))),
  )

  const past = about(
    'items:read',
    ['listItemHistory', 'Items', 'What happened to an item at Amazon and on the shelf, the newest first'],
    pageOf(itemEvent),
  )
  const options = { ...past, schema: { ...past.schema, params: itemParams, querystring: itemHistoryQuery } }
  api.get('/items/:itemId/history', options, async (request) => {
    const { after, limit, sellerSku = null } = request.query
    const before = readCursor(after, ['number', 'string', 'number', 'string'])
    const wish = { itemId: request.params.itemId, sellerSku, before, limit }
    const rows = goodValue(await showItemHistory(deps, callerOf(request).merchant, wish))
    return pageReply(rows, {
      limit,
      write: writeItemEvent,
      keyOf: (row) => [row.at, row.source, row.eventId, row.name],
    })
  })
}

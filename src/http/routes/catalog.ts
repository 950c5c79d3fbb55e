import { catalogQuery, catalogRow, writeCatalogRow } from '#contract/catalog.ts'
import { pageOf } from '#contract/parts.ts'
import type { ItemId } from '#core/ids.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'

/** Items as a list shows them: with stock and listings, found by a part of the id or the description (X1). */
export function catalogRoutes(api: Api, deps: Deps): void {
  const words = ['listCatalog', 'Items', 'Items with their stock and listings, for a list'] as const
  const list = about('items:read', words, pageOf(catalogRow))
  api.get('/catalog', { ...list, schema: { ...list.schema, querystring: catalogQuery } }, async (request) => {
    const { after, limit, search = null } = request.query
    const key = readCursor(after, ['string'])
    return deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const { currency } = await tx.store.merchantFacts()
      const rows = await tx.store.listCatalog({ after: (key?.[0] as ItemId | undefined) ?? null, search, limit })
      return pageReply(rows, { limit, write: (row) => writeCatalogRow(row, currency), keyOf: (row) => [row.id] })
    })
  })
}

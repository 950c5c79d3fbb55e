import { suggestionQuery, suggestionReply, writeSuggestions } from '#contract/error-log.ts'
import { manyMappings, mappingQuery, skuMapping, skuQuery, writeMapping } from '#contract/items.ts'
import { pageOf, saved } from '#contract/parts.ts'
import type { SellerSku } from '#core/ids.ts'
import { removeMapping, saveMappings } from '#flows/configure.ts'
import type { Deps } from '#flows/deps.ts'
import { suggestForSku } from '#flows/suggest-items.ts'
import { acting } from '../acting.ts'
import { type Api, about, BULK_BYTES } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { checkedValue } from '../refusal.ts'

/** SKU mappings (O11, T2). The seller SKU stands in the query or the body: it may hold what a path cannot. */
export function skuMappingRoutes(api: Api, deps: Deps): void {
  const words = [
    'listSkuMappings',
    'SKU mappings',
    'Mappings in the order of their SKUs, those of an item, or the one of a SKU',
  ] as const
  const list = about('items:read', words, pageOf(skuMapping))
  api.get('/sku-mappings', { ...list, schema: { ...list.schema, querystring: mappingQuery } }, async (request) => {
    const { after, limit, sellerSku, itemId } = request.query
    const key = readCursor(after, ['string'])
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      sellerSku === undefined
        ? tx.store.listMappings({ after: (key?.[0] as SellerSku | undefined) ?? null, limit, itemId })
        : tx.store.findMappings([sellerSku]),
    )
    const page = pageReply(rows, { limit, write: writeMapping, keyOf: (row) => [row.sellerSku] })
    return sellerSku === undefined ? page : { ...page, next: null }
  })

  const suggest = about(
    'items:read',
    ['suggestItems', 'SKU mappings', 'The items that a seller SKU may be, and why'],
    suggestionReply,
  )
  api.get(
    '/sku-mappings/suggestions',
    { ...suggest, schema: { ...suggest.schema, querystring: suggestionQuery } },
    async (request) => {
      const found = await suggestForSku(deps, callerOf(request).merchant, request.query)
      return { ...found, suggestions: writeSuggestions(found.suggestions) }
    },
  )

  const put = about(
    'items:write',
    ['saveSkuMappings', 'SKU mappings', 'Creates or replaces mappings: all, or none'],
    saved,
  )
  const putOptions = { ...put, bodyLimit: BULK_BYTES, schema: { ...put.schema, body: manyMappings } }
  api.put('/sku-mappings', putOptions, async (request) => {
    const checked = await saveMappings(acting(deps, request), callerOf(request).merchant, request.body.mappings)
    return { saved: checkedValue(checked).length }
  })

  const remove = about('items:write', ['removeSkuMapping', 'SKU mappings', 'Removes the mapping of a SKU'], saved)
  api.delete('/sku-mappings', { ...remove, schema: { ...remove.schema, querystring: skuQuery } }, async (request) => {
    checkedValue(await removeMapping(acting(deps, request), callerOf(request).merchant, request.query.sellerSku))
    return { saved: 0 }
  })
}

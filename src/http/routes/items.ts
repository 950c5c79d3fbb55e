import { item, itemBody, itemParams, manyItems, writeItem } from '#contract/items.ts'
import { pageOf, pageQuery, saved } from '#contract/parts.ts'
import type { ItemId } from '#core/ids.ts'
import { saveItems } from '#flows/configure.ts'
import type { Deps } from '#flows/deps.ts'
import { acting } from '../acting.ts'
import { type Api, about, BULK_BYTES } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { checkedValue, foundValue, underField } from '../refusal.ts'

/** Items: list, get, save one, save many. */
export function itemRoutes(api: Api, deps: Deps): void {
  const list = about('items:read', ['listItems', 'Items', 'Items in the order of their ids'], pageOf(item))
  api.get('/items', { ...list, schema: { ...list.schema, querystring: pageQuery } }, async (request) => {
    const { after, limit } = request.query
    const key = readCursor(after, ['string'])
    return deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const { currency } = await tx.store.merchantFacts()
      const rows = await tx.store.listItems({ after: (key?.[0] as ItemId | undefined) ?? null, limit })
      return pageReply(rows, { limit, write: (row) => writeItem(row, currency), keyOf: (row) => [row.id] })
    })
  })

  const get = about('items:read', ['getItem', 'Items', 'One item'], item)
  api.get('/items/:itemId', { ...get, schema: { ...get.schema, params: itemParams } }, async (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const { currency } = await tx.store.merchantFacts()
      const [found] = await tx.store.findItems([request.params.itemId])
      return writeItem(foundValue(found, 'item with this id'), currency)
    }),
  )

  const put = about('items:write', ['saveItem', 'Items', 'Creates or replaces one item'], saved)
  api.put(
    '/items/:itemId',
    { ...put, schema: { ...put.schema, params: itemParams, body: itemBody } },
    async (request) => {
      const entered = [{ ...request.body, id: request.params.itemId }]
      const checked = await saveItems(acting(deps, request), callerOf(request).merchant, entered)
      return { saved: checkedValue(underField(checked, 'items[0].')).length }
    },
  )

  const many = about('items:write', ['saveItems', 'Items', 'Creates or replaces items: all of them, or none'], saved)
  api.put(
    '/items',
    { ...many, bodyLimit: BULK_BYTES, schema: { ...many.schema, body: manyItems } },
    async (request) => {
      const checked = await saveItems(acting(deps, request), callerOf(request).merchant, request.body.items)
      return { saved: checkedValue(checked).length }
    },
  )
}

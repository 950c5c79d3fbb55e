import { itemParams } from '#contract/items.ts'
import { allOffers, itemOffer, offerQuery, offersReply, writeOffer } from '#contract/offers.ts'
import { pageOf, pageQuery } from '#contract/parts.ts'
import type { ItemId } from '#core/ids.ts'
import type { Deps } from '#flows/deps.ts'
import { removeOffers, saveOffers } from '#flows/save-offers.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { checkedValue, foundValue } from '../refusal.ts'

/** What items are offered for at Amazon: limits, sales, business prices, per marketplace (I4). */
export function offerRoutes(api: Api, deps: Deps): void {
  const all = about('items:read', ['listOffers', 'Offers', 'All offers, by item and marketplace'], pageOf(itemOffer))
  api.get('/offers', { ...all, schema: { ...all.schema, querystring: pageQuery } }, async (request) => {
    const { after, limit } = request.query
    const key = readCursor(after, ['string', 'string']) as readonly [ItemId, string] | null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listOffers({ after: key, limit }),
    )
    return pageReply(rows, { limit, write: writeOffer, keyOf: (row) => [row.itemId, row.marketplaceId ?? ''] })
  })

  const get = about('items:read', ['getOffers', 'Offers', 'The offers of one item'], offersReply)
  api.get('/items/:itemId/offers', { ...get, schema: { ...get.schema, params: itemParams } }, async (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async ({ store }) => {
      const { itemId } = request.params
      foundValue((await store.findItems([itemId]))[0], 'item with this id')
      return { rows: (await store.findOffers([itemId])).map(writeOffer) }
    }),
  )

  const put = about('items:write', ['saveOffers', 'Offers', 'Makes these the offers of one item'], offersReply)
  const putting = { ...put, schema: { ...put.schema, params: itemParams, body: allOffers } }
  api.put('/items/:itemId/offers', putting, async (request) => {
    const { itemId } = request.params
    const offers = request.body.offers.map((offer) => ({ ...offer, itemId }))
    return {
      rows: checkedValue(await saveOffers(acting(deps, request), callerOf(request).merchant, { itemId, offers })).map(
        writeOffer,
      ),
    }
  })

  const remove = about('items:write', ['removeOffers', 'Offers', 'Removes offers of one item'], offersReply)
  const removing = { ...remove, schema: { ...remove.schema, params: itemParams, querystring: offerQuery } }
  api.delete('/items/:itemId/offers', removing, async (request) => {
    const { marketplaceId: named } = request.query
    const marketplaceId = named === 'general' ? null : named
    const gone = { itemId: request.params.itemId, marketplaceId }
    return {
      rows: checkedValue(await removeOffers(acting(deps, request), callerOf(request).merchant, gone)).map(writeOffer),
    }
  })
}

import * as shapes from '#contract/listings.ts'
import { pageOf, pageQuery } from '#contract/parts.ts'
import { askAudit } from '#flows/audit-listings.ts'
import type { Deps } from '#flows/deps.ts'
import { linkListings, unlinkListing } from '#flows/link-listing.ts'
import { proposeMatches } from '#flows/match-listings.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

const GROUP = 'Listings'
const PATH = '/connections/:connectionId'
const params = shapes.listingParams

/** Listings of a connection: list, match and link to items (T4), and drift audits (I12). */
export function listingRoutes(api: Api, deps: Deps): void {
  readRoutes(api, deps)
  linkRoutes(api, deps)
  auditRoutes(api, deps)
}

function readRoutes(api: Api, deps: Deps): void {
  const list = about('items:read', ['listListings', GROUP, 'SKUs as Amazon lists them'], pageOf(shapes.listing))
  const listOptions = { ...list, schema: { ...list.schema, params, querystring: shapes.listingQuery } }
  api.get(`${PATH}/listings`, listOptions, async (request) => {
    const { after, limit, linked, search = null } = request.query
    const { connectionId: connection } = request.params
    const only = linked === undefined ? null : linked === 'yes'
    const page = { connection, linked: only, search, after: readCursor(after, ['string', 'string']), limit }
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listListings(page))
    return pageReply(rows, {
      limit,
      write: shapes.writeListing,
      keyOf: (row) => [row.sellerSku, row.marketplaceId],
    })
  })

  const matches = about(
    'items:read',
    ['matchListings', GROUP, 'SKUs without an item, and which it may be'],
    shapes.matchPage,
  )
  const matchOptions = { ...matches, schema: { ...matches.schema, params, querystring: shapes.matchQuery } }
  api.get(`${PATH}/listings/matches`, matchOptions, async (request) => {
    const { after, limit, sellerSku: sku } = request.query
    const { merchant } = callerOf(request)
    const { connectionId: connection } = request.params
    const page = { connection, sku, after: readCursor(after, ['string'])?.[0] ?? null, limit }
    const rows = await proposeMatches(deps, merchant, page)
    const counts = await deps.transaction(merchant, 'app', (tx) => tx.store.countLinked(connection))
    return { ...pageReply(rows, { limit, write: shapes.writeMatched, keyOf: (row) => [row.sellerSku] }), ...counts }
  })
}

function linkRoutes(api: Api, deps: Deps): void {
  const link = about('items:write', ['linkListings', GROUP, 'Links SKUs to items'], shapes.linkReply)
  const linkOptions = { ...link, schema: { ...link.schema, params, body: shapes.linkBody } }
  api.post(`${PATH}/listings/link`, linkOptions, async (request) => {
    const wish = { connection: request.params.connectionId, links: request.body.links }
    return shapes.writeLinked(goodValue(await linkListings(acting(deps, request), callerOf(request).merchant, wish)))
  })

  const unlink = about('items:write', ['unlinkListing', GROUP, 'Takes the link of a SKU away'], shapes.unlinkReply)
  const unlinkOptions = { ...unlink, schema: { ...unlink.schema, params, body: shapes.unlinkBody } }
  api.post(`${PATH}/listings/unlink`, unlinkOptions, async (request) => {
    const { sellerSku } = request.body
    const wish = { connection: request.params.connectionId, sellerSku }
    return { sellerSku, ...goodValue(await unlinkListing(acting(deps, request), callerOf(request).merchant, wish)) }
  })
}

function auditRoutes(api: Api, deps: Deps): void {
  const list = about('items:read', ['listDriftAudits', GROUP, 'Drift audits, the newest first'], pageOf(shapes.audit))
  const listOptions = { ...list, schema: { ...list.schema, params, querystring: pageQuery } }
  api.get(`${PATH}/audits`, listOptions, async (request) => {
    const { after, limit } = request.query
    const before = readCursor(after, ['number'])?.[0] ?? null
    const page = { connection: request.params.connectionId, before, limit }
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listAudits(page))
    return pageReply(rows, { limit, write: shapes.writeAudit, keyOf: (row) => [row.auditId] })
  })

  const ask = about('items:write', ['auditListings', GROUP, 'Audits a connection now'], shapes.auditAsked)
  api.post(`${PATH}/audits`, { ...ask, schema: { ...ask.schema, params } }, async (request) => {
    const caller = callerOf(request)
    const asked = { connection: request.params.connectionId, who: nameOf(caller) }
    return goodValue(await askAudit(deps, caller.merchant, asked))
  })

  const drift = about('items:read', ['listDrift', GROUP, 'What an audit found to differ'], pageOf(shapes.driftRow))
  const driftOptions = {
    ...drift,
    schema: { ...drift.schema, params: shapes.auditParams, querystring: shapes.driftQuery },
  }
  api.get(`${PATH}/audits/:audit/drift`, driftOptions, async (request) => {
    const { after, limit, what = null } = request.query
    const auditId = Number(request.params.audit)
    const page = { auditId, what, after: readCursor(after, ['string', 'string']), limit }
    const { marketplaceId, rows } = await deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const found = await tx.store.findAudit({ connection: request.params.connectionId, auditId })
      return { ...foundValue(found, 'such audit'), rows: await tx.store.listDrift(page) }
    })
    return pageReply(rows, {
      limit,
      write: shapes.writeDrift(marketplaceId),
      keyOf: (row) => [row.sellerSku, row.what],
    })
  })
}

import { pageOf } from '#contract/parts.ts'
import * as shapes from '#contract/sending.ts'
import type { ConnectionId, SellerSku } from '#core/ids.ts'
import { approveChanges, putPriceBack, releasePrice, releaseTheBrake, uploadNow } from '#flows/approve-changes.ts'
import { askAgain } from '#flows/ask-again.ts'
import type { Deps } from '#flows/deps.ts'
import { dryRun } from '#flows/dry-run.ts'
import { switchSending } from '#flows/switch-sending.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

/** What goes up of stock and prices: switches, dry run, results, approval, brake, pins, Manual Upload (I4, I7, I10, I12, I14). */
export function sendingRoutes(api: Api, deps: Deps): void {
  switchRoutes(api, deps)
  listRoutes(api, deps)
  decisionRoutes(api, deps)
  priceRoutes(api, deps)
}

const GROUP = 'Stock and price up'
const PATH = '/connections/:connectionId/sending'
const params = shapes.sendingParams

function switchRoutes(api: Api, deps: Deps): void {
  const read = about('settings:read', ['getSending', GROUP, 'What may be sent'], shapes.sendingState)
  api.get(PATH, { ...read, schema: { ...read.schema, params } }, async (request) => {
    const { connectionId } = request.params
    const { merchant } = callerOf(request)
    const found = await deps.transaction(merchant, 'app', (tx) => tx.store.readSwitches(connectionId))
    return shapes.writeSending(connectionId, foundValue(found, 'authorized connection with this id'))
  })

  const put = about('settings:write', ['switchSending', GROUP, 'Switches sending on or off'], shapes.sendingState)
  const putOptions = { ...put, schema: { ...put.schema, params, body: shapes.sendingBody } }
  api.put(PATH, putOptions, async (request) => {
    const { connectionId: connection } = request.params
    const { stock, price, dryRunSeen: seen } = request.body
    const caller = callerOf(request)
    const wish = { connection, stock, price, seen, who: nameOf(caller) }
    return shapes.writeSending(connection, goodValue(await switchSending(acting(deps, request), caller.merchant, wish)))
  })
}

function listRoutes(api: Api, deps: Deps): void {
  const dry = about('items:read', ['dryRun', GROUP, 'What would be sent now; nothing is'], pageOf(shapes.dryRunRow))
  const dryOptions = { ...dry, schema: { ...dry.schema, params, querystring: shapes.dryRunQuery } }
  api.get(`${PATH}/dry-run`, dryOptions, async (request) => {
    const { after, limit, sellerSku } = request.query
    const from = (readCursor(after, ['string'])?.[0] ?? null) as SellerSku | null
    const skus = sellerSku === undefined ? null : [sellerSku]
    const wish = { connection: request.params.connectionId, skus, after: from, limit }
    const { rows, next } = goodValue(await dryRun(deps, callerOf(request).merchant, wish))
    const cursor = next === null ? null : Buffer.from(JSON.stringify([next])).toString('base64url')
    return { rows: rows.map(shapes.writeDryRun), next: cursor }
  })

  const fields = about(
    'items:read',
    ['listSkuFields', GROUP, 'Each SKU: wanted, sent, confirmed'],
    pageOf(shapes.skuField),
  )
  const fieldOptions = { ...fields, schema: { ...fields.schema, params, querystring: shapes.fieldQuery } }
  api.get(`${PATH}/skus`, fieldOptions, async (request) => {
    const { after, limit, state = null, sellerSku: sku = null } = request.query
    const page = { state, sku, after: readCursor(after, ['string', 'string', 'string']), limit }
    const connection = request.params.connectionId
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listFields({ connection, ...page }),
    )
    return pageReply(rows, {
      limit,
      write: shapes.writeField,
      keyOf: (row) => [row.sellerSku, row.field, row.marketplaceId],
    })
  })

  const history = about('items:read', ['listSkuHistory', GROUP, 'What happened to a SKU'], pageOf(shapes.skuEvent))
  const historyOptions = { ...history, schema: { ...history.schema, params, querystring: shapes.historyQuery } }
  api.get(`${PATH}/history`, historyOptions, async (request) => {
    const { after, limit, sellerSku: sku } = request.query
    const page = {
      connection: request.params.connectionId,
      sku,
      before: readCursor(after, ['number'])?.[0] ?? null,
      limit,
    }
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.skuHistory(page))
    return pageReply(rows, { limit, write: shapes.writeEvent, keyOf: (row) => [row.eventId] })
  })
}

function decisionRoutes(api: Api, deps: Deps): void {
  const approve = about('items:write', ['approvePrices', GROUP, 'Approves held prices, some or all'], shapes.concerned)
  const approveOptions = { ...approve, schema: { ...approve.schema, params, body: shapes.skusBody } }
  api.post(`${PATH}/approve`, approveOptions, async (request) => {
    const caller = callerOf(request)
    const word = { connection: request.params.connectionId, who: nameOf(caller), skus: request.body.sellerSkus }
    return { fields: goodValue(await approveChanges(deps, caller.merchant, word)) }
  })

  const release = about(
    'items:write',
    ['releaseBrake', GROUP, 'Releases the brake: what it stopped goes'],
    shapes.concerned,
  )
  api.post(`${PATH}/release-brake`, { ...release, schema: { ...release.schema, params } }, async (request) => {
    const caller = callerOf(request)
    const word = { connection: request.params.connectionId, who: nameOf(caller) }
    return { fields: goodValue(await releaseTheBrake(deps, caller.merchant, word)) }
  })

  const again = about(
    'items:write',
    ['readBack', GROUP, 'Reads back at once what Amazon took of these SKUs'],
    shapes.concerned,
  )
  const againOptions = { ...again, schema: { ...again.schema, params, body: shapes.readBackBody } }
  api.post(`${PATH}/read-back`, againOptions, async (request) => {
    const wish = { connection: request.params.connectionId, skus: request.body.sellerSkus }
    return { fields: goodValue(await askAgain(deps, callerOf(request).merchant, wish)) }
  })

  const upload = about(
    'items:write',
    ['uploadNow', GROUP, 'Manual Upload: changed or chosen SKUs, now'],
    shapes.uploadReply,
  )
  const uploadOptions = { ...upload, schema: { ...upload.schema, params, body: shapes.skusBody } }
  api.post(`${PATH}/upload`, uploadOptions, async (request) => {
    const caller = callerOf(request)
    const word = { connection: request.params.connectionId, who: nameOf(caller), skus: request.body.sellerSkus }
    return { cycle: goodValue(await uploadNow(deps, caller.merchant, word)) }
  })
}

function priceRoutes(api: Api, deps: Deps): void {
  const deeds = [
    ['put-back', 'putPriceBack', 'Puts a price back and pins it', putPriceBack],
    ['release-price', 'releasePrice', 'Releases a pinned price', releasePrice],
  ] as const
  for (const [name, operation, summary, deed] of deeds) {
    const route = about('items:write', [operation, GROUP, summary], shapes.skuField)
    const options = { ...route, schema: { ...route.schema, params, body: shapes.priceBody } }
    api.post(`${PATH}/${name}`, options, async (request) => {
      const caller = callerOf(request)
      const connection: ConnectionId = request.params.connectionId
      goodValue(await deed(deps, caller.merchant, { connection, ...request.body, who: nameOf(caller) }))
      const { sellerSku: sku, marketplaceId } = request.body
      const rows = await deps.transaction(caller.merchant, 'app', (tx) =>
        tx.store.listFields({ connection, state: null, sku, after: null, limit: 50 }),
      )
      const row = rows.find((each) => each.field === 'price' && each.marketplaceId === marketplaceId)
      return shapes.writeField(foundValue(row ?? null, 'such price'))
    })
  }
}

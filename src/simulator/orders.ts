import { takeFault } from './faults.ts'
import type { OrderRecord, OrderVersion } from './order-book.ts'
import { shapeOrder, withUnknownValues } from './order-shape.ts'
import { readPageToken, writePageToken } from './page-tokens.ts'
import { isReply, noteIgnored, readDatasets, readSearch, type Search } from './search-parameters.ts'
import type { Cursor } from './state.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, problem, type Reply } from './wire.ts'

/** GET /orders/2026-01-01/orders */
export function searchOrders(visit: Visit): Reply {
  const search = readSearch(visit.call, visit.now)
  if (isReply(search)) return search
  const refusal = refuseMarketplaces(visit, search) ?? refuseDataset(visit, search.datasets)
  if (refusal) return refusal
  const place = readPageToken(visit, search)
  if (isReply(place)) return place
  visit.world.orders.catchUp(visit.now)
  const page = readPage(visit, search, place)
  const bound = search.by === 'created' ? 'createdBefore' : 'lastUpdatedBefore'
  const body: Record<string, unknown> = {
    orders: shapePage(visit, search, page.versions),
    [bound]: new Date(place.before).toISOString(),
  }
  const nextToken = place.forcedToken ?? (page.next && writePageToken(visit, search, { ...place, next: page.next }))
  if (nextToken) body.pagination = { nextToken }
  return { status: 200, body }
}

/** GET /orders/2026-01-01/orders/{orderId} */
export function getOrder(visit: Visit): Reply {
  const { world, call, caller, now } = visit
  const datasets = readDatasets(call)
  if (isReply(datasets)) return datasets
  noteIgnored(call, ['includedData'])
  const refusal = refuseDataset(visit, datasets)
  if (refusal) return refusal
  const orderId = call.url.pathname.split('/').at(-1) ?? ''
  if (!/^\d{3}-\d{7}-\d{7}$/.test(orderId)) return invalidInput(`Invalid order id '${orderId}'.`, 'orderId')
  const record = world.orders.byId.get(orderId)
  if (!record || record.sellerId !== visit.sellerId)
    return problem(404, { code: 'NotFound', message: 'The requested order was not found.', details: orderId })
  const order = shapeOrder(record.current, { datasets, roles: caller.roles, now })
  const odd = takeFault(world, visit, ['unknown-values'])
  return { status: 200, body: { order: odd ? withUnknownValues(order, odd.values ?? {}) : order } }
}

function refuseMarketplaces(visit: Visit, search: Search): Reply | undefined {
  const own = visit.world.sellers.get(visit.sellerId)?.marketplaces
  for (const id of search.marketplaceIds ?? []) {
    const state = own?.get(id)
    const asking = { ...visit, applies: (fault: { marketplaceId: string }) => fault.marketplaceId === id }
    const fault = takeFault(visit.world, asking, ['refuse-marketplace'])
    if (!state?.participating || state.refused || fault) return denied()
  }
  return undefined
}

function refuseDataset(visit: Visit, datasets: ReadonlySet<string>): Reply | undefined {
  const asking = { ...visit, applies: (fault: { dataset: string }) => datasets.has(fault.dataset) }
  const fault = takeFault(visit.world, asking, ['refuse-dataset'])
  return fault && invalidInput(`Invalid value '${fault.dataset}' for parameter includedData.`, 'includedData')
}

function readPage(visit: Visit, search: Search, place: { from: Cursor; before: number }) {
  const versions: OrderVersion[] = []
  let last: Cursor | undefined
  for (const record of visit.world.orders.listedFrom(visit.sellerId, search.by, place.from)) {
    const listed = record.listed as NonNullable<OrderRecord['listed']>
    if (listed[search.by] > place.before) break
    if (!matches(listed, search)) continue
    if (versions.length === search.pageSize) return { versions, next: last }
    versions.push(listed)
    last = { time: listed[search.by], id: listed.document.orderId, after: true }
  }
  return { versions, next: undefined }
}

function matches({ document: { fulfillment, salesChannel } }: OrderVersion, search: Search): boolean {
  if (search.marketplaceIds && !search.marketplaceIds.includes(salesChannel.marketplaceId ?? '')) return false
  if (search.statuses && !search.statuses.includes(fulfillment?.fulfillmentStatus ?? '')) return false
  return !search.fulfilledBy || search.fulfilledBy.includes(fulfillment?.fulfilledBy ?? '')
}

function shapePage(visit: Visit, search: Search, versions: readonly OrderVersion[]) {
  const view = { datasets: search.datasets, roles: visit.caller.roles, now: visit.now }
  let orders = versions.map((version) => shapeOrder(version, view))
  const listed = (orderId?: string) =>
    orders.length > 0 && (orderId === undefined || orders.some((o) => o.orderId === orderId))
  const asking = { ...visit, applies: (fault: { orderId?: string }) => listed(fault.orderId) }
  const hide = takeFault(visit.world, asking, ['hide-order'])
  if (hide) {
    const hidden = hide.orderId ?? orders[0]?.orderId
    orders = orders.filter((o) => o.orderId !== hidden)
  }
  const odd = takeFault(visit.world, visit, ['unknown-values'])
  return odd ? orders.map((order) => withUnknownValues(order, odd.values ?? {})) : orders
}

import { takeFault } from './faults.ts'
import type { OrderRecord } from './order-book.ts'
import { shapeOrder, withUnknownValues } from './order-shape.ts'
import { defaultBefore, isReply, noteIgnored, readDatasets, readSearch, type Search } from './search-parameters.ts'
import type { Cursor, PageToken, World } from './state.ts'
import { type Call, type Caller, denied, invalidInput, problem, type Reply } from './wire.ts'

const TOKEN_LIFETIME_MS = 24 * 3_600_000

/** GET /orders/2026-01-01/orders */
export function searchOrders(world: World, caller: Caller, call: Call): Reply {
  const now = world.clock.now()
  const search = readSearch(call, now)
  if (isReply(search)) return search
  const refusal = refuseMarketplaces(world, caller, search) ?? refuseDataset(world, caller, 'searchOrders', search)
  if (refusal) return refusal
  const paging = startOfPage(world, caller, search, now)
  if (isReply(paging)) return paging
  world.orders.catchUp(now)
  const page = readPage(world, caller, search, paging)
  const bound = search.by === 'created' ? 'createdBefore' : 'lastUpdatedBefore'
  const body: Record<string, unknown> = {
    orders: shapePage(world, caller, search, page.records),
    [bound]: new Date(paging.before).toISOString(),
  }
  const nextToken =
    paging.forcedToken ?? (page.next && newPageToken(world, caller, search, { ...paging, next: page.next }))
  if (nextToken) body.pagination = { nextToken }
  return { status: 200, body }
}

/** GET /orders/2026-01-01/orders/{orderId} */
export function getOrder(world: World, caller: Caller, call: Call): Reply {
  const datasets = readDatasets(call)
  if (isReply(datasets)) return datasets
  noteIgnored(call, ['includedData'])
  const refusal = refuseDataset(world, caller, 'getOrder', { datasets })
  if (refusal) return refusal
  const orderId = decodeURIComponent(call.url.pathname.split('/').at(-1) ?? '')
  if (!/^\d{3}-\d{7}-\d{7}$/.test(orderId)) return invalidInput(`Invalid order id '${orderId}'.`, 'orderId')
  const record = world.orders.byId.get(orderId)
  if (!record || record.sellerId !== caller.sellerId)
    return problem(404, 'NotFound', 'The requested order was not found.', `orderId: ${orderId}`)
  const view = { datasets, roles: caller.roles, now: world.clock.now() }
  const order = shapeOrder(record.current, view)
  const odd = takeFault(world, { operation: 'getOrder', sellerId: caller.sellerId }, ['unknown-values'])
  return { status: 200, body: { order: odd ? withUnknownValues(order, odd.values ?? {}) : order } }
}

type Paging = { readonly from: Cursor; readonly before: number; readonly forcedToken?: string }

function refuseMarketplaces(world: World, caller: Caller, search: Search): Reply | undefined {
  const own = world.sellers.get(caller.sellerId)?.marketplaces
  for (const id of search.marketplaceIds ?? []) {
    const state = own?.get(id)
    const asked = { operation: 'searchOrders', sellerId: caller.sellerId }
    const fault = takeFault(world, asked, ['refuse-marketplace'], (f) => f.marketplaceId === id)
    if (!state?.participating || state.refused || fault) return denied()
  }
  return undefined
}

function refuseDataset(
  world: World,
  caller: Caller,
  operation: string,
  asked: { datasets: ReadonlySet<string> },
): Reply | undefined {
  const who = { operation, sellerId: caller.sellerId }
  const fault = takeFault(world, who, ['refuse-dataset'], (f) => asked.datasets.has(f.dataset))
  return fault && invalidInput(`Invalid value '${fault.dataset}' for parameter includedData.`, 'includedData')
}

function startOfPage(world: World, caller: Caller, search: Search, now: number): Paging | Reply {
  if (search.token === undefined)
    return { from: { time: search.after, id: '', after: false }, before: search.before ?? defaultBefore(now) }
  const token = world.pageTokens.get(search.token)
  if (!token || token.sellerId !== caller.sellerId)
    return invalidInput('The pagination token is invalid.', 'paginationToken')
  if (now >= token.expiresAt) return invalidInput('The pagination token has expired.', 'paginationToken')
  if (token.parameters !== search.fingerprint)
    return invalidInput(
      'The pagination token must be used with the parameters of the request that returned it.',
      'paginationToken',
    )
  const again = takeFault(world, { operation: 'searchOrders', sellerId: caller.sellerId }, ['repeat-page'])
  if (again) return { from: token.previous, before: token.before, forcedToken: search.token }
  return { from: token.next, before: token.before }
}

function readPage(
  world: World,
  caller: Caller,
  search: Search,
  paging: Paging,
): { records: OrderRecord[]; next?: Cursor } {
  const records: OrderRecord[] = []
  let last: Cursor | undefined
  for (const record of world.orders.listedFrom(caller.sellerId, search.by, paging.from)) {
    const listed = record.listed as NonNullable<OrderRecord['listed']>
    if (listed[search.by] > paging.before) break
    if (!matches(listed.document, search)) continue
    if (records.length === search.pageSize) return { records, next: last as Cursor }
    records.push(record)
    last = { time: listed[search.by], id: listed.document.orderId, after: true }
  }
  return { records }
}

function matches(order: NonNullable<OrderRecord['listed']>['document'], search: Search): boolean {
  const { fulfillment, salesChannel } = order
  if (search.marketplaceIds && !search.marketplaceIds.includes(salesChannel.marketplaceId ?? '')) return false
  if (search.statuses && !search.statuses.includes(fulfillment?.fulfillmentStatus ?? '')) return false
  return !search.fulfilledBy || search.fulfilledBy.includes(fulfillment?.fulfilledBy ?? '')
}

function shapePage(world: World, caller: Caller, search: Search, records: OrderRecord[]) {
  const view = { datasets: search.datasets, roles: caller.roles, now: world.clock.now() }
  let orders = records.map((r) => shapeOrder(r.listed as NonNullable<OrderRecord['listed']>, view))
  const who = { operation: 'searchOrders', sellerId: caller.sellerId }
  const present = (id?: string) => orders.length > 0 && (id === undefined || orders.some((o) => o.orderId === id))
  const hide = takeFault(world, who, ['hide-order'], (f) => present(f.orderId))
  if (hide) orders = orders.filter((o) => o.orderId !== (hide.orderId ?? orders[0]?.orderId))
  const odd = takeFault(world, who, ['unknown-values'])
  return odd ? orders.map((o) => withUnknownValues(o, odd.values ?? {})) : orders
}

function newPageToken(world: World, caller: Caller, search: Search, page: Paging & { next: Cursor }): string {
  const token = Buffer.from(world.random.tokens.digits(30)).toString('base64url')
  const entry: PageToken = {
    parameters: search.fingerprint,
    sellerId: caller.sellerId,
    expiresAt: world.clock.now() + TOKEN_LIFETIME_MS,
    previous: page.from,
    next: page.next,
    before: page.before,
  }
  world.pageTokens.set(token, entry)
  return token
}

import type { Alteration } from './alter-order.ts'
import type { Control } from './control.ts'
import type { GrantDraft, SellerDraft } from './control-access.ts'
import type { FaultOrder } from './fault-kinds.ts'
import type { ListingAlteration } from './listing-alteration.ts'
import type { ListingDraft } from './listing-draft.ts'
import type { OrderDraft } from './order-draft.ts'
import { Refusal } from './place-order.ts'
import type { UsagePlan } from './state.ts'
import type { Reply } from './wire.ts'

// biome-ignore lint/suspicious/noExplicitAny: the side door trusts its caller, a test
type Body = any
type Route = (control: Control, body: Body, id: string) => unknown

const OK = { ok: true }
const UNKNOWN = Symbol('unknown')

/** Method and path of the side door to the function behind it; `:id` is the last path part. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /control/clock': (c) => c.clock(),
  'POST /control/clock': (c, b) => c.moveClock(b),
  'POST /control/sellers': (c, b: SellerDraft | SellerDraft[]) => {
    for (const seller of [b].flat()) c.putSeller(seller)
  },
  'POST /control/apps': (c, b) => c.putApp(b),
  'POST /control/authorizations': (c, b: GrantDraft | GrantDraft[]) =>
    Array.isArray(b) ? { refreshTokens: b.map((grant) => c.authorize(grant)) } : { refreshToken: c.authorize(b) },
  'POST /control/codes': (c, b) => ({ code: c.issueCode(b) }),
  'POST /control/consent': (c, b) => c.setConsent(b),
  'POST /control/revoke': (c, b) => c.revoke(b.refreshToken, b.keepAccessTokens),
  'DELETE /control/access-tokens': (c) => c.forgetAccessTokens(),
  'GET /control/orders': (c) => c.orders(),
  'POST /control/orders': (c, { count = 1, ...draft }: OrderDraft & { count?: number }) => {
    const orderIds = c.placeOrders(draft, count)
    return { orderId: orderIds[0], orderIds }
  },
  'POST /control/raw-orders': (c, b) => ({ orderId: c.placeRaw(b) }),
  'GET /control/orders/:id': (c, _, id) => c.order(id) ?? UNKNOWN,
  'POST /control/orders/:id': (c, b: Alteration, id) => c.alterOrder(id, b),
  'GET /control/faults': (c) => c.faults(),
  'POST /control/faults': (c, b: FaultOrder | FaultOrder[]) => {
    for (const fault of [b].flat()) c.addFault(fault)
  },
  'DELETE /control/faults': (c) => c.clearFaults(),
  'GET /control/reports': (c) => c.reports(),
  'POST /control/reports': (c, b) => c.setReports(b),
  'POST /control/order-reports': (c, b) => ({ text: c.downloadReport(b).toString('utf8') }),
  'GET /control/feeds': (c) => c.feeds(),
  'POST /control/feeds': (c, b) => c.setFeeds(b),
  'POST /control/shipments': (c, b) => c.setShipments(b),
  'GET /control/listings': (c) => c.listings(),
  'POST /control/listings': (c, b: ListingDraft | ListingDraft[]) => c.putListings([b].flat()),
  'POST /control/listing-changes': (
    c,
    { sku, sellerId, ...b }: ListingAlteration & { sku: string; sellerId?: string },
  ) => c.alterListing(sku, b, sellerId),
  'POST /control/listing-settings': (c, b) => c.setListings(b),
  'POST /control/listing-restrictions': (c, b) => c.restrictListings(b),
  'POST /control/catalog-items': (c, b) => c.putCatalogItem(b),
  'POST /control/withdrawn-product-types': (c, b) => c.withdrawProductType(b.name, b.successor),
  'POST /control/uploads': (c, b) => ({ report: c.uploadFile(b) }),
  'GET /control/refunds': (c) => c.refunds(),
  'GET /control/queues': (c) => c.queues(),
  'POST /control/queues': (c, b) => c.putQueue(b),
  'POST /control/queue-removals': (c, b) => c.removeQueue(b.arn),
  'DELETE /control/destinations': (c) => c.forgetDestinations(),
  'GET /control/subscriptions': (c) => c.subscriptions(),
  'DELETE /control/subscriptions': (c) => c.forgetSubscriptions(),
  'POST /control/notification-settings': (c, b) => c.setNotifications(b),
  'POST /control/notifications': (c, b) => c.notify(b),
  'POST /control/messages': (c, b) => c.putMessage(b),
  'POST /control/secret-queues': (c, b) => c.enrollSecret(b),
  'POST /control/secret-rotations': (c, b) => ({ secret: c.rotateSecret(b.clientId) }),
  'POST /control/secret-expiries': (c, b) => c.tellSecretExpiry(b.expiresAt, b.clientId),
  'POST /control/lag': (c, b) => c.setLag(b),
  'POST /control/quotas': (c, b: { operation: string; plan?: UsagePlan }) => c.setQuota(b.operation, b.plan),
  'GET /control/counters': (c) => c.counters(),
  'GET /control/requests': (c) => c.requests(),
  'DELETE /control/requests': (c) => c.clearRequests(),
  'GET /control/day': (c) => c.day(),
  'POST /control/day': (c, b) => c.startDay(b.kind ?? 'fast', b),
  'POST /control/reset': (c) => c.reset(),
}

/** Answers a request to the side door. */
export function answerControl(control: Control, request: { method: string; path: string; body: string }): Reply {
  const [, orderId = ''] = /^\/control\/orders\/([^/]+)$/.exec(request.path) ?? []
  const route = ROUTES[`${request.method} ${orderId ? '/control/orders/:id' : request.path}`]
  if (!route) return { status: 404, body: { error: `No ${request.method} ${request.path} at the side door.` } }
  try {
    const body = request.body === '' ? {} : JSON.parse(request.body)
    const result = route(control, body, orderId)
    if (result === UNKNOWN) return { status: 404, body: { error: 'Not known.' } }
    return { status: 200, body: result === undefined ? OK : result }
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError) return { status: 400, body: { error: error.message } }
    throw error
  }
}

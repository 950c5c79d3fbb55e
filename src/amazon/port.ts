import type { Connection, Marketplace } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import type { AmazonOrder, Destination } from '#core/orders/amazon-order.ts'
import type { ListedLine, ReportEnd } from '#core/orders/listed-order.ts'
import type { CreatedParams, SearchParams } from '#core/orders/search-window.ts'
import type { Problem, Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'

/** One order as it came from Amazon: the wire object, opaque outside the edge. */
export type WireOrder = { readonly [field: string]: unknown }

/** A page of a search. `amazonNow` is Amazon's clock (epoch ms) by its Date header; `through` is the bound that Amazon really used. */
export type WirePage = {
  readonly orders: readonly WireOrder[]
  readonly nextToken: string | null
  readonly through: number | null
  readonly amazonNow: number
}

/** What a wire order means: the order, its buyer data (null when it holds none), and where it goes. */
export type TranslatedOrder = {
  readonly order: AmazonOrder
  readonly buyerData: BuyerData | null
  readonly destination: Destination | null
}

/** Everything of a buyer, as one opaque value: it goes from the edge into the vault and nowhere else. */
export type BuyerData = { readonly [field: string]: unknown }

/** When a call must wait: the bucket is empty, or Amazon said so. Epoch ms. */
export type Wait = { readonly readyAt: number }

/** A refusal; `amazonNow` is Amazon's clock where Amazon itself answered: what was refused may have been our time. */
export type Refusal = { readonly ok: false; readonly problem: Problem; readonly amazonNow?: number }

/** An answer of the edge: the value, a known problem, or "not before". */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | Refusal
  | { readonly ok: 'wait'; readonly wait: Wait }

/** An all-orders report: of the orders updated or placed in a range of at most 30 days, epoch ms (O18). */
export type ReportWish = {
  readonly by: 'last-update' | 'order-date'
  readonly from: number
  readonly to: number
  readonly marketplaceIds: readonly string[]
}

/** How far Amazon is with a report. */
export type ReportState =
  | { readonly state: 'waiting' | 'cancelled' | 'fatal' }
  | { readonly state: 'done'; readonly documentId: string }

/** What the flows ask of Amazon. Each call takes one token of its bucket first and counts itself. */
export type Amazon = {
  /** One page of orders (O1). Without `token` the first page of the window. */
  searchOrders(connection: Connection, params: SearchParams, token: string | null): Promise<Answer<WirePage>>
  /** One order by its number, with every dataset. */
  getOrder(connection: Connection, orderId: string): Promise<Answer<WireOrder>>
  /** One page of the orders created in a range; for a back-fill (O18). */
  searchCreated(connection: Connection, params: CreatedParams, token: string | null): Promise<Answer<WirePage>>
  /** Asks for an all-orders report; gives its number. It is not restricted (O18). */
  askForOrdersReport(connection: Connection, wish: ReportWish): Promise<Answer<string>>
  /** How far a report is. */
  ordersReport(connection: Connection, reportId: string): Promise<Answer<ReportState>>
  /** Fetches a report's document and gives its rows, some at a time; nothing of a buyer is in them. */
  readOrdersReport(
    connection: Connection,
    documentId: string,
    take: (lines: readonly ListedLine[]) => Promise<void>,
  ): Promise<Answer<ReportEnd>>
  /** Proves a pasted refresh token: one token call, one participations call (C1). */
  proveAuthorization(
    merchant: MerchantId,
    region: Region,
    sellingPartnerId: string,
    refreshToken: string,
  ): Promise<Answer<readonly Marketplace[]>>
  /** Reads a wire order; a field that cannot be read is a problem that names it. Pure. */
  translateOrder(wire: WireOrder): Result<TranslatedOrder>
  /** The Amazon order id of a wire order, or null where there is none. Pure. */
  orderIdOf(wire: WireOrder): string | null
  /** The wire order without any buyer data. Pure. */
  withoutBuyerData(wire: WireOrder): WireOrder
  /** True when the order's own fields show that its buyer data is not needed: pending, cancelled, shipped, FBA (O1). Pure. */
  needsNoBuyerData(wire: WireOrder): boolean
}

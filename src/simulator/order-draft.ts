import type { AddressKind } from './addresses.ts'
import type { Address, TaxRegistration } from './order-document.ts'

/** Kinds of order that can be asked for by name. */
export type SampleOrder =
  | 'business'
  | 'easy-ship'
  | 'prime'
  | 'premium'
  | 'tip'
  | 'scheduled'
  | 'vine'
  | 'replacement'
  | 'custom'
  | 'gift'
  | 'subscribe-and-save'
  | 'signature-wanted'
  | 'import-one-stop-shop'
  | 'cancel-request'

/** One line of a compact order description. Amounts are decimal text or numbers, in the marketplace's currency. */
export type LineDraft = {
  readonly sku: string
  readonly quantity?: number
  /** Per unit. */
  readonly price?: number | string
  readonly title?: string
  readonly asin?: string
  readonly orderItemId?: string
  readonly shipping?: number | string
  readonly discount?: number | string
  readonly shippingDiscount?: number | string
  readonly gift?: { readonly message?: string; readonly wrapLevel?: string; readonly wrapPrice?: number | string }
  readonly programs?: readonly string[]
  readonly customizedUrl?: string
  readonly businessPrice?: boolean
  readonly cancellationRequest?: string
  readonly promotionIds?: readonly string[]
  /** Names of constraints that are mandatory, e.g. signatureConfirmation. */
  readonly shippingConstraints?: readonly string[]
  /** Amazon Points in place of the usual share of the price. */
  readonly points?: number
}

/** A compact order description; everything has an invented default that is sensible in the marketplace. */
export type OrderDraft = {
  /** A kind of order to start from. */
  readonly like?: SampleOrder
  readonly sellerId?: string
  readonly marketplaceId?: string
  readonly orderId?: string
  readonly status?: string
  /** For CANCELLED: whether payment was ever authorized (address and price known). Default: not for PENDING kinds, else yes. */
  readonly payable?: boolean
  readonly serviceLevel?: string
  readonly fulfilledBy?: string
  readonly lines?: readonly LineDraft[]
  readonly createdAt?: string | number
  readonly updatedAt?: string | number
  readonly address?: AddressKind | Address
  readonly buyer?: {
    readonly name?: string
    readonly email?: string
    readonly companyName?: string
    readonly purchaseOrderNumber?: string
  }
  readonly programs?: readonly string[]
  readonly replaces?: string
  /** Charged on the first line, unless lines name their own. */
  readonly shipping?: number | string
  readonly taxRate?: number
  /** The prices hold the tax, as outside of North America. */
  readonly taxIncluded?: boolean
  /** Who collects the tax in the seller's place; an empty text: no one. */
  readonly taxCollectedBy?: string
  readonly taxRegistrations?: readonly TaxRegistration[]
  readonly reportingScheme?: 'UOSS' | 'IOSS'
  readonly iossNumber?: string
  readonly discountSign?: 'negative' | 'positive'
  readonly tip?: number | string
  readonly tipStatus?: 'PENDING' | 'FINALIZED'
  readonly paymentMethod?: string
  readonly aliases?: readonly string[]
  readonly shipWithinDays?: number
  readonly deliveryInstruction?: string
  /** The window in which the buyer wants the delivery; true = one in three days. */
  readonly scheduledDelivery?: true | { readonly earliest: string; readonly latest: string }
  /** Amazon's carrier fetches the order: program, fulfillment order, window for the label. */
  readonly easyShip?: boolean
  /** Seen by searchOrders at once, or after this many ms, in place of the usual lag. */
  readonly lagMs?: number
}

/** The marketplace that orders come from when none is named: Amazon.com. */
export const US = 'ATVPDKIKX0DER'

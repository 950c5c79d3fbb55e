import type { AddressKind } from './addresses.ts'
import type { Address } from './order-document.ts'

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
}

/** A compact order description; everything has an invented, sensible default. */
export type OrderDraft = {
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
  readonly discountSign?: 'negative' | 'positive'
  readonly tip?: number | string
  readonly paymentMethod?: string
  readonly aliases?: readonly string[]
  readonly shipWithinDays?: number
  readonly deliveryInstruction?: string
  /** Seen by searchOrders at once, or after this many ms, in place of the usual lag. */
  readonly lagMs?: number
}

/** The marketplace that orders come from when none is named: Amazon.com. */
export const US = 'ATVPDKIKX0DER'

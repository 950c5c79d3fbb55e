import type { Item, SkuMapping } from '../catalog/item.ts'
import type { AmazonOrderId, CenterCode, ItemId, MethodId, SellerSku } from '../ids.ts'
import type { Settings } from '../settings/settings.ts'
import type { ShippingMethod } from '../shipping/shipping-method.ts'
import type { CancellationRequest } from './cancellation-request.ts'
import type { Stage } from './stage.ts'

/** What the import must know of the merchant itself. */
export type MerchantFacts = {
  readonly timeZone: string
  readonly currency: string
  /** Country of the ship-from address; decides how dates are written. */
  readonly country: string
}

/** An order that was placed before, as far as an update needs it (O13). */
export type PlacedOrder = {
  readonly orderId: number
  readonly stage: Stage
  readonly amazonStatus: string
  /** Epoch milliseconds of the newest data we hold. */
  readonly updatedAt: number
  readonly lines: readonly PlacedLine[]
  readonly center: CenterCode | null
  /** False for an order that is in the books only (O6, O14). */
  readonly toConfirm: boolean
  /** Such an order is read-only and never stock-relevant (O14). */
  readonly fulfilledByAmazon: boolean
  /** The newest request of the buyer to cancel, if there was one (O16). */
  readonly cancellation: CancellationRequest | null
}

/** A line of a placed order: how much of it is ordered and fulfilled, in Amazon's units, by which ratio, and what it reserves. */
export type PlacedLine = {
  readonly lineId: string
  /** Null for a line of a pending order that does not resolve yet. */
  readonly itemId: ItemId | null
  readonly ratio: SkuMapping['ratio']
  readonly quantityAmazon: number
  readonly fulfilledAmazon: number
  readonly allocations: readonly Allocation[]
}

/** Units of one item reserved in one center for one line of an order (O20). `line` is Amazon's order item id. */
export type Allocation = {
  readonly line: string
  readonly itemId: ItemId
  readonly center: CenterCode
  readonly quantity: number
}

/** A center in the merchant's order of centers. */
export type Center = { readonly code: CenterCode; readonly isDefault: boolean }

/** Stock of one item in one center. A center handles an item when it has such a row. */
export type StockLevel = { readonly onHand: number; readonly allocated: number }

/** Stock by item, then by center. */
export type Stock = ReadonlyMap<ItemId, ReadonlyMap<CenterCode, StockLevel>>

/** Everything loaded once for a page of orders; the decision sees nothing else. */
export type ImportContext = {
  readonly merchant: MerchantFacts
  readonly settings: Settings
  /** Orders placed at Amazon before this instant (epoch ms) are not imported: when importing was started without a date (C9). */
  readonly startedAt: number | null
  /** The items of the lines and, for kits, their components too. */
  readonly items: ReadonlyMap<ItemId, Item>
  readonly mappings: ReadonlyMap<SellerSku, SkuMapping>
  readonly methods: ReadonlyMap<MethodId, ShippingMethod>
  readonly centers: readonly Center[]
  readonly placed: ReadonlyMap<AmazonOrderId, PlacedOrder>
}

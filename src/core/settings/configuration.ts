import type { EnteredTab } from '../catalog/amazon-tab.ts'
import type { EnteredItem } from '../catalog/check-items.ts'
import type { CatalogItem, SkuMapping } from '../catalog/item.ts'
import type { Channel } from '../channel-orders/channel.ts'
import type { EnteredOffer, ItemOffer } from '../inventory/item-offer.ts'
import type { NamedCenter } from '../inventory/stock-entry.ts'
import type { CheckedMerchant, EnteredMerchant } from '../merchants/check-merchant.ts'
import type { MerchantCarrier } from '../shipments/carrier-codes.ts'
import type { EnteredMethod } from '../shipping/check-methods.ts'
import type { ShippingMethod } from '../shipping/shipping-method.ts'
import type { Vendor } from '../vendors/vendor.ts'
import type { InventorySettings } from './inventory-settings.ts'
import type { OrderSettings, ShippingSettings } from './settings.ts'
import type { Theme } from './theme.ts'

/** The sections of a configuration, in the order in which its file shows them (X4). */
export const SECTIONS = [
  'merchant',
  'items',
  'offers',
  'amazonTabs',
  'mappings',
  'centers',
  'vendors',
  'methods',
  'carriers',
  'themes',
  'channels',
  'orders',
  'shipping',
  'inventory',
] as const
export type Section = (typeof SECTIONS)[number]

/** What a merchant may change of itself; its id and its owner are the operator's (M1, M2). */
export type MerchantDetails = Omit<CheckedMerchant, 'id' | 'owner'>

/** Everything that decides what becomes of an order and what Amazon is told of items. No secret, no stock, no order, no buyer (X4). */
export type Configuration = {
  readonly merchant: MerchantDetails
  readonly items: readonly CatalogItem[]
  readonly offers: readonly ItemOffer[]
  readonly amazonTabs: readonly EnteredTab[]
  readonly mappings: readonly SkuMapping[]
  readonly centers: readonly NamedCenter[]
  readonly vendors: readonly Vendor[]
  readonly methods: readonly ShippingMethod[]
  readonly carriers: readonly MerchantCarrier[]
  readonly themes: readonly Theme[]
  readonly channels: readonly Channel[]
  readonly orders: OrderSettings
  readonly shipping: ShippingSettings
  readonly inventory: InventorySettings
}

/** A configuration as it is entered; a section left out stays as it is. */
export type EnteredConfiguration = {
  readonly merchant?: Omit<EnteredMerchant, 'id' | 'owner'> | undefined
  readonly items?: readonly EnteredItem[] | undefined
  readonly offers?: readonly EnteredOffer[] | undefined
  readonly amazonTabs?: readonly EnteredTab[] | undefined
  readonly mappings?: readonly SkuMapping[] | undefined
  readonly centers?: readonly NamedCenter[] | undefined
  readonly vendors?: readonly Vendor[] | undefined
  readonly methods?: readonly EnteredMethod[] | undefined
  readonly carriers?: readonly MerchantCarrier[] | undefined
  readonly themes?: readonly Theme[] | undefined
  readonly channels?: readonly Channel[] | undefined
  readonly orders?: OrderSettings | undefined
  readonly shipping?: ShippingSettings | undefined
  readonly inventory?: InventorySettings | undefined
}

import type { ItemId, MethodId } from '../ids.ts'

/**
 * A price for sending an order, once for the order however many packages it takes. Amounts are minor units of the merchant's
 * currency; steps are tried in order, the first that holds wins.
 */
export type Rate =
  | { readonly kind: 'flat'; readonly amount: number }
  | { readonly kind: 'by-weight'; readonly steps: readonly { readonly upToGrams: number; readonly amount: number }[] }
  | { readonly kind: 'by-subtotal'; readonly steps: readonly { readonly upTo: number; readonly amount: number }[] }
  | PercentageRate
  | { readonly kind: 'per-item'; readonly first: number; readonly further: number }

/** A share of the subtotal in hundredths of a percent (12.5 % is 1250), kept between its bounds; null for no bound. */
export type PercentageRate = {
  readonly kind: 'percentage'
  readonly basisPoints: number
  readonly minimum: number | null
  readonly maximum: number | null
}

/** Where a rate holds. Empty lists mean "all of the country"; postal codes are beginnings (`967`) or ranges (`10000-19999`). */
export type Zone = {
  readonly country: string
  readonly states: readonly string[]
  readonly exceptStates: readonly string[]
  readonly postalCodes: readonly string[]
  readonly rate: Rate
}

/** A carrier service of the merchant. The first zone that holds the destination gives the rate (O9). Limits are inclusive; null is none. */
export type ShippingMethod = {
  readonly id: MethodId
  readonly name: string
  readonly carrier: string
  readonly zones: readonly Zone[]
  readonly maxGrams: number | null
  /** The highest subtotal, in minor units of the merchant's currency. */
  readonly maxValue: number | null
  /** The most packages; they are counted by weight, `packageGrams` in each. The two stand together or not at all. */
  readonly maxPackages: number | null
  readonly packageGrams: number | null
  readonly poBox: boolean
  readonly military: boolean
  /** An order with one of these items, or with a kit of one, does not go this way. */
  readonly excludedItems: readonly ItemId[]
  /** Only these items go this way: a kit is listed itself, or each of its components is. Empty for all items. */
  readonly onlyItems: readonly ItemId[]
  readonly enabled: boolean
}

/** What is sent of one order: weight, number of our units (a kit is one) and goods still to be sent; the goods' value is that of all lines. */
export type Parcel = {
  readonly grams: number
  readonly units: number
  readonly goods: readonly Good[]
  readonly subtotal: number
  readonly currency: string
}

/** An item of a parcel; the components of a kit, else none. */
export type Good = { readonly itemId: ItemId; readonly components: readonly ItemId[] }

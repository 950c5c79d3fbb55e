import type { MethodId } from '../ids.ts'

/** A price for sending an order. Amounts are minor units of the merchant's currency; steps are tried in order, the first that holds wins. */
export type Rate =
  | { readonly kind: 'flat'; readonly amount: number }
  | { readonly kind: 'by-weight'; readonly steps: readonly { readonly upToGrams: number; readonly amount: number }[] }
  | { readonly kind: 'by-subtotal'; readonly steps: readonly { readonly upTo: number; readonly amount: number }[] }

/** Where a rate holds. Empty lists mean "all of the country"; postal codes are prefixes (`967`) or ranges (`10000-19999`). */
export type Zone = {
  readonly country: string
  readonly states: readonly string[]
  readonly exceptStates: readonly string[]
  readonly postalCodes: readonly string[]
  readonly rate: Rate
}

/** A carrier service of the merchant. The first zone that holds the destination gives the rate (O9). */
export type ShippingMethod = {
  readonly id: MethodId
  readonly name: string
  readonly carrier: string
  readonly zones: readonly Zone[]
  readonly maxGrams: number | null
  readonly poBox: boolean
  readonly military: boolean
  readonly enabled: boolean
}

/** What is sent: the weight and the goods' value of one order. */
export type Parcel = { readonly grams: number; readonly subtotal: number; readonly currency: string }

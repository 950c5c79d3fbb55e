import type { Destination } from '../orders/amazon-order.ts'
import type { Parcel } from './shipping-method.ts'

/** Why a method cannot be used. */
export type UnavailableCode =
  | 'missing'
  | 'disabled'
  | 'no-zone'
  | 'po-box'
  | 'military'
  | 'too-heavy'
  | 'too-valuable'
  | 'too-many-packages'
  | 'excluded-item'
  | 'other-item'
  | 'other-currency'
  | 'no-step'

/** The reason as code and in words; never says where the order goes. */
export type Unavailable = { readonly code: UnavailableCode; readonly words: string }

/** The cost of a method in minor units of the merchant's currency, or why it is unavailable. */
export type Rating = { readonly ok: true; readonly cost: number } | { readonly ok: false; readonly reason: Unavailable }

/** What is sent and where to; `merchantCurrency` is the one that rates are written in. */
export type Shipment = {
  readonly parcel: Parcel
  readonly destination: Destination
  readonly merchantCurrency: string
}

/** A method that is unavailable for this reason. */
export const unavailable = (
  code: UnavailableCode,
  words: string,
): { readonly ok: false; readonly reason: Unavailable } => ({
  ok: false,
  reason: { code, words },
})

import type { Destination } from '../orders/amazon-order.ts'
import type { Parcel, Rate, ShippingMethod } from './shipping-method.ts'
import { zoneHolds } from './zones.ts'

/** Why a method cannot be used. */
export type UnavailableCode =
  | 'missing'
  | 'disabled'
  | 'no-zone'
  | 'po-box'
  | 'military'
  | 'too-heavy'
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

const no = (code: UnavailableCode, words: string): Rating => ({ ok: false, reason: { code, words } })

/** Rates one method for a shipment: available with its cost, or the first reason against it (O9). Limits are inclusive. */
export function rateMethod(method: ShippingMethod, shipment: Shipment): Rating {
  const { parcel, destination } = shipment
  if (!method.enabled) return no('disabled', 'disabled')
  const zone = method.zones.find((candidate) => zoneHolds(candidate, destination))
  if (!zone) return no('no-zone', 'no zone for the destination')
  if (destination.poBox && !method.poBox) return no('po-box', 'does not go to a PO box')
  if (destination.military && !method.military) return no('military', 'does not go to a military address')
  if (method.maxGrams !== null && parcel.grams > method.maxGrams) {
    return no('too-heavy', `too heavy (over ${method.maxGrams} g)`)
  }
  return costOf(zone.rate, shipment)
}

function costOf(rate: Rate, { parcel, merchantCurrency }: Shipment): Rating {
  if (rate.kind === 'flat') return { ok: true, cost: rate.amount }
  if (rate.kind === 'by-weight') {
    const step = rate.steps.find(({ upToGrams }) => parcel.grams <= upToGrams)
    return step ? { ok: true, cost: step.amount } : no('no-step', `its rate has no step for ${parcel.grams} g`)
  }
  if (parcel.currency !== merchantCurrency) {
    return no('other-currency', `its rate is by subtotal in ${merchantCurrency}, the order is in ${parcel.currency}`)
  }
  const step = rate.steps.find(({ upTo }) => parcel.subtotal <= upTo)
  return step ? { ok: true, cost: step.amount } : no('no-step', 'its rate has no step for this subtotal')
}

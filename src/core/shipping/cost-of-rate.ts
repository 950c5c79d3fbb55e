import { type Rating, type Shipment, unavailable } from './rating.ts'
import type { Parcel, PercentageRate, Rate } from './shipping-method.ts'

/** What a rate asks for a shipment, in minor units of the merchant's currency; what is measured by the subtotal needs the same currency (O9). */
export function costOfRate(rate: Rate, { parcel, merchantCurrency }: Shipment): Rating {
  switch (rate.kind) {
    case 'flat':
      return { ok: true, cost: rate.amount }
    case 'by-weight': {
      const step = rate.steps.find(({ upToGrams }) => parcel.grams <= upToGrams)
      return step
        ? { ok: true, cost: step.amount }
        : unavailable('no-step', `its rate has no step for ${parcel.grams} g`)
    }
    case 'per-item':
      return { ok: true, cost: costOfUnits(rate, parcel) }
    case 'by-subtotal':
    case 'percentage':
      if (parcel.currency !== merchantCurrency) {
        const kind = rate.kind === 'percentage' ? 'a percentage of the subtotal' : 'by subtotal'
        const words = `its rate is ${kind} in ${merchantCurrency}, the order is in ${parcel.currency}`
        return unavailable('other-currency', words)
      }
      if (rate.kind === 'percentage') return { ok: true, cost: shareOf(parcel.subtotal, rate) }
  }
  const step = rate.steps.find(({ upTo }) => parcel.subtotal <= upTo)
  return step ? { ok: true, cost: step.amount } : unavailable('no-step', 'its rate has no step for this subtotal')
}

/** One unit at least; no cost is more than a number can hold exactly. */
const costOfUnits = ({ first, further }: { first: number; further: number }, { units }: Parcel): number =>
  Math.min(first + further * (Math.max(units, 1) - 1), Number.MAX_SAFE_INTEGER)

const WHOLE = 10_000n

/** The share rounded to minor units, half of one up, and only then kept between the bounds. In whole numbers, so that no half is missed. */
function shareOf(subtotal: number, { basisPoints, minimum, maximum }: PercentageRate): number {
  const share = Number((BigInt(Math.max(subtotal, 0)) * BigInt(basisPoints) + WHOLE / 2n) / WHOLE)
  const least = Math.max(share, minimum ?? 0)
  return maximum === null ? least : Math.min(least, maximum)
}

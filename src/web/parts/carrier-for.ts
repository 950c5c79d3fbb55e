import { AMAZON_CARRIERS } from '#core/shipments/amazon-carriers.ts'
import { guessCarriers, misreadForm } from '#core/shipments/guess-carrier.ts'
import { orderWords } from '../words/order.ts'

/** A carrier of the merchant and what Amazon calls it. */
export type Carrier = { readonly carrier: string; readonly amazonCode: string }

/** The carrier that a package most likely goes by, and why; null where nothing tells. A person sees it and may choose another (S3). */
export type LikelyCarrier = { readonly carrier: string | null; readonly why: string }

const say = orderWords.ship

/** Guesses by the tracking number among the merchant's carriers; what the shipping method says counts where the number does not. */
export function carrierFor(
  tracking: string,
  { carriers, usual }: { readonly carriers: readonly Carrier[]; readonly usual: string | null },
): LikelyCarrier {
  const byMethod = usual === null ? { carrier: null, why: '' } : { carrier: usual, why: say.byMethod(usual) }
  if (tracking.trim() === '') return byMethod
  // Amazon's own name for a carrier is good where the merchant has none (S3).
  const misread = misreadForm(tracking)
  const found = guessCarriers(tracking)
  const guesses = (found.length > 0 || !misread ? found : [misread]).map(({ code, why }) => {
    const carrier = carriers.find(({ amazonCode }) => amazonCode === code)?.carrier ?? code
    return { carrier, code, why: say.guessed(carrier, why) }
  })
  const ofMethod = guesses.find((guess) =>
    [guess.carrier, guess.code].some((name) => name.toLowerCase() === usual?.toLowerCase()),
  )
  const [best] = ofMethod ? [ofMethod] : guesses
  return best ?? (usual === null ? { carrier: null, why: say.unknown } : byMethod)
}

/** The carriers to choose from: the merchant's own first, then Amazon's list. */
export const carrierNames = (carriers: readonly Carrier[], ...also: readonly (string | null)[]): string[] => {
  const names = [...also.flatMap((name) => name ?? []), ...carriers.map(({ carrier }) => carrier), ...AMAZON_CARRIERS]
  return [...new Set(names)].filter((name) => name !== 'Other')
}

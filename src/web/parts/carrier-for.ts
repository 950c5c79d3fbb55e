import { guessCarriers } from '#core/shipments/guess-carrier.ts'
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
  const guesses = guessCarriers(tracking).flatMap(({ code, checked, why }) =>
    carriers
      .filter(({ amazonCode }) => amazonCode === code)
      .map(({ carrier }) => ({ carrier, checked, why: say.guessed(carrier, why) })),
  )
  const ofMethod = guesses.find(({ carrier }) => carrier.toLowerCase() === usual?.toLowerCase())
  const best = ofMethod ?? guesses[0]
  return best ?? (usual === null ? { carrier: null, why: say.unknown } : byMethod)
}

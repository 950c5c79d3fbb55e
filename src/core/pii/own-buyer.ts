import type { Buyer } from './buyer.ts'
import { type Masked, mask } from './masked.ts'

/** A buyer of another channel as it is kept: in our own words (H3). */
export type OwnBuyer = { readonly ownBuyer: Buyer }

/** Masks such a buyer at once: it goes into the vault, and nowhere else. */
export const keptOwnBuyer = (buyer: Buyer): Masked<OwnBuyer> => mask({ ownBuyer: buyer })

/** The buyer in what is kept, where it is one of another channel; null where it is in Amazon's words. */
export const ownBuyerIn = (kept: { readonly [field: string]: unknown }): Buyer | null =>
  typeof kept.ownBuyer === 'object' && kept.ownBuyer !== null ? (kept.ownBuyer as Buyer) : null

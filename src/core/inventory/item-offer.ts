import type { ItemId } from '../ids.ts'
import type { EnteredMoney } from '../settings/faults.ts'
import type { OfferTerms } from './desired-offer.ts'

/** What an item is offered for, in one marketplace or, with null, in every one of the merchant's currency (I4). A null price is the item's own. */
export type ItemOffer = OfferTerms & { readonly itemId: ItemId; readonly marketplaceId: string | null }

/** An offer as it is entered: amounts are decimal strings with their currency, days are written YYYY-MM-DD. */
export type EnteredOffer = {
  readonly itemId: ItemId
  readonly marketplaceId: string | null
  readonly price: EnteredMoney | null
  readonly min: EnteredMoney | null
  readonly max: EnteredMoney | null
  readonly sale: { readonly price: EnteredMoney; readonly from: string; readonly to: string } | null
  readonly business: {
    readonly price: EnteredMoney | null
    readonly tiers: readonly { readonly from: number; readonly price: EnteredMoney }[]
  } | null
}

/** The name of an offer: its item, and its marketplace where it has one. */
export const offerName = ({ itemId, marketplaceId }: Pick<ItemOffer, 'itemId' | 'marketplaceId'>): string =>
  marketplaceId === null ? itemId : `${itemId} ${marketplaceId}`

import type { ItemId, MerchantId } from '#core/ids.ts'
import { checkOffers } from '#core/inventory/check-offers.ts'
import { type EnteredOffer, type ItemOffer, offerName } from '#core/inventory/item-offer.ts'
import { problem } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import type { Deps, Tx } from './deps.ts'
import { countDiffering, lookAgainAt } from './look-again.ts'
import { noteCounted } from './note-settings.ts'

/** Makes these the offers of an item; one left out is removed (I4). */
export const saveOffers = (
  deps: Deps,
  merchant: MerchantId,
  { itemId, offers }: { readonly itemId: ItemId; readonly offers: readonly EnteredOffer[] },
): Promise<Checked<ItemOffer[]>> => change(deps, merchant, { itemId, offers, gone: (stored) => stored })

/** Creates or replaces one offer of an item; its others stay (I4). */
export const saveOffer = (deps: Deps, merchant: MerchantId, offer: EnteredOffer): Promise<Checked<ItemOffer[]>> =>
  change(deps, merchant, { itemId: offer.itemId, offers: [offer], gone: () => [] })

/** Removes the offer of an item in one marketplace, its general one (null), or all (undefined): what it said is told no longer (I4). */
export const removeOffers = (
  deps: Deps,
  merchant: MerchantId,
  { itemId, marketplaceId }: { readonly itemId: ItemId; readonly marketplaceId: string | null | undefined },
): Promise<Checked<ItemOffer[]>> => {
  const named = (offer: ItemOffer) => marketplaceId === undefined || offer.marketplaceId === marketplaceId
  return change(deps, merchant, { itemId, offers: [], gone: (stored) => stored.filter(named), needed: true })
}

type OfferChange = {
  readonly itemId: ItemId
  readonly offers: readonly EnteredOffer[]
  /** Which of those that are there go, unless they are entered again. */
  gone(stored: readonly ItemOffer[]): readonly ItemOffer[]
  /** There must be one to go. */
  readonly needed?: boolean
}

/** One change of an item's offers; gives those that it has then. */
const change = (
  deps: Deps,
  merchant: MerchantId,
  { itemId, offers, gone, needed = false }: OfferChange,
): Promise<Checked<ItemOffer[]>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const [item] = await tx.store.findItems([itemId])
    if (!item) return notFound('item with this id')
    const stored = await tx.store.findOffers([itemId])
    const checked = checkOffers(offers, { ...(await soldIn(tx.store)), items: new Map([[itemId, item]]), stored })
    if (!checked.ok) return checked
    const entered = new Set(checked.value.map(offerName))
    const leaving = gone(stored).filter((offer) => !entered.has(offerName(offer)))
    if (needed && leaving.length === 0) return notFound('offer of this item there')
    await tx.store.deleteOffers(leaving)
    await tx.store.upsertOffers(checked.value)
    await tx.store.bumpConfiguration()
    await lookAgainAt(tx, { items: [itemId], at: deps.now() })
    const offersNow = await tx.store.findOffers([itemId])
    noteCounted(deps, tx, { section: 'offers', count: countDiffering(stored, offersNow, offerName) })
    return { ok: true, value: offersNow }
  })

const notFound = (what: string): Checked<never> => ({ ok: false, problems: [problem('not-found', { what })] })

/** The merchant's currency, and those of its marketplaces by their ids. */
export async function soldIn(
  store: Tx['store'],
): Promise<{ readonly currency: string; readonly marketplaces: ReadonlyMap<string, string> }> {
  const { currency } = await store.merchantFacts()
  const connections = await store.listConnections()
  const places = connections.flatMap(({ marketplaces }) => marketplaces)
  return { currency, marketplaces: new Map(places.map((place) => [place.id, place.currency])) }
}

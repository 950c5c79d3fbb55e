import type { Issue, Listing } from './listing-book.ts'
import { settlePrices, settleStock } from './listing-live.ts'
import type { World } from './state.ts'

/** What a change touches; only that is settled. */
type Touched = { readonly places: readonly string[]; readonly stock: boolean; readonly price: boolean }

/** What was accepted becomes live: first the quantity, later the price. */
export function settleLater(world: World, listing: Listing, touched: Touched): void {
  const { settings } = world.listings
  const { attributes, channel } = listing
  listing.turn++
  const { turn } = listing
  later(world, settings.lagMs, () => {
    for (const marketplaceId of touched.places) openPlace(world, listing, marketplaceId)
    if (!touched.stock || turn < listing.stockTurn) return
    listing.stockTurn = turn
    settleStock(listing, { attributes, channel }, settings)
  })
  later(world, settings.priceLagMs, () => {
    if (!touched.price || turn < listing.priceTurn) return
    listing.priceTurn = turn
    settlePrices(listing, attributes, settings.priceJump)
  })
}

function openPlace(world: World, listing: Listing, marketplaceId: string): void {
  if (listing.places.has(marketplaceId)) return
  const condition = listing.attributes.condition_type?.find((one) => one.marketplace_id === marketplaceId)
  listing.places.set(marketplaceId, {
    marketplaceId,
    createdAt: world.clock.now(),
    conditionType: String(condition?.value ?? 'new_new'),
    inactive: false,
  })
}

/** A deleted listing is there until the change is live; what Amazon has of it in its warehouses is stranded. */
export function removeLater(world: World, listing: Listing, places: readonly string[]): void {
  later(world, world.listings.settings.lagMs, () => {
    for (const id of places) listing.places.delete(id)
    if (listing.places.size > 0) return
    world.listings.bySeller.get(listing.sellerId)?.delete(listing.sku)
    const units = listing.amazonQuantity + listing.strandedQuantity
    if (units > 0) world.listings.leftUnits.set(`${listing.sellerId} ${listing.sku}`, { asin: listing.asin, units })
  })
}

/** Amazon thinks better of it: an issue appears, and nothing else changes. */
export function refuseLater(world: World, listing: Listing, issue: Issue): void {
  later(world, world.listings.settings.lagMs, () => {
    listing.live = { ...listing.live, issues: [...listing.live.issues, issue] }
  })
}

/** All that becomes live at one time is one event, for a feed has 25,000 messages. */
function later(world: World, wait: number, run: () => void): void {
  if (wait <= 0) {
    run()
    return
  }
  const { settling } = world.listings
  const at = world.clock.now() + wait
  const waiting = settling.get(at)
  if (waiting) {
    waiting.push(run)
    return
  }
  const all = [run]
  settling.set(at, all)
  world.clock.plan({
    at,
    run: () => {
      settling.delete(at)
      for (const one of all) one()
    },
  })
}

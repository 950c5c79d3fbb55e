import { findListing } from './listing-book.ts'
import type { OrderDocument } from './order-document.ts'
import type { World } from './state.ts'

/** Units of an order that the seller cancels are on sale again, unless the seller had none. */
export function returnUnits(world: World, who: { sellerId: string; reason: string }, order: OrderDocument): void {
  if (who.reason === 'NoInventory') return
  for (const { product, quantityOrdered } of order.orderItems) {
    const listing = findListing(world.listings, who.sellerId, product.sellerSku ?? '')
    if (!listing) continue
    const stock = listing.live.stock.map((one) =>
      one.channel === 'DEFAULT' && one.quantity !== undefined
        ? { ...one, quantity: one.quantity + quantityOrdered }
        : one,
    )
    listing.live = { ...listing.live, stock }
  }
}

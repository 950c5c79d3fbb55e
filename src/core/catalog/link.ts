import type { ItemId, SellerSku } from '../ids.ts'
import type { Problem } from '../problems.ts'

/** A SKU at Amazon and the item that a person says it is (T4). */
export type Link = { readonly sellerSku: SellerSku; readonly itemId: ItemId }

/** How one link ended: linked, with a mapping where one was needed, or why not. */
export type Linked = Link &
  ({ readonly linked: true; readonly mapped: boolean } | { readonly linked: false; readonly problem: Problem })

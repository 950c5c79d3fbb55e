import type { ItemId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** An item as a list shows it: what it is, what lies there, and how many of its listings are at Amazon. */
export type ListedItem = {
  readonly id: ItemId
  readonly description: string
  readonly price: number | null
  readonly tracksStock: boolean
  readonly isKit: boolean
  readonly onHand: number
  readonly allocated: number
  readonly listings: number
  readonly active: number
}

/** Which items are wanted. `search`: a part of the id or of the description. */
export type CatalogPage = { readonly search: string | null; readonly after: ItemId | null; readonly limit: number }

/** A page of items by their ids, each with its stock of all centers and its linked listings, in one statement. */
export const listCatalog = (tx: Tx, merchant: MerchantId, page: CatalogPage): Promise<ListedItem[]> =>
  tx.query<ListedItem>(
    `with page as (
       select item_id, description, price, tracks_stock, kit from millrace.items
       where merchant_id = $1 and ($2::text is null or item_id > $2)
         and ($3::text is null or strpos(lower(item_id), lower($3)) > 0 or strpos(lower(description), lower($3)) > 0)
       order by item_id limit $4)
     select p.item_id as id, p.description, p.price, p.tracks_stock as "tracksStock", p.kit is not null as "isKit",
       coalesce(s.on_hand, 0)::float8 as "onHand", coalesce(s.allocated, 0)::float8 as allocated,
       coalesce(l.all, 0)::int as listings, coalesce(l.active, 0)::int as active
     from page p
     left join lateral (select sum(on_hand) as on_hand, sum(allocated) as allocated from millrace.stock s
       where s.merchant_id = $1 and s.item_id = p.item_id) s on true
     left join lateral (select count(*) as all, count(*) filter (where active) as active from millrace.listings l
       where l.merchant_id = $1 and l.item_id = p.item_id and l.gone_at is null) l on true
     order by p.item_id`,
    [merchant, page.after, page.search, page.limit],
  )

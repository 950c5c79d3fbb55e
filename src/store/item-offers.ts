import type { ItemId, MerchantId } from '#core/ids.ts'
import type { ItemOffer } from '#core/inventory/item-offer.ts'
import type { Tx } from './db.ts'
import type { PageOf } from './items.ts'

type OfferRow = Omit<ItemOffer, 'marketplaceId' | 'sale' | 'business'> & {
  readonly marketplaceId: string
  readonly salePrice: number | null
  readonly saleFrom: string | null
  readonly saleTo: string | null
  readonly businessPrice: number | null
  readonly tiers: NonNullable<ItemOffer['business']>['tiers']
}

const COLUMNS = `item_id as "itemId", marketplace_id as "marketplaceId", currency, price, min_price as min, max_price as max, sale_price as "salePrice",
  to_char(sale_from, 'YYYY-MM-DD') as "saleFrom", to_char(sale_to, 'YYYY-MM-DD') as "saleTo", business_price as "businessPrice", business_tiers as tiers`

/** The offers of these items, by item and marketplace, the general one first (I4). */
export async function findOffers(tx: Tx, merchant: MerchantId, items: readonly ItemId[]): Promise<ItemOffer[]> {
  const rows = await tx.query<OfferRow>(
    `select ${COLUMNS} from millrace.item_offers where merchant_id = $1 and item_id = any($2::text[]) order by item_id, marketplace_id`,
    [merchant, items],
  )
  return rows.map(toOffer)
}

/** A page of all offers, by item and marketplace (I4). */
export async function listOffers(
  tx: Tx,
  merchant: MerchantId,
  { after, limit }: PageOf<readonly [ItemId, string | null]>,
): Promise<ItemOffer[]> {
  const rows = await tx.query<OfferRow>(
    `select ${COLUMNS} from millrace.item_offers where merchant_id = $1 and ($2::text is null or (item_id, marketplace_id) > ($2, $3))
     order by item_id, marketplace_id limit $4`,
    [merchant, after?.[0] ?? null, after?.[1] ?? '', limit],
  )
  return rows.map(toOffer)
}

/** Creates offers, and replaces those that are there already (I4). */
export async function upsertOffers(tx: Tx, merchant: MerchantId, offers: readonly ItemOffer[]): Promise<void> {
  const rows = offers.map(({ sale, business, marketplaceId, ...rest }) => ({
    ...rest,
    marketplace: marketplaceId ?? '',
    sale_price: sale?.price ?? null,
    sale_from: sale?.from ?? null,
    sale_to: sale?.to ?? null,
    business_price: business?.price ?? null,
    tiers: business?.tiers ?? [],
  }))
  await tx.query(
    `insert into millrace.item_offers (merchant_id, item_id, marketplace_id, currency, price, min_price, max_price, sale_price, sale_from, sale_to, business_price, business_tiers)
     select $1, o."itemId", o.marketplace, o.currency, o.price, o.min, o.max, o.sale_price, o.sale_from, o.sale_to, o.business_price, o.tiers
     from jsonb_to_recordset($2::jsonb) as o ("itemId" text, marketplace text, currency text, price bigint, min bigint, max bigint, sale_price bigint, sale_from date, sale_to date,
       business_price bigint, tiers jsonb)
     on conflict (merchant_id, item_id, marketplace_id) do update set currency = excluded.currency, price = excluded.price, min_price = excluded.min_price,
       max_price = excluded.max_price, sale_price = excluded.sale_price, sale_from = excluded.sale_from, sale_to = excluded.sale_to,
       business_price = excluded.business_price, business_tiers = excluded.business_tiers`,
    [merchant, JSON.stringify(rows)],
  )
}

/** Which offer: an item's in one marketplace, or its general one (null). */
export type OfferKey = Pick<ItemOffer, 'itemId' | 'marketplaceId'>

/** Removes offers: what they said is no longer told (I4). */
export const deleteOffers = (tx: Tx, merchant: MerchantId, offers: readonly OfferKey[]) =>
  tx.query(
    `delete from millrace.item_offers o using jsonb_to_recordset($2::jsonb) as d (item text, marketplace text)
     where o.merchant_id = $1 and o.item_id = d.item and o.marketplace_id = d.marketplace`,
    [
      merchant,
      JSON.stringify(offers.map(({ itemId, marketplaceId }) => ({ item: itemId, marketplace: marketplaceId ?? '' }))),
    ],
  )

const toOffer = ({
  salePrice,
  saleFrom,
  saleTo,
  businessPrice,
  tiers,
  marketplaceId,
  ...rest
}: OfferRow): ItemOffer => ({
  ...rest,
  marketplaceId: marketplaceId === '' ? null : marketplaceId,
  sale:
    salePrice !== null && saleFrom !== null && saleTo !== null
      ? { price: salePrice, from: saleFrom, to: saleTo }
      : null,
  business: businessPrice === null && tiers.length === 0 ? null : { price: businessPrice, tiers },
})

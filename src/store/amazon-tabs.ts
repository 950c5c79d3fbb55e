import type { AmazonTab, TabSubmission } from '#core/catalog/amazon-tab.ts'
import type { ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** Which tab: an item in a marketplace. */
export type TabPlace = { readonly itemId: ItemId; readonly marketplaceId: string }

const COLUMNS = `item_id as "itemId", marketplace_id as "marketplaceId", product_type as "productType", requirements, attributes,
  problems as faults, checked_at as "checkedAt", updated_at as "updatedAt", submission`

/** The Amazon tab of an item in a marketplace, or null (T1). */
export async function findTab(tx: Tx, merchant: MerchantId, place: TabPlace): Promise<AmazonTab | null> {
  const [row] = await tx.query<AmazonTab>(
    `select ${COLUMNS} from millrace.amazon_tabs where merchant_id = $1 and item_id = $2 and marketplace_id = $3`,
    [merchant, place.itemId, place.marketplaceId],
  )
  return row ?? null
}

/** All tabs of a merchant, or of one item, in the order of items and marketplaces. */
export const listTabs = (tx: Tx, merchant: MerchantId, itemId: ItemId | null): Promise<AmazonTab[]> =>
  tx.query<AmazonTab>(
    `select ${COLUMNS} from millrace.amazon_tabs where merchant_id = $1 and ($2::text is null or item_id = $2)
     order by item_id, marketplace_id`,
    [merchant, itemId],
  )

/** A tab as it is saved. */
export type SavedTab = Omit<AmazonTab, 'submission' | 'updatedAt'> & { readonly at: number }

/** Creates or replaces a tab, with what the check on this machine said, if there was one; how it was handed to Amazon before stays. */
export const saveTab = (tx: Tx, merchant: MerchantId, tab: SavedTab) =>
  tx.query(
    `insert into millrace.amazon_tabs (merchant_id, item_id, marketplace_id, product_type, requirements, attributes, problems, checked_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($9::float8 / 1000), to_timestamp($8::float8 / 1000))
     on conflict (merchant_id, item_id, marketplace_id) do update set product_type = excluded.product_type, requirements = excluded.requirements,
       attributes = excluded.attributes, problems = excluded.problems, checked_at = excluded.checked_at, updated_at = excluded.updated_at`,
    [
      merchant,
      tab.itemId,
      tab.marketplaceId,
      tab.productType,
      tab.requirements,
      JSON.stringify(tab.attributes),
      JSON.stringify(tab.faults),
      tab.at,
      tab.checkedAt,
    ],
  )

/** Takes a tab away; true when there was one. */
export async function removeTab(tx: Tx, merchant: MerchantId, place: TabPlace): Promise<boolean> {
  const rows = await tx.query(
    'delete from millrace.amazon_tabs where merchant_id = $1 and item_id = $2 and marketplace_id = $3 returning 1',
    [merchant, place.itemId, place.marketplaceId],
  )
  return rows.length > 0
}

/** Keeps how a tab was handed to Amazon, and what Amazon said (I10). */
export const keepTabSubmission = (
  tx: Tx,
  merchant: MerchantId,
  { itemId, marketplaceId, submission }: TabPlace & { readonly submission: TabSubmission },
) =>
  tx.query(
    'update millrace.amazon_tabs set submission = $4 where merchant_id = $1 and item_id = $2 and marketplace_id = $3',
    [merchant, itemId, marketplaceId, JSON.stringify(submission)],
  )

/** The seller SKUs that stand for an item: those mapped to it, and its own id unless that is mapped to another (O11). */
export async function skusForItem(tx: Tx, merchant: MerchantId, itemId: ItemId): Promise<SellerSku[]> {
  const rows = await tx.query<{ sku: SellerSku }>(
    `select seller_sku as sku from millrace.sku_mappings where merchant_id = $1 and item_id = $2
     union select item_id from millrace.items i where merchant_id = $1 and item_id = $2
       and not exists (select from millrace.sku_mappings m where m.merchant_id = $1 and m.seller_sku = i.item_id and m.item_id <> $2)
     order by sku`,
    [merchant, itemId],
  )
  return rows.map(({ sku }) => sku)
}

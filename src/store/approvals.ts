import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { FieldState } from '#core/inventory/next-sending.ts'
import type { SkuEvent, SkuField } from '#core/inventory/sku-field.ts'
import type { Tx } from './db.ts'

const COLUMNS = `seller_sku as "sellerSku", marketplace_id as "marketplaceId", field, state, desired, sent, sent_at as "sentAt", confirmed, confirmed_at as "confirmedAt", previous, pinned, problem`

/** Where a page of fields goes on. */
export type FieldKey = readonly [sellerSku: string, field: string, marketplaceId: string]

/** Fields of a connection in the order of their SKUs; only those in a state, or of one SKU, where one is named. */
export const listFields = (
  tx: Tx,
  merchant: MerchantId,
  page: {
    readonly connection: ConnectionId
    readonly state: FieldState | null
    readonly sku: SellerSku | null
    readonly after: FieldKey | null
    readonly limit: number
  },
): Promise<SkuField[]> =>
  tx.query<SkuField>(
    `select ${COLUMNS} from millrace.sku_fields
     where merchant_id = $1 and connection_id = $2 and ($3::text is null or state = $3) and ($4::text is null or seller_sku = $4)
       and ($5::text is null or (seller_sku, field, marketplace_id) > ($5, $6, $7))
     order by seller_sku, field, marketplace_id limit $8`,
    [merchant, page.connection, page.state, page.sku, ...(page.after ?? [null, null, null]), page.limit],
  )

/** Which held fields a person approves: of these SKUs, or all (I4). */
export type ApprovedFields = {
  readonly connection: ConnectionId
  readonly skus: readonly SellerSku[] | null
  readonly who: string
  readonly at: number
}

/** Approves the values that are held, exactly as they stand, and makes them due; gives how many. A value that nobody could send stays held. */
export async function approveHeld(tx: Tx, merchant: MerchantId, approved: ApprovedFields): Promise<number> {
  const rows = await tx.query<{ sku: SellerSku }>(
    `with ours as (update millrace.sku_fields set approved = desired, state = 'due', problem = null, urgent = true, due_at = to_timestamp(0)
       where merchant_id = $1 and connection_id = $2 and state = 'held' and desired is not null and ($3::text[] is null or seller_sku = any($3))
       returning seller_sku, marketplace_id, field, sent, desired)
     insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, after, who)
     select $1, $2, seller_sku, marketplace_id, field, to_timestamp($4::float8 / 1000), 'approved', sent, desired, $5 from ours returning seller_sku as sku`,
    [merchant, approved.connection, approved.skus, approved.at, approved.who],
  )
  return rows.length
}

/** Releases the brake of a connection: what it stopped may go, exactly as it stands (I12). Gives how many fields that are. */
export async function releaseBrake(
  tx: Tx,
  merchant: MerchantId,
  { connection }: { readonly connection: ConnectionId },
): Promise<number> {
  await tx.query(
    'update millrace.connections set braked_at = null, brake = null where merchant_id = $1 and connection_id = $2',
    [merchant, connection],
  )
  const rows = await tx.query(
    `update millrace.sku_fields set approved = desired, due_at = to_timestamp(0) where merchant_id = $1 and connection_id = $2 and state = 'due' returning seller_sku`,
    [merchant, connection],
  )
  return rows.length
}

/** A price that a person puts back to what stood before, or releases again (I12). */
export type Pin = {
  readonly connection: ConnectionId
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly who: string
  readonly at: number
}

/** Puts a price back to what stood at Amazon before the last change, and pins it there; false when nothing stood before (I12). */
export async function putBackPrice(tx: Tx, merchant: MerchantId, pin: Pin): Promise<boolean> {
  const rows = await tx.query(
    `with ours as (update millrace.sku_fields set pinned = previous, desired = previous, approved = previous, state = 'due', urgent = true, due_at = to_timestamp(0), problem = null
       where merchant_id = $1 and connection_id = $2 and seller_sku = $3 and marketplace_id = $4 and field = 'price' and previous is not null and pinned is null
       returning seller_sku, marketplace_id, sent, pinned)
     insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, after, who)
     select $1, $2, seller_sku, marketplace_id, 'price', to_timestamp($5::float8 / 1000), 'put back', sent, pinned, $6 from ours returning event_id`,
    [merchant, pin.connection, pin.sellerSku, pin.marketplaceId, pin.at, pin.who],
  )
  return rows.length > 0
}

/** Lets a pinned price go again; false when none was pinned (I12). */
export async function releasePin(tx: Tx, merchant: MerchantId, pin: Pin): Promise<boolean> {
  const rows = await tx.query(
    `with ours as (update millrace.sku_fields set pinned = null
       where merchant_id = $1 and connection_id = $2 and seller_sku = $3 and marketplace_id = $4 and field = 'price' and pinned is not null
       returning seller_sku, marketplace_id, sent)
     insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, who)
     select $1, $2, seller_sku, marketplace_id, 'price', to_timestamp($5::float8 / 1000), 'released', sent, $6 from ours returning event_id`,
    [merchant, pin.connection, pin.sellerSku, pin.marketplaceId, pin.at, pin.who],
  )
  return rows.length > 0
}

/** The history of a SKU, the newest first; `before` is the last number seen. */
export const skuHistory = (
  tx: Tx,
  merchant: MerchantId,
  page: {
    readonly connection: ConnectionId
    readonly sku: SellerSku
    readonly before: number | null
    readonly limit: number
  },
): Promise<SkuEvent[]> =>
  tx.query<SkuEvent>(
    `select event_id as "eventId", marketplace_id as "marketplaceId", field, at, what, before, after, who from millrace.sku_history
     where merchant_id = $1 and connection_id = $2 and seller_sku = $3 and ($4::bigint is null or event_id < $4) order by event_id desc limit $5`,
    [merchant, page.connection, page.sku, page.before, page.limit],
  )

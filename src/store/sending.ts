import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Listing } from '#core/inventory/listing.ts'
import type { Switches } from '#core/inventory/sku-field.ts'
import { DEFAULT_INVENTORY, type InventorySettings } from '#core/settings/inventory-settings.ts'
import type { Tx } from './db.ts'
import { WHERE_IT_SELLS } from './due-fields.ts'

/** The two switches of a connection and its brake; null when there is no such connection. */
export async function readSwitches(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Switches | null> {
  const [row] = await tx.query<Switches>(
    `select sending_stock as stock, sending_price as price, braked_at as "brakedAt" from millrace.connections
     where merchant_id = $1 and connection_id = $2 and state = 'authorized'`,
    [merchant, connection],
  )
  return row ?? null
}

/** Writes the two switches, and who switched (I14). Switching stock or price on begins with a whole cycle. */
export const writeSwitches = (
  tx: Tx,
  merchant: MerchantId,
  to: {
    readonly connection: ConnectionId
    readonly stock: boolean
    readonly price: boolean
    readonly who: string
    readonly at: number
  },
) =>
  tx.query(
    `update millrace.connections set sending_stock = $3, sending_price = $4, switched_by = $5, switched_at = to_timestamp($6::float8 / 1000)
     where merchant_id = $1 and connection_id = $2`,
    [merchant, to.connection, to.stock, to.price, to.who, to.at],
  )

/** Connections of a merchant that send stock or price. */
export async function sendingConnections(tx: Tx, merchant: MerchantId): Promise<ConnectionId[]> {
  const rows = await tx.query<{ id: ConnectionId }>(
    `select connection_id as id from millrace.connections
     where merchant_id = $1 and state = 'authorized' and (sending_stock or sending_price) order by connection_id`,
    [merchant],
  )
  return rows.map(({ id }) => id)
}

/** The Inventory section; an option never saved has its default (I1, I3-I6). */
export async function readInventorySettings(tx: Tx, merchant: MerchantId): Promise<InventorySettings> {
  const [row] = await tx.query<{ value: Partial<InventorySettings> }>(
    "select value from millrace.settings where merchant_id = $1 and section = 'inventory'",
    [merchant],
  )
  return { ...DEFAULT_INVENTORY, ...row?.value }
}

/** Seller SKUs that Amazon lists for a connection, in their order, after the given one. */
export async function nextSkus(
  tx: Tx,
  merchant: MerchantId,
  page: { readonly connection: ConnectionId; readonly after: SellerSku | null; readonly limit: number },
): Promise<SellerSku[]> {
  const rows = await tx.query<{ sku: SellerSku }>(
    `select distinct seller_sku as sku from millrace.listings
     where merchant_id = $1 and connection_id = $2 and gone_at is null and ($3::text is null or seller_sku > $3) order by sku limit $4`,
    [merchant, page.connection, page.after, page.limit],
  )
  return rows.map(({ sku }) => sku)
}

/** A listing with the parts of its offer that are sent along (I4). */
export type ListingToChange = Listing & { readonly keptOffer: { readonly [field: string]: unknown } | null }

/** The listings of these SKUs as they were last read. */
export const listingsOf = (
  tx: Tx,
  merchant: MerchantId,
  { connection, skus }: { readonly connection: ConnectionId; readonly skus: readonly SellerSku[] },
): Promise<ListingToChange[]> =>
  tx.query<ListingToChange>(
    `select seller_sku as "sellerSku", marketplace_id as "marketplaceId", item_id as "itemId", product_type as "productType", channel, active,
       quantity, lead_days as "leadDays", price, currency, read_at is not null as "offerRead", pricing_rule as "pricingRule", automated_handling as "automatedHandling", kept_offer as "keptOffer"
     from millrace.listings where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[]) and gone_at is null
     order by seller_sku, marketplace_id`,
    [merchant, connection, skus],
  )

/** What the brake looks at: how many SKUs were ever sent, and which counted since (epoch ms) (I12). */
export async function brakeFacts(
  tx: Tx,
  merchant: MerchantId,
  { connection, since }: { readonly connection: ConnectionId; readonly since: number },
): Promise<{ readonly sentSkus: number; readonly within: ReadonlySet<SellerSku> }> {
  const [sent] = await tx.query<{ count: number }>(
    'select count(distinct seller_sku)::int as count from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and sent is not null',
    [merchant, connection],
  )
  const counted = await tx.query<{ sku: SellerSku }>(
    `select distinct seller_sku as sku from millrace.sku_history
     where merchant_id = $1 and connection_id = $2 and counts and at > to_timestamp($3::float8 / 1000)
     union select seller_sku from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and state = 'flying' and field = 'price'
       and sent is distinct from sent_before and approved is distinct from sent`,
    [merchant, connection, since],
  )
  return { sentSkus: sent?.count ?? 0, within: new Set(counted.map(({ sku }) => sku)) }
}

/** Pulls the brake of a connection, with what it stopped (I12). */
export const pullBrake = (
  tx: Tx,
  merchant: MerchantId,
  brake: { readonly connection: ConnectionId; readonly facts: Readonly<Record<string, number>>; readonly at: number },
) =>
  tx.query(
    `update millrace.connections set braked_at = to_timestamp($3::float8 / 1000), brake = $4 where merchant_id = $1 and connection_id = $2 and braked_at is null`,
    [merchant, brake.connection, brake.at, JSON.stringify(brake.facts)],
  )

/** One run of the inventory and price flow; instants in epoch ms (I1, I7). */
export type Cycle = {
  readonly cycleId: number
  readonly kind: 'changes' | 'complete' | 'manual'
  readonly skus: readonly SellerSku[] | null
  readonly afterSku: SellerSku | null
  readonly walkedAt: number | null
  readonly beganAt: number
  readonly endedAt: number | null
}

const CYCLE = `cycle_id as "cycleId", kind, skus, after_sku as "afterSku", walked_at as "walkedAt", began_at as "beganAt", ended_at as "endedAt"`

/** The cycle that is under way, the oldest first: its SKUs are not all looked at. */
export async function openCycle(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Cycle | null> {
  const [row] = await tx.query<Cycle>(
    `select ${CYCLE} from millrace.cycles where merchant_id = $1 and connection_id = $2 and walked_at is null and ended_at is null
     order by kind = 'manual' desc, cycle_id limit 1`,
    [merchant, connection],
  )
  return row ?? null
}

/** The newest hourly cycle, or null. */
export async function lastCycle(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Cycle | null> {
  const [row] = await tx.query<Cycle>(
    `select ${CYCLE} from millrace.cycles where merchant_id = $1 and connection_id = $2 and kind <> 'manual' order by cycle_id desc limit 1`,
    [merchant, connection],
  )
  return row ?? null
}

/** True while a complete cycle has not ended: what it found is still on its way (I1). */
export async function isCompleteUnderWay(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<boolean> {
  const rows = await tx.query(
    `select cycle_id from millrace.cycles where merchant_id = $1 and connection_id = $2 and kind = 'complete' and ended_at is null limit 1`,
    [merchant, connection],
  )
  return rows.length > 0
}

/** Begins a cycle; `skus` null: all of the connection's. */
export async function beginCycle(
  tx: Tx,
  merchant: MerchantId,
  cycle: Pick<Cycle, 'kind' | 'skus'> & { readonly connection: ConnectionId; readonly by: string; readonly at: number },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into millrace.cycles (merchant_id, connection_id, kind, asked_by, skus, began_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000)) returning cycle_id as id`,
    [merchant, cycle.connection, cycle.kind, cycle.by, cycle.skus, cycle.at],
  )
  if (!row) throw new Error('A cycle has no number.')
  return row.id
}

/** Notes how far a cycle has walked; `done`: all its SKUs were looked at. */
export const moveCycle = (
  tx: Tx,
  merchant: MerchantId,
  step: { readonly cycleId: number; readonly afterSku: SellerSku | null; readonly done: boolean; readonly at: number },
) =>
  tx.query(
    `update millrace.cycles set after_sku = coalesce($3, after_sku), walked_at = case when $4 then to_timestamp($5::float8 / 1000) end
     where merchant_id = $1 and cycle_id = $2`,
    [merchant, step.cycleId, step.afterSku, step.done, step.at],
  )

/** Ends the cycles that are walked, once none of the fields that are sent may go now or is in flight; a file that a person carries is not waited for. */
export const endCycles = (
  tx: Tx,
  merchant: MerchantId,
  of: { readonly connection: ConnectionId; readonly fields: readonly string[]; readonly at: number },
) =>
  tx.query(
    `update millrace.cycles set ended_at = to_timestamp($3::float8 / 1000) where merchant_id = $1 and connection_id = $2 and walked_at is not null and ended_at is null
       and not exists (select from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and state = 'flying' and way is distinct from 'file')
       and not exists (select from millrace.sku_fields f where merchant_id = $1 and connection_id = $2 and state = 'due' and due_at <= to_timestamp($3::float8 / 1000)
         and field = any($4) and ${WHERE_IT_SELLS})`,
    [merchant, of.connection, of.at, [...of.fields]],
  )

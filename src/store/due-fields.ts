import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** A field of a SKU that is to be sent; values are canonical texts (I10). */
export type DueField = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
  readonly productType: string | null
  readonly desired: string
  readonly sent: string | null
  /** What stands at Amazon as far as we know; null: nothing of ours, or nobody knows. */
  readonly before: string | null
  /** A value that a person approved: no brake stops it. */
  readonly approved: string | null
  readonly version: number
  readonly urgent: boolean
  readonly byOrders: boolean
  readonly waitsSince: number | null
}

/** Where a field stands: the whole key but for its connection. */
export type FieldPlace = Pick<DueField, 'sellerSku' | 'marketplaceId' | 'field'>

type Of = { readonly connection: ConnectionId }

/** Lets one run at a time decide what goes up for a connection; another waits for its end (I8: one feed). */
export const lockSending = (tx: Tx, merchant: MerchantId, { connection }: Of) =>
  tx.query('select 1 from millrace.connections where merchant_id = $1 and connection_id = $2 for no key update', [
    merchant,
    connection,
  ])

/** Of a row `f`: the seller sells in its marketplace; elsewhere each call would be refused whole (C7). */
export const IT_SELLS = `exists (select from millrace.marketplaces m
  where m.merchant_id = $1 and m.connection_id = $2 and m.marketplace_id = f.marketplace_id and m.participating and m.refused_at is null)`
/** Of a field `f`: stock is one for all marketplaces; a price goes, and is read back, only where the seller sells. */
export const WHERE_IT_SELLS = `(f.field = 'stock' or ${IT_SELLS})`

/**
 * What stands at Amazon of a field as far as we know: what was sent, unless nobody knows whether it arrived. "Always available" stands until
 * its end was seen: a quantity alone would leave it there (I3, I5).
 */
export const BEFORE = `case when not sent_unsure then sent when confirmed like '%"quantity":"always"%' then confirmed end as before`

/** What is due and may go now, of the fields that are sent: the urgent, or the others, those first that wait the longest (I8, I11). */
export const dueFields = (
  tx: Tx,
  merchant: MerchantId,
  wanted: Of & {
    readonly fields: readonly string[]
    readonly urgent: boolean
    readonly at: number
    readonly limit: number
  },
): Promise<DueField[]> =>
  tx.query<DueField>(
    `select seller_sku as "sellerSku", marketplace_id as "marketplaceId", field, product_type as "productType", desired, sent,
       ${BEFORE}, approved, sent_version as version, urgent, by_orders as "byOrders", waits_since as "waitsSince"
     from millrace.sku_fields f
     where merchant_id = $1 and connection_id = $2 and state = 'due' and urgent = $3 and due_at <= to_timestamp($4::float8 / 1000) and field = any($5) and ${WHERE_IT_SELLS}
     order by due_at, seller_sku limit $6`,
    [merchant, wanted.connection, wanted.urgent, wanted.at, [...wanted.fields], wanted.limit],
  )

/** Of these SKUs, those with a new price that is not confirmed at Amazon (I8). */
export async function unsettledPrices(
  tx: Tx,
  merchant: MerchantId,
  { connection, skus }: Of & { readonly skus: readonly SellerSku[] },
): Promise<ReadonlySet<SellerSku>> {
  if (skus.length === 0) return new Set()
  const rows = await tx.query<{ sku: SellerSku }>(
    `select distinct seller_sku as sku from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and seller_sku = any($3) and field = 'price'
       and state in ('due', 'held', 'flying', 'accepted') and desired is not null and desired is distinct from confirmed`,
    [merchant, connection, skus],
  )
  return new Set(rows.map(({ sku }) => sku))
}

/** Lets due fields rest: none of them goes before `until`; `waitsSince` marks stock that waits for its price (I8). Others are urgent no more. */
export async function restFields(
  tx: Tx,
  merchant: MerchantId,
  rest: Of & { readonly places: readonly FieldPlace[]; readonly until: number; readonly waitsSince: number | null },
): Promise<void> {
  if (rest.places.length === 0) return
  await tx.query(
    `update millrace.sku_fields f set waits_since = coalesce(f.waits_since, to_timestamp($8::float8 / 1000)), urgent = f.urgent and $8 is not null,
       due_at = case when $8 is null then to_timestamp($7::float8 / 1000)
         else coalesce(f.waits_since, to_timestamp($8::float8 / 1000)) + make_interval(secs => ($7::float8 - $8) / 1000) end
     from unnest($3::text[], $4::text[], $5::text[]) as r (sku, marketplace, field)
     where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = r.sku and f.marketplace_id = r.marketplace and f.field = r.field
       and f.state = $6`,
    [merchant, rest.connection, ...columnsOf(rest.places), 'due', rest.until, rest.waitsSince],
  )
}

/** The parts of keys as three lists, for `unnest`. */
export const columnsOf = (places: readonly FieldPlace[]): readonly [string[], string[], string[]] => [
  places.map(({ sellerSku }) => sellerSku),
  places.map(({ marketplaceId }) => marketplaceId),
  places.map(({ field }) => field),
]

/** When the next field that rests may go, epoch ms, or null. */
export async function nextDueAt(
  tx: Tx,
  merchant: MerchantId,
  { connection, at }: Of & { readonly at: number },
): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    `select least((select min(due_at) from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and state = 'due' and urgent and due_at > to_timestamp($3::float8 / 1000)),
       (select min(due_at) from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and state = 'due' and not urgent and due_at > to_timestamp($3::float8 / 1000))) as at`,
    [merchant, connection, at],
  )
  return row?.at ?? null
}

/** Stock that waited for a price which is settled by now may go at once (I8). Gives how many fields that are. */
export async function endPriceWaits(
  tx: Tx,
  merchant: MerchantId,
  { connection, skus }: Of & { readonly skus: readonly SellerSku[] },
): Promise<number> {
  if (skus.length === 0) return 0
  const rows = await tx.query(
    `update millrace.sku_fields f set due_at = to_timestamp(0), waits_since = null
     where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = any($3) and f.field = 'stock' and f.state = 'due' and f.waits_since is not null
       and not exists (select from millrace.sku_fields p where p.merchant_id = $1 and p.connection_id = $2 and p.seller_sku = f.seller_sku and p.field = 'price'
         and p.state in ('due', 'held', 'flying', 'accepted') and p.desired is not null and p.desired is distinct from p.confirmed) returning 1`,
    [merchant, connection, skus],
  )
  return rows.length
}

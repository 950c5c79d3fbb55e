import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { KnownOrder } from '#core/orders/compare-listed.ts'
import type { Tx } from './db.ts'

/** An order that differs from what Amazon lists, and what became of it (O18). */
export type DifferingOrder = {
  readonly amazonOrderId: string
  readonly why: 'missing' | 'stale'
  readonly listedStatus: string | null
  readonly state: 'open' | 'fetched' | 'unchanged' | 'gone' | 'failed'
  readonly outcome: string | null
}

/** What is known of orders that Amazon lists, by Amazon order id; by one index lookup for each. */
export async function knownOrders(
  tx: Tx,
  merchant: MerchantId,
  orderIds: readonly string[],
): Promise<Map<string, KnownOrder>> {
  const rows = await tx.query<KnownOrder & { id: string }>(
    `select r.id, d.state, d.reason, o.amazon_status as status, coalesce(o.amazon_updated_at, d.amazon_updated_at) as "updatedAt",
       (select jsonb_object_agg(l.seller_sku, l.units) from (select seller_sku, sum(quantity_amazon) as units from millrace.order_lines
          where merchant_id = $1 and order_id = o.order_id and not o.dropped_lines @> jsonb_build_array(jsonb_build_object('sellerSku', seller_sku))
          group by seller_sku) l) as quantities
     from unnest($2::text[]) as r (id)
       cross join lateral (select * from millrace.documents where merchant_id = $1 and reference = r.id limit 1) d
       left join lateral (select * from millrace.orders where merchant_id = $1 and amazon_order_id = r.id limit 1) o on true`,
    [merchant, [...orderIds]],
  )
  return new Map(rows.map(({ id, ...known }) => [id, known]))
}

/** How many orders are known whose last change lies in a range (epoch ms): a report of it cannot be empty. */
export async function countChangedIn(
  tx: Tx,
  merchant: MerchantId,
  range: { connection: ConnectionId; from: number; to: number },
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from (select 1 from millrace.documents where merchant_id = $1 and connection_id = $2
       and amazon_updated_at >= to_timestamp($3::float8 / 1000) and amazon_updated_at <= to_timestamp($4::float8 / 1000) limit 1000) known`,
    [merchant, range.connection, range.from, range.to],
  )
  return row?.n ?? 0
}

/** Notes orders that differ; one that is noted already stays as it is. */
export const addDiffering = (
  tx: Tx,
  merchant: MerchantId,
  found: { runId: number; orders: readonly Pick<DifferingOrder, 'amazonOrderId' | 'why' | 'listedStatus'>[] },
) =>
  tx.query(
    `insert into millrace.differing_orders (merchant_id, run_id, amazon_order_id, why, listed_status)
     select $1, $2, d."amazonOrderId", d.why, d."listedStatus"
     from jsonb_to_recordset($3::jsonb) as d ("amazonOrderId" text, why text, "listedStatus" text) on conflict do nothing`,
    [merchant, found.runId, JSON.stringify(found.orders)],
  )

const COLUMNS = 'amazon_order_id as "amazonOrderId", why, listed_status as "listedStatus", state, outcome'

/** Orders of a run that are still to be fetched. */
export const openDiffering = (tx: Tx, merchant: MerchantId, of: { runId: number; limit: number }) =>
  tx.query<DifferingOrder>(
    `select ${COLUMNS} from millrace.differing_orders where merchant_id = $1 and run_id = $2 and state = 'open' order by amazon_order_id limit $3`,
    [merchant, of.runId, of.limit],
  )

/** The orders of a run that differed, those first that are still open. */
export const listDiffering = (tx: Tx, merchant: MerchantId, of: { runId: number; limit: number }) =>
  tx.query<DifferingOrder>(
    `select ${COLUMNS} from millrace.differing_orders where merchant_id = $1 and run_id = $2 order by state <> 'open', amazon_order_id limit $3`,
    [merchant, of.runId, of.limit],
  )

/** Notes what became of orders that differed; of those only that are still open. */
export const settleDiffering = (
  tx: Tx,
  merchant: MerchantId,
  end: {
    runId: number
    at: number
    orders: readonly { id: string; state: DifferingOrder['state']; outcome: string }[]
  },
) =>
  tx.query(
    `update millrace.differing_orders d set state = e.state, outcome = e.outcome, at = to_timestamp($4::float8 / 1000)
     from jsonb_to_recordset($3::jsonb) as e (id text, state text, outcome text)
     where d.merchant_id = $1 and d.run_id = $2 and d.amazon_order_id = e.id and d.state = 'open'`,
    [merchant, end.runId, JSON.stringify(end.orders), end.at],
  )

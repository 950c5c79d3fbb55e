import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'
import { byInstant, byNumber, keyset } from './keyset.ts'
import { isAcross, ordersAcross } from './list-orders-across.ts'
import { type OrdersWanted, orderQuery, selectOrders, within } from './order-conditions.ts'
import type { OrderSummary } from './orders.ts'

/** Orders by whatever is known of them but their buyer, page by page; the newest first where no sorting is asked for (X1). */
export async function listOrders(tx: Tx, merchant: MerchantId, wanted: OrdersWanted): Promise<OrderSummary[]> {
  const query = orderQuery(merchant, wanted)
  const select = (from: string, condition: string, more: readonly unknown[]) =>
    tx.query<OrderSummary>(selectOrders(query, from, condition), [...query.params, ...more])
  const { sought } = wanted
  if (sought?.kind !== 'words') return isAcross(query) ? ordersAcross(tx, query) : select('millrace.orders o', '', [])
  const { number, spellings } = sought
  const names = await namesAt(tx, merchant, spellings)
  // Nothing but the words filters, and when they were placed.
  const isAlone = query.key === 'placed' && [...query.params.slice(4, 10), ...query.params.slice(12)].every(isNull)
  if (!isAlone && (await isFrequent(tx, merchant, spellings)))
    return select('millrace.orders o', CALLED_SO, [number, spellings, names])
  const found = `(${foundBy(query.downwards, query.key === 'placed')}) f join millrace.orders o on o.merchant_id = $1 and o.order_id = f.order_id`
  // Where nothing else filters, the first lines of each kind suffice: they are read in their order from an index.
  const words = [spellings[0], spellings[1] ?? null, spellings[2] ?? null]
  return select(found, '', [number, ...words, isAlone ? query.limit : null, names])
}

const isNull = (value: unknown) => value === null

/** What an order of another channel may be called by a text: its name, or its number there (H3). */
async function namesAt(tx: Tx, merchant: MerchantId, spellings: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.query<{ code: string }>('select code from millrace.channels where merchant_id = $1', [merchant])
  return rows.length === 0 ? [] : spellings.flatMap((text) => [text, ...rows.map(({ code }) => `${code}:${text}`)])
}

/** From how many lines on it is quicker to go through the orders in their order than to collect those lines. */
const FREQUENT = 10_000
/** An order has this number, here or at its channel, or a line of it this seller SKU or item. */
const CALLED_SO = `and (o.order_id = $16::bigint or o.amazon_order_id = any($18::text[]) or exists (select from millrace.order_lines l where l.merchant_id = $1 and l.order_id = o.order_id
  and (l.seller_sku = any($17::text[]) or l.item_id = any($17::text[]))))`

async function isFrequent(tx: Tx, merchant: MerchantId, spellings: readonly string[]): Promise<boolean> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from ((select from millrace.order_lines where merchant_id = $1 and seller_sku = any($2::text[]) limit ${FREQUENT})
     union all (select from millrace.order_lines where merchant_id = $1 and item_id = any($2::text[]) limit ${FREQUENT})) l`,
    [merchant, spellings],
  )
  return (row?.n ?? 0) >= FREQUENT
}

/** Orders of which a line has this seller SKU or item, and the one with this number; each once. */
function foundBy(downwards: boolean, byPlaced: boolean): string {
  const line = { placed: byInstant('l.placed_at'), id: byNumber('l.order_id') }
  const { after, order } = keyset(line.placed, { id: line.id, downwards, params: ['$3', '$4'] })
  const lines = ['$17', '$18', '$19'].flatMap((text) =>
    ['seller_sku', 'item_id'].map(
      (column) =>
        `(select distinct l.placed_at, l.order_id from millrace.order_lines l where l.merchant_id = $1 and l.${column} = ${text}::text
         and ${within('l.placed_at', '$11', '$12')}${byPlaced ? ` and ${after}` : ''} order by ${order} limit $20::bigint)`,
    ),
  )
  const itself =
    'select o.placed_at, o.order_id from millrace.orders o where o.merchant_id = $1 and o.order_id = $16::bigint'
  const there =
    'select o.placed_at, o.order_id from millrace.orders o where o.merchant_id = $1 and o.amazon_order_id = any($21::text[])'
  return [...lines, itself, there].join(' union ')
}

import type { MerchantId } from '#core/ids.ts'
import type { Sought, Span } from '#core/orders/order-filter.ts'
import { NEVER, type OrderPlace, type OrderSort, type OrderSortKey, usualOrderSort } from '#core/orders/order-sort.ts'
import type { Stage } from '#core/orders/stage.ts'
import { readSort } from '#core/sorting.ts'
import type { Tx } from './db.ts'
import { byInstant, byNumber, keyset, type SortKey } from './keyset.ts'
import { ORDER_SUMMARY, type OrderSummary } from './orders.ts'

/** Which orders are wanted, in which order, and after which one; what is left out filters nothing. */
export type OrdersWanted = {
  readonly sought?: Sought | null | undefined
  readonly stage?: Stage | undefined
  readonly amazonOrderId?: string | undefined
  readonly amazonStatus?: string | undefined
  readonly connection?: string | undefined
  readonly channel?: string | undefined
  readonly marketplaceId?: string | undefined
  readonly placed?: Span | undefined
  readonly shipBy?: Span | undefined
  readonly sort?: OrderSort | undefined
  readonly after?: OrderPlace | null | undefined
  readonly limit: number
}

const OPEN: Span = { from: null, before: null }
/** When order `o` must leave, of one without a deadline never. Row-level security lets a case into an index, and no coalesce. */
export const DEADLINE = `(case when o.ship_by is null then 'infinity'::timestamptz else o.ship_by end)`
const SORTS: Readonly<Record<OrderSortKey, SortKey>> = {
  number: byNumber('o.order_id'),
  placed: byInstant('o.placed_at'),
  shipBy: {
    by: DEADLINE,
    read: (param) =>
      `to_timestamp(case when ${param}::float8 >= ${NEVER} then 'infinity' else ${param}::float8 / 1000 end)`,
  },
}

const within = (column: string, from: string, before: string) =>
  `(${from}::float8 is null or ${column} >= to_timestamp(${from}::float8 / 1000)) and (${before}::float8 is null or ${column} < to_timestamp(${before}::float8 / 1000))`
const is = (column: string, param: string) => `(${param}::text is null or ${column} = ${param})`

/** Every filter but the one by words; one that is not asked for is gone before the statement is planned. */
const FILTERS = [
  'o.merchant_id = $1',
  is('o.stage', '$5'),
  is('o.amazon_status', '$6'),
  is('o.connection_id', '$7'),
  is('o.marketplace_id', '$8'),
  is('o.amazon_order_id', '$9'),
  is('o.amazon_order_id', '$10'),
  within('o.placed_at', '$11', '$12'),
  within(DEADLINE, '$13', '$14'),
  is('o.channel', '$15'),
].join(' and ')

/** Orders by whatever is known of them but their buyer, page by page; the newest first where no sorting is asked for (X1). */
export async function listOrders(tx: Tx, merchant: MerchantId, wanted: OrdersWanted): Promise<OrderSummary[]> {
  const { sought = null, after = null, placed = OPEN, shipBy = OPEN, limit } = wanted
  const { key, downwards } = readSort(wanted.sort ?? usualOrderSort(shipBy.from !== null || shipBy.before !== null))
  const { after: beyond, order } = keyset(SORTS[key], { id: SORTS.number, downwards, params: ['$3', '$4'] })
  const others = [wanted.stage, wanted.amazonStatus, wanted.connection, wanted.marketplaceId, wanted.amazonOrderId]
  const params = [
    ...[merchant, limit, after?.[0] ?? null, after?.[1] ?? null],
    ...others.map((each) => each ?? null),
    sought?.kind === 'amazon-order' ? sought.id : null,
    ...[placed.from, placed.before, shipBy.from, shipBy.before],
    wanted.channel ?? null,
  ]
  const select = (from: string, condition: string, more: readonly unknown[]) =>
    tx.query<OrderSummary>(
      `select ${ORDER_SUMMARY} from ${from} where ${FILTERS} and ${beyond} ${condition} order by ${order} limit $2`,
      [...params, ...more],
    )
  if (sought?.kind !== 'words') {
    if (!isAcross(key, { placed, shipBy })) return select('millrace.orders o', '', [])
    const near = await select(
      `(select * from millrace.orders o where o.merchant_id = $1 and ${beyond} order by ${order} limit ${NEAR}) o`,
      '',
      [],
    )
    if (near.length === limit) return near
    const range = `select o.order_id, ${SORTS[key].by} as sorted from millrace.orders o where ${FILTERS} and ${beyond} offset 0`
    const isWide = (await expectedRows(tx, `${range} limit $2`, params)) > WIDE
    return select(isWide ? 'millrace.orders o' : firstOf(range, downwards), '', [])
  }
  const { number, spellings } = sought
  const names = await namesAt(tx, merchant, spellings)
  const isAlone =
    key === 'placed' && [...others, wanted.channel, shipBy.from, shipBy.before].every((each) => each == null)
  if (!isAlone && (await isFrequent(tx, merchant, spellings)))
    return select('millrace.orders o', CALLED_SO, [number, spellings, names])
  const found = `(${foundBy(downwards, key === 'placed')}) f join millrace.orders o on o.merchant_id = $1 and o.order_id = f.order_id`
  // Where nothing else filters, the first lines of each kind suffice: they are read in their order from an index.
  const words = [spellings[0], spellings[1] ?? null, spellings[2] ?? null]
  return select(found, '', [number, ...words, isAlone ? limit : null, names])
}

/** What an order of another channel may be called by a text: its name, or its number there (H3). */
async function namesAt(tx: Tx, merchant: MerchantId, spellings: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.query<{ code: string }>('select code from millrace.channels where merchant_id = $1', [merchant])
  return rows.length === 0 ? [] : spellings.flatMap((text) => [text, ...rows.map(({ code }) => `${code}:${text}`)])
}

/** Where a range of one date is sorted by another, so many orders are looked at in their order before the whole range is. */
const NEAR = 2000
/** A range of more orders takes longer to be sorted than to be walked to. */
const WIDE = 100_000

/** A range of one date sorted by something else: no index has both, and who walks along the sorting may begin far away. */
const isAcross = (key: OrderSortKey, { placed, shipBy }: { readonly placed: Span; readonly shipBy: Span }): boolean =>
  (isSet(placed) && key !== 'placed') || (isSet(shipBy) && key !== 'shipBy')
const isSet = ({ from, before }: Span): boolean => from !== null || before !== null

/** The first orders of a range, which is read by its own index and then sorted. */
function firstOf(range: string, downwards: boolean): string {
  const way = downwards ? 'desc' : 'asc'
  return `(select r.order_id from (${range}) r order by r.sorted ${way}, r.order_id ${way} limit $2) f join millrace.orders o on o.merchant_id = $1 and o.order_id = f.order_id`
}

/** How many rows the database expects under a limit, without reading them. */
async function expectedRows(tx: Tx, sql: string, params: readonly unknown[]): Promise<number> {
  type Plan = { readonly 'Plan Rows': number; readonly Plans?: readonly Plan[] }
  const [row] = await tx.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `explain (format json) ${sql}`,
    params,
  )
  return row?.['QUERY PLAN'][0]?.Plan.Plans?.[0]?.['Plan Rows'] ?? 0
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

import type { MerchantId } from '#core/ids.ts'
import type { FieldState } from '#core/inventory/next-sending.ts'
import type { Stage } from '#core/orders/stage.ts'
import type { Tx } from './db.ts'
import { WAITS } from './documents.ts'
import { DEADLINE } from './order-conditions.ts'

/** The merchant's day: from its first instant to that of the next one, and what time it is; epoch ms. */
export type Day = { readonly from: number; readonly to: number; readonly now: number }

/** What came in today, what waits, and what must leave (O13, S6). */
export type TodayOrders = {
  readonly any: boolean
  /** Buyers placed them today, and they are here. */
  readonly placed: number
  /** Documents that came since midnight and are wanted: imported, pending or held. */
  readonly arrived: number
  readonly held: number
  readonly heldToday: number
  readonly late: number
  readonly dueToday: number
  /** What was told to Amazon of packages, refunds and cancellations and was refused, or of which nobody knows. */
  readonly refused: number
}

const AT = (n: number) => `to_timestamp($${n}::float8 / 1000)`
/** As the clerk's queue has it. */
const TO_SHIP = `merchant_id = $1 and stage = 'Shipping Department' and not fulfilled_by_amazon`

/** Counts today's orders; each number by an index, so that a million orders of other days cost nothing. */
export async function countToday(tx: Tx, merchant: MerchantId, { from, to, now }: Day): Promise<TodayOrders> {
  const [row] = await tx.query<TodayOrders>(
    `select exists (select from millrace.orders where merchant_id = $1) as "any",
       (select count(*) from millrace.orders where merchant_id = $1 and placed_at >= ${AT(2)} and placed_at < ${AT(3)})::int as placed,
       (select count(*) from millrace.documents where merchant_id = $1 and received_at >= ${AT(2)} and state <> 'skipped')::int as arrived,
       (select count(*) from millrace.documents where merchant_id = $1 and ${WAITS})::int as held,
       (select count(*) from millrace.documents where merchant_id = $1 and received_at >= ${AT(2)} and ${WAITS})::int as "heldToday",
       (select count(*) from millrace.orders o where ${TO_SHIP} and ${DEADLINE} < ${AT(4)})::int as late,
       (select count(*) from millrace.orders o where ${TO_SHIP} and ${DEADLINE} >= ${AT(4)}
          and ${DEADLINE} < ${AT(3)})::int as "dueToday",
       (select count(*) from millrace.outbox where merchant_id = $1 and state in ('refused', 'unsure'))::int as refused`,
    [merchant, from, to, now],
  )
  if (!row) throw new Error('Nothing was counted.')
  return row
}

/** How many orders are in each stage that somebody works on; what is over is not counted. */
export async function countOpenStages(tx: Tx, merchant: MerchantId): Promise<Partial<Record<Stage, number>>> {
  const rows = await tx.query<{ stage: Stage; n: number }>(
    `select stage, count(*)::int as n from millrace.orders
     where merchant_id = $1 and stage in ('Accounts Receivable', 'Pre-ordered', 'Shipping Department', 'Hold') group by stage`,
    [merchant],
  )
  return Object.fromEntries(rows.map(({ stage, n }) => [stage, n]))
}

/** How many fields of SKUs are in which state; of the confirmed ones those of today (I10). */
export type CountedField = { readonly field: 'stock' | 'price'; readonly state: FieldState; readonly count: number }

/** Counts what is on its way up, what waits and what was confirmed since an instant. */
export function countFieldsToday(tx: Tx, merchant: MerchantId, { from }: Pick<Day, 'from'>): Promise<CountedField[]> {
  const open = (states: string) =>
    `select field, state, count(*)::int as count from millrace.sku_fields where merchant_id = $1 and ${states} group by field, state`
  return tx.query<CountedField>(
    [
      open(`state = 'due'`),
      open(`state in ('held', 'flying', 'refused', 'differs')`),
      open(`state = 'accepted'`),
      open(`state = 'confirmed' and confirmed_at >= ${AT(2)}`),
    ].join(' union all '),
    [merchant, from],
  )
}

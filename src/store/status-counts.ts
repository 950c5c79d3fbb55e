import type { MerchantId } from '#core/ids.ts'
import { MOST_COUNTED } from '#core/orders/most-counted.ts'
import { STAGES } from '#core/orders/stage.ts'
import type { Tx } from './db.ts'

type Counts = Readonly<Record<string, number>>
const BY_STATE = ['held', 'pending', 'placed'] as const
const asCounts = (rows: readonly { name: string; n: number }[]): Counts =>
  Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ name, n }) => [name, n]))

/** How many orders are in each stage, counted as far as pages show it: at most one more than `MOST_COUNTED` (X5). */
export async function ordersByStage(tx: Tx, merchant: MerchantId): Promise<Counts> {
  return asCounts(
    await tx.query(
      `select s.name, (select count(*) from (select from millrace.orders o where o.merchant_id = $1 and o.stage = s.name limit $3) few) as n
       from unnest($2::text[]) as s (name)`,
      [merchant, STAGES, MOST_COUNTED + 1],
    ),
  )
}

/** The same of documents by their state, those that were skipped by their reason. */
export async function documentsByState(tx: Tx, merchant: MerchantId): Promise<Counts> {
  return asCounts(
    await tx.query(
      `select s.name, (select count(*) from (select from millrace.documents d where d.merchant_id = $1 and d.state = s.name limit $3) few) as n
       from unnest($2::text[]) as s (name)
       union all
       select concat_ws(' ', 'skipped', reason), count(*) from (
         select reason from millrace.documents where merchant_id = $1 and state = 'skipped' limit $3) few group by reason`,
      [merchant, BY_STATE, MOST_COUNTED + 1],
    ),
  )
}

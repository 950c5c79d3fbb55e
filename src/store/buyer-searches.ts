import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

const HOUR = 3_600_000

/** Instants of a person's searches by buyer within the last hour, the oldest first; others wait until the end of the transaction. */
export async function buyerSearches(
  tx: Tx,
  merchant: MerchantId,
  { userId, at }: { readonly userId: string; readonly at: number },
): Promise<number[]> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`searches ${merchant} ${userId}`])
  const rows = await tx.query<{ at: number }>(
    `select at from millrace.buyer_searches where merchant_id = $1 and user_id = $2 and at > to_timestamp($3::float8 / 1000) order by at`,
    [merchant, userId, at - HOUR],
  )
  return rows.map((row) => row.at)
}

/** Notes a search, and forgets those of more than an hour ago. */
export async function addBuyerSearch(
  tx: Tx,
  merchant: MerchantId,
  { userId, at }: { readonly userId: string; readonly at: number },
): Promise<void> {
  await tx.query(
    `with former as (delete from millrace.buyer_searches where merchant_id = $1 and user_id = $2 and at <= to_timestamp($4::float8 / 1000))
     insert into millrace.buyer_searches (merchant_id, user_id, at) values ($1, $2, to_timestamp($3::float8 / 1000))`,
    [merchant, userId, at, at - HOUR],
  )
}

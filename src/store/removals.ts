import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** Somebody who was removed: when that person left, and when the access ended (D12). Instants in epoch ms. */
export type Removal = {
  readonly removalId: number
  readonly userId: string
  readonly email: string
  readonly leftAt: number
  readonly removedAt: number
  readonly removedBy: string
}

/** Notes a removal. */
export const noteRemoval = (tx: Tx, merchant: MerchantId, removal: Omit<Removal, 'removalId'>) =>
  tx.query(
    `insert into deployment.removals (merchant_id, user_id, email, left_at, removed_at, removed_by)
     values ($1, $2, $3, to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000), $6)`,
    [merchant, removal.userId, removal.email, removal.leftAt, removal.removedAt, removal.removedBy],
  )

/** Who was removed, the latest first; `after` is the number of the last one seen. */
export const listRemovals = (
  tx: Tx,
  merchant: MerchantId,
  { after, limit }: { readonly after: number | null; readonly limit: number },
): Promise<Removal[]> =>
  tx.query<Removal>(
    `select removal_id as "removalId", user_id as "userId", email, left_at as "leftAt", removed_at as "removedAt", removed_by as "removedBy"
     from deployment.removals where merchant_id = $1 and ($2::bigint is null or removal_id < $2) order by removal_id desc limit $3`,
    [merchant, after, limit],
  )

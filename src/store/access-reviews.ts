import type { MerchantId } from '#core/ids.ts'
import type { SignedLine } from '#core/people/access-review.ts'
import type { Tx } from './db.ts'

/** A review that was signed, with what the list said and what was decided (D11). Epoch ms. */
export type AccessReview = {
  readonly reviewId: number
  readonly signedAt: number
  readonly signedBy: string
  readonly lines: readonly SignedLine[]
}

const COLUMNS = 'review_id as "reviewId", signed_at as "signedAt", signed_by as "signedBy", lines'

/** Keeps a signed review; gives its number. */
export async function addAccessReview(
  tx: Tx,
  merchant: MerchantId,
  review: Omit<AccessReview, 'reviewId'>,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into deployment.access_reviews (merchant_id, signed_at, signed_by, lines) values ($1, to_timestamp($2::float8 / 1000), $3, $4) returning review_id as id`,
    [merchant, review.signedAt, review.signedBy, JSON.stringify(review.lines)],
  )
  if (!row) throw new Error('The review was not kept.')
  return row.id
}

/** The signed reviews, the newest first; `after` is the number of the last one seen. */
export const listAccessReviews = (
  tx: Tx,
  merchant: MerchantId,
  { after, limit }: { readonly after: number | null; readonly limit: number },
): Promise<AccessReview[]> =>
  tx.query<AccessReview>(
    `select ${COLUMNS} from deployment.access_reviews where merchant_id = $1 and ($2::bigint is null or review_id < $2) order by review_id desc limit $3`,
    [merchant, after, limit],
  )

/** One signed review, or null. */
export async function findAccessReview(tx: Tx, merchant: MerchantId, reviewId: number): Promise<AccessReview | null> {
  const [found] = await tx.query<AccessReview>(
    `select ${COLUMNS} from deployment.access_reviews where merchant_id = $1 and review_id = $2`,
    [merchant, reviewId],
  )
  return found ?? null
}

/** When the last review was signed, and when the first member or key that has access came; epoch ms. */
export async function reviewTimes(
  tx: Tx,
  merchant: MerchantId,
): Promise<{ readonly lastSignedAt: number | null; readonly firstCameAt: number | null }> {
  const [row] = await tx.query<{ lastSignedAt: number | null; firstCameAt: number | null }>(
    `select (select max(signed_at) from deployment.access_reviews where merchant_id = $1) as "lastSignedAt",
       least((select min(created_at) from deployment.memberships where merchant_id = $1),
         (select min(created_at) from deployment.api_keys where merchant_id = $1 and revoked_at is null)) as "firstCameAt"`,
    [merchant],
  )
  return row ?? { lastSignedAt: null, firstCameAt: null }
}

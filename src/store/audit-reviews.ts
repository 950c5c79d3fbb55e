import type { RaisedAlarm } from '#core/audit/look-for-alarms.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** An alarm as it is kept; epoch ms. Open until somebody wrote down what it was. */
export type Alarm = RaisedAlarm & {
  readonly alarmId: number
  readonly raisedAt: number
  readonly closedAt: number | null
  readonly closedBy: string | null
  readonly word: string | null
}

/** A review that was signed off. */
export type SignedReview = {
  readonly through: number
  readonly signedAt: number
  readonly signedBy: string
  readonly counts: Readonly<Record<string, number>>
  readonly word: string
}

/** Raises alarms; those that were raised before stay as they are. Gives the new ones. */
export const raiseAlarms = (
  tx: Tx,
  merchant: MerchantId,
  { alarms, at }: { readonly alarms: readonly RaisedAlarm[]; readonly at: number },
): Promise<{ kind: RaisedAlarm['kind'] }[]> =>
  tx.query(
    `insert into millrace.alarms (merchant_id, kind, subject, facts, raised_at)
     select $1, kind, subject, facts, to_timestamp($3::float8 / 1000)
     from jsonb_to_recordset($2::jsonb) as a (kind text, subject text, facts jsonb) on conflict do nothing returning kind`,
    [merchant, JSON.stringify(alarms), at],
  )

const ALARM = `alarm_id as "alarmId", kind, subject, facts, raised_at as "raisedAt", closed_at as "closedAt", closed_by as "closedBy", word`

/** Alarms that nobody has closed, the oldest first; with `closed` also the others. */
export const listAlarms = (
  tx: Tx,
  merchant: MerchantId,
  { closed, limit }: { readonly closed: boolean; readonly limit: number },
): Promise<Alarm[]> =>
  tx.query<Alarm>(
    `select ${ALARM} from millrace.alarms where merchant_id = $1 and ($2 or closed_at is null) order by closed_at is not null, alarm_id limit $3`,
    [merchant, closed, limit],
  )

/** Closes an alarm that is open; null where there is none. */
export async function closeAlarm(
  tx: Tx,
  merchant: MerchantId,
  {
    alarmId,
    who,
    word,
    at,
  }: { readonly alarmId: number; readonly who: string; readonly word: string; readonly at: number },
): Promise<Alarm | null> {
  const [closed] = await tx.query<Alarm>(
    `update millrace.alarms set closed_at = to_timestamp($3::float8 / 1000), closed_by = $4, word = $5
     where merchant_id = $1 and alarm_id = $2 and closed_at is null returning ${ALARM}`,
    [merchant, alarmId, at, who, word],
  )
  return closed ?? null
}

/** The last review that was signed off. */
export async function lastReview(tx: Tx, merchant: MerchantId): Promise<SignedReview | null> {
  const [last] = await tx.query<SignedReview>(
    `select through_seq as through, signed_at as "signedAt", signed_by as "signedBy", counts, word
     from millrace.audit_reviews where merchant_id = $1 order by signed_at desc limit 1`,
    [merchant],
  )
  return last ?? null
}

/** A signed review with the row after which it begins. */
export type ListedReview = SignedReview & { readonly after: number }

const LISTED = `select through_seq as through, signed_at as "signedAt", signed_by as "signedBy", counts, word,
  coalesce((select max(p.through_seq) from millrace.audit_reviews p where p.merchant_id = $1 and p.through_seq < r.through_seq), 0) as after
  from millrace.audit_reviews r where merchant_id = $1`

/** A page of signed reviews, the newest first. */
export const listReviews = (
  tx: Tx,
  merchant: MerchantId,
  page: { readonly before: number | null; readonly limit: number },
): Promise<ListedReview[]> =>
  tx.query<ListedReview>(`${LISTED} and ($2::bigint is null or through_seq < $2) order by through_seq desc limit $3`, [
    merchant,
    page.before,
    page.limit,
  ])

/** The signed review that goes up to a row, or null. */
export async function findReview(tx: Tx, merchant: MerchantId, through: number): Promise<ListedReview | null> {
  const [found] = await tx.query<ListedReview>(`${LISTED} and through_seq = $2 limit 1`, [merchant, through])
  return found ?? null
}

/** Keeps a review that was signed off. */
export async function addReview(tx: Tx, merchant: MerchantId, review: SignedReview): Promise<void> {
  const { through, signedAt, signedBy, counts, word } = review
  await tx.query(
    `insert into millrace.audit_reviews (merchant_id, through_seq, signed_at, signed_by, counts, word)
     values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6)`,
    [merchant, through, signedAt, signedBy, JSON.stringify(counts), word],
  )
}

/** Orders that nobody has a reason to open. */
export const listCanaries = (tx: Tx, merchant: MerchantId): Promise<{ orderId: number; amazonOrderId: string }[]> =>
  tx.query(
    `select c.order_id as "orderId", o.amazon_order_id as "amazonOrderId" from millrace.canaries c
     join millrace.orders o using (merchant_id, order_id) where c.merchant_id = $1 order by 1`,
    [merchant],
  )

/** Makes an order one of them, or an ordinary one again. */
export async function setCanary(
  tx: Tx,
  merchant: MerchantId,
  {
    orderId,
    set,
    who,
    at,
  }: { readonly orderId: number; readonly set: boolean; readonly who: string; readonly at: number },
): Promise<void> {
  await tx.query(
    set
      ? `insert into millrace.canaries (merchant_id, order_id, set_by, set_at) values ($1, $2, $3, to_timestamp($4::float8 / 1000)) on conflict do nothing`
      : 'delete from millrace.canaries where merchant_id = $1 and order_id = $2 and $3::text is not null and $4::float8 is not null',
    [merchant, orderId, who, at],
  )
}

import type { MerchantId } from '#core/ids.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'
import { MERCHANT_COLUMNS, type Merchant } from './merchants.ts'

/** How a merchant's work stands: counts and one date, nothing of any order (M2). Epoch ms. */
export type MerchantStanding = {
  readonly users: number
  readonly hasOwner: boolean
  readonly held: number
  readonly waitingForPeople: number
  readonly problems: number
  readonly failingWork: number
  readonly unsentMails: number
  readonly lastSweepAt: number | null
}

/** The standing of one merchant, counted at once; work fails where it failed so often in a row. */
export async function merchantStanding(tx: Tx, merchant: MerchantId, failures: number): Promise<MerchantStanding> {
  const [row] = await tx.query<MerchantStanding>(
    `select (select count(*) from deployment.memberships where merchant_id = $1) as users,
       exists (select from deployment.memberships where merchant_id = $1 and owner) as "hasOwner",
       (select count(*) from millrace.documents where merchant_id = $1 and state = 'held') as held,
       (select count(*) from millrace.outbox where merchant_id = $1 and state in ('refused', 'unsure')) as "waitingForPeople",
       (select count(*) from millrace.problems where merchant_id = $1 and cleared_at is null) as problems,
       (select count(distinct kind) from deployment.due where merchant_id = $1 and failures >= $2) as "failingWork",
       (select count(*) from millrace.mails where merchant_id = $1 and state = 'waiting' and problem is not null) as "unsentMails",
       (select max(completed_at) from millrace.sweeps where merchant_id = $1) as "lastSweepAt"`,
    [merchant, failures],
  )
  if (!row) throw new Error('The merchant was not counted.')
  return row
}

/** A page of merchants by Merchant ID, of those whose name, id or owner holds a text. */
export const pageOfMerchants = (
  pool: Pool,
  { after, limit, text }: { readonly after: string | null; readonly limit: number; readonly text: string },
): Promise<Merchant[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<Merchant>(
      `select ${MERCHANT_COLUMNS} from deployment.merchants where ($1::text is null or merchant_id > $1)
         and ($3 = '' or position(lower($3) in lower(merchant_id || ' ' || name || ' ' || owner)) > 0) order by merchant_id limit $2`,
      [after, limit, text],
    ),
  )

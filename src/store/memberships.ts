import type { MerchantId } from '#core/ids.ts'
import type { Given } from '#core/people/acting-permissions.ts'
import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'

const GIVEN = `m.owner, m.permissions, m.trained_on as "trainedOn", m.pii_until as "piiUntil",
  array(select distinct unnest(g.permissions) from deployment.groups g where g.merchant_id = m.merchant_id and g.group_id = any(m.groups)) as "groupPermissions"`

/** What one person was given at one merchant, or null: no member, disabled, or no such merchant. Asked at every request, so that a removal works at once (D12). */
export const findMembership = (
  pool: Pool,
  { merchant, userId }: { readonly merchant: string; readonly userId: string },
): Promise<Given | null> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query<Given>(
          `select ${GIVEN} from deployment.memberships m join auth.users u using (user_id)
           where m.merchant_id = $1 and m.user_id = $2 and u.disabled_at is null`,
          [merchant, userId],
        )
      )[0] ?? null,
  )

/** A merchant that a person works for. */
export type MerchantOfUser = {
  readonly merchantId: MerchantId
  readonly name: string
  readonly owner: boolean
  readonly suspended: boolean
}

/** The merchants that a person works for, by Merchant ID (U1). */
export const merchantsOfUser = (pool: Pool, userId: string): Promise<MerchantOfUser[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<MerchantOfUser>(
      `select merchant_id as "merchantId", d.name, m.owner, d.suspended_at is not null as suspended
       from deployment.memberships m join deployment.merchants d using (merchant_id) where user_id = $1 order by merchant_id`,
      [userId],
    ),
  )

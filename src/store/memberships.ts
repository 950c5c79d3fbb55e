import type { MerchantId } from '#core/ids.ts'
import type { Topic } from '#core/notifications/topics.ts'
import type { Given } from '#core/people/acting-permissions.ts'
import type { Member } from '#core/people/member.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'

/** The columns of what a person was given, from `deployment.memberships m`. */
export const GIVEN = `m.owner, m.permissions, m.trained_on as "trainedOn", m.pii_until as "piiUntil",
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
  /** Times of this merchant are told in it. */
  readonly timeZone: string
}

/** The merchants that a person works for, by Merchant ID (U1). */
export const merchantsOfUser = (pool: Pool, userId: string): Promise<MerchantOfUser[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<MerchantOfUser>(
      `select merchant_id as "merchantId", d.name, m.owner, d.suspended_at is not null as suspended, d.time_zone as "timeZone"
       from deployment.memberships m join deployment.merchants d using (merchant_id) where user_id = $1 order by merchant_id`,
      [userId],
    ),
  )

const MEMBER = `${GIVEN}, m.user_id as "userId", u.email, u.name, m.groups, m.topics, m.created_at as "createdAt", m.created_by as "createdBy", u.disabled_at as "disabledAt"`

/** Lets changes of a merchant's people come one after the other, so that each sees what the one before did. Invitations first, as accepting one does. */
export async function lockPeople(tx: Tx, merchant: MerchantId): Promise<void> {
  await tx.query(
    'select 1 from deployment.invitations where merchant_id = $1 and accepted_at is null and withdrawn_at is null order by invitation_id for update',
    [merchant],
  )
  await tx.query('select 1 from deployment.merchants where merchant_id = $1 for no key update', [merchant])
}

/** The e-mail address of the owner, as the merchant was made or last handed over. */
export async function ownerAddress(tx: Tx, merchant: MerchantId): Promise<string> {
  const [row] = await tx.query<{ owner: string }>('select owner from deployment.merchants where merchant_id = $1', [
    merchant,
  ])
  return row?.owner ?? ''
}

/** The people of a merchant, by address; the disabled ones too. */
export const listMembers = (tx: Tx, merchant: MerchantId): Promise<Member[]> =>
  tx.query<Member>(
    `select ${MEMBER} from deployment.memberships m join auth.users u using (user_id) where m.merchant_id = $1 order by u.email`,
    [merchant],
  )

/** One of them, or null. */
export async function findMember(tx: Tx, merchant: MerchantId, userId: string): Promise<Member | null> {
  const [member] = await tx.query<Member>(
    `select ${MEMBER} from deployment.memberships m join auth.users u using (user_id) where m.merchant_id = $1 and m.user_id = $2`,
    [merchant, userId],
  )
  return member ?? null
}

/** Saves what a member was given and is told of; says nothing of ownership. */
export const saveMember = (tx: Tx, merchant: MerchantId, member: Member) =>
  tx.query(
    `update deployment.memberships set permissions = $3, groups = $4, topics = $5, trained_on = $6, pii_until = to_timestamp($7::float8 / 1000)
     where merchant_id = $1 and user_id = $2`,
    [
      merchant,
      member.userId,
      [...member.permissions],
      [...member.groups],
      [...member.topics],
      member.trainedOn,
      member.piiUntil,
    ],
  )

/** Makes this the list of who is told of what; of the others nobody is told by name. */
export const saveTopics = (
  tx: Tx,
  merchant: MerchantId,
  topics: readonly { readonly userId: string; readonly topics: readonly Topic[] }[],
) =>
  tx.query(
    `update deployment.memberships m set topics = coalesce((select w.topics from jsonb_to_recordset($2::jsonb) as w ("userId" text, topics text[]) where w."userId" = m.user_id), '{}')
     where merchant_id = $1`,
    [merchant, JSON.stringify(topics)],
  )

/** Makes another member the owner; who was it keeps what the rules say in `kept` (M3). */
export async function handOver(
  tx: Tx,
  merchant: MerchantId,
  { from, to, kept }: { readonly from: string; readonly to: Member; readonly kept: readonly string[] },
): Promise<void> {
  await tx.query(
    'update deployment.memberships set owner = false, permissions = $3 where merchant_id = $1 and user_id = $2',
    [merchant, from, [...kept]],
  )
  await tx.query('update deployment.memberships set owner = true where merchant_id = $1 and user_id = $2', [
    merchant,
    to.userId,
  ])
  await tx.query('update deployment.merchants set owner = $2 where merchant_id = $1', [merchant, to.email])
}

/** Ends a membership; says whether it was the last that the person had (D12). */
export async function removeMember(
  tx: Tx,
  merchant: MerchantId,
  userId: string,
): Promise<{ readonly wasLast: boolean }> {
  await tx.query('delete from deployment.memberships where merchant_id = $1 and user_id = $2', [merchant, userId])
  // Of two merchants that remove one person at the same moment the later one sees that it is the last.
  await tx.query('select 1 from auth.users where user_id = $1 for no key update', [userId])
  const others = await tx.query('select 1 from deployment.memberships where user_id = $1 limit 1', [userId])
  return { wasLast: others.length === 0 }
}

/** When each user of a merchant last signed in; epoch ms (D11). */
export const lastSeen = (tx: Tx, merchant: MerchantId): Promise<{ readonly userId: string; readonly at: number }[]> =>
  tx.query(
    `select user_id as "userId", max(s.at) as at from auth.sign_ins s join deployment.memberships m using (user_id)
     where m.merchant_id = $1 and s.outcome = 'signed in' group by user_id`,
    [merchant],
  )

import type { MerchantId } from '#core/ids.ts'
import type { Invitation } from '#core/people/invitation.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'

const COLUMNS = `invitation_id as "invitationId", email, owner, permissions, groups, topics, created_at as "createdAt", created_by as "createdBy",
  expires_at as "expiresAt", accepted_at as "acceptedAt", withdrawn_at as "withdrawnAt"`

/** An invitation to be kept, by the SHA-256 of its secret. */
export type NewInvitation = Omit<Invitation, 'acceptedAt' | 'withdrawnAt'> & { readonly tokenHash: Buffer }

const insert = (tx: Tx, merchant: MerchantId | null, invitation: NewInvitation) =>
  tx.query(
    `insert into deployment.invitations (invitation_id, token_hash, merchant_id, email, owner, permissions, groups, topics, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000), $10, to_timestamp($11::float8 / 1000))`,
    [
      invitation.invitationId,
      invitation.tokenHash,
      merchant,
      invitation.email,
      invitation.owner,
      [...invitation.permissions],
      [...invitation.groups],
      [...invitation.topics],
      invitation.createdAt,
      invitation.createdBy,
      invitation.expiresAt,
    ],
  )

/** Keeps an invitation to a merchant (U1). */
export const addInvitation = (tx: Tx, merchant: MerchantId, invitation: NewInvitation) =>
  insert(tx, merchant, invitation)

/** Keeps an invitation of an operator, who belongs to no merchant (M2); `note` runs in the same transaction. */
export const inviteOperator = (pool: Pool, invitation: NewInvitation, note: (tx: Tx) => Promise<void>): Promise<void> =>
  withoutMerchant(pool, async (tx) => {
    await insert(tx, null, invitation)
    await note(tx)
  })

/** The invitations of a merchant, the newest first. */
export const listInvitations = (tx: Tx, merchant: MerchantId): Promise<Invitation[]> =>
  tx.query<Invitation>(
    `select ${COLUMNS} from deployment.invitations where merchant_id = $1 order by created_at desc, invitation_id limit 500`,
    [merchant],
  )

/** One invitation of a merchant, locked, or null. */
export async function lockInvitation(tx: Tx, merchant: MerchantId, invitationId: string): Promise<Invitation | null> {
  const [found] = await tx.query<Invitation>(
    `select ${COLUMNS} from deployment.invitations where merchant_id = $1 and invitation_id = $2 for update`,
    [merchant, invitationId],
  )
  return found ?? null
}

/** Gives an invitation a new secret and a new end: the old link leads nowhere. From now on it is of whoever renewed it, who has the link. */
export const renewInvitation = (
  tx: Tx,
  merchant: MerchantId,
  renewed: {
    readonly invitationId: string
    readonly tokenHash: Buffer
    readonly createdBy: string
    readonly expiresAt: number
  },
) =>
  tx.query(
    `update deployment.invitations set token_hash = $3, created_by = $4, expires_at = to_timestamp($5::float8 / 1000)
     where merchant_id = $1 and invitation_id = $2`,
    [merchant, renewed.invitationId, renewed.tokenHash, renewed.createdBy, renewed.expiresAt],
  )

/** Withdraws an invitation, or all that somebody made, or all for an address, that were not accepted: their links lead nowhere. */
export const withdrawInvitations = (
  tx: Tx,
  merchant: MerchantId,
  which: { readonly invitationId?: string; readonly createdBy?: string; readonly email?: string; readonly at: number },
) =>
  tx.query(
    `update deployment.invitations set withdrawn_at = to_timestamp($2::float8 / 1000)
     where merchant_id = $1 and accepted_at is null and withdrawn_at is null and (invitation_id = $3 or created_by = $4 or email = $5)`,
    [merchant, which.at, which.invitationId ?? null, which.createdBy ?? null, which.email ?? null],
  )

import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { ProblemCode } from '#core/known-problems.ts'
import type { Region } from '#core/region.ts'
import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'

/** Whose a consent is: a person in a session, for a merchant (C3). */
export type ConsentOwner = { readonly merchant: MerchantId; readonly userId: string; readonly sessionId: string }

/** A consent under way; epoch ms. `visit`: Amazon opened our Login URI, and nobody has confirmed it yet. */
export type PendingConsent = {
  readonly consentId: string
  readonly kind: 'visit' | 'state'
  readonly merchant: MerchantId | null
  readonly userId: string | null
  readonly sessionId: string | null
  readonly region: Region | null
  readonly mode: 'demo' | 'real'
  readonly raisesPlan: boolean
  readonly sellingPartnerId: string | null
  readonly callback: string | null
  readonly amazonState: string | null
  readonly version: string | null
  readonly begunAt: number
  readonly expiresAt: number
  readonly usedAt: number | null
  readonly connection: ConnectionId | null
  readonly problem: ProblemCode | null
}

const COLUMNS = `consent_id as "consentId", kind, merchant_id as merchant, user_id as "userId", session_id as "sessionId", region, mode,
  raises_plan as "raisesPlan", selling_partner_id as "sellingPartnerId", callback, amazon_state as "amazonState", version,
  begun_at as "begunAt", expires_at as "expiresAt", used_at as "usedAt", connection_id as connection, problem`

/** How long what became of a consent can be read. */
const KEPT = 86_400_000
/** More visits than this at a time are nobody's own: the Login URI is open to everybody. */
const MOST_VISITS = 1000

/** Keeps a consent by the SHA-256 of its secret, and forgets old ones; false when strangers keep too many open. */
export const addConsent = (
  pool: Pool,
  secretHash: Buffer,
  consent: Omit<PendingConsent, 'usedAt' | 'connection' | 'problem'>,
): Promise<boolean> =>
  withoutMerchant(pool, async (tx) => {
    await tx.query(
      `delete from deployment.pending_consents where expires_at < to_timestamp($1::float8 / 1000) and (kind = 'visit' or expires_at < to_timestamp($2::float8 / 1000))`,
      [consent.begunAt, consent.begunAt - KEPT],
    )
    const rows = await tx.query(
      `insert into deployment.pending_consents (consent_id, secret_hash, kind, merchant_id, user_id, session_id, region, mode, raises_plan,
         selling_partner_id, callback, amazon_state, version, begun_at, expires_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, to_timestamp($14::float8 / 1000), to_timestamp($15::float8 / 1000)
       where $3 <> 'visit' or (select count(*) from deployment.pending_consents where kind = 'visit') < $16 returning 1`,
      [
        consent.consentId,
        secretHash,
        consent.kind,
        consent.merchant,
        consent.userId,
        consent.sessionId,
        consent.region,
        consent.mode,
        consent.raisesPlan,
        consent.sellingPartnerId,
        consent.callback,
        consent.amazonState,
        consent.version,
        consent.begunAt,
        consent.expiresAt,
        MOST_VISITS,
      ],
    )
    return rows.length === 1
  })

/** The consent with this secret, used or not; null where there is none of the kind. */
export const findConsent = (
  pool: Pool,
  kind: PendingConsent['kind'],
  secretHash: Buffer,
): Promise<PendingConsent | null> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query<PendingConsent>(
          `select ${COLUMNS} from deployment.pending_consents where secret_hash = $1 and kind = $2`,
          [secretHash, kind],
        )
      )[0] ?? null,
  )

/** Marks a consent as used, in a transaction of its own: from now on nobody can use it, also after a crash (C3). False when it was used before. */
export const useConsent = (pool: Pool, consentId: string, at: number): Promise<boolean> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query(
          'update deployment.pending_consents set used_at = to_timestamp($2::float8 / 1000) where consent_id = $1 and used_at is null returning 1',
          [consentId, at],
        )
      ).length === 1,
  )

/** A consent of this owner and region that was begun here and goes on; null where there is none. */
export const openConsent = (
  pool: Pool,
  { merchant, userId, sessionId }: ConsentOwner,
  { region, at }: { readonly region: Region; readonly at: number },
): Promise<PendingConsent | null> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query<PendingConsent>(
          `select ${COLUMNS} from deployment.pending_consents where merchant_id = $1 and user_id = $2 and session_id = $3 and region = $4
             and kind = 'state' and used_at is null and expires_at > to_timestamp($5::float8 / 1000) order by begun_at desc limit 1`,
          [merchant, userId, sessionId, region, at],
        )
      )[0] ?? null,
  )

/** Gives a consent a new state and its time anew: the hop through our Login URI goes on with it (C3). */
export const renewState = (
  pool: Pool,
  secretHash: Buffer,
  renewed: { consentId: string; sellingPartnerId: string; expiresAt: number },
) =>
  withoutMerchant(pool, (tx) =>
    tx.query(
      `update deployment.pending_consents set secret_hash = $2, selling_partner_id = $3, expires_at = to_timestamp($4::float8 / 1000)
       where consent_id = $1 and used_at is null`,
      [renewed.consentId, secretHash, renewed.sellingPartnerId, renewed.expiresAt],
    ),
  )

/** Notes how a consent ended. */
export const endConsent = (
  pool: Pool,
  consentId: string,
  outcome: { readonly connection: ConnectionId | null; readonly problem: ProblemCode | null },
) =>
  withoutMerchant(pool, (tx) =>
    tx.query('update deployment.pending_consents set connection_id = $2, problem = $3 where consent_id = $1', [
      consentId,
      outcome.connection,
      outcome.problem,
    ]),
  )

/** The consents of a merchant of the last day, the newest first. */
export const listConsents = (pool: Pool, merchant: MerchantId): Promise<PendingConsent[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<PendingConsent>(
      `select ${COLUMNS} from deployment.pending_consents where merchant_id = $1 order by begun_at desc limit 20`,
      [merchant],
    ),
  )

import type { MerchantId } from '#core/ids.ts'
import type { Given } from '#core/people/acting-permissions.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'
import { GIVEN } from './memberships.ts'

/** An API key of a merchant; its secret is never kept, only a hash. Instants in epoch ms. */
export type ApiKey = {
  readonly keyId: string
  readonly merchantId: MerchantId
  readonly name: string
  /** What it is for, and the e-mail address of the person who answers for it; null: the operator (D9). */
  readonly purpose: string
  readonly ownerEmail: string | null
  readonly scopes: readonly string[]
  /** Where it may be used from; none for everywhere. */
  readonly networks: readonly string[]
  readonly createdAt: number
  readonly createdBy: string
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  readonly lastUsedAt: number | null
}

/** A key as the door sees it: with what the person who answers for it may do; `gone`: is no member any more, or disabled. */
export type FoundKey = ApiKey & { readonly merchantSuspended: boolean; readonly ownerGiven: Given | 'gone' | null }

const COLUMNS = `k.key_id as "keyId", k.merchant_id as "merchantId", k.name, k.purpose, u.email as "ownerEmail", k.scopes, k.networks, k.created_at as "createdAt",
  k.created_by as "createdBy", k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt"`

const LISTED = `select ${COLUMNS} from deployment.api_keys k left join auth.users u on u.user_id = k.owner_id where k.merchant_id = $1 order by k.created_at, k.key_id`

/** A key to be kept by the SHA-256 of its secret; `ownerId` null: the operator answers for it. */
export type NewKey = {
  readonly hash: Buffer
  readonly keyId: string
  readonly merchantId: MerchantId
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly purpose?: string
  readonly ownerId?: string | null
  readonly networks?: readonly string[]
  readonly createdBy?: string
}

const insert = (tx: Tx, key: NewKey) =>
  tx.query(
    `insert into deployment.api_keys (key_hash, key_id, merchant_id, name, scopes, created_at, expires_at, purpose, owner_id, networks, created_by)
     values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($7::float8 / 1000), $8, $9, $10, $11)`,
    [
      key.hash,
      key.keyId,
      key.merchantId,
      key.name,
      [...key.scopes],
      key.createdAt,
      key.expiresAt,
      key.purpose ?? '',
      key.ownerId ?? null,
      [...(key.networks ?? [])],
      key.createdBy ?? '',
    ],
  )

/** Keeps a new key. */
export const addApiKey = (pool: Pool, key: NewKey) => withoutMerchant(pool, (tx) => insert(tx, key))

/** The same in an open transaction of its merchant. */
export const saveApiKey = (tx: Tx, merchantId: MerchantId, key: Omit<NewKey, 'merchantId'>) =>
  insert(tx, { ...key, merchantId })

type Row = FoundKey & { readonly ownerId: string | null; readonly isMember: boolean } & Given

/** The key with this hash, also when it has lapsed or was revoked, or null. Notes that it was used, once a minute at most. */
export const findApiKey = (pool: Pool, hash: Buffer, at: number): Promise<FoundKey | null> =>
  withoutMerchant(pool, async (tx) => {
    const [row] = await tx.query<Row>(
      `select ${COLUMNS}, d.suspended_at is not null as "merchantSuspended", k.owner_id as "ownerId", m.user_id is not null and u.disabled_at is null as "isMember", ${GIVEN}
       from deployment.api_keys k join deployment.merchants d using (merchant_id) left join auth.users u on u.user_id = k.owner_id
       left join deployment.memberships m on m.merchant_id = k.merchant_id and m.user_id = k.owner_id where key_hash = $1`,
      [hash],
    )
    if (!row) return null
    if (row.lastUsedAt === null || row.lastUsedAt < at - 60_000) {
      await tx.query(
        'update deployment.api_keys set last_used_at = to_timestamp($2::float8 / 1000) where key_hash = $1',
        [hash, at],
      )
    }
    return { ...row, ownerGiven: row.ownerId === null ? null : row.isMember ? row : 'gone' }
  })

/** The keys of a merchant, the oldest first. */
export const listApiKeys = (pool: Pool, merchant: MerchantId): Promise<ApiKey[]> =>
  withoutMerchant(pool, (tx) => tx.query<ApiKey>(LISTED, [merchant]))

/** The same in an open transaction of that merchant. */
export const apiKeysOf = (tx: Tx, merchant: MerchantId): Promise<ApiKey[]> => tx.query<ApiKey>(LISTED, [merchant])

/** Ends keys at once, in an open transaction: one by its id, or all that a person answers for. Gives the ids of those that were not ended before. */
export async function endApiKeys(
  tx: Tx,
  merchant: MerchantId,
  which: { readonly keyId?: string; readonly ownerId?: string; readonly at: number },
): Promise<readonly string[]> {
  const rows = await tx.query<{ keyId: string }>(
    `update deployment.api_keys set revoked_at = to_timestamp($2::float8 / 1000)
     where merchant_id = $1 and revoked_at is null and (key_id = $3 or owner_id = $4) returning key_id as "keyId"`,
    [merchant, which.at, which.keyId ?? null, which.ownerId ?? null],
  )
  return rows.map((row) => row.keyId)
}

/** Ends a key at once. Says whether there was such a key. */
export const revokeApiKey = (pool: Pool, key: { merchant: MerchantId; keyId: string; at: number }): Promise<boolean> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query(
          'update deployment.api_keys set revoked_at = coalesce(revoked_at, to_timestamp($3::float8 / 1000)) where merchant_id = $1 and key_id = $2 returning 1',
          [key.merchant, key.keyId, key.at],
        )
      ).length === 1,
  )

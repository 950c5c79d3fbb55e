import type { MerchantId } from '#core/ids.ts'
import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'

/** An API key of a merchant; its secret is never kept, only a hash. Instants in epoch ms. */
export type ApiKey = {
  readonly keyId: string
  readonly merchantId: MerchantId
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  readonly lastUsedAt: number | null
  readonly merchantSuspended: boolean
}

const COLUMNS = `k.key_id as "keyId", k.merchant_id as "merchantId", k.name, k.scopes, k.created_at as "createdAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
  k.last_used_at as "lastUsedAt", m.suspended_at is not null as "merchantSuspended"`

/** Keeps a new key by the SHA-256 of its secret. */
export const addApiKey = (
  pool: Pool,
  key: {
    hash: Buffer
    keyId: string
    merchantId: MerchantId
    name: string
    scopes: readonly string[]
    createdAt: number
    expiresAt: number | null
  },
) =>
  withoutMerchant(pool, (tx) =>
    tx.query(
      `insert into deployment.api_keys (key_hash, key_id, merchant_id, name, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($7::float8 / 1000))`,
      [key.hash, key.keyId, key.merchantId, key.name, [...key.scopes], key.createdAt, key.expiresAt],
    ),
  )

/** The key with this hash, also when it has lapsed or was revoked, or null. Notes that it was used, once a minute at most. */
export const findApiKey = (pool: Pool, hash: Buffer, at: number): Promise<ApiKey | null> =>
  withoutMerchant(pool, async (tx) => {
    const [key] = await tx.query<ApiKey>(
      `select ${COLUMNS} from deployment.api_keys k join deployment.merchants m using (merchant_id) where key_hash = $1`,
      [hash],
    )
    if (key && (key.lastUsedAt === null || key.lastUsedAt < at - 60_000)) {
      await tx.query(
        'update deployment.api_keys set last_used_at = to_timestamp($2::float8 / 1000) where key_hash = $1',
        [hash, at],
      )
    }
    return key ?? null
  })

/** The keys of a merchant, the oldest first. */
export const listApiKeys = (pool: Pool, merchant: MerchantId): Promise<ApiKey[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<ApiKey>(
      `select ${COLUMNS} from deployment.api_keys k join deployment.merchants m using (merchant_id) where k.merchant_id = $1 order by k.created_at, k.key_id`,
      [merchant],
    ),
  )

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

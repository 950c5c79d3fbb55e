import { type Pool, withoutMerchant } from './db.ts'

/** A master key that was ever used; epoch ms. The key itself is never here. */
export type NotedMasterKey = { readonly id: string; readonly madeAt: number; readonly destroyedAt: number | null }

/** Notes keys that are not known yet, as made now. */
export const noteMasterKeys = (pool: Pool, ids: readonly string[], at: number): Promise<void> =>
  withoutMerchant(pool, async (tx) => {
    await tx.query(
      `insert into deployment.master_keys (key_id, made_at)
       select id, to_timestamp($2::float8 / 1000) from unnest($1::text[]) as id on conflict do nothing`,
      [[...ids], at],
    )
  })

/** All keys that were ever used, the newest first. */
export const listMasterKeys = (pool: Pool): Promise<NotedMasterKey[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<NotedMasterKey>(
      'select key_id as id, made_at as "madeAt", destroyed_at as "destroyedAt" from deployment.master_keys order by made_at desc, key_id',
    ),
  )

/** Notes that a key is destroyed; under the vault's login. */
export const noteDestroyed = (pool: Pool, id: string, at: number): Promise<void> =>
  withoutMerchant(pool, async (tx) => {
    await tx.query(
      'update deployment.master_keys set destroyed_at = coalesce(destroyed_at, to_timestamp($2::float8 / 1000)) where key_id = $1',
      [id, at],
    )
  })

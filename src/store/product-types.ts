import type { Definition, DefinitionKey } from '#core/catalog/product-type.ts'
import type { Pool } from './db.ts'

/** A definition as it is kept for every merchant alike; instants in epoch ms. */
export type KeptDefinition = Definition & { readonly fetchedAt: number; readonly withdrawnAt: number | null }

const KEY = 'marketplace_id = $1 and product_type = $2 and requirements = $3 and locale = $4'
const keyOf = ({ marketplaceId, productType, requirements, locale }: DefinitionKey) => [
  marketplaceId,
  productType,
  requirements,
  locale,
]

/** The definition of a product type that was fetched before, or null (T1). */
export async function keptDefinition(pool: Pool, key: DefinitionKey): Promise<KeptDefinition | null> {
  const { rows } = await pool.query<KeptDefinition>(
    `select marketplace_id as "marketplaceId", product_type as "productType", requirements, locale, checksum, title, schema, groups,
       fetched_at as "fetchedAt", withdrawn_at as "withdrawnAt"
     from deployment.product_types where ${KEY}`,
    keyOf(key),
  )
  return rows[0] ?? null
}

/** Keeps a definition as it is now; one that was withdrawn before is in force again. */
export async function keepDefinition(pool: Pool, definition: Definition, at: number): Promise<void> {
  const { checksum, title, schema, groups } = definition
  await pool.query(
    `insert into deployment.product_types (marketplace_id, product_type, requirements, locale, checksum, title, schema, groups, fetched_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000))
     on conflict (marketplace_id, product_type, requirements, locale) do update set checksum = excluded.checksum, title = excluded.title,
       schema = excluded.schema, groups = excluded.groups, fetched_at = excluded.fetched_at, withdrawn_at = null`,
    [...keyOf(definition), checksum, title, JSON.stringify(schema), JSON.stringify(groups), at],
  )
}

/** Notes that Amazon has withdrawn a product type; gives true when it was known before. */
export async function withdrawDefinition(pool: Pool, key: DefinitionKey, at: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update deployment.product_types set withdrawn_at = coalesce(withdrawn_at, to_timestamp($5::float8 / 1000)) where ${KEY}`,
    [...keyOf(key), at],
  )
  return (rowCount ?? 0) > 0
}

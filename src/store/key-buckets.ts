import { type Pool, withoutMerchant } from './db.ts'

/** How many requests a key may send: so many a second, and so many at once. */
export type RequestPlan = { readonly keyId: string; readonly rate: number; readonly burst: number }

/** What a process was given of a key's bucket, and what is left in it for others. */
export type Drawn = { readonly given: number; readonly left: number }

/**
 * Draws some of a key's tokens, as far as there are any, for one process to spend: all processes share the bucket, and only
 * every so many requests ask it (X1).
 */
export const drawTokens = (
  pool: Pool,
  { keyId, rate, burst }: RequestPlan,
  { wanted, at }: { readonly wanted: number; readonly at: number },
): Promise<Drawn> =>
  withoutMerchant(pool, async (tx) => {
    const key = `api//${keyId}`
    await tx.query(
      `insert into deployment.buckets (key, rate, burst, tokens, at) values ($1, $2, $3, $3, to_timestamp($4::float8 / 1000))
       on conflict (key) do nothing`,
      [key, rate, burst, at],
    )
    const [row] = await tx.query<{ tokens: number }>(
      `select least($2::float8, tokens + greatest(0, extract(epoch from to_timestamp($4::float8 / 1000) - at)) * $3::float8) as tokens
       from deployment.buckets where key = $1 for update`,
      [key, burst, rate, at],
    )
    const before = row?.tokens ?? 0
    const given = Math.min(wanted, Math.floor(before))
    await tx.query(
      `update deployment.buckets set rate = $2, burst = $3, tokens = $4, at = greatest(at, to_timestamp($5::float8 / 1000)) where key = $1`,
      [key, rate, burst, before - given, at],
    )
    return { given, left: before - given }
  })

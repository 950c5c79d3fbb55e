import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'

/** The e-mail addresses of the operators who may sign in (M2). */
export const listOperators = (pool: Pool): Promise<string[]> =>
  withoutMerchant(pool, async (tx) =>
    (
      await tx.query<{ email: string }>(
        'select email from auth.users where operator and disabled_at is null order by email',
      )
    ).map(({ email }) => email),
  )

/** Takes it on to tell an operator of something; false when they were told, or somebody is telling them. */
export const takeTelling = (
  pool: Pool,
  telling: { readonly address: string; readonly thing: string; readonly at: number; readonly until: number },
): Promise<boolean> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query(
          `insert into deployment.told_operators as t (address, thing, told_at, next_at) values ($1, $2, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000))
           on conflict (address, thing) do update set next_at = excluded.next_at where t.sent_at is null and t.next_at <= excluded.told_at returning 1`,
          [telling.address, telling.thing, telling.at, telling.until],
        )
      ).length === 1,
  )

/** Notes that the mail server took what an operator was to be told. */
export const operatorTold = (pool: Pool, told: { readonly address: string; readonly thing: string; at: number }) =>
  withoutMerchant(pool, (tx) =>
    tx.query(
      'update deployment.told_operators set sent_at = to_timestamp($3::float8 / 1000) where address = $1 and thing = $2',
      [told.address, told.thing, told.at],
    ),
  )

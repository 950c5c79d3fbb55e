import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'

/** A count of the whole deployment that only grows: what is counted, its labels in their order, and how much. */
export type Tally = { readonly name: string; readonly labels: readonly string[]; readonly amount: number }

/** Adds to the counts of the deployment; always in one order, so that two processes never block each other (X5). */
export const addTallies = (pool: Pool, tallies: readonly Tally[]): Promise<unknown> =>
  withoutMerchant(pool, (tx) =>
    tx.query(
      `insert into deployment.tallies as t (name, labels, amount)
       select n.name, n.labels, n.amount from jsonb_to_recordset($1::jsonb) as n (name text, labels text[], amount double precision)
        order by 1, 2
       on conflict (name, labels) do update set amount = t.amount + excluded.amount`,
      [JSON.stringify(tallies)],
    ),
  )

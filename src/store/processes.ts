import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'

/** What a process of this program is for: pages and the API, the work, or both. */
export type ProcessRole = 'web' | 'worker' | 'both'

/** A running process of this program, as it says of itself; epoch ms. */
export type RunningProcess = {
  readonly id: string
  readonly role: ProcessRole
  readonly version: string
  readonly startedAt: number
  readonly seenAt: number
}

/** After so long in silence a process is forgotten, ms. */
const FORGOTTEN_AFTER = 3_600_000

/** A process says that it is there; who has been silent for an hour is forgotten (X5). */
export const sayHere = (pool: Pool, { id, role, version, startedAt, seenAt }: RunningProcess): Promise<void> =>
  withoutMerchant(pool, async (tx) => {
    await tx.query(
      `insert into deployment.processes as p (process_id, role, version, started_at, seen_at)
       values ($1, $2, $3, to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000))
       on conflict (process_id) do update set seen_at = excluded.seen_at`,
      [id, role, version, startedAt, seenAt],
    )
    await tx.query('delete from deployment.processes where seen_at < to_timestamp($1::float8 / 1000)', [
      seenAt - FORGOTTEN_AFTER,
    ])
  })

/** A process that stops says so. */
export const sayGone = (pool: Pool, id: string): Promise<unknown> =>
  withoutMerchant(pool, (tx) => tx.query('delete from deployment.processes where process_id = $1', [id]))

/** The processes that were seen since an instant, the oldest first. */
export const processesSeen = (pool: Pool, since: number): Promise<RunningProcess[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<RunningProcess>(
      `select process_id as id, role, version, started_at as "startedAt", seen_at as "seenAt" from deployment.processes
       where seen_at >= to_timestamp($1::float8 / 1000) order by started_at, process_id`,
      [since],
    ),
  )

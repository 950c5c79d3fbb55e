import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** One piece of work: whose, what kind, and on what (a connection, or '' for the merchant as a whole). */
export type WorkKey = { readonly merchant: MerchantId; readonly kind: string; readonly subject: string }

/** Work as it stood when it was read; `seq` moves with every wake. */
export type DueRow = WorkKey & { readonly seq: number; readonly at: number }

/** The channel on which a wake tells the dispatchers, at its commit. */
export const WAKE_CHANNEL = 'millrace_wake'

/** The channel on which the dispatchers tell the workers which kind was sent, at the commit of the sending. */
export const JOB_CHANNEL = 'millrace_job'

/** Work that is wanted at an instant. */
export type Wanted = WorkKey & { readonly at: number }

/**
 * Sets work due at `at`, or sooner if it is due sooner already. Nothing happens before the caller's transaction commits.
 *
 * Wakes melt into one: only the earliest time is kept. So a run looks at what is stored and says itself when it is
 * wanted again; a run that wakes its own key for later would be run again at once.
 */
export const wake = (tx: Tx, key: WorkKey, at: number): Promise<void> => wakeAll(tx, [{ ...key, at }])

/** Wakes several in one order, always the same, so that two changes that wake the same work never block each other. */
export async function wakeAll(tx: Tx, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return
  await tx.query(
    `insert into deployment.due as d (merchant_id, kind, subject, at)
     select w.merchant, w.kind, w.subject, to_timestamp(min(w.at) / 1000)
       from jsonb_to_recordset($1::jsonb) as w (merchant text, kind text, subject text, at double precision)
      group by w.merchant, w.kind, w.subject
      order by w.merchant, w.kind, w.subject
     on conflict (merchant_id, kind, subject) do update set at = least(d.at, excluded.at), seq = d.seq + 1`,
    [JSON.stringify(wanted.map(({ merchant, kind, subject, at }) => ({ merchant, kind, subject, at })))],
  )
  await announce(tx, WAKE_CHANNEL, '')
}

/** Tells the listeners of a channel once the transaction commits. */
export async function announce(tx: Tx, channel: typeof WAKE_CHANNEL | typeof JOB_CHANNEL, text: string): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [channel, text])
}

/** A suspended merchant rests, but not the clocks of Amazon's data: that goes on its day, whoever is suspended (M2, U4, C6). */
const MAY_RUN = `(m.suspended_at is null or d.kind in ('purge-buyer-data', 'authorization'))`

/**
 * What is due, the oldest first whosever it is, so that no merchant waits behind another's newer work. The rows stay
 * locked until the transaction ends; rows that another dispatcher holds are passed over. A suspended merchant has only its clocks.
 * Kinds that this program does not know are left to the newer one that runs beside it while they are exchanged.
 */
export async function dueNow(
  tx: Tx,
  { now, limit, kinds }: { readonly now: number; readonly limit: number; readonly kinds: readonly string[] },
): Promise<DueRow[]> {
  return tx.query<DueRow>(
    `select d.merchant_id as merchant, d.kind, d.subject, d.seq, d.at
       from deployment.due d join deployment.merchants m using (merchant_id)
      where d.at <= to_timestamp($1::double precision / 1000) and d.kind = any($3::text[]) and ${MAY_RUN}
      order by d.at, d.merchant_id, d.kind, d.subject
      limit $2
        for update of d skip locked`,
    [now, limit, kinds],
  )
}

/** Notes that jobs were sent: if none of them is ever run, the work is due again by itself at `leaseUntil`. A row woken since is left alone. */
export async function markSent(tx: Tx, rows: readonly (DueRow & { readonly leaseUntil: number })[]): Promise<void> {
  await tx.query(
    `update deployment.due d set at = to_timestamp(s.lease_until / 1000)
       from jsonb_to_recordset($1::jsonb)
            as s (merchant text, kind text, subject text, seq bigint, lease_until double precision)
      where d.merchant_id = s.merchant and d.kind = s.kind and d.subject = s.subject and d.seq = s.seq`,
    [
      JSON.stringify(
        rows.map(({ merchant, kind, subject, seq, leaseUntil }) => ({
          merchant,
          kind,
          subject,
          seq,
          lease_until: leaseUntil,
        })),
      ),
    ],
  )
}

/**
 * Begins a run: gives the `seq` that the run knows of and moves the lease. Null when there is nothing to run: settled
 * already, the merchant suspended, or gone.
 */
export async function start(tx: Tx, key: WorkKey, leaseUntil: number): Promise<{ readonly seq: number } | null> {
  const rows = await tx.query<{ seq: number }>(
    `update deployment.due d set at = to_timestamp($4::double precision / 1000)
       from deployment.merchants m
      where d.merchant_id = $1 and d.kind = $2 and d.subject = $3 and d.at is not null
        and m.merchant_id = d.merchant_id and ${MAY_RUN}
      returning d.seq`,
    [key.merchant, key.kind, key.subject, leaseUntil],
  )
  return rows[0] ?? null
}

/**
 * Begins several runs of one kind at once, as `start` does each. Rows that somebody holds are left out, so that nobody
 * waits for a stranger's transaction; so is what there is nothing to run for. `start` tells which of both it was.
 */
export function startAll(
  tx: Tx,
  keys: readonly WorkKey[],
  leaseUntil: number,
): Promise<Pick<DueRow, 'merchant' | 'subject' | 'seq'>[]> {
  return tx.query(
    `with mine as (
       select d.merchant_id, d.kind, d.subject
         from deployment.due d
         join jsonb_to_recordset($1::jsonb) as k (merchant text, kind text, subject text)
           on d.merchant_id = k.merchant and d.kind = k.kind and d.subject = k.subject
         join deployment.merchants m on m.merchant_id = d.merchant_id and ${MAY_RUN}
        where d.at is not null
          for update of d skip locked)
     update deployment.due d set at = to_timestamp($2::double precision / 1000)
       from mine
      where d.merchant_id = mine.merchant_id and d.kind = mine.kind and d.subject = mine.subject
     returning d.merchant_id as merchant, d.subject, d.seq`,
    [JSON.stringify(keys.map(({ merchant, kind, subject }) => ({ merchant, kind, subject }))), leaseUntil],
  )
}

/** Work that is running, under the lease that ends at `from`. */
export type Leased = WorkKey & { readonly from: number; readonly leaseUntil: number }

/**
 * Moves the leases of work that is still running. A row whose time is no longer the lease that we wrote was woken,
 * settled or sent meanwhile and is left alone; so is one that somebody holds, its turn comes with the next beat.
 */
export async function renew(tx: Tx, running: readonly Leased[]): Promise<void> {
  await tx.query(
    `with mine as (
       select d.merchant_id, d.kind, d.subject, r.lease_until
         from deployment.due d
         join jsonb_to_recordset($1::jsonb)
              as r (merchant text, kind text, subject text, from_at double precision, lease_until double precision)
           on d.merchant_id = r.merchant and d.kind = r.kind and d.subject = r.subject
              and d.at = to_timestamp(r.from_at / 1000)
          for update of d skip locked)
     update deployment.due d set at = to_timestamp(mine.lease_until / 1000)
       from mine
      where d.merchant_id = mine.merchant_id and d.kind = mine.kind and d.subject = mine.subject`,
    [
      JSON.stringify(
        running.map(({ from, leaseUntil, ...key }) => ({ ...key, from_at: from, lease_until: leaseUntil })),
      ),
    ],
  )
}

/** A run that ended well: when it is wanted again (null: not before the next wake), and the time of the end. */
export type Settled = WorkKey & { readonly seq: number; readonly again: number | null; readonly now: number }

/** Ends a run that went well. Work woken during the run is due now: the run may have read the state before that wake. */
export async function settle(tx: Tx, { merchant, kind, subject, seq, again, now }: Settled): Promise<void> {
  const rows = await tx.query<{ soon: boolean }>(
    `update deployment.due
        set at = to_timestamp(case when seq = $4 then $5::double precision else $6::double precision end / 1000),
            failures = 0, last_error = null
      where merchant_id = $1 and kind = $2 and subject = $3
      returning coalesce(at <= to_timestamp($6::double precision / 1000), false) as soon`,
    [merchant, kind, subject, seq, again, now],
  )
  if (rows[0]?.soon) await announce(tx, WAKE_CHANNEL, '')
}

/** Ends a run that threw: counted, its error's code noted, due again at `again` even when it was woken meanwhile. */
export async function fail(
  tx: Tx,
  key: WorkKey,
  failure: { readonly again: number; readonly code: string },
): Promise<void> {
  await tx.query(
    `update deployment.due
        set at = to_timestamp($4::double precision / 1000), failures = failures + 1, last_error = $5
      where merchant_id = $1 and kind = $2 and subject = $3`,
    [key.merchant, key.kind, key.subject, failure.again, failure.code],
  )
}

/**
 * Holds the row until the transaction ends and says how often in a row its work has failed. Whoever touches a job and its
 * row takes the row first, as the dispatcher does: in the other order the two could wait for each other.
 */
export async function hold(tx: Tx, key: WorkKey): Promise<{ readonly failures: number }> {
  const rows = await tx.query<{ failures: number }>(
    `select failures from deployment.due where merchant_id = $1 and kind = $2 and subject = $3 for update`,
    [key.merchant, key.kind, key.subject],
  )
  return rows[0] ?? { failures: 0 }
}

/** When the earliest work is due, or null when there is none: how long a dispatcher may sleep, and how far the demo's clock jumps. */
export async function nextDueAt(tx: Tx, kinds: readonly string[]): Promise<number | null> {
  const rows = await tx.query<{ at: number }>(
    `select d.at from deployment.due d join deployment.merchants m using (merchant_id)
      where d.at is not null and d.kind = any($1::text[]) and ${MAY_RUN} order by d.at limit 1`,
    [kinds],
  )
  return rows[0]?.at ?? null
}

import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { CreatedParams } from '#core/orders/search-window.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'

/** Every night, or once for a range (O18). */
export type ReconciliationKind = 'night' | 'back-fill'

/** When a connection is reconciled next, who wants it now, and until when the last complete one reached; epoch ms. */
export type Reconciler = {
  readonly fence: number
  readonly nextAt: number | null
  readonly wantedBy: string | null
  readonly coveredTo: number | null
}

/** What a run needs to go on after a stop; instants in epoch ms. */
export type Progress = {
  /** Where the report begins that is asked for or read. */
  readonly partFrom: number
  readonly reportId?: string
  readonly documentId?: string
  readonly reportAskedAt?: number
  /** Since when Amazon gives no useful answer. */
  readonly troubleSince?: number
  /** True when a report was not whole: the range counts as not covered. */
  readonly incomplete?: boolean
  /** True when there was no report: the pages of the search tell what there is. */
  readonly searchOnly?: boolean
  readonly token?: string
  readonly tokenAt?: number
  readonly params?: CreatedParams
  readonly pages?: number
}

/** One reconciliation or back-fill; instants in epoch ms (O18). */
export type Reconciliation = {
  readonly runId: number
  readonly connection: ConnectionId
  readonly kind: ReconciliationKind
  readonly askedBy: string
  readonly from: number
  readonly to: number
  readonly state: 'ask' | 'wait' | 'read' | 'fetch' | 'search' | 'done' | 'failed' | 'cancelled'
  readonly progress: Progress
  readonly listed: number
  /** How many orders were accounted for, by reason. */
  readonly accounted: Readonly<Record<string, number>>
  /** How many differed, and what became of them. */
  readonly differing: Readonly<Partial<Record<'open' | 'fetched' | 'unchanged' | 'gone' | 'failed', number>>>
  /** Why a back-fill fetches as it does. */
  readonly why: string | null
  readonly problem: Problem | null
  readonly beganAt: number
  readonly endedAt: number | null
}

type Of = { readonly connection: ConnectionId; readonly kind: ReconciliationKind }

/** Takes the reconciler of a connection for one run, with a new fence. */
export async function claimReconciler(tx: Tx, merchant: MerchantId, of: Of): Promise<Reconciler> {
  const [row] = await tx.query<Reconciler>(
    `insert into millrace.reconcilers as r (merchant_id, connection_id, kind, fence) values ($1, $2, $3, 1)
     on conflict (merchant_id, connection_id, kind) do update set fence = r.fence + 1
     returning fence, next_at as "nextAt", wanted_by as "wantedBy", covered_to as "coveredTo"`,
    [merchant, of.connection, of.kind],
  )
  if (!row) throw new Error('The reconciler was not claimed.')
  return row
}

/** True while no later run has taken over; it is then held until the transaction ends. */
export async function holdReconciler(tx: Tx, merchant: MerchantId, of: Of & { fence: number }): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from millrace.reconcilers where merchant_id = $1 and connection_id = $2 and kind = $3 and fence = $4 for update',
    [merchant, of.connection, of.kind, of.fence],
  )
  return rows.length === 1
}

/** Plans the next night; `coveredTo` says until when all orders are accounted for. */
export const planReconciliation = (
  tx: Tx,
  merchant: MerchantId,
  plan: Of & { nextAt: number; coveredTo?: number | null },
) =>
  tx.query(
    `insert into millrace.reconcilers as r (merchant_id, connection_id, kind, next_at) values ($1, $2, $3, to_timestamp($4::float8 / 1000))
     on conflict (merchant_id, connection_id, kind) do update set next_at = excluded.next_at,
       covered_to = greatest(r.covered_to, to_timestamp($5::float8 / 1000))`,
    [merchant, plan.connection, plan.kind, plan.nextAt, plan.coveredTo ?? null],
  )

/** Notes who wants a reconciliation now; null once it has begun. */
export const wantReconciliation = (tx: Tx, merchant: MerchantId, wish: Of & { by: string | null }) =>
  tx.query(
    `insert into millrace.reconcilers (merchant_id, connection_id, kind, wanted_by) values ($1, $2, $3, $4)
     on conflict (merchant_id, connection_id, kind) do update set wanted_by = excluded.wanted_by`,
    [merchant, wish.connection, wish.kind, wish.by],
  )

const SELECT = `select run_id as "runId", connection_id as connection, kind, asked_by as "askedBy", from_at as "from", to_at as "to", state, progress,
  listed, accounted, why, problem, began_at as "beganAt", ended_at as "endedAt",
  (select coalesce(jsonb_object_agg(d.state, d.n), '{}') from (select state, count(*) as n from millrace.differing_orders
   where merchant_id = $1 and run_id = r.run_id group by state) d) as differing
  from millrace.reconciliations r where merchant_id = $1`

/** The run of a connection that has not ended, or null. */
export async function openReconciliation(tx: Tx, merchant: MerchantId, of: Of): Promise<Reconciliation | null> {
  const rows = await tx.query<Reconciliation>(`${SELECT} and connection_id = $2 and kind = $3 and ended_at is null`, [
    merchant,
    of.connection,
    of.kind,
  ])
  return rows[0] ?? null
}

/** One run, or null. */
export async function findReconciliation(tx: Tx, merchant: MerchantId, runId: number): Promise<Reconciliation | null> {
  const rows = await tx.query<Reconciliation>(`${SELECT} and run_id = $2`, [merchant, runId])
  return rows[0] ?? null
}

/** Runs of a kind, the newest first, a page at a time. */
export const listReconciliations = (
  tx: Tx,
  merchant: MerchantId,
  page: { kind: ReconciliationKind; before: number | null; limit: number },
): Promise<Reconciliation[]> =>
  tx.query<Reconciliation>(
    `${SELECT} and kind = $2 and ($3::bigint is null or run_id < $3) order by run_id desc limit $4`,
    [merchant, page.kind, page.before, page.limit],
  )

/** Begins a run. */
export async function beginReconciliation(
  tx: Tx,
  merchant: MerchantId,
  run: Of & { askedBy: string; from: number; to: number; at: number },
): Promise<number> {
  const progress: Progress = { partFrom: run.from }
  const [row] = await tx.query<{ run_id: number }>(
    `insert into millrace.reconciliations (merchant_id, connection_id, kind, asked_by, from_at, to_at, state, progress, began_at)
     values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000), 'ask', $7, to_timestamp($8::float8 / 1000))
     returning run_id`,
    [merchant, run.connection, run.kind, run.askedBy, run.from, run.to, JSON.stringify(progress), run.at],
  )
  if (!row) throw new Error('The reconciliation was not begun.')
  return row.run_id
}

/** What a step changes of its run; what is left out stays. Counts are added to those of the reports before. */
export type ReconciliationChange = {
  readonly runId: number
  readonly state?: Reconciliation['state']
  readonly progress?: Progress
  readonly listed?: number
  readonly accounted?: Readonly<Record<string, number>>
  readonly why?: string
  readonly problem?: Problem
  readonly endedAt?: number
}

/** Writes what a step of a run found out; the caller holds the fence. */
export const moveReconciliation = (tx: Tx, merchant: MerchantId, c: ReconciliationChange) =>
  tx.query(
    `update millrace.reconciliations set state = coalesce($3, state), progress = coalesce($4::jsonb, progress), listed = listed + $5,
       accounted = coalesce($6::jsonb, accounted), why = coalesce($7, why), problem = coalesce($8::jsonb, problem),
       ended_at = to_timestamp($9::float8 / 1000)
     where merchant_id = $1 and run_id = $2 and ended_at is null`,
    [
      merchant,
      c.runId,
      c.state ?? null,
      c.progress ? JSON.stringify(c.progress) : null,
      c.listed ?? 0,
      c.accounted ? JSON.stringify(c.accounted) : null,
      c.why ?? null,
      c.problem ? JSON.stringify(c.problem) : null,
      c.endedAt ?? null,
    ],
  )

/** Amazon's clock minus ours, ms, as the sweep saw it last. */
export async function amazonClockOffset(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<number> {
  const [row] = await tx.query<{ clock_offset: number }>(
    'select clock_offset from millrace.sweeps where merchant_id = $1 and connection_id = $2',
    [merchant, connection],
  )
  return row?.clock_offset ?? 0
}

/** When each connection is reconciled next, epoch ms. */
export const nextReconciliations = (tx: Tx, merchant: MerchantId) =>
  tx.query<{ connection: ConnectionId; nextAt: number | null; coveredTo: number | null }>(
    `select connection_id as connection, next_at as "nextAt", covered_to as "coveredTo" from millrace.reconcilers
     where merchant_id = $1 and kind = 'night' order by connection_id`,
    [merchant],
  )

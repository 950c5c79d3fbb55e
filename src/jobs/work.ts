import type { MerchantId } from '#core/ids.ts'
import type { Deps, WakeKind } from '#flows/deps.ts'
import type { Pool } from '#store/db.ts'

/** What a run ends with: when it is wanted again (epoch ms), or null: not before the next wake. */
export type Ending = { readonly again: number | null }

/** One line of the schedule: what runs, when and why, how long it may be silent before it is due again, how many at once in one process. */
export type Work = {
  readonly kind: WakeKind
  readonly when: string
  readonly why: string
  readonly leaseSeconds: number
  readonly atOnce: number
  readonly run: (deps: Deps, merchant: MerchantId, subject: string) => Promise<Ending>
}

/** The lease of all our work: half a minute, in which a dead worker is noticed and its key freed (see `queue.ts`). */
export const LEASE_SECONDS = 30

/**
 * What dispatching and running need: connections as `millrace_app`, what flows may reach, and the table of work. A
 * dispatcher and a worker keep one connection of the pool each to listen on.
 */
export type Workshop = {
  readonly pool: Pool
  readonly deps: Deps
  readonly schedule: readonly Work[]
  /** Told of each run at its end, for the log and the metrics. */
  ended?(run: EndedRun): void
}

/** A run that is over: what it was, how it came out, how long it took in ms. */
export type EndedRun = {
  readonly kind: string
  readonly merchant: MerchantId
  readonly subject: string
  readonly outcome: 'ok' | 'failed'
  readonly took: number
}

/** Every kind of work there is; each has a queue of its own, so that a slow kind delays no other. */
export const KINDS = [
  'sweep-orders',
  'import-page',
  'reprocess',
  'reread-pending',
  'watch-pages',
  'notify',
  'purge-buyer-data',
  'mail-buyers',
  'reconcile',
  'backfill',
  'confirm-shipments',
  'order-feeds',
  'touched-items',
  'listings',
  'listings-feed',
  'listing-results',
  'drift-audit',
  'authorization',
  'imports',
  'webhooks',
  'subscriptions',
  'hinted-orders',
] as const satisfies readonly WakeKind[]

/** The kinds that a schedule knows. */
export const kindsOf = (schedule: readonly Work[]): readonly string[] => schedule.map((line) => line.kind)

/** The line of the schedule for a kind; work of a kind that this program does not know is a bug of ours. */
export function workOf(schedule: readonly Work[], kind: string): Work {
  const work = schedule.find((line) => line.kind === kind)
  if (!work) throw new Error(`There is no work of kind ${kind} in the schedule.`)
  return work
}

import { type Tx, withoutMerchant } from '#store/db.ts'
import { fail, hold, settle, type WorkKey } from '#store/due.ts'
import { backOff, errorCode, errorPlace } from './back-off.ts'
import { type Ending, type Workshop, workOf } from './work.ts'

/** A run that has begun: its key, and the `seq` it knows of. */
export type Begun = WorkKey & { readonly seq: number }

/** How a run came out. */
export type RunOutcome =
  | ({ readonly ok: true } & Ending)
  | { readonly ok: false; readonly error: string; readonly place: string | null }

/** Runs one piece of work; whatever it throws becomes an outcome, so that one failing merchant stops nobody else. */
export async function runWork(shop: Workshop, key: WorkKey): Promise<RunOutcome> {
  const began = shop.deps.now()
  const outcome = await tryWork(shop, key)
  const { merchant, kind, subject } = key
  shop.ended?.({ merchant, kind, subject, outcome: outcome.ok ? 'ok' : 'failed', took: shop.deps.now() - began })
  return outcome
}

async function tryWork({ deps, schedule }: Workshop, { merchant, kind, subject }: WorkKey): Promise<RunOutcome> {
  try {
    const { again } = await workOf(schedule, kind).run(deps, merchant, subject)
    return { ok: true, again }
  } catch (error) {
    return { ok: false, error: errorCode(error), place: errorPlace(error) }
  }
}

/** Writes down how a run ended, in the caller's transaction: the one path of workers and of `runDue`. */
export async function recordRun(
  tx: Tx,
  shop: Workshop,
  run: { readonly begun: Begun; readonly outcome: RunOutcome },
): Promise<void> {
  const { begun, outcome } = run
  const now = shop.deps.now()
  if (outcome.ok) return settle(tx, { ...begun, again: outcome.again, now })
  const failures = (await hold(tx, begun)).failures + 1
  const wait = backOff(failures, shop.deps.random)
  await fail(tx, begun, { again: now + wait, code: outcome.error })
  shop.deps.log.alarm('Work failed and will be tried again.', {
    kind: begun.kind,
    merchant: begun.merchant,
    subject: begun.subject,
    error: outcome.error,
    place: outcome.place,
    failures,
    againInSeconds: Math.round(wait / 1000),
  })
}

/** The end of the lease for work that begins, is sent or goes on now. */
export const leaseEnd = (shop: Workshop, kind: string): number =>
  shop.deps.now() + workOf(shop.schedule, kind).leaseSeconds * 1000

/** A transaction for schema `deployment`. */
export const inDeployment = <T>(shop: Workshop, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  withoutMerchant(shop.pool, fn)

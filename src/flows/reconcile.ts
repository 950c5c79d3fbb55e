import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { nextNight } from '#core/orders/next-night.ts'
import { nightRange } from '#core/orders/report-range.ts'
import type { Reconciler, ReconciliationKind } from '#store/reconciliations.ts'
import { searchRange } from './backfill-pages.ts'
import type { Deps, Tx } from './deps.ts'
import { fetchDiffering } from './fetch-differing.ts'
import { askForReport, awaitReport, readReport } from './reconcile-report.ts'
import type { Again, ReconcileRun } from './reconcile-run.ts'

const DAY = 24 * 3_600_000

/**
 * One step of the nightly reconciliation of a connection (O18): ask for the report of what changed, come back when it is made,
 * compare each order with what is known, fetch what differs. Steps are small and each is written with its fence, so a run
 * goes on where it stopped, on any worker.
 */
export const reconcile = (deps: Deps, merchant: MerchantId, subject: string): Promise<Again> =>
  takeStep(deps, merchant, { connection: subject as ConnectionId, kind: 'night' })

/** One step of a back-fill: the same, for a range of order dates (O18). */
export const backfill = (deps: Deps, merchant: MerchantId, subject: string): Promise<Again> =>
  takeStep(deps, merchant, { connection: subject as ConnectionId, kind: 'back-fill' })

type Of = { readonly connection: ConnectionId; readonly kind: ReconciliationKind }

async function takeStep(deps: Deps, merchant: MerchantId, of: Of): Promise<Again> {
  const step = await deps.transaction(merchant, 'app', (tx) => beginStep(deps, tx, { merchant, of }))
  if ('again' in step) return step
  switch (step.run.state) {
    case 'ask':
      return askForReport(deps, step)
    case 'wait':
      return awaitReport(deps, step)
    case 'read':
      return readReport(deps, step)
    case 'search':
      return searchRange(deps, step)
    default:
      return fetchDiffering(deps, step)
  }
}

/** Where the run of a connection stands, begun if it is time; else when to come again. */
async function beginStep(
  deps: Deps,
  tx: Tx,
  { merchant, of }: { merchant: MerchantId; of: Of },
): Promise<ReconcileRun | Again> {
  const now = deps.now()
  const connection = await tx.store.findConnection(of.connection)
  if (!connection) return { again: null }
  if (!connection.importing || connection.state !== 'authorized') return { again: now + DAY }
  const reconciler = await tx.store.claimReconciler(of)
  const clockOffset = await tx.store.amazonClockOffset(of.connection)
  const { timeZone } = await tx.store.merchantFacts()
  if (!(await tx.store.openReconciliation(of))) {
    if (of.kind === 'back-fill') return { again: null }
    const again = await waitForNight(deps, tx, { of, reconciler, timeZone })
    if (again !== null) return { again }
    await tx.store.beginReconciliation({
      ...of,
      ...nightRange(now + clockOffset, reconciler.coveredTo),
      askedBy: reconciler.wantedBy ?? 'schedule',
      at: now,
    })
    await tx.store.wantReconciliation({ ...of, by: null })
  }
  const run = await tx.store.openReconciliation(of)
  if (!run) throw new Error('The reconciliation that was begun is not there.')
  return { merchant, connection, run, fence: reconciler.fence, clockOffset, timeZone }
}

/** When the next run begins; null when it begins now. */
async function waitForNight(
  deps: Deps,
  tx: Tx,
  { of, reconciler, timeZone }: { of: Of; reconciler: Reconciler; timeZone: string },
): Promise<number | null> {
  const now = deps.now()
  if (reconciler.wantedBy !== null) return null
  if (reconciler.nextAt !== null) return reconciler.nextAt > now ? reconciler.nextAt : null
  const nextAt = nextNight(now, timeZone, deps.random())
  await tx.store.planReconciliation({ ...of, nextAt })
  return nextAt
}

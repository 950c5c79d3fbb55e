import { hoursOfReport, type ReportOrders } from '#core/orders/arrivals.ts'
import { areHoursKnown } from '#core/orders/next-look.ts'
import type { Deps, Tx } from './deps.ts'
import { isOurs, type ReconcileRun } from './reconcile-run.ts'
import type { SweepRun } from './sweep-run.ts'

/** Has the first report of a connection made at once and not at night: it tells at which hours its orders come, for no search (O1, O18). */
export async function wantHours({ now }: Deps, tx: Tx, { connection }: SweepRun): Promise<void> {
  await tx.store.planReconciliation({ connection: connection.id, kind: 'night', nextAt: now() })
  await tx.wake('reconcile', connection.id)
}

/**
 * Learns from a report at which hours orders come, if it tells enough of them and they are not known yet (O1). A sweep that is under
 * way keeps them.
 */
export async function learnHours(deps: Deps, step: ReconcileRun, report: ReportOrders): Promise<void> {
  const { connection } = step.run
  await deps.transaction(step.merchant, 'app', async (tx) => {
    if (!(await isOurs(tx, step))) return
    const arrivals = await tx.store.readArrivals(connection)
    const hours = hoursOfReport(report)
    if (!areHoursKnown(arrivals) && areHoursKnown({ ...arrivals, hours }))
      await tx.store.saveHours({ connection, hours })
  })
}

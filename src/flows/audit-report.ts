import type { ReportEnd } from '#core/orders/listed-order.ts'
import { type Problem, problem } from '#core/problems.ts'
import {
  type AuditStep,
  afterAuditTrouble,
  failAudit,
  goOnAudit,
  isOurAudit,
  nameOfPlace,
  placeOf,
} from './audit-run.ts'
import type { Deps } from './deps.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A report that takes longer is not waited for: the next night asks anew. */
const STUCK_AFTER = 6 * HOUR
/** Fewer SKUs than this are no sign of a file that is not whole. */
const FEW = 20

/** Asks Amazon for the all-listings report of the marketplace (I12). */
export async function askForListings(deps: Deps, step: AuditStep): Promise<number | null> {
  const answer = await deps.amazon.askForAllListings(step.connection, step.audit.marketplaceId)
  if (answer.ok === 'wait') return answer.wait.readyAt
  if (!answer.ok) return afterAuditTrouble(deps, step, answer.problem)
  const now = deps.now()
  const progress = { reportId: answer.value, reportAskedAt: now }
  return goOnAudit(deps, step, { state: 'wait', progress, again: now + MINUTE })
}

/** Looks whether the report is made. CANCELLED is Amazon's word for a report without a row, among other things. */
export async function awaitListings(deps: Deps, step: AuditStep): Promise<number | null> {
  const { connection, audit, merchant } = step
  const now = deps.now()
  const { reportId = '', reportAskedAt = now } = audit.progress
  const answer = await deps.amazon.ordersReport(connection, reportId)
  if (answer.ok === 'wait') return answer.wait.readyAt
  if (!answer.ok) return afterAuditTrouble(deps, step, answer.problem)
  const facts = { marketplace: nameOfPlace(step) }
  const progress = { reportId, reportAskedAt }
  switch (answer.value.state) {
    case 'done': {
      const { documentId } = answer.value
      return goOnAudit(deps, step, { state: 'read', progress: { ...progress, documentId }, again: now })
    }
    case 'fatal':
      return failAudit(deps, step, problem('listings-report-fatal', facts))
    case 'cancelled': {
      const { unnamed } = await deps.transaction(merchant, 'app', (tx) => tx.store.countListed(placeOf(step)))
      if (unnamed > 0) return failAudit(deps, step, problem('listings-report-cancelled', { ...facts, known: unnamed }))
      return goOnAudit(deps, step, { state: 'compare', progress, again: now })
    }
    default:
      if (now - reportAskedAt >= STUCK_AFTER)
        return failAudit(deps, step, problem('listings-report-stuck', { ...facts, hours: STUCK_AFTER / HOUR }))
      return now + Math.min(5 * MINUTE, MINUTE + (now - reportAskedAt) / 4)
  }
}

/**
 * Fetches the report and keeps its rows, a thousand a statement: what is live, who ships it, and when it was listed (I9, I12). What a
 * whole report no longer names is gone; of one that is cut, or much shorter than what was known, nothing is.
 */
export async function readListings(deps: Deps, step: AuditStep): Promise<number | null> {
  const { connection, audit, merchant } = step
  const { documentId = '', reportId = '' } = audit.progress
  const place = placeOf(step)
  const currency = connection.marketplaces.find(({ id }) => id === audit.marketplaceId)?.currency ?? 'USD'
  const answer = await deps.amazon.readAllListings(connection, { documentId, currency }, (rows) =>
    deps.transaction(merchant, 'app', async (tx) => {
      if (await isOurAudit(tx, step)) await tx.store.saveListed({ ...place, currency, rows })
    }),
  )
  if (answer.ok === 'wait') return answer.wait.readyAt
  if (!answer.ok) return afterAuditTrouble(deps, step, answer.problem)
  return deps.transaction(merchant, 'app', async (tx) => {
    const now = deps.now()
    if (!(await isOurAudit(tx, step))) return now + MINUTE
    const { named, unnamed } = await tx.store.countListed(place)
    const before = await tx.store.lastAudit(place)
    const isShort = unnamed >= FEW && unnamed > named && before?.problem?.code !== 'listings-report-short'
    const fault = faultOf(answer.value, { marketplace: nameOfPlace(step), named, unnamed, isShort })
    const isWhole = fault === null || fault.code === 'listings-report-garbled'
    const gone = isWhole ? await tx.store.markGone(place) : 0
    await tx.store.moveAudit({
      auditId: audit.auditId,
      state: 'compare',
      progress: { reportId, reportAskedAt: place.askedAt, isWhole },
      listed: named,
      counts: { gone },
      ...(fault ? { problem: fault } : {}),
    })
    return now
  })
}

type Sums = {
  readonly marketplace: string
  readonly named: number
  readonly unnamed: number
  readonly isShort: boolean
}

/** What makes a report less than whole, in one sentence; its rows count all the same. */
function faultOf({ cut, rows, garbled, unreadable, named: which }: ReportEnd, sums: Sums): Problem | null {
  const { marketplace, named, unnamed, isShort } = sums
  if (cut) return problem('listings-report-cut', { marketplace, rows })
  if (unreadable > 0) {
    const told = which.slice(0, 5).join('; ')
    return problem('listings-report-rows-unreadable', { marketplace, rows: unreadable, named: told })
  }
  if (isShort) return problem('listings-report-short', { marketplace, listed: named, known: named + unnamed })
  return garbled > 0 ? problem('listings-report-garbled', { marketplace, rows: garbled }) : null
}

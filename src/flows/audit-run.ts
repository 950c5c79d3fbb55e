import type { Connection } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Audit } from '#core/inventory/audit.ts'
import { REPORT_AGE_MS } from '#core/inventory/compare-drift.ts'
import { OF_DEPLOYMENT } from '#core/known-authorization-problems.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { AuditChange } from '#store/audits.ts'
import type { Deps, Tx } from './deps.ts'

/** What one step of an audit works on; a late run is told by its fence. */
export type AuditStep = {
  readonly merchant: MerchantId
  readonly connection: Connection
  readonly audit: Audit
  readonly fence: number
}

const MINUTE = 60_000
/** So long a useful answer of Amazon is waited for. */
const PATIENCE = 2 * 60 * MINUTE

/** Everything that an audit may have said before and that is over once one ends well. */
const OVER = [
  'listings-report-refused',
  'listings-report-fatal',
  'listings-report-cancelled',
  'listings-report-stuck',
  'listings-report-cut',
  'listings-report-short',
  'listings-report-garbled',
  'listings-report-rows-unreadable',
  'listings-report-unreadable',
  'listing-channel-changed',
] as const

/** True while no later run has taken over; a step writes nothing otherwise. */
export const isOurAudit = (tx: Tx, { connection, fence }: AuditStep): Promise<boolean> =>
  tx.store.holdAuditor({ connection: connection.id, fence })

/** Where the audit is, as the store finds its SKUs; what was read at Amazon after `freshSince` is newer than the report. */
export function placeOf({ connection, audit }: AuditStep) {
  const askedAt = audit.progress.reportAskedAt ?? audit.beganAt
  return {
    connection: connection.id,
    marketplaceId: audit.marketplaceId,
    at: audit.beganAt,
    freshSince: askedAt - REPORT_AGE_MS,
    askedAt,
  }
}

/** The marketplace as people name it. */
export const nameOfPlace = ({ connection, audit }: AuditStep): string =>
  connection.marketplaces.find(({ id }) => id === audit.marketplaceId)?.name ?? audit.marketplaceId

/** Writes what a step found out; gives when it is wanted again. */
export function goOnAudit(
  deps: Deps,
  step: AuditStep,
  { again, ...change }: Omit<AuditChange, 'auditId'> & { readonly again: number },
): Promise<number> {
  return deps.transaction(step.merchant, 'app', async (tx) => {
    if (!(await isOurAudit(tx, step))) return deps.now() + MINUTE
    await tx.store.moveAudit({ auditId: step.audit.auditId, ...change })
    return again
  })
}

/** Gives an audit up: the problem is shown in its sentence, and the next night asks anew (I12). */
export function failAudit(deps: Deps, step: AuditStep, found: Problem): Promise<null> {
  const { merchant, connection, audit } = step
  const facts = { connection: connection.id, marketplace: nameOfPlace(step) }
  const told = found.code === 'access-denied' ? problem('listings-report-refused', facts) : found
  return deps.transaction(merchant, 'app', async (tx) => {
    const now = deps.now()
    if (!(await isOurAudit(tx, step))) return null
    await tx.store.moveAudit({ auditId: audit.auditId, state: 'failed', problem: told, endedAt: now })
    // That we are not let in is one problem of the connection, not one of each marketplace.
    const subject = told.code === 'authorization-revoked' ? '' : audit.marketplaceId
    await tx.store.noteProblem({ connection: connection.id, subject, problem: told, at: now })
    if (!OF_DEPLOYMENT.includes(told.code))
      deps.log.alarm('A drift audit could not be finished.', { merchant, connection: connection.id, code: told.code })
    return null
  })
}

/** After a problem of Amazon's side: again in some minutes, for two hours; every other one ends the audit. */
export function afterAuditTrouble(deps: Deps, step: AuditStep, found: Problem): Promise<number | null> {
  const { progress } = step.audit
  const now = deps.now()
  const since = progress.troubleSince ?? now
  const passes = ['amazon-down', 'answer-unreadable', 'answer-too-large', 'throttled'].includes(found.code)
  if (!passes || now - since >= PATIENCE) return failAudit(deps, step, found)
  return goOnAudit(deps, step, { progress: { ...progress, troubleSince: since }, again: now + 10 * MINUTE })
}

/** Shows what an audit has to say, and takes back what earlier ones said and this one does not. */
export async function tellAudit(
  tx: Tx,
  { connection, audit }: AuditStep,
  { problems, at }: { readonly problems: readonly Problem[]; readonly at: number },
): Promise<void> {
  const codes = OVER.filter((code) => problems.every((each) => each.code !== code))
  await tx.store.clearProblems({ connection: connection.id, subjects: [audit.marketplaceId], codes, at })
  for (const each of problems)
    await tx.store.noteProblem({ connection: connection.id, subject: audit.marketplaceId, problem: each, at })
}

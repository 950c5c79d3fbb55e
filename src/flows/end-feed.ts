import { type Problem, problem } from '#core/problems.ts'
import { endOfRow, type RowEnd, type Verdict, verdictsOf } from '#core/shipments/after-report.ts'
import { tryPause } from '#core/shipments/feed-pace.ts'
import type { FeedReport } from '#core/shipments/order-feed.ts'
import type { RowChange, TakenRow } from '#store/submission-rows.ts'
import type { SubmissionChange } from '#store/submissions.ts'
import type { Deps } from './deps.ts'
import { clearFeed, type FeedStep, factsOf, type NextStep, noteFeed, placeOf } from './feed-step.ts'
import { settleSubmission } from './settle-submission.ts'

/** A processing report as read and as Amazon gave it, and how the feed ended. */
export type Reported = {
  readonly report: FeedReport
  readonly text: string
  readonly fatal: boolean
  readonly word: string
}

/** Settles the rows of a feed one by one by its report, which is kept: Amazon keeps it for 28 days only (S5, O16, E5). */
export function endByReport(deps: Deps, step: FeedStep, { report, text, fatal, word }: Reported): Promise<NextStep> {
  const { feed } = step
  const verdicts = verdictsOf(report, feed.messages)
  const { processed, successful } = report
  const named = new Set(report.faults.filter((f) => f.isError && f.message > 0).map((f) => f.message)).size
  const odd = problem('feed-report-odd', { ...factsOf(feed), processed, successful, named })
  const words = report.faults.find((fault) => fault.isError)?.words ?? 'it gives no reason'
  const given = fatal ? problem('feed-fatal', { ...factsOf(feed), words }) : null
  const noted = given ?? (verdicts.whole ? null : odd)
  return end(deps, step, {
    change: { to: fatal ? 'failed' : 'done', amazonState: word, report: text, problem: noted },
    verdictOf: (message) => verdicts.of(message),
    fatal: given,
    why: fatal ? 'Amazon gave the feed up in the middle of it' : 'its processing report does not add up',
  })
}

/** Ends a feed of which nobody knows what came of it: what can be read back is, and refunds wait for a person (O16). */
export function endUnsure(
  deps: Deps,
  step: FeedStep,
  { why, ...change }: Partial<SubmissionChange> & { readonly why: string },
): Promise<NextStep> {
  const noted = problem('feed-unsure', { ...factsOf(step.feed), why })
  return end(deps, step, {
    change: { to: 'unsure', ...change, problem: noted },
    verdictOf: () => ({ kind: 'unknown' }),
    fatal: null,
    why,
  })
}

type Ending = {
  readonly change: Partial<SubmissionChange>
  verdictOf(message: number): Verdict
  readonly fatal: Problem | null
  readonly why: string
}

function end(deps: Deps, step: FeedStep, { change, verdictOf, fatal, why }: Ending): Promise<NextStep> {
  const { merchant, connection, feed } = step
  const { submissionId, kind } = feed
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const moved = await tx.store.moveSubmission({ ...placeOf(feed), endedAt: at, ...change })
    if (!moved) return { at: at + tryPause(1) }
    const taken = await tx.store.takenRows(submissionId)
    const endOf = (row: TakenRow) => changeOf(row, endOfRow(kind, verdictOf(row.message), { fatal, why }), at)
    await settleSubmission(tx, { submissionId, kind, taken, endOf, at })
    const { problem: noted } = change
    if (noted) {
      await noteFeed(tx, step, { problem: noted, at })
      deps.log.alarm('A feed did not end well.', { merchant, connection: connection.id, kind, code: noted.code })
    } else await clearFeed(tx, step, at)
    return { at }
  })
}

function changeOf({ message, attempts }: TakenRow, ended: RowEnd, at: number): RowChange {
  const told = 'problem' in ended ? { problem: ended.problem } : {}
  const next = ended.state === 'waiting' ? { nextAt: at + tryPause(attempts + 1) } : {}
  return { message, state: ended.state, ...told, ...next }
}

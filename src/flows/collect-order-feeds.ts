import { type Problem, problem, tell } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { endByReport, endUnsure } from './end-feed.ts'
import { type FeedStep, factsOf, giveBack, lookLater, type NextStep, tryAgain } from './feed-step.ts'

/** So often a report that cannot be read is fetched before it is given up. */
const MOST_READS = 4
const REPORT_PAUSE = 5 * 60_000

/** Looks how far Amazon is with a feed, with growing pauses, and settles its rows by the processing report (S5, E5). */
export async function collectFeed(deps: Deps, step: FeedStep): Promise<NextStep> {
  const { connection, feed } = step
  const answer = await deps.amazon.feedState(connection, feed.feedId ?? '')
  if (answer.ok === 'wait') return { at: answer.wait.readyAt }
  if (!answer.ok) return lostOrAgain(deps, step, answer.problem)
  const { state, word, reportId } = answer.value
  switch (state) {
    case 'waiting':
      return lookLater(deps, step, word)
    case 'cancelled': {
      const told = problem('feed-cancelled', factsOf(feed))
      return giveBack(deps, step, { told, noted: told, change: { amazonState: word } })
    }
    case 'fatal':
      if (reportId === null) return fatal(deps, step, 'it names no reason')
      return readReport(deps, step, { reportId, fatal: true, word })
    case 'done':
      if (reportId === null)
        return unreadable(deps, step, {
          found: problem('feed-report-unreadable', { why: 'there is none' }),
          fatal: false,
        })
      return readReport(deps, step, { reportId, fatal: false, word })
  }
}

/** A feed that Amazon no longer knows has come to an end of which nothing is known. */
function lostOrAgain(deps: Deps, step: FeedStep, found: Problem): Promise<NextStep> {
  const isLost = found.code === 'not-found-at-amazon' && step.feed.tries + 1 >= MOST_READS
  return isLost ? endUnsure(deps, step, { why: 'Amazon no longer knows it' }) : tryAgain(deps, step, found)
}

/** A fatal end without a word: some, none or all of it may be done. Refunds of it wait for a person (O16). */
function fatal(deps: Deps, step: FeedStep, words: string): Promise<NextStep> {
  const noted = problem('feed-fatal', { ...factsOf(step.feed), words })
  if (step.feed.kind !== 'refund') return giveBack(deps, step, { told: noted, noted, change: { amazonState: 'FATAL' } })
  return endUnsure(deps, step, {
    why: 'Amazon gave the feed up and says nothing of what it did',
    amazonState: 'FATAL',
  })
}

type Reported = { readonly reportId: string; readonly fatal: boolean; readonly word: string }

async function readReport(deps: Deps, step: FeedStep, { reportId, fatal: isFatal, word }: Reported): Promise<NextStep> {
  const answer = await deps.amazon.readFeedReport(step.connection, reportId)
  if (answer.ok === 'wait') return { at: answer.wait.readyAt }
  if (!answer.ok) {
    if (answer.problem.code === 'amazon-down') return { at: deps.now() + REPORT_PAUSE }
    return unreadable(deps, step, { found: answer.problem, fatal: isFatal })
  }
  const read = deps.amazon.readOrderFeedReport(answer.value)
  if (!read.ok) return unreadable(deps, step, { found: read.problem, fatal: isFatal, text: answer.value })
  return endByReport(deps, step, { report: read.value, text: answer.value, fatal: isFatal, word })
}

/** A report that is cut off, empty or missing is fetched again, and never taken for "all well". */
function unreadable(
  deps: Deps,
  step: FeedStep,
  { found, fatal: isFatal, text }: { found: Problem; fatal: boolean; text?: string },
): Promise<NextStep> {
  const { feed } = step
  if (feed.tries + 1 < MOST_READS) return tryAgain(deps, step, found)
  const { sentence } = tell(found)
  if (isFatal) return fatal(deps, step, sentence)
  const report = text === undefined ? {} : { report: text }
  return endUnsure(deps, step, { why: sentence.replace(/\.$/, ''), amazonState: 'DONE', ...report })
}

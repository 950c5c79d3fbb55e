import { type Problem, problem, tell } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { endByListingsReport, giveListingsBack } from './end-listing-feed.ts'
import { type FeedStep, factsOf, lookLater, type NextStep, noteFeed, tryAgain } from './feed-step.ts'

/** So often a report that cannot be read is fetched before its feed is sent again. */
const MOST_READS = 4
const REPORT_PAUSE = 5 * 60_000

type Step = FeedStep<'listings'>

/** Looks how far Amazon is with a listings feed, with growing pauses, and settles it by its processing report (I10). */
export async function collectListingFeed(deps: Deps, step: Step): Promise<NextStep> {
  const { connection, feed } = step
  const answer = await deps.amazon.feedState(connection, feed.feedId ?? '')
  if (answer.ok === 'wait') return { at: answer.wait.readyAt }
  if (!answer.ok) return lostOrAgain(deps, step, answer.problem)
  const { state, word, reportId } = answer.value
  if (state === 'waiting') return lookLater(deps, step, word)
  const noted = problem(state === 'cancelled' ? 'feed-cancelled' : 'feed-fatal', { ...factsOf(feed), words: NO_WORDS })
  if (state === 'cancelled' || (state === 'fatal' && reportId === null))
    return giveListingsBack(deps, step, { to: 'failed', amazonState: word, problem: noted })
  if (reportId === null)
    return unreadable(deps, step, { found: problem('feed-report-unreadable', { why: 'there is none' }), word })
  return readReport(deps, step, { reportId, fatal: state === 'fatal', word })
}

const NO_WORDS = 'it names no reason'

/** A feed that Amazon no longer knows has come to an end of which nothing is known: it is sent again. */
function lostOrAgain(deps: Deps, step: Step, found: Problem): Promise<NextStep> {
  if (found.code !== 'not-found-at-amazon' || step.feed.tries + 1 < MOST_READS) return tryAgain(deps, step, found)
  const noted = problem('feed-fatal', { ...factsOf(step.feed), words: 'Amazon no longer knows it' })
  return giveListingsBack(deps, step, { to: 'failed', problem: noted })
}

type Ended = { readonly reportId: string; readonly fatal: boolean; readonly word: string }

async function readReport(deps: Deps, step: Step, { reportId, fatal, word }: Ended): Promise<NextStep> {
  const answer = await deps.amazon.readFeedReport(step.connection, reportId)
  if (answer.ok === 'wait') return { at: answer.wait.readyAt }
  if (!answer.ok && answer.problem.code === 'amazon-down') return { at: deps.now() + REPORT_PAUSE }
  if (!answer.ok) return unreadable(deps, step, { found: answer.problem, word })
  const read = deps.amazon.readListingsReport(answer.value, step.feed.feedId ?? '')
  if (!read.ok) return unreadable(deps, step, { found: read.problem, word, text: answer.value })
  if (!fatal) return endByListingsReport(deps, step, { report: read.value, text: answer.value, word })
  const [fault] = read.value.ofFeed
  const words = fault ? `${fault.message} (${fault.code})` : NO_WORDS
  const noted = problem('feed-fatal', { ...factsOf(step.feed), words })
  return giveListingsBack(deps, step, { to: 'failed', amazonState: word, report: answer.value, problem: noted })
}

/** A report that is cut off, empty or missing is said, fetched again, and never taken for "all well"; at last all of it is sent again. */
async function unreadable(
  deps: Deps,
  step: Step,
  { found, word, text }: { readonly found: Problem; readonly word: string; readonly text?: string },
): Promise<NextStep> {
  const { merchant, feed } = step
  await deps.transaction(merchant, 'app', (tx) => noteFeed(tx, step, { problem: found, at: deps.now() }))
  if (feed.tries + 1 < MOST_READS) return tryAgain(deps, step, found)
  const noted = problem('feed-fatal', { ...factsOf(feed), words: tell(found).sentence.replace(/\.$/, '') })
  const report = text === undefined ? {} : { report: text }
  return giveListingsBack(deps, step, { to: 'failed', amazonState: word, ...report, problem: noted })
}

import type { ListingsReport } from '#amazon/listing-patches.ts'
import { blamedFields } from '#core/inventory/read-back.ts'
import { type Problem, problem } from '#core/problems.ts'
import { tryPause } from '#core/shipments/feed-pace.ts'
import type { RefusedMessage } from '#store/listing-feeds.ts'
import type { SubmissionChange } from '#store/submissions.ts'
import type { FeedEnds } from './ask-for-feed.ts'
import type { Deps, Tx } from './deps.ts'
import { clearFeed, type FeedStep, factsOf, type NextStep, noteFeed, placeOf } from './feed-step.ts'

/** So many messages of a feed are read back (I10). */
const SAMPLE = 50
const READ_BACK_AFTER = 5 * 60_000
const PAUSES = [1, 2, 3, 4, 5, 6].map(tryPause)

type Step = FeedStep<'listings'>

/** What Amazon did not take goes up again. */
export const LISTINGS_ENDS: Pick<FeedEnds<'listings'>, 'refused'> = {
  refused: (deps, step, { noted }) => giveListingsBack(deps, step, { to: 'failed', problem: noted }),
}

/** A processing report as read and as Amazon gave it. */
export type Reported = { readonly report: ListingsReport; readonly text: string; readonly word: string }

/** Settles a feed by its report: each message accepted, and then read back by sample, or refused with Amazon's words (I10). */
export function endByListingsReport(deps: Deps, step: Step, { report, text, word }: Reported): Promise<NextStep> {
  const { feed } = step
  const refused: RefusedMessage[] = []
  for (const [message, issues] of report.ofMessage) {
    if (!issues.some(({ severity }) => severity === 'ERROR')) continue
    const { words, blamed } = blamedFields(issues)
    refused.push({ message, fields: blamed, code: 'listing-refused', words })
  }
  const named = refused.length
  const addsUp =
    report.processed === feed.messages &&
    report.accepted + report.invalid === report.processed &&
    report.invalid === named
  const facts = { ...factsOf(feed), processed: report.processed, successful: report.accepted, named }
  const noted = addsUp ? wholeFault(step, report) : problem('feed-report-odd', facts)
  return end(deps, step, {
    change: { to: 'done', amazonState: word, report: text, problem: noted },
    refused,
    trusted: addsUp,
  })
}

/** A remark of severity ERROR that is about no message is about the feed. */
function wholeFault({ feed }: Step, { ofFeed }: ListingsReport): Problem | null {
  const fault = ofFeed.find(({ severity }) => severity === 'ERROR')
  return fault ? problem('feed-fatal', { ...factsOf(feed), words: `${fault.message} (${fault.code})` }) : null
}

/** Ends a feed of which Amazon did nothing, or nobody knows what: what it holds is due again, after a pause that grows (E6). */
export const giveListingsBack = (
  deps: Deps,
  step: Step,
  change: Pick<SubmissionChange, 'to' | 'messages' | 'amazonState' | 'report'> & { readonly problem: Problem | null },
): Promise<NextStep> => end(deps, step, { change, refused: [], trusted: false })

type Ending = {
  readonly change: Partial<SubmissionChange> & { readonly problem: Problem | null }
  readonly refused: readonly RefusedMessage[]
  /** What is not refused by name was accepted; else it goes up again. */
  readonly trusted: boolean
}

function end(deps: Deps, step: Step, { change, refused, trusted }: Ending): Promise<NextStep> {
  const { merchant, connection, feed } = step
  const { submissionId } = feed
  const { id } = connection
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    if (!(await tx.store.moveSubmission({ ...placeOf(feed), endedAt: at, ...change }))) return { at: at + tryPause(1) }
    await tx.store.freeFromFeed({ submissionId, at })
    const priced = await tx.store.pricedInFeed(submissionId)
    await tx.store.refuseInFeed({ submissionId, refused, at })
    if (trusted) await accept(tx, step, at)
    else await tx.store.giveBackFields({ submissionId, at, pauses: PAUSES })
    await tx.store.endPriceWaits({ connection: id, skus: priced })
    const { problem: noted } = change
    if (noted) {
      await noteFeed(tx, step, { problem: noted, at })
      deps.log.alarm('A listings feed did not end well.', { merchant, connection: id, code: noted.code })
    } else await clearFeed(tx, step, at)
    await tx.wake('listings', id)
    return { at }
  })
}

async function accept(tx: Tx, { connection, feed }: Step, at: number): Promise<void> {
  const sampleEvery = Math.max(1, Math.ceil(feed.messages / SAMPLE))
  const readAgainAt = at + READ_BACK_AFTER
  await tx.store.acceptFeed({ submissionId: feed.submissionId, sampleEvery, at, readAgainAt, isLastWord: false })
  await tx.wake('listing-results', connection.id, readAgainAt)
}

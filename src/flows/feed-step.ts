import type { Connection } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import { type Problem, problem } from '#core/problems.ts'
import { slowness, tryPause } from '#core/shipments/feed-pace.ts'
import { NAME_OF_KIND, type Submission } from '#core/shipments/submission.ts'
import type { SubmissionChange } from '#store/submissions.ts'
import type { Deps, Tx } from './deps.ts'

/** What one step of a feed works on. */
export type FeedStep = {
  readonly merchant: MerchantId
  readonly connection: Connection
  readonly feed: Submission
  /** Amazon's clock minus ours, ms. */
  readonly clockOffset: number
}

/** When a feed's next step is due: now goes on at once. */
export type NextStep = { readonly at: number }

/** Everything that a feed may have said before and that is over once one of its kind ends well. */
const OVER = [
  'feed-slow',
  'feed-cancelled',
  'feed-fatal',
  'feed-refused',
  'feed-report-odd',
  'feed-unsure',
  'feed-report-unreadable',
] as const

/** What a step needs to find its feed as it saw it. */
export const placeOf = ({ submissionId, state, askedAt }: Submission) => ({
  submissionId,
  from: state,
  seenAskedAt: state === 'asked' ? askedAt : null,
})

/** How a feed is named in a sentence. */
export const factsOf = ({ kind, feedId, messages }: Submission) => ({
  what: NAME_OF_KIND[kind],
  feed: feedId ?? 'not yet named by Amazon',
  messages,
})

/** Notes a problem of a feed where people look: at its connection (E5). */
export const noteFeed = (tx: Tx, { connection, feed }: FeedStep, noted: { problem: Problem; at: number }) =>
  tx.store.noteProblem({ connection: connection.id, subject: feed.kind, ...noted })

/** Says that feeds of this kind go well again. */
export const clearFeed = (tx: Tx, { connection, feed }: FeedStep, at: number) =>
  tx.store.clearProblems({ connection: connection.id, codes: OVER, subjects: [feed.kind], at })

/** Moves the feed to its next state and goes on; another run that was quicker goes on instead. */
export async function moveOn(
  deps: Deps,
  step: FeedStep,
  { at, ...change }: Omit<SubmissionChange, 'submissionId' | 'from'> & { readonly at?: number },
): Promise<NextStep> {
  const { merchant, feed } = step
  const moved = await deps.transaction(merchant, 'app', (tx) =>
    tx.store.moveSubmission({ ...placeOf(feed), tries: 0, ...change }),
  )
  return { at: moved ? (at ?? deps.now()) : deps.now() + tryPause(1) }
}

/** After trouble on Amazon's side: the same step again, after a growing pause, for ever; the last word is kept (E6). */
export async function tryAgain(deps: Deps, step: FeedStep, found: Problem): Promise<NextStep> {
  const { merchant, feed } = step
  const tries = feed.tries + 1
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.moveSubmission({ ...placeOf(feed), tries, problem: found })
    await watch(deps, tx, step)
  })
  return { at: deps.now() + tryPause(tries) }
}

/** Says that a feed has been open for so long: after half an hour, two hours, eight hours (E5). */
export async function watch(deps: Deps, tx: Tx, step: FeedStep): Promise<void> {
  const { feed } = step
  const at = deps.now()
  const time = slowness(at - (feed.sentAt ?? feed.madeAt))
  if (time !== null) await noteFeed(tx, step, { problem: problem('feed-slow', { ...factsOf(feed), time }), at })
}

/** Ends a feed of which Amazon did nothing: its rows wait and go up again by themselves, after a pause that grows by row (E6). */
export async function giveBack(
  deps: Deps,
  step: FeedStep,
  { told, noted, change = {} }: { told: Problem; noted: Problem; change?: Partial<SubmissionChange> },
): Promise<NextStep> {
  const { merchant, connection, feed } = step
  const { submissionId } = feed
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const ended = { ...placeOf(feed), to: 'failed', problem: noted, endedAt: at, ...change } as const
    if (!(await tx.store.moveSubmission(ended))) return { at: at + tryPause(1) }
    const rows = (await tx.store.takenRows(submissionId)).map(({ message, attempts }) => ({
      message,
      state: 'waiting' as const,
      problem: told,
      nextAt: at + tryPause(attempts + 1),
    }))
    await tx.store.settleRows({ submissionId, rows, at })
    await noteFeed(tx, step, { problem: noted, at })
    deps.log.alarm('A feed came to nothing.', {
      merchant,
      connection: connection.id,
      kind: feed.kind,
      code: noted.code,
    })
    return { at }
  })
}

import type { Connection } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import { type Problem, problem } from '#core/problems.ts'
import { pollPause, slowness, tryPause } from '#core/shipments/feed-pace.ts'
import type { OutboxKind } from '#core/shipments/outbox.ts'
import { NAME_OF_KIND, type Submission, type SubmissionKind } from '#core/shipments/submission.ts'
import type { SubmissionChange } from '#store/submissions.ts'
import type { Deps, Tx } from './deps.ts'

/** What one step of a feed works on. */
export type FeedStep<Kind extends SubmissionKind = OutboxKind> = {
  readonly merchant: MerchantId
  readonly connection: Connection
  readonly feed: Submission<Kind>
  /** Amazon's clock minus ours, ms. */
  readonly clockOffset: number
}

/** A step of a feed of any kind. */
export type AnyStep = FeedStep<SubmissionKind>

/** When a feed's next step is due: now goes on at once. */
export type NextStep = { readonly at: number }

/** Everything that a feed may have said before and that is over once one of its kind ends well. */
const OVER = [
  'feed-slow',
  'listings-feed-slow',
  'feed-cancelled',
  'feed-fatal',
  'feed-refused',
  'feed-report-odd',
  'feed-unsure',
  'feed-report-unreadable',
] as const

/** What a step needs to find its feed as it saw it. */
export const placeOf = ({ submissionId, state, askedAt }: Submission<SubmissionKind>) => ({
  submissionId,
  from: state,
  seenAskedAt: state === 'asked' ? askedAt : null,
})

/** How a feed is named in a sentence. */
export const factsOf = ({ kind, feedId, messages }: Submission<SubmissionKind>) => ({
  what: NAME_OF_KIND[kind],
  feed: feedId ?? 'not yet named by Amazon',
  messages,
})

/** Notes a problem of a feed where people look: at its connection (E5). */
export const noteFeed = (tx: Tx, { connection, feed }: AnyStep, noted: { problem: Problem; at: number }) =>
  tx.store.noteProblem({ connection: connection.id, subject: feed.kind, ...noted })

/** Says that feeds of this kind go well again. */
export const clearFeed = (tx: Tx, { connection, feed }: AnyStep, at: number) =>
  tx.store.clearProblems({ connection: connection.id, codes: OVER, subjects: [feed.kind], at })

/** Moves the feed to its next state and goes on; another run that was quicker goes on instead. */
export async function moveOn(
  deps: Deps,
  step: AnyStep,
  { at, ...change }: Omit<SubmissionChange, 'submissionId' | 'from'> & { readonly at?: number },
): Promise<NextStep> {
  const { merchant, feed } = step
  const moved = await deps.transaction(merchant, 'app', (tx) =>
    tx.store.moveSubmission({ ...placeOf(feed), tries: 0, ...change }),
  )
  return { at: moved ? (at ?? deps.now()) : deps.now() + tryPause(1) }
}

/** After trouble on Amazon's side: the same step again, after a growing pause, for ever; the last word is kept (E6). */
export async function tryAgain(deps: Deps, step: AnyStep, found: Problem): Promise<NextStep> {
  const { merchant, feed } = step
  const tries = feed.tries + 1
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.moveSubmission({ ...placeOf(feed), tries, problem: found })
    await watch(deps, tx, step)
  })
  return { at: deps.now() + tryPause(tries) }
}

/** Notes that Amazon is not done with a feed yet; the pauses between looks grow (S5). */
export async function lookLater(deps: Deps, step: AnyStep, amazonState: string): Promise<NextStep> {
  const { merchant, feed } = step
  const polls = feed.polls + 1
  await deps.transaction(merchant, 'app', async (tx) => {
    const looked = {
      submissionId: feed.submissionId,
      from: 'sent',
      polls,
      amazonState,
      tries: 0,
      problem: null,
    } as const
    await tx.store.moveSubmission(looked)
    await watch(deps, tx, step)
  })
  return { at: deps.now() + pollPause(polls) }
}

/** Says that a feed has been open for so long: after half an hour, two hours, eight hours (E5). */
export async function watch(deps: Deps, tx: Tx, step: AnyStep): Promise<void> {
  const { feed } = step
  const at = deps.now()
  const time = slowness(at - (feed.sentAt ?? feed.madeAt))
  const code = feed.kind === 'listings' ? 'listings-feed-slow' : 'feed-slow'
  if (time !== null) await noteFeed(tx, step, { problem: problem(code, { ...factsOf(feed), time }), at })
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

import { type Problem, problem, tell } from '#core/problems.ts'
import { tryPause } from '#core/shipments/feed-pace.ts'
import { findFeed, lookFrom } from '#core/shipments/find-feed.ts'
import type { SubmissionKind } from '#core/shipments/submission.ts'
import type { Deps } from './deps.ts'
import { type AnyStep, type FeedStep, factsOf, moveOn, type NextStep, tryAgain } from './feed-step.ts'

const MINUTE = 60_000
/** A request for a feed that is still under way elsewhere has ended after so long. */
export const UNDER_WAY = 2 * MINUTE

/** What a kind of feed does where Amazon certainly refused it, and where nobody can tell whether it was taken. */
export type FeedEnds<Kind extends SubmissionKind> = {
  refused(
    deps: Deps,
    step: FeedStep<Kind>,
    said: { readonly told: Problem; readonly noted: Problem },
  ): Promise<NextStep>
  unclear(deps: Deps, step: FeedStep<Kind>, why: string): Promise<NextStep>
}

/** Has the document worked on. That it was asked is noted first: whoever finds this note does not know whether it happened (O16). */
export async function askForFeed<Kind extends SubmissionKind>(
  deps: Deps,
  step: FeedStep<Kind>,
  ends: Pick<FeedEnds<Kind>, 'refused'>,
): Promise<NextStep> {
  const { merchant, connection, feed } = step
  const { submissionId, kind, marketplaceId, documentId } = feed
  const askedAt = deps.now()
  const noted = await deps.transaction(merchant, 'app', (tx) =>
    tx.store.moveSubmission({ submissionId, from: 'uploaded', to: 'asked', askedAt }),
  )
  if (!noted) return { at: askedAt + MINUTE }
  // Held up since the note, it is not sent: another run may have decided that it never went, and have asked itself.
  const notAfter = askedAt + MINUTE
  const wish = { kind, marketplaceIds: [marketplaceId], documentId: documentId ?? '', notAfter }
  const answer = await deps.amazon.createFeed(connection, wish)
  const asked: FeedStep<Kind> = { ...step, feed: { ...feed, state: 'asked', askedAt } }
  // It was not sent, or Amazon said no at its door: nothing happened.
  if (answer.ok === 'wait') return moveOn(deps, asked, { to: 'uploaded', at: answer.wait.readyAt })
  if (answer.ok) return sentAs(deps, asked, answer.value)
  return refusedOrAgain(deps, asked, { found: answer.problem, ends })
}

const sentAs = (deps: Deps, step: AnyStep, feedId: string): Promise<NextStep> =>
  moveOn(deps, step, { to: 'sent', feedId, sentAt: deps.now(), problem: null, at: deps.now() + 2 * MINUTE })

/** Answers that are certain: Amazon, or our own door, refused it, and nothing of it is done. */
const CERTAIN: readonly string[] = [
  'request-refused',
  'access-denied',
  'not-found-at-amazon',
  'authorization-revoked',
  'application-secret-refused',
  'application-missing',
  'application-wrong',
  'host-not-allowed',
]

/** Gives a feed back that Amazon certainly refused; after anything else the same step comes again. */
export function refusedOrAgain<Kind extends SubmissionKind>(
  deps: Deps,
  step: FeedStep<Kind>,
  { found, ends }: { readonly found: Problem; readonly ends: Pick<FeedEnds<Kind>, 'refused'> },
): Promise<NextStep> {
  if (!CERTAIN.includes(found.code)) return tryAgain(deps, step, found)
  const noted = problem('feed-refused', { ...factsOf(step.feed), words: tell(found).sentence })
  return ends.refused(deps, step, { told: found, noted })
}

/** Finds out what became of a request whose answer is not known: Amazon's list of feeds decides, never a second try (O16). */
export async function findFeedAsked<Kind extends SubmissionKind>(
  deps: Deps,
  step: FeedStep<Kind>,
  ends: FeedEnds<Kind>,
): Promise<NextStep> {
  const { merchant, connection, feed, clockOffset } = step
  const since = feed.askedAt ?? feed.madeAt
  if (deps.now() - since < UNDER_WAY) return { at: since + UNDER_WAY }
  const askedAt = since + clockOffset
  const answer = await deps.amazon.feedsSince(connection, { kind: feed.kind, since: lookFrom(askedAt) })
  if (answer.ok === 'wait') return { at: answer.wait.readyAt }
  if (!answer.ok) return tryAgain(deps, step, answer.problem)
  const feedIds = answer.value.map(({ feedId }) => feedId)
  const known = await deps.transaction(merchant, 'app', (tx) =>
    tx.store.knownFeeds({ connection: connection.id, feedIds }),
  )
  const now = deps.now() + clockOffset
  const found = findFeed({ askedAt, now, marketplaceId: feed.marketplaceId, listed: answer.value, known })
  switch (found.kind) {
    case 'found':
      return sentAs(deps, step, found.feedId)
    case 'wait':
      return { at: Math.max(found.until - clockOffset, deps.now() + tryPause(1)) }
    case 'never':
      return moveOn(deps, step, { to: 'uploaded' })
    case 'unclear':
      return ends.unclear(deps, step, `its answer was lost, and Amazon lists ${found.feeds} feeds that may be it`)
  }
}

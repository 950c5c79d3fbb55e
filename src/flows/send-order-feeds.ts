import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { drawAt, MOST_MESSAGES } from '#core/shipments/feed-pace.ts'
import type { OutboxKind } from '#core/shipments/outbox.ts'
import { askForFeed, type FeedEnds, findFeedAsked, refusedOrAgain } from './ask-for-feed.ts'
import { collectFeed } from './collect-order-feeds.ts'
import type { Deps, Tx } from './deps.ts'
import { endUnsure } from './end-feed.ts'
import { type FeedStep, giveBack, moveOn, type NextStep } from './feed-step.ts'
import { orderMessages } from './order-messages.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Refunds are few and people wait for them; the large feeds come last. */
const KINDS: readonly OutboxKind[] = ['cancellation', 'refund', 'confirmation']

/**
 * Brings the order feeds of a connection as far as they go now: rows are drawn, uploaded, sent, looked at and settled, one open feed
 * of a kind at most, and each step is written down before the next (S5, O16).
 */
export async function orderFeeds(
  deps: Deps,
  merchant: MerchantId,
  subject: string,
): Promise<{ readonly again: number | null }> {
  const again: number[] = []
  for (const kind of KINDS) {
    const at = await advance(deps, merchant, { connection: subject as ConnectionId, kind })
    if (at !== null) again.push(at)
  }
  return { again: again.length > 0 ? Math.min(...again) : null }
}

type Of = { readonly connection: ConnectionId; readonly kind: OutboxKind }

/** Takes steps until one must wait; null when nothing of this kind waits. */
async function advance(deps: Deps, merchant: MerchantId, of: Of): Promise<number | null> {
  while (true) {
    const step = await deps.transaction(merchant, 'app', (tx) => beginStep(deps, tx, { merchant, of }))
    if (step === null || 'at' in step) return step?.at ?? null
    const next = await takeStep(deps, step)
    if (next.at > deps.now()) return next.at
  }
}

/** The feed under way, or a new one; when to come again where none is to be drawn now; null where nothing waits. */
async function beginStep(
  deps: Deps,
  tx: Tx,
  { merchant, of }: { merchant: MerchantId; of: Of },
): Promise<FeedStep | NextStep | null> {
  const at = deps.now()
  const connection = await tx.store.findConnection(of.connection)
  if (!connection) return null
  const open = await tx.store.openFeed(of)
  const queue = await tx.store.feedQueue({ ...of, at })
  if (!open && queue.nextAt === null) return null
  // Until the authorization is renewed nothing can be asked; it is looked for every hour.
  if (connection.state !== 'authorized') return { at: at + HOUR }
  const clockOffset = await tx.store.amazonClockOffset(of.connection)
  if (open) return { merchant, connection, feed: open, clockOffset }
  if (queue.waiting === 0) return { at: Math.max(at + 1, queue.nextAt ?? at) }
  const drawn = drawAt({ ...queue, now: at })
  if (drawn > at) return { at: drawn }
  const wanted = { ...of, ways: ['feed'], at, limit: MOST_MESSAGES }
  const marketplaceId = await tx.store.marketplaceInQueue(wanted)
  if (marketplaceId === null) return { at: at + MINUTE }
  const submissionId = await tx.store.beginSubmission({ ...of, marketplaceId, way: 'feed', madeBy: 'schedule', at })
  await tx.store.takeRows({ ...wanted, submissionId, marketplaceId, way: 'feed' })
  const feed = await tx.store.openFeed(of)
  if (!feed) throw new Error('The feed that was begun is not there.')
  return { merchant, connection, feed, clockOffset }
}

function takeStep(deps: Deps, step: FeedStep): Promise<NextStep> {
  switch (step.feed.state) {
    case 'new':
      return upload(deps, step)
    case 'uploaded':
      return askForFeed(deps, step, ENDS)
    case 'asked':
      return findFeedAsked(deps, step, ENDS)
    default:
      return collectFeed(deps, step)
  }
}

/** Writes the document and puts it at Amazon, where nothing happens by it. What has no room in it waits for the next one. */
async function upload(deps: Deps, step: FeedStep): Promise<NextStep> {
  const { merchant, connection, feed } = step
  const { submissionId } = feed
  const written = await deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const messages = await orderMessages(tx, feed, at)
    const document = deps.amazon.writeOrderFeed(connection, messages)
    const numbers = messages.messages.map(({ number }) => number)
    const rest = numbers.slice(document.taken).map((message) => ({ message, state: 'waiting' as const, nextAt: at }))
    await tx.store.settleRows({ submissionId, rows: rest, at })
    const last = numbers[document.taken - 1] ?? 0
    if (document.taken === 0)
      await tx.store.moveSubmission({ submissionId, from: 'new', to: 'done', messages: 0, endedAt: at })
    return { ...document, last }
  })
  if (written.taken === 0) return { at: deps.now() }
  const { contentType, content, taken } = written
  const answer = await deps.amazon.uploadFeed(connection, { contentType, content })
  if (answer.ok === 'wait') return { at: answer.wait.readyAt }
  if (!answer.ok) return refusedOrAgain(deps, step, { found: answer.problem, ends: ENDS })
  return moveOn(deps, step, { to: 'uploaded', documentId: answer.value, messages: taken, problem: null })
}

/** What is certain to have done nothing goes up again; what nobody can tell waits for a person (O16). */
const ENDS: FeedEnds<OutboxKind> = {
  refused: (deps, step, { told, noted }) => giveBack(deps, step, { told, noted }),
  unclear: (deps, step, why) => endUnsure(deps, step, { why }),
}

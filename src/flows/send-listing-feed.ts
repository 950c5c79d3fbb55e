import type { FeedMessage } from '#amazon/listing-patches.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { whyNoQuantity } from '#core/inventory/listing.ts'
import type { FlyingField, RefusedMessage } from '#store/listing-feeds.ts'
import { askForFeed, refusedOrAgain, UNDER_WAY } from './ask-for-feed.ts'
import { ANY_PRODUCT, listingsBySku, patchesOf } from './change-listing.ts'
import { collectListingFeed } from './collect-listing-feed.ts'
import { fieldsSent, whatIsSent } from './decide-sending.ts'
import type { Deps, Tx } from './deps.ts'
import { giveListingsBack, LISTINGS_ENDS } from './end-listing-feed.ts'
import { type FeedStep, moveOn, type NextStep } from './feed-step.ts'

const HOUR = 3_600_000

/**
 * Brings the listings feed of a connection as far as it goes now: uploaded, sent, looked at and settled, each step written down before
 * the next (I8, I10). Sent twice it does no harm, so a step that nobody remembers is simply taken again.
 */
export async function sendListingFeed(
  deps: Deps,
  merchant: MerchantId,
  subject: string,
): Promise<{ readonly again: number | null }> {
  while (true) {
    const step = await deps.transaction(merchant, 'app', (tx) => findStep(tx, merchant, subject as ConnectionId))
    if (step === null) return { again: null }
    // Until the authorization is renewed nothing can be asked; it is looked for every hour.
    if (step.connection.state !== 'authorized') return { again: deps.now() + HOUR }
    const next = await takeStep(deps, step)
    if (next.at > deps.now()) return { again: next.at }
  }
}

type Step = FeedStep<'listings'>

async function findStep(tx: Tx, merchant: MerchantId, id: ConnectionId): Promise<Step | null> {
  const connection = await tx.store.findConnection(id)
  const feed = await tx.store.openListingsFeed(id)
  if (!connection || !feed) return null
  return { merchant, connection, feed, clockOffset: await tx.store.amazonClockOffset(id) }
}

function takeStep(deps: Deps, step: Step): Promise<NextStep> {
  switch (step.feed.state) {
    case 'new':
      return upload(deps, step)
    case 'uploaded':
      return askUnlessOff(deps, step)
    case 'asked':
      return askAgain(deps, step)
    default:
      return collectListingFeed(deps, step)
  }
}

/** What was switched off since its document was written does not go: the document is written anew, without it (I14). */
async function askUnlessOff(deps: Deps, step: Step): Promise<NextStep> {
  const { merchant, connection, feed } = step
  const off = await deps.transaction(merchant, 'app', async (tx) => {
    const sent = fieldsSent(await whatIsSent(tx, connection.id))
    return (await tx.store.flyingFields(feed.submissionId)).some(({ field }) => !sent.includes(field))
  })
  return off ? moveOn(deps, step, { to: 'new' }) : askForFeed(deps, step, LISTINGS_ENDS)
}

/** A lost answer: asked again, since another program's feed looks like ours in Amazon's list, and ours worked on twice does no harm (I10). */
async function askAgain(deps: Deps, step: Step): Promise<NextStep> {
  const over = (step.feed.askedAt ?? step.feed.madeAt) + UNDER_WAY
  return deps.now() < over ? { at: over } : moveOn(deps, step, { to: 'uploaded' })
}

/** Writes the document and puts it at Amazon, where nothing happens by it. What has no room in it is due again at once. */
async function upload(deps: Deps, step: Step): Promise<NextStep> {
  const { merchant, connection, feed } = step
  const { submissionId } = feed
  const written = await deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const { messages, refused } = await messagesOf(deps, tx, step)
    await tx.store.refuseInFeed({ submissionId, refused, at })
    const document = deps.amazon.writeListingsFeed(connection, messages)
    const last = messages[document.taken - 1]?.number ?? 0
    await tx.store.leaveFeed({ submissionId, after: last, at })
    return document
  })
  const { contentType, content, taken } = written
  if (taken === 0) return giveListingsBack(deps, step, { to: 'done', messages: 0, problem: null })
  const answer = await deps.amazon.uploadFeed(connection, { contentType, content })
  if (answer.ok === 'wait') return { at: answer.wait.readyAt }
  if (!answer.ok) return refusedOrAgain(deps, step, { found: answer.problem, ends: LISTINGS_ENDS })
  return moveOn(deps, step, { to: 'uploaded', documentId: answer.value, messages: taken, problem: null })
}

type Messages = { readonly messages: readonly FeedMessage[]; readonly refused: readonly RefusedMessage[] }

/** The messages of a feed, one for each SKU. The hard stop of I9 stands here too: a quantity that may not be sent leaves the feed. */
async function messagesOf(deps: Deps, tx: Tx, { connection, feed }: Step): Promise<Messages> {
  const fields = await tx.store.flyingFields(feed.submissionId)
  const sent = fieldsSent(await whatIsSent(tx, connection.id))
  const skus = [...new Set(fields.map(({ sellerSku }) => sellerSku))]
  const listings = listingsBySku(await tx.store.listingsOf({ connection: connection.id, skus }))
  const messages: FeedMessage[] = []
  const refused: RefusedMessage[] = []
  for (const [number, mine] of byMessage(fields)) {
    const [first] = mine
    if (!first) continue
    const own = listings.get(first.sellerSku) ?? []
    const stock = mine.find(({ field }) => field === 'stock')
    const prices = mine.filter(({ field }) => field === 'price')
    const barred = stock !== undefined && whyNoQuantity(own) !== null ? (['stock'] as const) : []
    // What was switched off meanwhile leaves the feed; nothing of it is refused.
    const leaves = barred.length > 0 || mine.some(({ field }) => !sent.includes(field))
    if (leaves) refused.push({ message: number, fields: barred, code: 'not-merchant-channel', words: '' })
    if (leaves) continue
    messages.push({
      number,
      sellerSku: first.sellerSku,
      productType: mine.find(({ productType }) => productType !== null)?.productType ?? ANY_PRODUCT,
      patches: patchesOf(deps, { stock, prices, listings: own }),
    })
  }
  return { messages, refused }
}

function byMessage(fields: readonly FlyingField[]): ReadonlyMap<number, readonly FlyingField[]> {
  const groups = new Map<number, FlyingField[]>()
  for (const field of fields) {
    const group = groups.get(field.message)
    if (group) group.push(field)
    else groups.set(field.message, [field])
  }
  return groups
}

import type { TakenMessage } from '#amazon/hint-queue.ts'
import type { Hint } from '#amazon/read-hint.ts'
import { connectionId } from '#core/connection.ts'
import type { HintTopic } from '#core/hints/hint-topic.ts'
import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Deps, Tx } from './deps.ts'
import { takeSecretHint } from './take-secret-hint.ts'

/** How one look into the queue ended. */
export type HintsTaken = { readonly messages: number; readonly problem: Problem | null }

/** Changes of one order, and orders of one moment, are looked at together. */
const GATHERED_FOR = 5_000
/** A change is told of after it; clocks may differ, but not by more. */
const DAY = 86_400_000

/**
 * Takes what Amazon put into the queue, up to ten messages, and makes us look at what they are about: nothing that they say is believed.
 * A message is removed only after the commit of what it causes, so that none is lost; one that comes twice causes nothing twice.
 */
export async function takeHints(
  deps: Deps,
  { waitSeconds, signal }: { readonly waitSeconds: number; readonly signal?: AbortSignal },
): Promise<HintsTaken> {
  const queue = deps.hintQueue
  if (!queue) return { messages: 0, problem: null }
  const taken = await queue.take(waitSeconds, signal)
  if (!taken.ok && signal?.aborted) return { messages: 0, problem: null }
  const messages = taken.ok ? taken.value : []
  const done: TakenMessage[] = []
  for (const message of messages) if (await takeOne(deps, message.body)) done.push(message)
  const removed = await queue.remove(done)
  const found = !taken.ok ? taken.problem : !removed.ok ? removed.problem : null
  const at = deps.now()
  await deps.deployment.noteQueueLook({ arn: queue.arn, messages: messages.length, problem: found, at })
  await deps.deployment.forgetOldHints(at)
  return { messages: messages.length, problem: found }
}

/** False: it could not be worked on now and comes again. */
async function takeOne(deps: Deps, body: string): Promise<boolean> {
  const read = deps.amazon.readHint(body)
  try {
    if (read.ok) await takeHint(deps, read.value)
    else await tellStrange(deps, read.problem)
    return true
  } catch (error) {
    const holdsSecret = read.ok && read.value.about.of === 'new-secret'
    if (holdsSecret)
      deps.log.alarm('A client secret that came by SQS could not be kept; its message stays in the queue.')
    if (holdsSecret || deps.isPassing(error)) return false
    // It would fail at each coming: the sweeps bring what it was about.
    await tellStrange(deps, problem('hint-unreadable', { why: 'this version of Millrace cannot work on it' }))
    return true
  }
}

async function takeHint(deps: Deps, hint: Hint): Promise<void> {
  const { about } = hint
  if (about.of === 'new-secret' || about.of === 'secret-lapses') return takeSecretHint(deps, about)
  if (about.of === 'nothing') return tellStrange(deps, problem('hint-of-unknown-type', { type: hint.type }))
  const held = hint.sellingPartnerId === null ? [] : await deps.deployment.holdersOf(hint.sellingPartnerId)
  if (held.length === 0) return tellStrange(deps, problem('hint-for-nobody'))
  const only = about.of === 'order' ? about.region : null
  for (const { merchant, region, suspended } of held)
    if (!suspended && (only === null || only === region)) await causeLook(deps, hint, { merchant, region })
}

const TOPICS: Readonly<Record<string, HintTopic>> = { order: 'orders', feed: 'feeds', report: 'reports' }

/** The hint and what it causes, in one transaction; a hint that was taken before causes nothing. */
function causeLook(
  deps: Deps,
  hint: Hint,
  { merchant, region }: { readonly merchant: MerchantId; readonly region: Region },
): Promise<void> {
  const connection = connectionId(region, hint.sellingPartnerId ?? '')
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const topic = TOPICS[hint.about.of] ?? null
    if (!(await tx.store.noteHint({ id: `${hint.id} ${region}`, connection, topic, at }))) return
    const found = await tx.store.findConnection(connection)
    if (found?.state !== 'authorized') return
    await wakeFor(tx, hint, { connection, importing: found.importing, at })
  })
}

type Where = { readonly connection: ConnectionId; readonly importing: boolean; readonly at: number }

async function wakeFor(tx: Tx, { about }: Hint, { connection, importing, at }: Where): Promise<void> {
  switch (about.of) {
    case 'order':
      if (!importing) return
      await tx.store.hintOrder({
        connection,
        orderId: about.orderId,
        changedAt: Math.min(Math.max(about.changedAt, 0), at + DAY),
        at: at + GATHERED_FOR,
      })
      return tx.wake('hinted-orders', connection, at + GATHERED_FOR)
    case 'feed': {
      const kind = await tx.store.workOfFeed({ connection, name: about.feedId })
      return kind ? tx.wake(kind, connection, at) : undefined
    }
    case 'report': {
      const kind = await tx.store.workOfReport({ connection, name: about.reportId })
      return kind ? tx.wake(kind, connection, at) : undefined
    }
    case 'listing': {
      const fields = await tx.store.readAgainNow({ connection, skus: [about.sellerSku as SellerSku], at })
      return fields > 0 ? tx.wake('listing-results', connection, at + GATHERED_FOR) : undefined
    }
  }
}

/** Whatever it is, it is told once, removed, and nothing of it is kept. */
async function tellStrange(deps: Deps, found: Problem): Promise<void> {
  await deps.deployment.noteStrangeHint({ problem: found, at: deps.now() })
}

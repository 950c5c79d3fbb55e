import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import { type AfterTry, afterTry, TOLD_AFTER, type TryOutcome } from '#core/webhooks/after-try.ts'
import { messageBody, messageName } from '#core/webhooks/message.ts'
import type { ClaimedMessage } from '#store/webhook-messages.ts'
import type { Deps, Tx } from './deps.ts'

/** Longer than the longest try: a message whose try died is tried again then. */
const TRY_LASTS = 2 * 60_000
/** Of each webhook. */
const AT_ONCE = 10
const MOST_A_RUN = 200
/** The delivery log of what ended is kept for so long. */
const LOG_LASTS = 30 * 24 * 3_600_000

/** Webhooks belong to no connection. */
const NO_CONNECTION = '' as ConnectionId

/**
 * Tells the merchant's webhooks what waits for them, each message until the receiver took it (X2). A crash between the answer and our note
 * tells it once more under the same name; nothing is told less than once. A receiver that is silent is left alone until the next run: the
 * others do not wait with it.
 */
export async function sendWebhooks(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  const silent = new Set<number>()
  for (let sent = 0; sent < MOST_A_RUN; ) {
    const at = deps.now()
    const claimed = await deps.transaction(merchant, 'app', (tx) =>
      tx.store.claimWebhookMessages({ at, until: at + TRY_LASTS, each: AT_ONCE, except: [...silent] }),
    )
    if (claimed.length === 0) break
    await Promise.all(
      claimed.map(async (message) => {
        const { status } = await tryMessage(deps, merchant, message)
        if (status === null) silent.add(message.webhookId)
      }),
    )
    sent += claimed.length
  }
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.forgetWebhookMessages(deps.now() - LOG_LASTS)
    return { again: await tx.store.nextWebhookMessageAt() }
  })
}

/** What a webhook's secret is bound to. */
export const secretContext = (merchant: MerchantId, webhookId: number): string => `webhook ${merchant} ${webhookId}`

async function tryMessage(deps: Deps, merchant: MerchantId, message: ClaimedMessage): Promise<TryOutcome> {
  const { messageId, url, attempts, webhookId } = message
  const open = (sealed: Buffer) => deps.secrets.open(sealed, secretContext(merchant, webhookId))
  const secrets = [message.secret, message.oldSecret].flatMap((sealed) => (sealed ? [open(sealed)] : []))
  const name = messageName(merchant, messageId)
  const outcome = await deps.webhooks.send({ url, name, body: messageBody(message, merchant), at: deps.now(), secrets })
  const at = deps.now()
  const after = afterTry(outcome, { attempts, at, chance: deps.random() })
  const answer = wordsOf(outcome)
  await deps.transaction(merchant, 'app', async (tx) => {
    const state = after.state === 'gone' ? 'failed' : after.state
    await tx.store.noteWebhookTry({ messageId, state, nextAt: after.nextAt, tried: { at, took: outcome.took, answer } })
    await tellPeople(tx, message, { after, answer, at })
  })
  return outcome
}

const wordsOf = ({ status, why }: TryOutcome): string => (status === null ? (why ?? 'no answer') : `answered ${status}`)

type Tried = { readonly after: AfterTry; readonly answer: string; readonly at: number }

/** A webhook that fails is a problem that people see; it is over with the next message that is taken. */
async function tellPeople(tx: Tx, message: ClaimedMessage, { after, answer, at }: Tried): Promise<void> {
  const { webhookId, name, attempts } = message
  const about = { connection: NO_CONNECTION, subject: String(webhookId), at }
  if (after.state === 'delivered')
    return tx.store.clearProblems({
      connection: NO_CONNECTION,
      codes: ['webhook-failing', 'webhook-gone'],
      subjects: [about.subject],
      at,
    })
  if (after.state === 'gone') {
    await tx.store.noteProblem({ ...about, problem: problem('webhook-gone', { name }) })
    await tx.store.switchWebhookOff({ webhookId, by: 'the receiver (410)', at })
  } else if (attempts >= TOLD_AFTER || after.state === 'failed')
    await tx.store.noteProblem({ ...about, problem: problem('webhook-failing', { name, why: answer }) })
}

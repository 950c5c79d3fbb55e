import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { type Checked, refused } from '#core/settings/faults.ts'
import { checkWebhook, MOST_WEBHOOKS, type WantedWebhook, type Webhook } from '#core/webhooks/webhook.ts'
import type { Deps, Tx } from './deps.ts'
import { secretContext } from './send-webhooks.ts'

/** For so long both secrets sign, so that the receiver can change to the new one without a gap. */
const OLD_SECRET_SIGNS = 24 * 3_600_000

/** A webhook, and its secret where it is new: shown this once. */
export type WebhookWithSecret = { readonly webhook: Webhook; readonly secret: string }

/** Makes a webhook (X2). Its secret is shown once and kept sealed. */
export async function makeWebhook(
  deps: Deps,
  merchant: MerchantId,
  { who, wanted }: { readonly who: string; readonly wanted: WantedWebhook },
): Promise<Checked<WebhookWithSecret>> {
  const checked = checkWebhook(wanted, deps.webhooks)
  if (!checked.ok) return checked
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    if ((await tx.store.listWebhooks()).length >= MOST_WEBHOOKS)
      return refused(failed('too-many-webhooks', { most: MOST_WEBHOOKS }))
    const webhookId = await tx.store.nextWebhook()
    const { secret, sealed } = newSecret(deps, merchant, webhookId)
    await tx.store.addWebhook({ ...checked.value, webhookId, secret: sealed, who, at: deps.now() })
    note(deps, tx, { what: `made webhook ${webhookId}`, who })
    return { ok: true, value: { webhook: await standing(tx, webhookId), secret } }
  })
}

/** Saves what a webhook tells, and where; what waits goes to the new address. */
export async function changeWebhook(
  deps: Deps,
  merchant: MerchantId,
  { who, webhookId, wanted }: { readonly who: string; readonly webhookId: number; readonly wanted: WantedWebhook },
): Promise<Checked<Webhook>> {
  const checked = checkWebhook(wanted, deps.webhooks)
  if (!checked.ok) return checked
  return deps.transaction(merchant, 'app', async (tx) => {
    if (!(await tx.store.lockWebhook(webhookId))) return refused(unknown(webhookId))
    const at = deps.now()
    await tx.store.saveWebhook({ ...checked.value, webhookId, who, at })
    if (wanted.on) await clearTroubles(tx, webhookId, at)
    note(deps, tx, { what: `changed webhook ${webhookId}`, who })
    await tx.wake('webhooks')
    return { ok: true, value: await standing(tx, webhookId) }
  })
}

/** A new secret; the one before signs as well for a day. */
export async function renewWebhookSecret(
  deps: Deps,
  merchant: MerchantId,
  { who, webhookId }: { readonly who: string; readonly webhookId: number },
): Promise<Result<WebhookWithSecret>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    if (!(await tx.store.lockWebhook(webhookId))) return unknown(webhookId)
    const { secret, sealed } = newSecret(deps, merchant, webhookId)
    await tx.store.replaceWebhookSecret({ webhookId, secret: sealed, oldUntil: deps.now() + OLD_SECRET_SIGNS })
    note(deps, tx, { what: `new secret of webhook ${webhookId}`, who })
    return ok({ webhook: await standing(tx, webhookId), secret })
  })
}

/** Removes a webhook, and what it was told. */
export const removeWebhook = (
  deps: Deps,
  merchant: MerchantId,
  { who, webhookId }: { readonly who: string; readonly webhookId: number },
): Promise<Result<Webhook>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const before = await tx.store.lockWebhook(webhookId)
    if (!before) return unknown(webhookId)
    await tx.store.removeWebhook(webhookId)
    await clearTroubles(tx, webhookId, deps.now())
    note(deps, tx, { what: `removed webhook ${webhookId}`, who })
    return ok(before)
  })

/** Sends a test, which says nothing but that it is one. */
export const testWebhook = (deps: Deps, merchant: MerchantId, webhookId: number): Promise<Result<number>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    if (!(await tx.store.lockWebhook(webhookId))) return unknown(webhookId)
    const at = deps.now()
    return ok(await tx.store.addWebhookMessage({ webhookId, type: 'webhook.test', data: { webhookId }, at }))
  })

/** Which messages a person wants sent again: one, or all since an instant; `delivered`: also those that were taken. */
export type ReplayWish = {
  readonly webhookId: number
  readonly messageId: number | null
  readonly since: number | null
  readonly delivered: boolean
}

/** Sends messages again under their old names (X2); gives how many. */
export const replayWebhook = (deps: Deps, merchant: MerchantId, wish: ReplayWish): Promise<Result<number>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    if (!(await tx.store.lockWebhook(wish.webhookId))) return unknown(wish.webhookId)
    const count = await tx.store.sendWebhookMessagesAgain({ ...wish, at: deps.now() })
    if (wish.messageId !== null && count === 0) return failed('not-found', { what: `message [${wish.messageId}]` })
    await tx.wake('webhooks')
    return ok(count)
  })

const unknown = (webhookId: number) => failed('not-found', { what: `webhook [${webhookId}]` })

function newSecret(deps: Deps, merchant: MerchantId, webhookId: number): { secret: string; sealed: Buffer } {
  const secret = `whsec_${Buffer.from(deps.newSecret().secret, 'base64url').toString('base64')}`
  return { secret, sealed: deps.secrets.seal(secret, secretContext(merchant, webhookId)) }
}

async function standing(tx: Tx, webhookId: number): Promise<Webhook> {
  const webhook = await tx.store.lockWebhook(webhookId)
  if (!webhook) throw new Error('The webhook is not there.')
  return webhook
}

const clearTroubles = (tx: Tx, webhookId: number, at: number) =>
  tx.store.clearProblems({
    connection: '' as ConnectionId,
    codes: ['webhook-failing', 'webhook-gone'],
    subjects: [String(webhookId)],
    at,
  })

const note = (deps: Deps, tx: Tx, { what, who }: { readonly what: string; readonly who: string }): void =>
  tx.audit.note({ at: deps.now(), act: 'settings-changed', who, facts: { what } })

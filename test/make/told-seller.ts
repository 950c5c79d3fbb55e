import { makeWebhook } from '#flows/configure-webhooks.ts'
import { sendWebhooks } from '#flows/send-webhooks.ts'
import { webhookSender } from '#main/webhook-sender.ts'
import { startReceiver } from './receiver.ts'
import { makeSeller } from './seller.ts'

/** Who saves webhooks in tests. */
export const who = 'A person'

/** A seller whose own program listens; `pass` also sends what waits. */
export async function makeTold(types: readonly string[] = []) {
  const seller = await makeSeller({ webhooks: webhookSender({ insideAllowed: true }) })
  const receiver = await startReceiver()
  const { deps } = seller
  const wanted = { url: receiver.url, name: 'The shop', types, on: true }
  const made = await makeWebhook(deps, seller.merchant, { who, wanted })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const { webhook, secret } = made.value
  const { webhookId } = webhook
  const told = () => receiver.received.map(({ body }) => JSON.parse(body) as { type: string; data: object })
  return {
    seller,
    deps,
    merchant: seller.merchant,
    receiver,
    wanted,
    webhookId,
    secret,
    told,
    kinds: () => told().map(({ type }) => type),
    send: () => sendWebhooks(deps, seller.merchant),
    log: () => seller.store((s) => s.listWebhookMessages({ webhookId, after: null, limit: 200 })),
    problems: async () => (await seller.store((s) => s.listProblems())).map(({ problem }) => problem.code),
  }
}

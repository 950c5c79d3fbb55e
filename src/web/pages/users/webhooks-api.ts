import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { useRows } from '../../parts/use-rows.ts'

export type Webhook = components['schemas']['Webhook']
export type WebhookMessage = components['schemas']['WebhookMessage']

/** All webhooks of the merchant. */
export const useWebhooks = () =>
  useRows<Webhook>(['webhooks', 'all'], (signal) => answer(api.GET('/api/v1/webhooks', { signal })))

/** Fetches again what shows webhooks, after one of them was changed. */
export const webhooksChanged = () => queries.invalidateQueries({ queryKey: ['webhooks'] })

/** A webhook in the path. */
export const pathOf = ({ webhookId }: Pick<Webhook, 'webhookId'>) => ({ path: { webhookId: String(webhookId) } })

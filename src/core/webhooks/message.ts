import { Temporal } from 'temporal-polyfill'

/** What is told: numbers and codes, never buyer data (X2). */
export type EventData = Readonly<Record<string, string | number | null>>

/** One try of a message: when, how long it took (ms), and what came back. */
export type WebhookTry = { readonly at: number; readonly took: number; readonly answer: string }

export const MESSAGE_STATES = ['waiting', 'delivered', 'failed'] as const
/** waiting: to be sent. delivered: the receiver took it. failed: given up. */
export type MessageState = (typeof MESSAGE_STATES)[number]

/** An event as it is told to one webhook; instants in epoch ms. */
export type WebhookMessage = {
  readonly messageId: number
  readonly webhookId: number
  readonly type: string
  readonly data: EventData
  readonly at: number
  readonly state: MessageState
  readonly nextAt: number
  readonly attempts: number
  readonly tries: readonly WebhookTry[]
  readonly endedAt: number | null
}

/** The name of a message, the same at every try, by which the receiver knows one that it had already. */
export const messageName = (merchant: string, messageId: number): string => `msg_${merchant}_${messageId}`

/** What goes over the line. */
export const messageBody = (
  { type, at, data }: Pick<WebhookMessage, 'type' | 'at' | 'data'>,
  merchant: string,
): string =>
  JSON.stringify({
    type,
    timestamp: Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' }),
    data: { merchant, ...data },
  })

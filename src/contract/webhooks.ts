import { z } from 'zod'
import { EVENT_GROUPS, EVENT_TYPES } from '#core/webhooks/event-types.ts'
import { MESSAGE_STATES, type WebhookMessage } from '#core/webhooks/message.ts'
import type { Webhook } from '#core/webhooks/webhook.ts'
import { instant, pageQuery, text, writeInstant, writeInstantOrNull } from './parts.ts'

/** What is needed to make or change a webhook (X2). */
export const webhookBody = z
  .strictObject({
    url: text(1, 500).describe('Where messages are posted, such as https://shop.example.com/millrace.'),
    name: text(1, 100).describe('What it is for.'),
    types: z
      .array(text(1, 60))
      .max(50)
      .default([])
      .describe(
        `What it is told of: types of events, or groups of them (${EVENT_GROUPS.join(', ')}); none: everything.`,
      ),
    on: z.boolean().default(true).describe('Switched off, it is told nothing, and nothing is kept for it.'),
  })
  .meta({ id: 'WebhookBody' })

/** A webhook without its secret (X2). */
export const webhook = z
  .object({
    webhookId: z.int(),
    url: z.string(),
    name: z.string(),
    types: z.array(z.string()),
    on: z.boolean(),
    offSince: instant.nullable(),
    offBy: z.string().nullable().describe('Who switched it off: a person, or the receiver by answering 410.'),
    madeBy: z.string(),
    madeAt: instant,
    oldSecretUntil: instant.nullable().describe('Until when the secret before the last one signs as well.'),
  })
  .meta({ id: 'Webhook' })

/** Writes a webhook. */
export const writeWebhook = (from: Webhook): z.output<typeof webhook> => ({
  webhookId: from.webhookId,
  url: from.url,
  name: from.name,
  types: [...from.types],
  on: from.offSince === null,
  offSince: writeInstantOrNull(from.offSince),
  offBy: from.offBy,
  madeBy: from.madeBy,
  madeAt: writeInstant(from.madeAt),
  oldSecretUntil: writeInstantOrNull(from.oldSecretUntil),
})

/** A webhook with its secret. */
export const webhookWithSecret = z
  .object({
    webhook,
    secret: z.string().describe('Shown this once. Every message is signed by it (Standard Webhooks, HMAC-SHA256).'),
  })
  .meta({ id: 'WebhookWithSecret' })

/** A message to a webhook, and how it came out (X2). */
export const webhookMessage = z
  .object({
    messageId: z.int(),
    webhookId: z.int(),
    type: z.string(),
    at: instant.describe('When it happened.'),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    state: z.enum(MESSAGE_STATES).describe('`failed`: given up after three days of tries.'),
    nextTry: instant.nullable(),
    tries: z.array(z.object({ at: instant, took: z.int().describe('Milliseconds.'), answer: z.string() })),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'WebhookMessage' })

/** Writes a message. */
export const writeMessage = (from: WebhookMessage): z.output<typeof webhookMessage> => ({
  messageId: from.messageId,
  webhookId: from.webhookId,
  type: from.type,
  at: writeInstant(from.at),
  data: { ...from.data },
  state: from.state,
  nextTry: from.state === 'waiting' ? writeInstant(from.nextAt) : null,
  tries: from.tries.map(({ at, took, answer }) => ({ at: writeInstant(at), took, answer })),
  endedAt: writeInstantOrNull(from.endedAt),
})

const number = z.string().regex(/^[1-9]\d{0,14}$/, 'must be a number')

/** A webhook in the path. */
export const webhookParams = z.strictObject({ webhookId: number.describe('The number of a webhook.') })

/** A message in the path. */
export const messageParams = webhookParams.extend({ messageId: number.describe('The number of a message.') })

/** What the delivery log can be asked. */
export const messagesQuery = pageQuery.extend({ state: z.enum(MESSAGE_STATES).optional() })

/** Which messages are sent again. */
export const replayBody = z
  .strictObject({
    since: z.iso.datetime().describe('What happened since then.'),
    delivered: z.boolean().default(false).describe('Also what was taken already.'),
  })
  .meta({ id: 'WebhookReplay' })

/** How many messages wait again. */
export const replayed = z.object({ waiting: z.int() }).meta({ id: 'WebhookReplayed' })

/** The types of events there are. */
export const eventType = z.object({ type: z.string(), meaning: z.string() }).meta({ id: 'EventType' })

/** Writes them. */
export const writeEventTypes = (): z.output<typeof eventType>[] =>
  Object.entries(EVENT_TYPES).map(([type, meaning]) => ({ type, meaning }))

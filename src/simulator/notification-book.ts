import { type MessageQueue, newQueue } from './message-queue.ts'

/** Where an application wants notifications to go. */
export type NotificationPlace = {
  readonly destinationId: string
  readonly clientId: string
  readonly name: string
  readonly arn: string
}

/** What an application wants to be told of a seller. */
export type Subscription = {
  readonly subscriptionId: string
  readonly clientId: string
  readonly sellerId: string
  readonly type: string
  readonly payloadVersion: string
  readonly destinationId: string
  readonly processingDirective?: unknown
}

export type NotificationSettings = {
  /** How long a notification is on its way. */
  lowMs: number
  highMs: number
}

export type NotificationBook = {
  readonly settings: NotificationSettings
  readonly destinations: Map<string, NotificationPlace>
  readonly subscriptions: Map<string, Subscription>
  /** Queues of developers at SQS, by their ARN. */
  readonly queues: Map<string, MessageQueue>
  /** The queue that was registered by hand for the notices about an application's secret, by client. */
  readonly secretQueues: Map<string, string>
}

/** Nobody wants to be told anything. */
export const newNotificationBook = (): NotificationBook => ({
  settings: { lowMs: 1_000, highMs: 5_000 },
  destinations: new Map(),
  subscriptions: new Map(),
  queues: new Map(),
  secretQueues: new Map(),
})

/** Makes a queue of a developer; `allowsAmazon` false: its policy does not let Amazon send. */
export function putQueue(
  book: NotificationBook,
  draft: { name?: string; region?: string; allowsAmazon?: boolean } = {},
): { arn: string; path: string } {
  const { name = 'millrace', region = 'us-east-1', allowsAmazon = true } = draft
  const arn = `arn:aws:sqs:${region}:123456789012:${name}`
  const known = book.queues.get(arn)
  if (known) known.allowsAmazon = allowsAmazon
  else book.queues.set(arn, newQueue({ arn, path: `/123456789012/${name}`, allowsAmazon }))
  return { arn, path: `/123456789012/${name}` }
}

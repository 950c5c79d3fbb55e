import type { Random } from './random.ts'

type Waiting = {
  readonly messageId: string
  readonly body: string
  readonly sentAt: number
  visibleAt: number
  receives: number
  receipt: string | undefined
}

/** A standard queue of SQS: nothing is promised but that a message comes at least once, in some order. */
export type MessageQueue = {
  readonly arn: string
  readonly path: string
  allowsAmazon: boolean
  waiting: Waiting[]
  /** Without a word of who takes it: how long a taken message stays away. */
  visibilitySeconds: number
  sent: number
  deleted: number
}

/** A message as it is handed out. */
export type Received = {
  readonly messageId: string
  readonly receipt: string
  readonly body: string
  readonly sentAt: number
  readonly receives: number
}

/** How long SQS keeps what nobody takes: the default of a new queue. */
const KEPT = 4 * 86_400_000

/** An empty queue. */
export const newQueue = (made: Pick<MessageQueue, 'arn' | 'path' | 'allowsAmazon'>): MessageQueue => ({
  ...made,
  waiting: [],
  visibilitySeconds: 30,
  sent: 0,
  deleted: 0,
})

/** Puts a message into a queue. */
export function sendMessage(queue: MessageQueue, message: { id: string; body: string; at: number }): void {
  queue.sent++
  const { id, body, at } = message
  queue.waiting.push({ messageId: id, body, sentAt: at, visibleAt: at, receives: 0, receipt: undefined })
}

/** Hands out up to `most` messages, in no order; they stay away for a while and come again unless they are deleted. */
export function receiveMessages(
  queue: MessageQueue,
  asked: { readonly now: number; readonly most: number; readonly visibilitySeconds?: number; readonly random: Random },
): Received[] {
  const { now, most, random } = asked
  queue.waiting = queue.waiting.filter(({ sentAt }) => now - sentAt < KEPT)
  const visible = queue.waiting.filter(({ visibleAt }) => visibleAt <= now)
  const taken: Received[] = []
  while (taken.length < most && visible.length > 0) {
    const [message] = visible.splice(random.whole(0, visible.length - 1), 1)
    if (!message) break
    message.receives++
    message.receipt = `receipt-${message.messageId}-${message.receives}`
    message.visibleAt = now + (asked.visibilitySeconds ?? queue.visibilitySeconds) * 1000
    const { messageId, body, sentAt, receives, receipt } = message
    taken.push({ messageId, body, sentAt, receives, receipt })
  }
  return taken
}

/** Deletes by receipt; an old receipt may do nothing, as at SQS, which says that all is well all the same. */
export function deleteMessage(queue: MessageQueue, receipt: string): void {
  const before = queue.waiting.length
  queue.waiting = queue.waiting.filter((message) => message.receipt !== receipt)
  queue.deleted += before - queue.waiting.length
}

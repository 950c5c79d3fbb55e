import { randomUUID } from 'node:crypto'
import { takeFault } from './faults.ts'
import { sendMessage } from './message-queue.ts'
import { NOTIFICATION_TYPES } from './notification-types.ts'
import { orderNotice } from './order-notice.ts'
import type { World } from './state.ts'

/** What is told, of whom. */
export type Notice = {
  readonly type: string
  readonly sellerId: string
  readonly payload: unknown
}

type Written = Notice & { readonly arn: string; readonly applicationId: string; readonly subscriptionId: string }

/** The next change of an order reaches whoever wants to know. */
export const tellOrderChange = (world: World, sellerId: string, orderId: string): void => {
  const order = world.orders.byId.get(orderId)?.current.document
  if (order) notifySeller(world, { type: 'ORDER_CHANGE', sellerId, payload: orderNotice(sellerId, order) })
}

/** A feed or a report has come to its end. */
export function tellFinished(
  world: World,
  {
    of,
    sellerId,
    ...job
  }: {
    of: 'feed' | 'report'
    sellerId: string
    id: string
    type: string
    status: string
    documentId?: string | undefined
  },
): void {
  const more =
    job.documentId === undefined
      ? {}
      : { [of === 'feed' ? 'resultFeedDocumentId' : 'reportDocumentId']: job.documentId }
  const told = {
    sellerId,
    accountId: `amzn1.merchant.o.${sellerId}`,
    [`${of}Id`]: job.id,
    [`${of}Type`]: job.type,
    processingStatus: job.status,
    ...more,
  }
  notifySeller(world, {
    type: `${of.toUpperCase()}_PROCESSING_FINISHED`,
    sellerId,
    payload: { [`${of}ProcessingFinishedNotification`]: told },
  })
}

/** Sends to each subscription of the seller; nobody is told who did not ask. */
export function notifySeller(world: World, notice: Notice): void {
  const { subscriptions, destinations } = world.notifications
  for (const { sellerId, type, subscriptionId, destinationId, clientId } of subscriptions.values()) {
    if (sellerId !== notice.sellerId || type !== notice.type) continue
    const arn = destinations.get(destinationId)?.arn ?? ''
    deliver(world, { ...notice, arn, subscriptionId, applicationId: world.apps.get(clientId)?.applicationId ?? '' })
  }
}

/** To the queue that was registered by hand for an application: there is no subscription. */
export function tellApplication(world: World, clientId: string, notice: Pick<Notice, 'type' | 'payload'>): void {
  const arn = world.notifications.secretQueues.get(clientId)
  const applicationId = world.apps.get(clientId)?.applicationId ?? ''
  if (arn) deliver(world, { ...notice, sellerId: '', arn, subscriptionId: '', applicationId })
}

/** On its way for a while; by a fault it is lost, doubled or late. */
function deliver(world: World, written: Written): void {
  const { lowMs, highMs } = world.notifications.settings
  const asking = { operation: 'sendNotification', sellerId: written.sellerId }
  if (takeFault(world, asking, ['lose-notification'])) return
  const late = takeFault(world, asking, ['late-notification'])?.ms ?? 0
  const copies = takeFault(world, asking, ['double-notification']) ? 2 : 1
  const body = envelope(world, written)
  for (let copy = 0; copy < copies; copy++) {
    const at = world.clock.now() + late + world.random.queue.whole(lowMs, highMs)
    world.clock.plan({ at, run: () => putMessage(world, written.arn, body) })
  }
}

/** Puts a body into a queue as it is. */
export function putMessage(world: World, arn: string, body: string): void {
  const queue = world.notifications.queues.get(arn)
  if (queue?.allowsAmazon) sendMessage(queue, { id: randomUUID(), body, at: world.clock.now() })
}

/** The frame that every notification has; one that came by EventBridge lies in another. */
export function envelope(
  world: World,
  { type, payload, subscriptionId, applicationId, sellerId }: Omit<Written, 'arn'>,
): string {
  const time = new Date(world.clock.now()).toISOString()
  const facts = NOTIFICATION_TYPES[type]
  const version = facts?.versions[0] ?? '1.0'
  const isSmall = facts?.lower ?? type.startsWith('APPLICATION_')
  const cased = (name: string) => (isSmall ? name.charAt(0).toLowerCase() + name.slice(1) : name)
  const frame = {
    [cased('NotificationVersion')]: version,
    [cased('NotificationType')]: type,
    [cased('PayloadVersion')]: version,
    [cased('EventTime')]: time,
    [cased('Payload')]: payload,
    [cased('NotificationMetadata')]: {
      [cased('ApplicationId')]: applicationId,
      [cased('SubscriptionId')]: subscriptionId,
      [cased('PublishTime')]: time,
      [cased('NotificationId')]: randomUUID(),
    },
  }
  if (facts?.channel !== 'eventBridge') return JSON.stringify(frame)
  const event = {
    version: '0',
    id: randomUUID(),
    'detail-type': type,
    source: `aws.partner/sellingpartnerapi.amazon.com/${sellerId}`,
  }
  return JSON.stringify({ ...event, account: '123456789012', time, region: 'us-east-1', resources: [], detail: frame })
}

import { type NotificationSettings, putQueue, type Subscription } from './notification-book.ts'
import { envelope, notifySeller, putMessage } from './notify-seller.ts'
import { timeOf } from './place-order.ts'
import { rotateSecret, tellSecretExpiry } from './rotate-secret.ts'
import { SAMPLE } from './sample-merchant.ts'
import type { World } from './state.ts'

export type QueueDraft = { name?: string; region?: string; allowsAmazon?: boolean }
export type NoticeDraft = { type: string; sellerId?: string; payload: unknown; arn?: string }

/** The part of the side door about notifications and the queues that they go to. */
export function notificationsDoor(world: World) {
  return {
    putQueue: (draft: QueueDraft = {}): { arn: string; path: string } => putQueue(world.notifications, draft),
    queues: () =>
      [...world.notifications.queues.values()].map(({ arn, path, waiting, sent, deleted }) => {
        return { arn, path, waiting: waiting.length, sent, deleted }
      }),
    subscriptions: (): Subscription[] => [...world.notifications.subscriptions.values()],
    /** Alters what is given of how long notifications are on their way; answers all of it. */
    setNotifications: (settings: Partial<NotificationSettings>): NotificationSettings =>
      Object.assign(world.notifications.settings, settings),
    /** Forgets a subscription, as when Amazon loses it. */
    forgetSubscriptions: (): void => world.notifications.subscriptions.clear(),
    /** Forgets where notifications go, and with it who wants them. */
    forgetDestinations: (): void => {
      world.notifications.subscriptions.clear()
      world.notifications.destinations.clear()
    },
    /** The developer deletes a queue, with what lies in it. */
    removeQueue: (arn: string): void => void world.notifications.queues.delete(arn),
    /** A notification of any type: to who subscribed to it, or with an `arn` straight into that queue, as a rule of EventBridge does. */
    notify: ({ type, sellerId = SAMPLE.sellerId, payload, arn }: NoticeDraft): void => {
      const written = { type, sellerId, payload, subscriptionId: 'by-rule', applicationId: SAMPLE.applicationId }
      if (arn === undefined) notifySeller(world, { type, sellerId, payload })
      else putMessage(world, arn, envelope(world, written))
    },
    /** Any text at all, as it is. */
    putMessage: ({ arn, body }: { arn: string; body: string }): void => putMessage(world, arn, body),
    /** Registers by hand, as in the developer console, where the notices of an application's secret go. */
    enrollSecret: ({ arn, clientId = SAMPLE.clientId }: { arn: string; clientId?: string }): void =>
      void world.notifications.secretQueues.set(clientId, arn),
    rotateSecret: (clientId: string = SAMPLE.clientId): string => rotateSecret(world, clientId),
    tellSecretExpiry: (expiresAt: string | number, clientId: string = SAMPLE.clientId): void =>
      tellSecretExpiry(world, clientId, timeOf(expiresAt) ?? 0),
  }
}

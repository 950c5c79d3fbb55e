/** What Amazon's papers say of a type of notification. */
export type NotificationType = {
  readonly versions: readonly string[]
  /** Where it can be sent: those of EventBridge reach a queue only by a rule that the developer makes there. */
  readonly channel: 'sqs' | 'eventBridge'
  /** One of them is enough; none: any application. */
  readonly roles: readonly string[]
  /** Its fields are written `likeThis` and not `LikeThis`. */
  readonly lower: boolean
}

const ORDERS = ['inventory-and-order-tracking', 'direct-to-consumer', 'tax-invoicing']
const LISTINGS = ['product-listing', 'inventory-and-order-tracking']

/** The types that are played here. */
export const NOTIFICATION_TYPES: Readonly<Record<string, NotificationType>> = {
  ORDER_CHANGE: { versions: ['1.0'], channel: 'sqs', roles: ORDERS, lower: false },
  FEED_PROCESSING_FINISHED: { versions: ['2020-09-04'], channel: 'sqs', roles: [], lower: true },
  REPORT_PROCESSING_FINISHED: { versions: ['2020-09-04'], channel: 'sqs', roles: [], lower: true },
  LISTINGS_ITEM_STATUS_CHANGE: { versions: ['1.0'], channel: 'eventBridge', roles: LISTINGS, lower: false },
  LISTINGS_ITEM_ISSUES_CHANGE: { versions: ['2023-12-13'], channel: 'eventBridge', roles: LISTINGS, lower: false },
  LISTINGS_ITEM_MFN_QUANTITY_CHANGE: { versions: ['1.0'], channel: 'eventBridge', roles: LISTINGS, lower: false },
}

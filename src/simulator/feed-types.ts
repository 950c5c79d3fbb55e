import { flatAcknowledgementFeed, xmlAcknowledgementFeed } from './acknowledgement-feed.ts'
import { flatAdjustmentFeed, xmlAdjustmentFeed } from './adjustment-feed.ts'
import type { FeedType } from './feed-work.ts'
import { flatFulfillmentFeed, xmlFulfillmentFeed } from './fulfillment-feed.ts'
import { listingsFeed } from './listings-feed.ts'

/** The feed types that the simulator has: one entry is all that a new one needs. */
export const FEED_TYPES: Readonly<Record<string, FeedType>> = {
  JSON_LISTINGS_FEED: listingsFeed,
  POST_ORDER_FULFILLMENT_DATA: xmlFulfillmentFeed,
  POST_FLAT_FILE_FULFILLMENT_DATA: flatFulfillmentFeed,
  POST_ORDER_ACKNOWLEDGEMENT_DATA: xmlAcknowledgementFeed,
  POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA: flatAcknowledgementFeed,
  POST_PAYMENT_ADJUSTMENT_DATA: xmlAdjustmentFeed,
  POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA: flatAdjustmentFeed,
}

/** Taken out of service on 2025-07-31: createFeed still takes them, and each ends FATAL. */
export const RETIRED_FEED_TYPES: readonly string[] = [
  'POST_PRODUCT_DATA',
  'POST_INVENTORY_AVAILABILITY_DATA',
  'POST_PRODUCT_OVERRIDES_DATA',
  'POST_PRODUCT_PRICING_DATA',
  'POST_PRODUCT_IMAGE_DATA',
  'POST_PRODUCT_RELATIONSHIP_DATA',
  'POST_FLAT_FILE_INVLOADER_DATA',
  'POST_FLAT_FILE_BOOKLOADER_DATA',
  'POST_FLAT_FILE_CONVERGENCE_LISTINGS_DATA',
  'POST_FLAT_FILE_LISTINGS_DATA',
  'POST_FLAT_FILE_PRICEANDQUANTITYONLY_UPDATE_DATA',
  'POST_UIEE_BOOKLOADER_DATA',
]

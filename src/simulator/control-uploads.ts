import { FEED_TYPES } from './feed-types.ts'
import { Refusal } from './place-order.ts'
import type { Refund } from './refund-book.ts'
import { SAMPLE } from './sample-merchant.ts'
import type { World } from './state.ts'

/** A file that a person uploads in Seller Central under "Upload Order Related Files". */
export type HandFile = {
  readonly sellerId?: string
  readonly kind: 'shipping-confirmation' | 'cancellation' | 'adjustment'
  readonly text: string
}

const TYPES: Readonly<Record<HandFile['kind'], string>> = {
  'shipping-confirmation': 'POST_FLAT_FILE_FULFILLMENT_DATA',
  cancellation: 'POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA',
  adjustment: 'POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA',
}

/** The part of the side door about files carried by hand, and the money that went back. */
export function uploadsDoor(world: World) {
  return {
    /** Works a file out at once, and answers the text of its processing report. */
    uploadFile: ({ sellerId = SAMPLE.sellerId, kind, text }: HandFile): string => {
      const type = FEED_TYPES[TYPES[kind]]
      if (!type) throw new Refusal(`No file is called ${kind}.`)
      if (!world.sellers.has(sellerId)) throw new Refusal(`No seller ${sellerId}.`)
      const paper = { bytes: Buffer.from(text), contentType: 'text/plain; charset=UTF-8' }
      const { operations, report } = type.work({
        ...paper,
        world,
        sellerId,
        feedId: '',
        marketplaceIds: [],
        options: {},
      })
      for (const operation of operations) operation()
      return report().text
    },
    /** Every refund that Amazon made; of one order, when it is named. */
    refunds: (orderId?: string): readonly Refund[] =>
      world.refunds.filter((refund) => orderId === undefined || refund.orderId === orderId),
  }
}

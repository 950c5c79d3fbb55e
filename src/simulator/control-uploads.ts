import { FEED_TYPES } from './feed-types.ts'
import { Refusal } from './place-order.ts'
import { workOutPriceFile } from './price-file.ts'
import type { Refund } from './refund-book.ts'
import { SAMPLE } from './sample-merchant.ts'
import type { World } from './state.ts'

/** A file that a person uploads in Seller Central: about orders, or of prices and quantities for one marketplace. */
export type HandFile = {
  readonly sellerId?: string
  readonly kind: 'shipping-confirmation' | 'cancellation' | 'adjustment' | 'price-and-quantity'
  readonly marketplaceId?: string
  readonly text: string
}

const TYPES: Readonly<Record<Exclude<HandFile['kind'], 'price-and-quantity'>, string>> = {
  'shipping-confirmation': 'POST_FLAT_FILE_FULFILLMENT_DATA',
  cancellation: 'POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA',
  adjustment: 'POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA',
}

/** The part of the side door about files carried by hand, and the money that went back. */
export function uploadsDoor(world: World) {
  return {
    /** Works a file out at once, and answers the text of its processing report. */
    uploadFile: ({ sellerId = SAMPLE.sellerId, kind, text, marketplaceId = 'ATVPDKIKX0DER' }: HandFile): string => {
      if (!world.sellers.has(sellerId)) throw new Refusal(`No seller ${sellerId}.`)
      if (kind === 'price-and-quantity') return workOutPriceFile({ world, sellerId, marketplaceId, text })
      const type = FEED_TYPES[TYPES[kind]]
      if (!type) throw new Refusal(`No file is called ${kind}.`)
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

import type { AmazonOrderId } from '../ids.ts'
import type { Destination } from '../orders/amazon-order.ts'
import type { Masked } from '../pii/masked.ts'
import type { OwnBuyer } from '../pii/own-buyer.ts'
import type { ShownPlace } from '../pii/shown-place.ts'

/** How an order of another channel is paid; the payment itself is not ours (H3). */
export const PAYMENT_METHODS = ['Credit Card', 'Purchase Order', 'PayPal', 'Check', 'Wire Transfer', 'Cash'] as const
export type ChannelPayment = (typeof PAYMENT_METHODS)[number]

/** What stands where Amazon's status would: Amazon knows nothing of the order. */
export const NOT_AT_AMAZON = 'NOT_AT_AMAZON'

const NAME = /^[A-Z0-9]{1,10}:[!-~]{1,49}$/

/** The number of an order within its channel: what can be typed, scanned and searched. */
export const isChannelOrderId = (id: string): boolean => /^[!-~]{1,49}$/.test(id)

/** The name of an order among all of the merchant: the code of its channel and its number there (H3). */
export const nameOfChannelOrder = (code: string, id: string): AmazonOrderId => `${code}:${id}` as AmazonOrderId

/** True for such a name; no order of Amazon looks like it. */
export const isChannelOrderName = (text: string): boolean => NAME.test(text)

/** Where something is wrong in a file, and what to write instead; never what stands there where it may be a buyer's. */
export type CellFault = { readonly row: number; readonly column: number; readonly header: string; readonly why: string }

/** One line of an order of another channel; amounts in minor units of the order's currency. */
export type ChannelLine = {
  readonly row: number
  /** The merchant's item id. */
  readonly item: string
  readonly title: string | null
  readonly quantity: number
  /** Null: the price of the item. */
  readonly unitCost: number | null
}

/** An order as a file says it; instants in epoch ms. What cannot be read is left out and stands among the faults (H3). */
export type ChannelOrder = {
  /** On which rows of the sheet it stands. */
  readonly rows: readonly number[]
  readonly id: string
  /** The code of its channel, where the file says one. */
  readonly channel: string | null
  readonly treatWarningsAsErrors: boolean
  readonly payment: ChannelPayment
  readonly hasPurchaseOrder: boolean
  /** It waits in Accounts Receivable for a person. */
  readonly waitsForPayment: boolean
  readonly storeCompleted: boolean
  readonly placedAt: number | null
  readonly currency: string
  readonly lines: readonly ChannelLine[]
  readonly shipping: number
  readonly tax: number
  readonly shipBy: number | null
  readonly deliverBy: number | null
  readonly gift: boolean
  readonly themeCode: string | null
  /** By name or id; empty: the cheapest of all. */
  readonly methods: readonly string[]
  /** Of several, or where the named one does not take it, the cheapest. */
  readonly leastCost: boolean
  readonly shipTo: ShownPlace
  readonly destination: Destination | null
  readonly buyer: Masked<OwnBuyer>
  readonly faults: readonly CellFault[]
}

import type { EnteredRefundLine, RefundableOrder, RefundEntry } from './check-refund.ts'
import type { PaidLine } from './left-to-refund.ts'
import type { EarlierRefund, Refund } from './refund.ts'

/** Two mugs for 20.00, shipping 5.00, gift wrap 2.00, 3.00 off, 2.40 tax of which Amazon collected 1.40: 26.40. */
export const line = (given: Partial<PaidLine> = {}): PaidLine => ({
  lineId: 'L1',
  sellerSku: 'MUG',
  quantityAmazon: 2,
  fulfilledAmazon: 2,
  ratio: { amazon: 1, ours: 3 },
  item: 2000,
  shipping: 500,
  giftWrap: 200,
  other: 0,
  tax: 240,
  marketplaceTax: 140,
  discount: 300,
  total: 2640,
  ...given,
})
/** An order with that line, shipped at Amazon. */
export const order = (given: Partial<RefundableOrder> = {}): RefundableOrder => ({
  amazonStatus: 'SHIPPED',
  fulfilledByAmazon: false,
  toConfirm: true,
  currency: 'USD',
  lines: [line()],
  ...given,
})
/** An amount in dollars. */
export const usd = (amount: string) => ({ amount, currency: 'USD' })
/** A return, line by line. */
export const byLine = (...lines: EnteredRefundLine[]): RefundEntry => ({ reason: 'customer-return', lines })
/** A return of everything. */
export const FULL: RefundEntry = { reason: 'customer-return', full: true }
/** A refund as it was entered before; it waits. */
export const earlier = (refund: Refund, given: Partial<EarlierRefund> = {}): EarlierRefund => ({
  ...refund,
  refundId: 1,
  state: 'waiting',
  enteredAt: 0,
  ...given,
})

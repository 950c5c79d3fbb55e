import type { Problem } from '../problems.ts'
import type { OutboxState } from '../shipments/outbox.ts'

/** The reasons that Amazon takes for giving money back, in our words (O16). */
export const REFUND_REASONS = [
  'customer-return',
  'general-adjustment',
  'no-inventory',
  'could-not-ship',
  'different-item',
] as const
export type RefundReason = (typeof REFUND_REASONS)[number]

/** What money goes back for. */
export const REFUND_PARTS = ['item', 'tax', 'shipping', 'shippingTax', 'giftWrap', 'giftWrapTax'] as const
export type RefundPart = (typeof REFUND_PARTS)[number]

/** What goes back for one line: minor units for the whole line, units of Amazon that will not be shipped, units of ours that are back. */
export type RefundLine = Readonly<Record<RefundPart, number>> & {
  readonly lineId: string
  readonly quantityCancelled: number
  readonly restock: number
}

/** Money that goes back to a buyer, by line. */
export type Refund = { readonly reason: RefundReason; readonly currency: string; readonly lines: readonly RefundLine[] }

/** A refund that was entered before, and how far it is. */
export type EarlierRefund = Refund & {
  readonly refundId: number
  readonly state: OutboxState
  /** Epoch ms. */
  readonly enteredAt: number
}

/** A refund with who entered it, and what became of it; instants in epoch ms. */
export type KnownRefund = EarlierRefund & {
  readonly enteredBy: string
  readonly problem: Problem | null
  readonly settledAt: number | null
  readonly settledBy: string | null
}

/** A line for which nothing goes back. */
export const nothingFor = (lineId: string): RefundLine => ({
  lineId,
  item: 0,
  tax: 0,
  shipping: 0,
  shippingTax: 0,
  giftWrap: 0,
  giftWrapTax: 0,
  quantityCancelled: 0,
  restock: 0,
})

/** All the money that goes back for a line. */
export const moneyOf = (line: RefundLine): number => REFUND_PARTS.reduce((sum, part) => sum + line[part], 0)

const MINUTES_10 = 10 * 60_000

/** The refund that was entered less than ten minutes ago with the same reason, lines and amounts, if there is one: a second click (O16). */
export const repeatedRefund = (
  refund: Refund,
  earlier: readonly EarlierRefund[],
  now: number,
): EarlierRefund | undefined =>
  earlier.findLast(
    (each) => each.state !== 'removed' && now - each.enteredAt < MINUTES_10 && contentOf(each) === contentOf(refund),
  )

const contentOf = ({ reason, lines }: Refund): string =>
  JSON.stringify([
    reason,
    lines
      .map((line) => [line.lineId, ...REFUND_PARTS.map((part) => line[part]), line.quantityCancelled, line.restock])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  ])

/** States of a refund that Amazon may yet carry out. */
const ON_ITS_WAY: readonly OutboxState[] = ['waiting', 'taken', 'sent', 'unsure']

/** Amazon's units of a line that refunds on their way take out of it: they are not to be shipped (O16, S2). */
export const unitsCancelling = (lineId: string, refunds: readonly EarlierRefund[]): number =>
  refunds
    .filter(({ state }) => ON_ITS_WAY.includes(state))
    .flatMap(({ lines }) => lines.filter((each) => each.lineId === lineId))
    .reduce((sum, { quantityCancelled }) => sum + quantityCancelled, 0)

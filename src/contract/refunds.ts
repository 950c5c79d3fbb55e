import { z } from 'zod'
import { type KnownRefund, REFUND_REASONS } from '#core/orders/refund.ts'
import { OUTBOX_STATES } from '#core/shipments/outbox.ts'
import { instant, money, text, whole, writeInstant, writeInstantOrNull, writeMoney } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

const MOST = 2_000_000_000

const refundLine = z
  .object({
    lineId: z.string().describe("Amazon's order item id."),
    item: money,
    tax: money,
    shipping: money,
    shippingTax: money,
    giftWrap: money,
    giftWrapTax: money,
    quantityCancelled: z.int().describe("Amazon's units that will not be shipped."),
    restock: z.int().describe('Our units that are back on the shelf.'),
  })
  .meta({ id: 'RefundLine' })

/** Money that goes back to a buyer (O16). */
export const refund = z
  .object({
    id: z.int(),
    reason: z.enum(REFUND_REASONS),
    state: z
      .enum(OUTBOX_STATES)
      .describe(
        '`settled`: Amazon paid it. `refused`: Amazon did not; it counts as given until it is removed. `unsure`: a person decides whether it was paid.',
      ),
    problem: toldProblem.nullable(),
    enteredBy: z.string(),
    enteredAt: instant,
    settledAt: instant.nullable(),
    settledBy: z.string().nullable().describe("How it was settled: by Amazon's `report`, or by a `person`."),
    lines: z.array(refundLine),
  })
  .meta({ id: 'Refund', description: 'Money back to a buyer, and how far it is.' })

/** Writes a refund. */
export function writeRefund(known: KnownRefund): z.output<typeof refund> {
  const { refundId, currency, lines, problem, enteredAt, settledAt } = known
  const { reason, state, enteredBy, settledBy } = known
  const amount = (minor: number) => writeMoney(minor, currency)
  return {
    id: refundId,
    reason,
    state,
    problem: problem && writeProblem(problem),
    enteredBy,
    enteredAt: writeInstant(enteredAt),
    settledAt: writeInstantOrNull(settledAt),
    settledBy,
    lines: lines.map((line) => ({
      lineId: line.lineId,
      item: amount(line.item),
      tax: amount(line.tax),
      shipping: amount(line.shipping),
      shippingTax: amount(line.shippingTax),
      giftWrap: amount(line.giftWrap),
      giftWrapTax: amount(line.giftWrapTax),
      quantityCancelled: line.quantityCancelled,
      restock: line.restock,
    })),
  }
}

const part = money.optional()

const enteredLine = z
  .strictObject({
    line: text(1, 200).describe("Amazon's order item id, or the seller SKU."),
    item: part.describe('For the whole line, not for each unit; where the prices hold the tax, with it.'),
    tax: part.describe('Not what the marketplace collected: Amazon gives that back itself.'),
    shipping: part,
    shippingTax: part,
    giftWrap: part,
    giftWrapTax: part,
    quantityCancelled: whole(0, MOST).optional().describe("Amazon's units that will not be shipped."),
    restock: whole(0, MOST).optional().describe('Our units that are back on the shelf.'),
  })
  .meta({ id: 'EnteredRefundLine' })

/** What a person gives back (O16). */
export const refundBody = z
  .strictObject({
    reason: z.enum(REFUND_REASONS),
    full: z.literal(true).optional().describe('Everything that was paid and is not refunded yet; without `lines`.'),
    restockAll: z.literal(true).optional().describe('With `full`: everything that had left is back on the shelf.'),
    lines: z.array(enteredLine).min(1).max(500).optional().describe('Amounts by line; without `full`.'),
    again: z
      .literal(true)
      .optional()
      .describe('The same refund as one of the last ten minutes is meant to be a second one.'),
  })
  .refine(({ full, lines }) => (full === undefined) !== (lines === undefined), 'give either full or lines')
  .refine(({ full, restockAll }) => full === true || restockAll === undefined, 'restockAll goes with full')
  .meta({ id: 'EnterRefund' })

/** The refunds of an order. */
export const refundParams = z.strictObject({ refund: z.string().regex(/^\d{1,15}$/, 'must be the number of a refund') })

/** What a person found in Seller Central about a refund that nobody is sure of (O16). */
export const refundDecisionBody = z
  .strictObject({
    decision: z
      .enum(['paid', 'not-paid'])
      .describe('`paid`: it is settled and never sent again. `not-paid`: it is sent once more.'),
  })
  .meta({ id: 'RefundDecision' })

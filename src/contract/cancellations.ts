import { z } from 'zod'
import { CANCELLATION_STATES, type CancellationState } from '#core/orders/cancellation-request.ts'
import { CANCEL_REASONS } from '#core/orders/decide-cancellation.ts'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import type { Problem } from '#core/problems.ts'
import { OUTBOX_STATES, type OutboxState } from '#core/shipments/outbox.ts'
import { instant, pageQuery, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

/** A cancellation: a buyer's request, or the merchant's own (O16). */
export const cancellation = z
  .object({
    number: z.int(),
    lines: z.array(z.string()).describe("Amazon's order item ids."),
    state: z
      .enum(CANCELLATION_STATES)
      .describe('`open` waits for a person; `cancel` was decided and Amazon has not cancelled yet.'),
    byMerchant: z.boolean().describe("The merchant's own: no buyer asked for it."),
    askedAt: instant,
    goneAt: instant.nullable().describe('Since when Amazon no longer shows it; a person still decides.'),
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    up: z
      .enum(OUTBOX_STATES)
      .nullable()
      .describe('How far the word to Amazon is. `refused`, `unsure`, `removed`: it is decided again.'),
    problem: toldProblem.nullable().describe('What went wrong with it.'),
  })
  .meta({
    id: 'Cancellation',
    description: "A request to cancel, or the merchant's own; a buyer's reason is not shown.",
  })

/** A cancellation as it is known; instants in epoch ms. */
type Known = {
  readonly number: number
  readonly lines: readonly string[]
  readonly state: CancellationState
  readonly byMerchant: boolean
  readonly askedAt: number
  readonly goneAt: number | null
  readonly reason: string | null
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  readonly up: OutboxState | null
  readonly problem: Problem | null
}

/** Writes a cancellation. */
export const writeCancellation = (known: Known): z.output<typeof cancellation> => ({
  number: known.number,
  lines: [...known.lines],
  state: known.state,
  byMerchant: known.byMerchant,
  askedAt: writeInstant(known.askedAt),
  goneAt: writeInstantOrNull(known.goneAt),
  reason: known.reason,
  decidedBy: known.decidedBy,
  decidedAt: writeInstantOrNull(known.decidedAt),
  up: known.up,
  problem: known.problem && writeProblem(known.problem),
})

/** A cancellation in the list of all orders. */
export const listedCancellation = cancellation
  .extend({
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    connection: z.string(),
    stage: z.enum(STAGES),
    shipBy: instant.nullable(),
  })
  .meta({ id: 'ListedCancellation' })

/** Writes a cancellation with its order. */
export const writeListedCancellation = (
  known: Known & {
    readonly orderId: number
    readonly amazonOrderId: string
    readonly connection: string
    readonly stage: Stage
    readonly shipBy: number | null
  },
): z.output<typeof listedCancellation> => ({
  ...writeCancellation(known),
  orderNumber: known.orderId,
  amazonOrderId: known.amazonOrderId,
  connection: known.connection,
  stage: known.stage,
  shipBy: writeInstantOrNull(known.shipBy),
})

/** Which cancellations are wanted. */
export const cancellationQuery = pageQuery.extend({
  state: z
    .enum(CANCELLATION_STATES)
    .default('open')
    .describe('`open`: what waits for a person, also what was decided and not carried out.'),
})

/** An order that the merchant cancels (O16). */
export const cancelBody = z
  .strictObject({ reason: z.enum(CANCEL_REASONS).describe("A reason of Amazon's list.") })
  .meta({ id: 'CancelOrder' })

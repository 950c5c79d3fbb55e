import { z } from 'zod'
import type { PreviewedOrder } from '#core/orders/preview-order.ts'
import { STAGES } from '#core/orders/stage.ts'
import type { ChecklistStep } from '#core/settings/checklist.ts'
import { instant, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

/** What one order would become (C9). */
export const previewedOrder = z
  .object({
    amazonOrderId: z.string().nullable().describe('Null where the order cannot be read.'),
    placedAt: instant.nullable(),
    amazonStatus: z.string().nullable(),
    becomes: z
      .enum(['placed', 'pending', 'held', 'skipped', 'updated', 'unchanged'])
      .describe('`updated` and `unchanged`: it is here already.'),
    stage: z.enum(STAGES).nullable(),
    shippingMethod: z.string().nullable(),
    paymentMethod: z.string().nullable(),
    center: z.string().nullable(),
    reason: z.string().nullable().describe('Why it would be skipped.'),
    problems: z.array(toldProblem).describe('Why it would be held.'),
    lines: z.array(
      z.object({
        sellerSku: z.string(),
        itemId: z.string().nullable(),
        quantity: z.int().describe("In our units where the item is known, else in Amazon's."),
      }),
    ),
    sentences: z.array(z.string()).describe('What the log of the import would tell.'),
  })
  .meta({ id: 'PreviewedOrder', description: 'What an order would become; nothing is written.' })

/** The preview (C9). */
export const previewReply = z
  .object({
    from: instant,
    to: instant,
    cutOff: instant.nullable().describe('Orders placed before it would be skipped; null where no date is set.'),
    more: z.boolean().describe('Whether Amazon has more orders in these 48 hours than were looked at.'),
    orders: z.array(previewedOrder),
  })
  .meta({ id: 'Preview', description: 'The last 48 hours as what each order would become.' })

/** Writes what one order would become. */
export const writePreviewed = ({ methodId, ...order }: PreviewedOrder): z.output<typeof previewedOrder> => ({
  ...order,
  placedAt: writeInstantOrNull(order.placedAt),
  shippingMethod: methodId,
  problems: order.problems.map(writeProblem),
  lines: order.lines.map((line) => ({ ...line })),
  sentences: [...order.sentences],
})

type Previewed = {
  readonly from: number
  readonly to: number
  readonly cutOff: number | null
  readonly more: boolean
  readonly orders: readonly PreviewedOrder[]
}

/** Writes the preview. */
export const writePreview = (from: Previewed): z.output<typeof previewReply> => ({
  from: writeInstant(from.from),
  to: writeInstant(from.to),
  cutOff: writeInstantOrNull(from.cutOff),
  more: from.more,
  orders: from.orders.map(writePreviewed),
})

/** The checklist before importing starts (C9). */
export const checklistReply = z
  .object({
    ready: z.boolean().describe('Whether importing can start.'),
    steps: z.array(
      z.object({
        step: z.enum(['credentials', 'cut-off', 'methods', 'mappings']),
        done: z.boolean(),
        required: z.boolean(),
        sentence: z.string(),
        proposal: z.string().nullable().describe('What we would enter, such as today for the cut-off date.'),
      }),
    ),
  })
  .meta({ id: 'Checklist', description: 'The steps before importing starts; the preview is the last one.' })

/** Writes the checklist. */
export const writeChecklist = (from: {
  readonly ready: boolean
  readonly steps: readonly ChecklistStep[]
}): z.output<typeof checklistReply> => ({ ready: from.ready, steps: from.steps.map((step) => ({ ...step })) })

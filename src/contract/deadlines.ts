import { z } from 'zod'
import { STAGES } from '#core/orders/stage.ts'
import { DEADLINE_GAPS, deadlineGap, tellGap, type WatchedOrder } from '#core/shipments/deadlines.ts'
import { instant, pageQuery, writeInstant } from './parts.ts'

/** An order near or past the time at which it must be shipped, without a confirmation that Amazon knows (S6). */
export const deadline = z
  .object({
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    marketplaceId: z.string().nullable(),
    stage: z.enum(STAGES),
    shipBy: instant,
    shipByLocal: z.string().describe("The same in the merchant's zone and format."),
    late: z.boolean().describe('Whether that time has passed.'),
    missing: z.enum(DEADLINE_GAPS),
    sentence: z.string().describe('What is missing; for people.'),
  })
  .meta({ id: 'Deadline' })

/** An order as the list of deadlines needs it. */
export type DeadlineRow = WatchedOrder & {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly marketplaceId: string | null
  readonly stage: z.output<typeof deadline>['stage']
}

/** Writes the orders that lack something, in their order. */
export const writeDeadlines = (
  rows: readonly DeadlineRow[],
  { now, time }: { readonly now: number; time(at: number): string },
): z.output<typeof deadline>[] =>
  rows.flatMap((row) => {
    const missing = deadlineGap(row)
    if (missing === null) return []
    const { orderId, amazonOrderId, marketplaceId, stage, shipBy } = row
    return [
      {
        orderNumber: orderId,
        amazonOrderId,
        marketplaceId,
        stage,
        shipBy: writeInstant(shipBy),
        shipByLocal: time(shipBy),
        late: shipBy < now,
        missing,
        sentence: tellGap(missing),
      },
    ]
  })

/** How far ahead deadlines are wanted. */
export const deadlineQuery = pageQuery.extend({
  withinHours: z.coerce.number<string>().int().min(0).max(720).default(24),
})

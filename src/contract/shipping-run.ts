import { z } from 'zod'
import { instant, whole, writeInstant } from './parts.ts'

/** How long a shipping run shall be open. */
export const runBody = z
  .strictObject({ minutes: whole(1, 240).default(240).describe('At most four hours.') })
  .meta({ id: 'BeginShippingRun' })

/** A shipping run (U3). */
export const shippingRun = z
  .object({
    run: z.int(),
    begunAt: instant,
    endsAt: instant,
    openOrders: z.int().describe('How many orders waited when it began. Those that come in later join.'),
    shown: z.int().describe('How many different orders it showed so far.'),
  })
  .meta({ id: 'ShippingRun' })

/** The run that is open in this session. */
export const openShippingRun = z.object({ run: shippingRun.nullable() })

/** Whether a run was ended. */
export const endedRun = z.object({ ended: z.boolean().describe('False when none was open.') })

type Run = {
  readonly runId: number
  readonly begunAt: number
  readonly endsAt: number
  readonly openOrders: number
  readonly shown: number
}

/** Writes a run. */
export const writeRun = ({ runId, begunAt, endsAt, openOrders, shown }: Run): z.output<typeof shippingRun> => ({
  run: runId,
  begunAt: writeInstant(begunAt),
  endsAt: writeInstant(endsAt),
  openOrders,
  shown,
})

import { z } from 'zod'
import { instant, pageQuery, text } from './parts.ts'
import { toldProblem } from './problem.ts'

const counts = z.record(z.string(), z.int())

/** One reconciliation or back-fill in a list (O18). */
export const reconciliation = z
  .object({
    run: z.int().describe('The number of this reconciliation or back-fill.'),
    connection: z.string(),
    askedBy: z.string().describe('`schedule`, or who wanted it.'),
    from: instant,
    to: instant,
    state: z
      .enum(['ask', 'wait', 'read', 'fetch', 'search', 'done', 'failed', 'cancelled'])
      .describe('Where it stands: the report is asked for, waited for, read; orders are fetched; or it is over.'),
    listed: z.int().describe('How many orders Amazon lists in the range.'),
    accountedFor: z.int().describe('How many of them are as we know them, or kept out by a rule.'),
    accountedBy: counts.describe('The same by reason.'),
    differing: z.int().describe('How many were missing or behind.'),
    fetched: z.int().describe('How many of these were fetched and looked at.'),
    stillOpen: z.int().describe('How many were not fetched.'),
    why: z.string().nullable().describe('Why a back-fill fetches the way it does.'),
    problem: toldProblem.nullable().describe('What went wrong.'),
    beganAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Reconciliation' })

const differingOrder = z
  .object({
    amazonOrderId: z.string(),
    why: z.enum(['missing', 'stale']).describe('Never seen, or behind what Amazon lists.'),
    listedStatus: z.string().nullable().describe("Amazon's status in the list."),
    state: z.enum(['open', 'fetched', 'unchanged', 'gone', 'failed']),
    outcome: z.string().nullable().describe('What became of it.'),
  })
  .meta({ id: 'DifferingOrder' })

/** One reconciliation with the orders that differed, at most 200. */
export const reconciliationDetail = reconciliation
  .extend({ orders: z.array(differingOrder).describe('Those still open first, at most 200.') })
  .meta({ id: 'ReconciliationDetail' })

/** Which page is wanted. */
export const reconciliationQuery = pageQuery

/** A run in the path. */
export const runParams = z.strictObject({
  run: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number')
    .describe('Its number.'),
})

const connection = text(1, 60).describe('Such as `na-A3HARBORGOODS`.')

/** What is to be reconciled now. */
export const reconciliationBody = z.strictObject({ connection }).meta({ id: 'ReconciliationWish' })

/** What was begun. */
export const reconciliationAsked = z
  .object({ run: z.int().nullable().describe('The one that is under way already; null: a new one begins at once.') })
  .meta({ id: 'ReconciliationAsked' })

const day = z.string().max(10)

/** The range to be filled back. */
export const backfillBody = z
  .strictObject({
    connection,
    from: day.describe("The first day, YYYY-MM-DD, in the merchant's zone."),
    to: day.describe('The last day, included.'),
  })
  .meta({ id: 'BackfillWish' })

/** The back-fill that was begun. */
export const backfillBegun = z
  .object({
    run: z.int(),
    from: instant,
    to: instant,
    cutOff: instant.nullable().describe('Set where days before this date are left out: their orders are not imported.'),
  })
  .meta({ id: 'BackfillBegun' })

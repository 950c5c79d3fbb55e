import { z } from 'zod'
import { ERROR_SECTIONS } from '#core/error-log.ts'
import { OUTBOX_KINDS, OUTBOX_STATES, type OutboxRow, WAYS_UP } from '#core/shipments/outbox.ts'
import { errorFilters } from './error-log.ts'
import { instant, pageQuery, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

/** One thing that goes up to Amazon (E6). */
export const outboxEntry = z
  .object({
    outboxId: z.int(),
    kind: z.enum(OUTBOX_KINDS),
    section: z.string().describe('The section of the Error Log.'),
    connection: z.string(),
    marketplaceId: z.string(),
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    subject: z.int().describe('The number of the package, of the request to cancel, or of the refund.'),
    state: z
      .enum(OUTBOX_STATES)
      .describe('`sent`: Amazon took it, and it must yet be seen there. `refused` and `unsure` wait for a person.'),
    way: z.enum(WAYS_UP),
    attempts: z.int(),
    problem: toldProblem.nullable().describe('What went wrong last.'),
    dueBy: instant.nullable().describe('The deadline of the order; the earliest goes first.'),
    nextTry: instant.nullable().describe('Null unless it waits.'),
    failingSince: instant.nullable(),
    sentAt: instant.nullable(),
    settledAt: instant.nullable(),
    enteredAt: instant,
  })
  .meta({ id: 'OutboxEntry', description: 'A confirmation, a cancellation or a refund on its way to Amazon.' })

/** Writes one. */
export const writeOutbox = (row: OutboxRow): z.output<typeof outboxEntry> => ({
  outboxId: row.outboxId,
  kind: row.kind,
  section: ERROR_SECTIONS[row.kind],
  connection: row.connection,
  marketplaceId: row.marketplaceId,
  orderNumber: row.orderId,
  amazonOrderId: row.amazonOrderId,
  subject: row.subject,
  state: row.state,
  way: row.way,
  attempts: row.attempts,
  problem: row.problem && writeProblem(row.problem),
  dueBy: writeInstantOrNull(row.dueBy),
  nextTry: row.state === 'waiting' ? writeInstant(row.nextAt) : null,
  failingSince: writeInstantOrNull(row.failingSince),
  sentAt: writeInstantOrNull(row.sentAt),
  settledAt: writeInstantOrNull(row.settledAt),
  enteredAt: writeInstant(row.enteredAt),
})

/** Which entries are wanted. */
export const outboxQuery = pageQuery.extend({
  kind: z.enum(OUTBOX_KINDS).optional(),
  state: z.enum(OUTBOX_STATES).optional().describe('Without it: everything that is not over.'),
  forPeople: z.enum(['yes']).optional().describe('Only what waits for a person; the filters below belong to it.'),
  ...errorFilters,
})

/** An entry in the path. */
export const outboxParams = z.strictObject({
  outboxId: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the number of an entry')
    .describe('The number of the entry.'),
})

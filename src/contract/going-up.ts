import { z } from 'zod'
import { KEPT_STATES } from '#core/authorization/authorization-state.ts'
import type { ConnectionId, SellerSku } from '#core/ids.ts'
import { FIELD_STATES } from '#core/inventory/next-sending.ts'
import type { SkuField } from '#core/inventory/sku-field.ts'
import type { StandingUp } from '#core/inventory/standing-up.ts'
import type { Problem } from '#core/problems.ts'
import { REGIONS } from '#core/region.ts'
import { ALL_FILE_KINDS, fileKindOf } from '#core/shipments/carried-file.ts'
import { SUBMISSION_STATES, type SubmissionKind, type SubmissionState } from '#core/shipments/submission.ts'
import { dayText, idText, instant, pageQuery, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'
import { said, skuField, writeField, writeSaid } from './sending.ts'

const GROUPS = ['waiting', 'due', 'sent', 'approval', 'confirmed', 'refused', 'differs', 'pinned'] as const
const RUN_KINDS = ['changes', 'complete', 'manual', 'feed', 'file'] as const
const connectionId = idText<ConnectionId>(100, 'Only this connection.')
const day = dayText.optional().describe("Only this day in the merchant's zone, `YYYY-MM-DD`.")

/** Which changes of stock and prices are wanted. */
export const changesQuery = pageQuery.extend({
  group: z
    .enum(GROUPS)
    .optional()
    .describe(
      '`waiting`: not seen at Amazon yet: `due`, to be sent, and `sent`, sent. `approval`: wait for you. `confirmed`, `refused`, `differs`: how they ended, the newest first. `pinned`: prices that were put back.',
    ),
  connection: connectionId.optional(),
  sellerSku: idText<SellerSku>(200, 'Only this SKU.').optional(),
  run: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number')
    .optional()
    .describe('Only what this Manual Upload is about.'),
  file: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number')
    .optional()
    .describe('Only what this feed or file took up, as it stands now; what went up again since is left out.'),
  field: z.enum(['stock', 'price']).optional().describe('Only stock, or only prices.'),
  day: dayText
    .optional()
    .describe(
      "Only what was sent on this day in the merchant's zone, `YYYY-MM-DD`; of the group `confirmed` what was confirmed on it.",
    ),
})

/** A change of stock or price on its way up, or at its end (I10). */
export const changeUp = skuField
  .extend({
    connection: z.string(),
    way: z.enum(['call', 'feed', 'file']).nullable().describe('How it went up last.'),
    itemId: z.string().nullable().describe('The item that this SKU is of.'),
    live: said.describe('What the listing was last read to have, by us or by anybody.'),
  })
  .meta({ id: 'ChangeUp' })

/** Writes one. */
export const writeChange = (
  row: SkuField & {
    readonly connection: ConnectionId
    readonly way: 'call' | 'feed' | 'file' | null
    readonly itemId: string | null
    readonly live: string | null
  },
): z.output<typeof changeUp> => ({
  ...writeField(row),
  connection: row.connection,
  way: row.way,
  itemId: row.itemId,
  live: writeSaid(row.field, row.live),
})

const standing = z
  .object({
    connection: z.string(),
    region: z.enum(REGIONS),
    sellingPartnerId: z.string(),
    state: z.enum(KEPT_STATES),
    marketplaces: z.array(z.object({ id: z.string(), name: z.string(), country: z.string() })),
    stock: z.boolean().describe('Stock is sent.'),
    price: z.boolean().describe('Prices are sent.'),
    brakedAt: instant.nullable(),
    lastLookAt: instant.nullable().describe('When the last hourly look at all SKUs began.'),
    completeSince: instant.nullable().describe('Since when a complete cycle is under way.'),
    feedSince: instant.nullable().describe('Since when a feed of stock and prices is under way.'),
    feedId: z.string().nullable(),
    nextAuditAt: instant.nullable(),
    counts: z
      .record(z.enum([...FIELD_STATES, 'pinned']), z.int())
      .describe('How many fields of SKUs are in each state; what is confirmed is not counted.'),
    problems: z.array(toldProblem.extend({ since: instant })).describe('What is wrong with what goes up.'),
  })
  .meta({ id: 'StandingUp' })

/** How what goes up stands, connection by connection. */
export const overviewReply = z.object({ rows: z.array(standing) }).meta({ id: 'GoingUp' })

const NO_COUNTS = Object.fromEntries([...FIELD_STATES, 'pinned'].map((state) => [state, 0])) as Record<
  (typeof FIELD_STATES)[number] | 'pinned',
  number
>

/** Writes it. */
export const writeStanding = ({ connection, switches, ...row }: StandingUp): z.output<typeof standing> => ({
  connection: connection.id,
  region: connection.region,
  sellingPartnerId: connection.sellingPartnerId,
  state: connection.state,
  marketplaces: connection.marketplaces
    .filter(({ participating }) => participating)
    .map(({ id, name, country }) => ({ id, name, country })),
  stock: switches?.stock ?? false,
  price: switches?.price ?? false,
  brakedAt: writeInstantOrNull(switches?.brakedAt ?? null),
  lastLookAt: writeInstantOrNull(row.lastLookAt),
  completeSince: writeInstantOrNull(row.completeSince),
  feedSince: writeInstantOrNull(row.feedSince),
  feedId: row.feedId,
  nextAuditAt: writeInstantOrNull(row.nextAuditAt),
  counts: { ...NO_COUNTS, ...row.counts },
  problems: row.problems.map(({ problem, since }) => ({ ...writeProblem(problem), since: writeInstant(since) })),
})

/** Which runs are wanted. */
export const runsQuery = pageQuery.extend({ kind: z.enum(RUN_KINDS).optional(), day })

/** A run of what goes up (I1, I7, I8). */
export const runUp = z
  .object({
    kind: z
      .enum(RUN_KINDS)
      .describe('A look at SKUs: `changes`, `complete`, `manual` (Manual Upload). Or a `feed`, or a `file` by hand.'),
    number: z.int().describe('Its number among looks, or among feeds and files.'),
    connection: z.string(),
    of: z.enum(ALL_FILE_KINDS).nullable().describe('What a feed or file holds; null for a look.'),
    by: z.string().describe('`schedule`, or who wanted it.'),
    at: instant,
    endedAt: instant.nullable(),
    walkedAt: instant
      .nullable()
      .describe('When a look had looked at all its SKUs; what it found may still be on its way.'),
    state: z.enum(SUBMISSION_STATES).nullable().describe('Where a feed or file stands.'),
    entries: z.int().nullable().describe('How many entries, or chosen SKUs; null: all.'),
    feedId: z.string().nullable(),
    problem: toldProblem.nullable(),
  })
  .meta({ id: 'RunUp' })

type Run = {
  readonly kind: (typeof RUN_KINDS)[number]
  readonly number: number
  readonly connection: ConnectionId
  readonly of: SubmissionKind | null
  readonly by: string
  readonly at: number
  readonly endedAt: number | null
  readonly walkedAt: number | null
  readonly state: string | null
  readonly entries: number | null
  readonly feedId: string | null
  readonly problem: Problem | null
}

/** Writes one. */
export const writeRun = (row: Run): z.output<typeof runUp> => ({
  kind: row.kind,
  number: row.number,
  connection: row.connection,
  of: row.of && fileKindOf(row.of),
  by: row.by,
  at: writeInstant(row.at),
  endedAt: writeInstantOrNull(row.endedAt),
  walkedAt: writeInstantOrNull(row.walkedAt),
  state: row.state as SubmissionState | null,
  entries: row.entries,
  feedId: row.feedId,
  problem: row.problem && writeProblem(row.problem),
})

/** A look at SKUs in the path. */
export const lookParams = z.strictObject({ look: z.string().regex(/^\d{1,15}$/, 'must be a number') })

/** A look at SKUs, such as a Manual Upload, with how far it is (I7). */
export const lookReply = runUp
  .extend({
    looked: z.int().describe('How many SKUs were looked at; 0 of a look at all SKUs that is over.'),
    all: z.int().describe('Of how many.'),
    skus: z.array(z.string()).nullable().describe('The chosen SKUs; null: all.'),
  })
  .meta({ id: 'LookAtSkus' })

/** Writes one. */
export const writeLook = (
  row: Run & { readonly looked: number; readonly all: number; readonly skus: readonly SellerSku[] | null },
): z.output<typeof lookReply> => ({
  ...writeRun(row),
  looked: row.looked,
  all: row.all,
  skus: row.skus && [...row.skus],
})

/** One entry of a feed or file about orders, as it stands now (S5, H2). */
export const orderEntry = z
  .object({
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    state: z.enum(['waiting', 'taken', 'sent', 'settled', 'refused', 'unsure', 'removed']),
    problem: toldProblem.nullable(),
  })
  .meta({ id: 'FileEntry' })

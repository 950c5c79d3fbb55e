import { z } from 'zod'
import { SUGGESTED_BY, type Suggestion } from '#core/catalog/suggest-items.ts'
import { ERROR_KINDS, ERROR_PARTS, ERROR_SECTIONS, type ErrorKind } from '#core/error-log.ts'
import type { ConnectionId, ItemId, SellerSku } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import { idText, instant, pageQuery, text, whole, writeInstant } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

/** By what the Error Log is narrowed. */
export const errorFilters = {
  code: text(1, 60).optional().describe('Only problems with this code.'),
  cause: z.string().max(1000).optional().describe('Only those of this cause, as the groups name it.'),
  connection: idText<ConnectionId>(100, 'Only those of this connection.').optional(),
  search: text(1, 200).optional().describe('A part of an Amazon order id or of a seller SKU.'),
}

type Filters = {
  readonly code?: string | undefined
  readonly cause?: string | undefined
  readonly connection?: ConnectionId | undefined
  readonly search?: string | undefined
}

/** The filters as the store takes them. */
export const errorWish = ({ code, cause, connection, search }: Filters) => ({
  code: code ?? null,
  cause: cause ?? null,
  connection: connection ?? null,
  search: search ?? null,
})

/** Which problems are wanted, by their causes. */
export const errorGroupQuery = z.strictObject({
  kind: z
    .enum(ERROR_PARTS)
    .optional()
    .describe('Only this kind; `going-up`: confirmations, cancellations and refunds.'),
  ...errorFilters,
})

/** How much waits for a person, section by section (E1, E5). */
export const sectionCount = z
  .object({
    section: z.string(),
    kind: z.enum(ERROR_KINDS),
    waiting: z.int().describe('How many wait for a person.'),
  })
  .meta({ id: 'ErrorLogSection' })

/** Writes the sections in their order. */
export const writeSections = (waiting: Readonly<Record<ErrorKind, number>>): z.output<typeof sectionCount>[] =>
  ERROR_KINDS.map((kind) => ({ section: ERROR_SECTIONS[kind], kind, waiting: waiting[kind] }))

/** Problems of one cause, mended at once (E4). */
export const errorGroup = toldProblem
  .extend({
    kind: z.enum(ERROR_KINDS),
    cause: z.string().describe('What they have in common beside their code: a SKU, a service level, words of Amazon.'),
    count: z.int().describe('How many orders, packages or SKUs.'),
    since: instant.describe('Since when the first of them waits.'),
    first: z.int().nullable().describe('The number of the first document or entry of what goes up.'),
    name: z.string().describe('The Amazon order id, the SKU or the connection of the first.'),
  })
  .meta({ id: 'ErrorGroup', description: 'Problems of one cause. The sentence is that of the first of them.' })

type Group = {
  readonly kind: ErrorKind
  readonly cause: string
  readonly count: number
  readonly since: number
  readonly problem: Problem
  readonly first: number | null
  readonly name: string
}

/** Writes one. */
export const writeGroup = ({ problem, since, ...rest }: Group): z.output<typeof errorGroup> => ({
  ...writeProblem(problem),
  ...rest,
  since: writeInstant(since),
})

/** Which refused SKUs are wanted. */
export const refusedSkuQuery = pageQuery.extend({ field: z.enum(['stock', 'price']), ...errorFilters })

/** A SKU whose stock or price Amazon refused, shows otherwise, or a guard holds (E5). */
export const refusedSku = z
  .object({
    sellerSku: z.string(),
    field: z.enum(['stock', 'price']),
    connection: z.string(),
    marketplaceId: z.string().nullable(),
    state: z.enum(['held', 'refused', 'differs']),
    title: z.string().describe('Of the listing; empty where it was never read.'),
    itemId: z.string().nullable().describe('The item that it is, where that is known.'),
    problem: toldProblem,
    since: instant,
  })
  .meta({ id: 'RefusedSku' })

/** Writes one. */
export const writeRefusedSku = (
  row: Omit<z.output<typeof refusedSku>, 'problem' | 'since' | 'marketplaceId'> & {
    readonly marketplaceId: string
    readonly problem: Problem
    readonly since: number
  },
): z.output<typeof refusedSku> => ({
  ...row,
  marketplaceId: row.marketplaceId || null,
  problem: writeProblem(row.problem),
  since: writeInstant(row.since),
})

/** For which seller SKU items are suggested, and the title that its order states. */
export const suggestionQuery = z.strictObject({
  sellerSku: idText<SellerSku>(200, 'The seller SKU.'),
  title: text(0, 500).default('').describe('What Amazon calls it in an order, where it is not listed.'),
})

/** What Amazon says of a seller SKU, and the items that it may be (O11). */
export const suggestionReply = z
  .object({
    title: z.string(),
    barcode: z.string().nullable(),
    asin: z.string().nullable(),
    ours: z.int().describe('How many of ours one unit at Amazon seems to be.'),
    suggestions: z.array(
      z.object({
        itemId: idText<ItemId>(40, 'The id of the item.'),
        description: z.string(),
        by: z
          .enum(SUGGESTED_BY)
          .describe(
            'Why: the same id but for case and dashes, the same barcode, an id inside the SKU, a similar title.',
          ),
        percent: z.int().describe("How many of the words of the item's description are in the title."),
      }),
    ),
  })
  .meta({ id: 'SkuSuggestions' })

/** Writes the suggestions. */
export const writeSuggestions = (rows: readonly Suggestion[]) => rows.map((each) => ({ ...each }))

/** Some documents at once. */
export const chosenDocuments = z
  .strictObject({ documentIds: z.array(whole(1, 999_999_999_999_999)).min(1).max(50) })
  .meta({ id: 'ChosenDocuments' })

/** An order that waited in the Error Log and no longer does (E4). */
export const mendedOrder = z
  .object({
    documentId: z.int(),
    amazonOrderId: z.string(),
    state: z.enum(['held', 'placed', 'pending', 'skipped']),
    mendedAt: instant,
    problems: z.array(toldProblem).describe('What it had waited for.'),
  })
  .meta({ id: 'MendedOrder' })

/** How many of them. */
export const mendedQuery = z.strictObject({ limit: z.coerce.number<string>().int().min(1).max(50).default(5) })

/** Writes one. */
export const writeMended = (row: {
  readonly documentId: number
  readonly reference: string
  readonly state: z.output<typeof mendedOrder>['state']
  readonly mendedAt: number
  readonly mended: readonly Problem[]
}): z.output<typeof mendedOrder> => ({
  documentId: row.documentId,
  amazonOrderId: row.reference,
  state: row.state,
  mendedAt: writeInstant(row.mendedAt),
  problems: row.mended.map(writeProblem),
})

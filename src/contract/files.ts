import { z } from 'zod'
import type { NotInFile } from '#core/inventory/price-file.ts'
import type { Problem } from '#core/problems.ts'
import { ALL_FILE_KINDS, FILE_KINDS } from '#core/shipments/carried-file.ts'
import { SUBMISSION_STATES } from '#core/shipments/submission.ts'
import { instant, pageQuery, text } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

/** A feed that Millrace sends, or a file that a person carries to Seller Central (S5, H2). */
export const submission = z
  .object({
    file: z.int().describe('Its number.'),
    way: z.enum(['feed', 'file']).describe('`feed`: Millrace sends it. `file`: a person carries it to Seller Central.'),
    kind: z.enum(ALL_FILE_KINDS).describe('What it holds.'),
    connection: z.string(),
    marketplaceId: z.string(),
    state: z
      .enum(SUBMISSION_STATES)
      .describe(
        'A feed: `new`, `uploaded`, `asked`, `sent`. A file: `carried`. Over: `done`, `failed` (its entries go up again), `unsure` (a person decides about its refunds), `withdrawn`.',
      ),
    messages: z.int().describe('How many packages, orders, refunds or SKUs it holds.'),
    feedId: z.string().nullable().describe("Amazon's number of the feed."),
    amazonState: z.string().nullable().describe("Amazon's word for where the feed stands."),
    problem: toldProblem.nullable().describe('What went wrong last.'),
    madeBy: z.string(),
    madeAt: instant,
    sentAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Submission' })

/** A file with its text. */
export const carriedFile = submission
  .extend({
    name: z.string().describe('A name to save it under.'),
    content: z.string().describe('The file: tab-separated text, to be uploaded as it is.'),
  })
  .meta({ id: 'CarriedFile' })

/** A file that was just taken. */
export const takenFile = carriedFile
  .extend({
    stillWaiting: z.int().describe('How many entries of this kind still wait: of other marketplaces, or beyond 5,000.'),
  })
  .meta({ id: 'TakenFile' })

const LEFT_OUT = ['held', 'fulfilled-by-amazon', 'channel-unread', 'always-available', 'sku-not-by-file'] as const

/** A price-and-quantity file that was just taken, with what is left out of it (H2). */
export const takenPriceFile = carriedFile
  .extend({
    leftOut: z.array(
      z.object({
        sellerSku: z.string(),
        field: z.enum(['stock', 'price']),
        why: z
          .enum(LEFT_OUT)
          .describe('`held`: waits for your approval. The others: a file cannot or must not tell it.'),
        problem: toldProblem.nullable(),
      }),
    ),
    more: z.boolean().describe('More SKUs wait than one file may hold: take another one.'),
  })
  .meta({ id: 'TakenPriceFile' })

type Left = {
  readonly sellerSku: string
  readonly field: 'stock' | 'price'
  readonly why: NotInFile | 'held'
  readonly problem: Problem | null
}

/** Writes what is left out. */
export const writeLeftOut = (rows: readonly Left[]): z.output<typeof takenPriceFile>['leftOut'] =>
  rows.map((row) => ({ ...row, problem: row.problem && writeProblem(row.problem) }))

/** What a price-and-quantity file is of. */
export const priceFileBody = z
  .strictObject({
    connection: text(1, 60).describe('Such as `na-A3HARBORGOODS`.'),
    marketplaceId: text(1, 40).nullable().default(null).describe('Null: the only one, or the first.'),
    complete: z.boolean().default(false).describe('Everything; otherwise what changed.'),
  })
  .meta({ id: 'PriceFileWish' })

/** Which page is wanted. */
export const filesQuery = pageQuery.extend({
  way: z.enum(['feed', 'file']).optional().describe('Only feeds, or only files that people carry.'),
})

/** A kind of file in the path. */
export const fileKindParams = z.strictObject({ kind: z.enum(FILE_KINDS) })

/** A file in the path. */
export const fileParams = z.strictObject({
  file: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number')
    .describe('Its number.'),
})

/** Which connection the file is for. */
export const fileBody = z
  .strictObject({ connection: text(1, 60).describe('Such as `na-A3HARBORGOODS`.') })
  .meta({ id: 'FileWish' })

/** Seller Central's processing report. */
export const fileReportBody = z
  .strictObject({ report: z.string().max(4_000_000).describe('The whole text of the report.') })
  .meta({ id: 'FileReport' })

/** What the report made of the entries. */
export const fileOutcome = submission
  .extend({
    taken: z.int().describe('How many Amazon took.'),
    refused: z.int().describe('How many it refused; the retry queue has its words.'),
    unsure: z.int().describe('How many were done in part; a person decides.'),
  })
  .meta({ id: 'FileOutcome' })

/** A file to be withdrawn. */
export const withdrawBody = z
  .strictObject({
    neverUploaded: z
      .boolean()
      .default(false)
      .describe('For refunds: nobody uploaded the file. If somebody did, they would be paid twice.'),
  })
  .meta({ id: 'FileWithdrawal' })

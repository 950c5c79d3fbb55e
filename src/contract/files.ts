import { z } from 'zod'
import { FILE_KINDS } from '#core/shipments/carried-file.ts'
import { SUBMISSION_STATES } from '#core/shipments/submission.ts'
import { instant, pageQuery } from './parts.ts'
import { toldProblem } from './problem.ts'

/** A feed that Millrace sends, or a file that a person carries to Seller Central (S5, H2). */
export const submission = z
  .object({
    file: z.int().describe('Its number.'),
    way: z.enum(['feed', 'file']).describe('`feed`: Millrace sends it. `file`: a person carries it to Seller Central.'),
    kind: z.enum(FILE_KINDS).describe('What it holds.'),
    connection: z.string(),
    marketplaceId: z.string(),
    state: z
      .enum(SUBMISSION_STATES)
      .describe(
        'A feed: `new`, `uploaded`, `asked`, `sent`. A file: `carried`. Over: `done`, `failed` (its entries go up again), `unsure` (a person decides about its refunds), `withdrawn`.',
      ),
    messages: z.int().describe('How many packages, orders or refunds it holds.'),
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

/** Which page is wanted. */
export const filesQuery = pageQuery

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
  .strictObject({ connection: z.string().min(1).max(60).describe('Such as `na-A3HARBORGOODS`.') })
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

import { z } from 'zod'
import type { ReviewLine, SignedLine } from '#core/people/access-review.ts'
import { instant, text, writeInstant, writeInstantOrNull } from './parts.ts'

const line = z.object({
  kind: z.enum(['member', 'key']),
  id: z.string(),
  name: z.string().describe('The e-mail address of a user, the name of a key.'),
  owner: z.boolean(),
  may: z.array(z.string()).describe('Permissions of a user, scopes of a key.'),
  groups: z.array(z.string()),
  pii: z.array(z.string()).describe('What was given that opens buyer data.'),
  piiActs: z.boolean(),
  lastSeenAt: instant.nullable().describe('The last sign-in of a user, the last use of a key.'),
  remarks: z.array(z.string()),
})

/** The list of who has access, to be signed (D11). */
export const accessReview = z
  .object({
    version: z.string().describe('To be sent with the signature: exactly this list is signed.'),
    dueAt: instant.nullable(),
    overdue: z.boolean(),
    lastSignedAt: instant.nullable(),
    lines: z.array(line),
  })
  .meta({ id: 'AccessReview' })

/** A signature with what was decided about each line. */
export const signatureBody = z
  .strictObject({
    version: text(1, 100),
    decisions: z
      .array(
        z.strictObject({
          kind: z.enum(['member', 'key']),
          id: text(1, 40),
          decision: z.enum(['keep', 'revoke']).describe('`revoke` ends the access at once.'),
        }),
      )
      .max(1000)
      .describe('One for each line of the list.'),
  })
  .meta({ id: 'AccessSignature' })

/** A review that was signed, without its lines. */
export const signedSummary = z
  .object({ reviewId: z.int(), signedAt: instant, signedBy: z.string(), kept: z.int(), revoked: z.int() })
  .meta({ id: 'SignedAccessReviewSummary' })

/** The same with its lines. */
export const signedReview = signedSummary
  .extend({ lines: z.array(line.extend({ decision: z.enum(['keep', 'revoke']) })) })
  .meta({ id: 'SignedAccessReview' })

/** A signed review in the path. */
export const reviewParams = z.strictObject({
  reviewId: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the number of a review')
    .describe('The number of a signed review.'),
})

/** Writes a line of the list. */
export const writeLine = <Line extends ReviewLine>({ lastSeenAt, may, groups, pii, remarks, ...rest }: Line) => ({
  ...rest,
  may: [...may],
  groups: [...groups],
  pii: [...pii],
  remarks: [...remarks],
  lastSeenAt: writeInstantOrNull(lastSeenAt),
})

type Open = {
  readonly version: string
  readonly dueAt: number | null
  readonly lastSignedAt: number | null
  readonly lines: readonly ReviewLine[]
}

/** Writes the list. */
export const writeReview = (open: Open, now: number): z.output<typeof accessReview> => ({
  version: open.version,
  dueAt: writeInstantOrNull(open.dueAt),
  overdue: open.dueAt !== null && open.dueAt <= now,
  lastSignedAt: writeInstantOrNull(open.lastSignedAt),
  lines: open.lines.map(writeLine),
})

type Signed = {
  readonly reviewId: number
  readonly signedAt: number
  readonly signedBy: string
  readonly lines: readonly SignedLine[]
}

/** Writes a signed review without its lines. */
export const writeSigned = ({ reviewId, signedAt, signedBy, lines }: Signed): z.output<typeof signedSummary> => {
  const revoked = lines.filter((each) => each.decision === 'revoke').length
  return { reviewId, signedAt: writeInstant(signedAt), signedBy, kept: lines.length - revoked, revoked }
}

/** Writes a signed review with its lines. */
export const writeSignedWhole = (review: Signed): z.output<typeof signedReview> => ({
  ...writeSigned(review),
  lines: review.lines.map(writeLine),
})

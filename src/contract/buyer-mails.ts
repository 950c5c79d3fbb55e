import { z } from 'zod'
import { BUYER_MAIL_STATES, type BuyerMail, MAIL_DECISIONS } from '#core/buyer-mails/buyer-mail.ts'
import { LONGEST_TEXT } from '#core/buyer-mails/check-mail-wish.ts'
import { MAIL_KINDS } from '#core/settings/email-settings.ts'
import { instant, pageQuery, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

/** A mail that a person wants written to the buyer of an order (O8). */
export const buyerMailBody = z
  .strictObject({
    kind: z.enum(MAIL_KINDS),
    text: z
      .string()
      .max(LONGEST_TEXT)
      .default('')
      .describe(
        'What is asked or said, without a link, an e-mail address or a telephone number; empty for an invoice. It is sealed beside the buyer and never shown again.',
      ),
  })
  .meta({ id: 'BuyerMailBody' })

/** A mail to a buyer, without the buyer and without its text (O8, U2). */
export const buyerMail = z
  .object({
    mailId: z.int(),
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    kind: z.enum(MAIL_KINDS),
    state: z
      .enum(BUYER_MAIL_STATES)
      .describe(
        '`unclear`: nobody knows whether it was sent; say so by a decision. `kept`: there is no mail server, in the demo.',
      ),
    askedBy: z.string(),
    askedAt: instant,
    attempts: z.int(),
    nextTry: instant.nullable().describe('Null unless it waits.'),
    problem: toldProblem.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'BuyerMail', description: 'A mail to a buyer; whom it went to and what it says is not shown.' })

/** Writes a mail to a buyer. */
export const writeBuyerMailSummary = (mail: BuyerMail): z.output<typeof buyerMail> => ({
  mailId: mail.mailId,
  orderNumber: mail.orderId,
  amazonOrderId: mail.amazonOrderId,
  kind: mail.kind,
  state: mail.state,
  askedBy: mail.askedBy,
  askedAt: writeInstant(mail.askedAt),
  attempts: mail.attempts,
  nextTry: mail.state === 'waiting' ? writeInstant(mail.nextAt) : null,
  problem: mail.problem && writeProblem(mail.problem),
  endedAt: writeInstantOrNull(mail.endedAt),
})

/** Which mails to buyers are wanted. */
export const buyerMailQuery = pageQuery.extend({ state: z.enum(BUYER_MAIL_STATES).optional() })

/** What a person says of a mail. */
export const mailDecisionBody = z
  .strictObject({
    decision: z
      .enum(MAIL_DECISIONS)
      .describe('`was-sent`: the mail server had it. `send`: send it, perhaps a second time. `remove`: never.'),
  })
  .meta({ id: 'BuyerMailDecision' })

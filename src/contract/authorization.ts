import { z } from 'zod'
import { REGIONS } from '#core/region.ts'
import { instant, text } from './parts.ts'
import { toldProblem } from './problem.ts'

const raisePlan = z
  .boolean()
  .default(false)
  .describe('That the plan is raised to one that includes the channel, where it is needed.')

/** A consent to be begun (C3). */
export const beginBody = z
  .strictObject({
    region: z.enum(REGIONS),
    country: z
      .string()
      .length(2)
      .nullable()
      .default(null)
      .describe('Whose Seller Central, such as CA; null: the first.'),
    raisePlan,
  })
  .meta({ id: 'AuthorizationBegin' })

/** Where the browser goes (C3). */
export const beganReply = z
  .object({
    consent: z.string().describe('By this its end can be read.'),
    address: z.string().describe('Take the browser here.'),
    expiresAt: instant,
  })
  .meta({ id: 'AuthorizationBegan' })

/** A visit of Amazon at our Login URI, by its handle. */
export const visitBody = z.strictObject({ visit: text(40, 60) }).meta({ id: 'VisitBody' })

/** What a person is shown before they confirm. */
export const visitReply = z
  .object({
    sellingPartnerId: z.string(),
    merchant: z.string().describe('For whom it would be connected.'),
    regions: z.array(z.enum(REGIONS)).describe('Where the seller may sell; one of them is confirmed.'),
    begunHere: z.boolean().describe('It goes on with what this session began: nothing need be asked.'),
  })
  .meta({ id: 'Visit' })

/** A person confirms a visit for the merchant they work for. */
export const confirmBody = z
  .strictObject({ visit: text(40, 60), region: z.enum(REGIONS), raisePlan })
  .meta({ id: 'VisitConfirm' })

/** How a consent stands. */
export const consentReply = z
  .object({
    consent: z.string(),
    state: z.enum(['pending', 'connected', 'refused', 'expired']),
    connection: z.string().nullable(),
    problem: toldProblem.nullable(),
  })
  .meta({ id: 'Consent' })

/** A consent in the path. */
export const consentParams = z.strictObject({ consent: text(1, 40) })

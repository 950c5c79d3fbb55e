import { z } from 'zod'
import type { ActFacts } from '#core/audit/acts.ts'
import { type RaisedAlarm, tellAlarm } from '#core/audit/look-for-alarms.ts'
import { instant, pageQuery, text, whole, writeInstant, writeInstantOrNull } from './parts.ts'

/** What a person writes down when a review is signed off. */
export const signOffBody = z
  .strictObject({
    through: whole(1, Number.MAX_SAFE_INTEGER).describe('Up to this row of the audit, as the review gives it.'),
    word: text(0, 2000).default('').describe('What was seen, if anything.'),
  })
  .meta({ id: 'SignOffReview' })

/** What a person found out about an alarm. */
export const closeAlarmBody = z.strictObject({ word: text(1, 2000) }).meta({ id: 'CloseAlarm' })

/** An alarm in the path. */
export const alarmParams = z.object({ alarm: z.string().regex(/^\d{1,15}$/, 'must be the number of an alarm') })

/** Something that looks like misuse. */
export const alarm = z
  .object({
    alarm: z.int(),
    kind: z.string(),
    says: z.string(),
    raisedAt: instant,
    closedAt: instant.nullable(),
    closedBy: z.string().nullable(),
    word: z.string().nullable().describe('What was found out; null while it is open.'),
  })
  .meta({ id: 'Alarm' })

const act = z.object({
  row: z.int(),
  at: instant,
  act: z.string(),
  who: z.string(),
  about: z.string().nullable().describe('Whom or what it was done to, where that is no order.'),
  orders: z.array(z.int()),
  purpose: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
})

/** One act of the list, and in which audit it stands. */
export const auditAct = act
  .extend({
    audit: z
      .enum(['merchant', 'deployment'])
      .describe(
        '`merchant`: buyer data and settings; `deployment`: people, keys, connections. Rows are counted in each.',
      ),
  })
  .meta({ id: 'AuditAct' })

/** Which acts are wanted. */
export const actQuery = pageQuery.extend({
  who: text(1, 254).optional().describe('Who did it, as the audit names them.'),
  act: text(1, 60).optional().describe('What was done, such as `revealed`.'),
  order: text(1, 60).optional().describe('Our order number or the Amazon order id.'),
  from: text(10, 10).optional().describe("The first day, YYYY-MM-DD, in the merchant's time zone."),
  to: text(10, 10).optional().describe('The last day, included.'),
  review: z.coerce
    .number<string>()
    .int()
    .min(1)
    .optional()
    .describe('Only what the signed review up to this row looked at.'),
})

/** The same of the deployment's own audit, whose days are of UTC. */
export const deploymentActQuery = actQuery.omit({ order: true, review: true })

/** Who stands in the audit. */
export const auditNames = z.object({ names: z.array(z.string()).describe('At most 500 of each audit.') })

/** A review that was signed off. */
export const signedReview = z
  .object({
    through: z.int(),
    signedAt: instant,
    signedBy: z.string(),
    counts: z.record(z.string(), z.int()).describe('How many acts of each kind were looked through.'),
    word: z.string(),
  })
  .meta({ id: 'SignedReview' })

/** A signed review in a list. */
export const listedReview = signedReview
  .extend({ after: z.int().describe('It begins after this row.') })
  .meta({ id: 'ListedReview' })

/** What is to be looked through every two weeks (D41). */
export const auditReview = z
  .object({
    last: signedReview.nullable(),
    dueAt: instant.nullable().describe('Two weeks after the last review; null while there is nothing in the audit.'),
    isOverdue: z.boolean(),
    through: z.int().describe('Sign off up to this row.'),
    counts: z.record(z.string(), z.int()),
    acts: z.array(act).describe('What people did with buyer data and settings since, the newest first, at most 500.'),
    alarms: z.array(alarm).describe('Alarms that are open.'),
  })
  .meta({ id: 'AuditReview' })

type Alarm = RaisedAlarm & {
  readonly alarmId: number
  readonly raisedAt: number
  readonly closedAt: number | null
  readonly closedBy: string | null
  readonly word: string | null
}
type Signed = Omit<z.output<typeof signedReview>, 'signedAt' | 'counts'> & {
  readonly signedAt: number
  readonly counts: Readonly<Record<string, number>>
}
type Review = {
  readonly last: Signed | null
  readonly dueAt: number | null
  readonly isOverdue: boolean
  readonly through: number
  readonly counts: Readonly<Record<string, number>>
  readonly alarms: readonly Alarm[]
  readonly acts: readonly Act[]
}
type Act = {
  readonly seq: number
  readonly at: number
  readonly act: string
  readonly who: string
  readonly about?: string
  readonly orders?: readonly number[]
  readonly purpose?: string
  readonly facts?: ActFacts
}

/** An alarm as it goes out. */
export const writeAlarm = (given: Alarm): z.output<typeof alarm> => ({
  alarm: given.alarmId,
  kind: given.kind,
  says: tellAlarm(given),
  raisedAt: writeInstant(given.raisedAt),
  closedAt: writeInstantOrNull(given.closedAt),
  closedBy: given.closedBy,
  word: given.word,
})

/** A signed review as it goes out. */
export const writeSigned = (given: Signed): z.output<typeof signedReview> => ({
  ...given,
  signedAt: writeInstant(given.signedAt),
  counts: { ...given.counts },
})

const writeOne = (given: Act): z.output<typeof act> => ({
  row: given.seq,
  at: writeInstant(given.at),
  act: given.act,
  who: given.who,
  about: given.about ?? null,
  orders: [...(given.orders ?? [])],
  purpose: given.purpose ?? null,
  facts: { ...given.facts },
})

/** An act of the list as it goes out. */
export const writeAct = (given: Act & { readonly audit: 'merchant' | 'deployment' }): z.output<typeof auditAct> => ({
  ...writeOne(given),
  audit: given.audit,
})

/** A signed review of the list as it goes out. */
export const writeListed = (given: Signed & { readonly after: number }): z.output<typeof listedReview> => ({
  ...writeSigned(given),
  after: given.after,
})

/** A review as it goes out. */
export const writeReview = (review: Review): z.output<typeof auditReview> => ({
  last: review.last && writeSigned(review.last),
  dueAt: writeInstantOrNull(review.dueAt),
  isOverdue: review.isOverdue,
  through: review.through,
  counts: { ...review.counts },
  acts: review.acts.map(writeOne),
  alarms: review.alarms.map(writeAlarm),
})

import { z } from 'zod'
import type { ActFacts } from '#core/audit/acts.ts'
import { type RaisedAlarm, tellAlarm } from '#core/audit/look-for-alarms.ts'
import { instant, text, whole, writeInstant, writeInstantOrNull } from './parts.ts'

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
  orders: z.array(z.int()),
  purpose: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
})

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
  readonly acts: readonly {
    readonly seq: number
    readonly at: number
    readonly act: string
    readonly who: string
    readonly orders?: readonly number[]
    readonly purpose?: string
    readonly facts?: ActFacts
  }[]
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

/** A review as it goes out. */
export const writeReview = (review: Review): z.output<typeof auditReview> => ({
  last: review.last && writeSigned(review.last),
  dueAt: writeInstantOrNull(review.dueAt),
  isOverdue: review.isOverdue,
  through: review.through,
  counts: { ...review.counts },
  acts: review.acts.map(({ seq, at, act, who, orders = [], purpose = null, facts = {} }) => ({
    row: seq,
    at: writeInstant(at),
    act,
    who,
    orders: [...orders],
    purpose,
    facts: { ...facts },
  })),
  alarms: review.alarms.map(writeAlarm),
})

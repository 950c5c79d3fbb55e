import { z } from 'zod'
import { MAIL_STATES, type Mail } from '#core/notifications/mail.ts'
import { MOST_PEOPLE, type NotifiedPerson, toldPeople } from '#core/notifications/notified-people.ts'
import { TOPIC_NAMES, TOPICS } from '#core/notifications/topics.ts'
import { instant, pageQuery, text, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

const topic = z.enum(TOPICS).describe(TOPICS.map((each) => `\`${each}\`: ${TOPIC_NAMES[each]}.`).join(' '))

/** Somebody who is told by mail (N1). */
export const notifiedPerson = z
  .strictObject({
    address: text(3, 254).describe('One plain e-mail address.'),
    topics: z.array(topic).min(1).max(TOPICS.length),
  })
  .meta({ id: 'NotifiedPerson', description: 'Who is told by mail, and of what.' })

/** All people that are to be told. */
export const notificationsBody = z
  .strictObject({ people: z.array(notifiedPerson).max(MOST_PEOPLE).describe('All of them; one left out is removed.') })
  .meta({ id: 'NotificationsBody' })

/** Who is told (N1, N2). */
export const notifications = z
  .object({
    people: z.array(notifiedPerson).describe('Those that were named.'),
    told: z.array(notifiedPerson).describe('Who is told: with nobody named the owner, of everything.'),
  })
  .meta({ id: 'Notifications' })

/** Writes who is told. */
export function writeNotifications(people: readonly NotifiedPerson[], owner: string): z.output<typeof notifications> {
  const write = ({ address, topics }: NotifiedPerson) => ({ address, topics: [...topics] })
  return { people: people.map(write), told: toldPeople(people, owner).map(write) }
}

/** A mail without its text. */
export const mailSummary = z
  .object({
    mailId: z.int(),
    address: z.string(),
    topic: z.enum([...TOPICS, 'test']),
    subject: z.string(),
    state: z
      .enum(MAIL_STATES)
      .describe('`kept`: no mail server is set, it is read here. `refused`: a test that was not taken.'),
    attempts: z.int(),
    problem: toldProblem.nullable().describe('Why the last try failed.'),
    writtenAt: instant,
    nextTry: instant.nullable().describe('Null unless it waits.'),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'MailSummary' })

/** A mail with its text. */
export const mailDetail = mailSummary
  .extend({ text: z.string(), html: z.string() })
  .meta({ id: 'Mail', description: 'A mail to people of the merchant; it never holds buyer data.' })

/** Writes a mail without its text. */
export const writeMailSummary = (mail: Mail): z.output<typeof mailSummary> => ({
  mailId: mail.mailId,
  address: mail.address,
  topic: mail.topic,
  subject: mail.subject,
  state: mail.state,
  attempts: mail.attempts,
  problem: mail.problem && writeProblem(mail.problem),
  writtenAt: writeInstant(mail.writtenAt),
  nextTry: mail.state === 'waiting' ? writeInstant(mail.nextAt) : null,
  endedAt: writeInstantOrNull(mail.endedAt),
})

/** Writes a mail with its text. */
export const writeMailDetail = (mail: Mail): z.output<typeof mailDetail> => ({
  ...writeMailSummary(mail),
  text: mail.text,
  html: mail.html,
})

/** Which mails are wanted. */
export const mailQuery = pageQuery.extend({ state: z.enum(MAIL_STATES).optional() })

/** A mail in the path. */
export const mailParams = z.strictObject({
  mailId: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the number of a mail')
    .describe('The number of the mail.'),
})

/** Where a test goes. */
export const testMailBody = z.strictObject({ address: text(3, 254) }).meta({ id: 'TestMailBody' })

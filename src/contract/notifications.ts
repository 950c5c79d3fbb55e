import { z } from 'zod'
import { MAIL_STATES, type Mail } from '#core/notifications/mail.ts'
import { MOST_PEOPLE, type NotifiedPerson } from '#core/notifications/notified-people.ts'
import { formerAddresses, type People, toldPeople } from '#core/notifications/told-people.ts'
import { MAIL_TOPICS, TOPIC_NAMES, TOPICS } from '#core/notifications/topics.ts'
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
    people: z
      .array(notifiedPerson)
      .describe('The users with the topics they have; before there are users, the addresses that were named.'),
    told: z
      .array(notifiedPerson)
      .describe(
        'Who is told: of a topic that nobody has, every user with Edit Settings; without users and names the owner.',
      ),
    former: z
      .array(z.string())
      .describe('Addresses named before there were users, that are no user’s: nobody is told there any more.'),
  })
  .meta({ id: 'Notifications' })

/** Writes who is told. */
export function writeNotifications(people: People, now: number): z.output<typeof notifications> {
  const write = ({ address, topics }: NotifiedPerson) => ({ address, topics: [...topics] })
  const members = people.members.map(({ email, topics }) => ({ address: email, topics }))
  const named = people.members.length === 0 ? people.named : members.filter(({ topics }) => topics.length > 0)
  return { people: named.map(write), told: toldPeople(people, now).map(write), former: [...formerAddresses(people)] }
}

/** Of what a user is told: what that user chose, and what comes from nobody having chosen it (N1, N2). */
export const ownNotifications = z
  .object({ topics: z.array(topic), told: z.array(topic) })
  .meta({ id: 'OwnNotifications' })

/** What a user chooses to be told of. */
export const ownNotificationsBody = z
  .strictObject({ topics: z.array(topic).max(TOPICS.length) })
  .meta({ id: 'OwnNotificationsBody' })

/** A mail without its text. */
export const mailSummary = z
  .object({
    mailId: z.int(),
    address: z.string(),
    topic: z.enum(MAIL_TOPICS),
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

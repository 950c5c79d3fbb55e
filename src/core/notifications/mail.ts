import type { Problem } from '../problems.ts'
import type { MailTopic } from './topics.ts'
import type { WrittenMail } from './write-mail.ts'

/**
 * How far a mail is. `waiting`: to be sent, perhaps after tries. `sent`: the mail server took it. `kept`: no mail server is set, it is
 * read here. `refused`: a test that was not taken. `removed`: taken off.
 */
export const MAIL_STATES = ['waiting', 'sent', 'kept', 'refused', 'removed'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** A mail with how far it is; instants in epoch ms. */
export type Mail = WrittenMail & {
  readonly mailId: number
  readonly address: string
  readonly topic: MailTopic
  readonly writtenAt: number
  readonly state: MailState
  readonly nextAt: number
  readonly attempts: number
  /** Why the last try failed. */
  readonly problem: Problem | null
  readonly endedAt: number | null
}

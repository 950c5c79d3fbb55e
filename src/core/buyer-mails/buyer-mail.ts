import type { Problem } from '../problems.ts'
import type { MailKind } from '../settings/email-settings.ts'

/**
 * How far a mail to a buyer is. `waiting`: to be sent. `sending`: the mail server is being talked to. `sent`: it took the mail. `kept`:
 * there is no mail server, in the demo. `refused`: it is not sent. `unclear`: nobody knows whether it was, and a person looks (O8).
 */
export const BUYER_MAIL_STATES = ['waiting', 'sending', 'sent', 'kept', 'refused', 'unclear', 'removed'] as const
export type BuyerMailState = (typeof BUYER_MAIL_STATES)[number]

/** A mail to the buyer of an order, without the buyer and without its text; epoch ms. */
export type BuyerMail = {
  readonly mailId: number
  readonly orderId: number
  readonly amazonOrderId: string
  readonly kind: MailKind
  readonly state: BuyerMailState
  readonly askedBy: string
  readonly askedAt: number
  readonly nextAt: number
  readonly attempts: number
  readonly problem: Problem | null
  readonly endedAt: number | null
}

/** What a person may say of a mail: that the mail server had it after all, that it shall go, that it shall not. */
export const MAIL_DECISIONS = ['was-sent', 'send', 'remove'] as const
export type MailDecision = (typeof MAIL_DECISIONS)[number]

/** In which states each may be said. What may have reached the buyer goes a second time by a person's word only (O8). */
export const DECIDABLE: Readonly<Record<MailDecision, readonly BuyerMailState[]>> = {
  'was-sent': ['unclear'],
  send: ['unclear', 'refused', 'waiting'],
  remove: ['unclear', 'refused', 'waiting'],
}

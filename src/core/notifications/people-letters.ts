import { merchantTime } from '../orders/merchant-time.ts'
import type { Sender } from './messages.ts'
import type { Letter } from './write-mail.ts'

/** Tells who was the owner and who is it now that a merchant was handed over (M3). */
export const handOverLetter = (
  sender: Sender,
  { from, to, by, at }: { readonly from: string; readonly to: string; readonly by: string; readonly at: number },
): Letter => ({
  subject: `${sender.merchant}: the owner is now ${to}`,
  lines: [
    `${by} handed over ${sender.merchant} (${sender.merchantId}) on ${merchantTime(at, sender)}.`,
    `The owner was ${from} and is now ${to}. If you know nothing of this, write to the operator of this deployment at once.`,
  ],
  entries: [],
  more: 0,
  foot: [],
})

/** An invitation as the invited person reads it; `link` lets in whoever opens it first (U1). */
export const invitationLetter = (invited: {
  readonly to: string
  readonly by: string
  readonly link: string
  readonly days: number
}): Letter => ({
  subject: `${invited.by} invites you to ${invited.to}`,
  lines: [
    `${invited.by} invites you to work for ${invited.to} in Millrace. Open this link to accept:`,
    invited.link,
    `It works once, for ${invited.days} days. Give it to nobody: who opens it first is let in under your name.`,
  ],
  entries: [],
  more: 0,
  foot: ['If you do not know what this is about, do nothing: without the link nobody gets in.'],
})

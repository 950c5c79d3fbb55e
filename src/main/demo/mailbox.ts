import type { BuyerMail } from '#core/buyer-mails/buyer-mail.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Mail } from '#core/notifications/mail.ts'
import { TOPIC_NAMES } from '#core/notifications/topics.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import { tell } from '#core/problems.ts'
import type { MailKind } from '#core/settings/email-settings.ts'
import type { Deps, OutgoingMail } from '#flows/deps.ts'
import type { DemoMailbox } from '#http/demo-mailbox.ts'

const SHOWN = 100

/** One line of the mailbox; `text` is null where it holds buyer data. */
type Line = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly about: string
  readonly at: number
  readonly state: string
  readonly problem: string | null
  readonly text: string | null
}

/** The demo's mailbox: the merchant's mails, those of sign-in that this process kept, and that buyers were written to (N1, O8). */
export function demoMailbox(deps: Deps, merchantId: MerchantId, footer: string): DemoMailbox {
  return {
    async state() {
      const merchant = await deps.deployment.findMerchant(merchantId)
      if (!merchant) throw new Error(`The merchant ${merchantId} does not exist.`)
      const clock = { timeZone: merchant.timeZone, country: merchant.shipFrom.country }
      const { mails, toBuyers } = await deps.transaction(merchantId, 'app', async ({ store }) => ({
        mails: await store.listMails({ after: null, limit: SHOWN }),
        toBuyers: await store.listBuyerMails({ after: null, limit: SHOWN }),
      }))
      const lines = [...mails.map(lineOf), ...toBuyers.map(lineOfBuyer), ...keptOf(deps).map(lineOfKept)]
      const shown = lines.sort((a, b) => b.at - a.at).slice(0, SHOWN)
      return { footer, mails: shown.map(({ at, ...line }) => ({ ...line, written: merchantTime(at, clock) })) }
    },
    async html(id) {
      if (!/^\d{1,15}$/.test(id)) return keptOf(deps).find((mail) => mail.name === id)?.html ?? null
      const mail = await deps.transaction(merchantId, 'app', ({ store }) => store.findMail(Number(id)))
      return mail?.html ?? null
    },
  }
}

const lineOf = (mail: Mail): Line => ({
  id: String(mail.mailId),
  to: mail.address,
  subject: mail.subject,
  about: TOPIC_NAMES[mail.topic],
  at: mail.writtenAt,
  state: mail.state,
  problem: mail.problem && tell(mail.problem).sentence,
  text: mail.text,
})

const KIND_NAMES: Readonly<Record<MailKind, string>> = {
  invoice: 'Invoice',
  question: 'Question',
  'delivery-appointment': 'Delivery appointment',
  'design-check': 'Check of a design',
}

const lineOfBuyer = (mail: BuyerMail): Line => ({
  id: `buyer ${mail.mailId}`,
  to: 'the buyer, by the relay address',
  subject: `${KIND_NAMES[mail.kind]}, Amazon order ${mail.amazonOrderId}`,
  about: `A mail to a buyer, asked for by ${mail.askedBy}`,
  at: mail.askedAt,
  state: mail.state,
  problem: mail.problem && tell(mail.problem).sentence,
  text: null,
})

const lineOfKept = (mail: OutgoingMail): Line => ({
  id: mail.name,
  to: mail.to,
  subject: mail.subject,
  about: 'Sign-in',
  at: mail.writtenAt,
  state: 'kept',
  problem: null,
  text: mail.text,
})

/** What this process kept and no table has: invitations, links for a new password. Never a mail to a buyer. */
const keptOf = ({ mails }: Deps): readonly OutgoingMail[] =>
  (mails.kept?.() ?? []).filter(({ sender, name }) => !sender && !/^[a-z0-9]+\.\d+\.\d+$/.test(name))

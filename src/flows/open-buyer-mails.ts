import type { BuyerData } from '#amazon/port.ts'
import type { BuyerMail } from '#core/buyer-mails/buyer-mail.ts'
import { writeBuyerMail } from '#core/buyer-mails/write-buyer-mail.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { EmailSettings } from '#core/settings/email-settings.ts'
import { mayMail, mayMailKind } from '#core/settings/may-mail.ts'
import type { Merchant } from '#store/merchants.ts'
import { themeOf } from './ask-buyer-mail.ts'
import type { Deps, OutgoingMail, VaultTx } from './deps.ts'

/** A mail as it goes out: in memory only, from here to the mail server. */
export type MailToSend = { readonly mail: BuyerMail; readonly outgoing: OutgoingMail }

/** What is due: how many were taken for a try, and those of them that may be sent. */
export type OpenedMails = { readonly claimed: number; readonly mails: readonly MailToSend[] }

type Claim = { readonly at: number; readonly until: number; readonly limit: number }

/**
 * Takes mails that are due, opens their buyers for that (one row in the audit for all of them), and writes them. What may not be sent
 * is refused here, with the reason (O8).
 */
export async function openBuyerMails(deps: Deps, merchant: MerchantId, claim: Claim): Promise<OpenedMails> {
  const seller = await deps.deployment.findMerchant(merchant)
  if (!seller) return { claimed: 0, mails: [] }
  return deps.transaction(merchant, { vault: 'mail' }, async (tx) => {
    const claimed = await tx.store.claimBuyerMails(claim)
    if (claimed.length === 0) return { claimed: 0, mails: [] }
    const settings = await tx.store.readEmailSettings()
    // Nobody's data is opened for a mail that is switched off.
    const wanted = claimed.filter(({ kind }) => mayMailKind(kind, settings).ok)
    const buyers = await tx.vault.openBuyers([...new Set(wanted.map((mail) => mail.orderId))])
    const texts = await tx.vault.openMailTexts(wanted.map((mail) => mail.mailId))
    const mails: MailToSend[] = []
    for (const mail of claimed) {
      const opened = { buyer: buyers.get(mail.orderId) ?? null, text: texts.get(mail.mailId) ?? '' }
      const written = await write(deps, tx, { mail, seller, settings, ...opened })
      if (written.ok) mails.push({ mail, outgoing: written.value })
      else await refuse(tx, { mail, problem: written.problem, at: claim.at })
    }
    return { claimed: claimed.length, mails }
  })
}

type Opened = {
  readonly mail: BuyerMail
  readonly seller: Merchant
  readonly settings: EmailSettings
  readonly buyer: BuyerData | null
  readonly text: string
}

async function write(
  deps: Deps,
  tx: VaultTx,
  { mail, seller, settings, ...opened }: Opened,
): Promise<Result<OutgoingMail>> {
  const about = { kind: mail.kind, order: mail.amazonOrderId }
  const kindMay = mayMailKind(mail.kind, settings)
  if (!kindMay.ok) return failed('buyer-mail-not-permitted', { ...about, why: kindMay.why })
  const order = await tx.store.findOrder(mail.orderId)
  const buyer = opened.buyer && deps.amazon.readBuyer(opened.buyer)
  if (!order || !buyer?.email) return failed('buyer-mail-no-address', about)
  const may = mayMail(mail.kind, settings, buyer.email)
  if (!may.ok) return failed('buyer-mail-not-permitted', { ...about, why: may.why })
  const theme = await themeOf(tx, order.themeCode)
  if (!theme) return failed('buyer-mail-no-theme', about)
  const { name, shipFrom, timeZone } = seller
  const { line1, postalCode, city, state, country } = shipFrom
  const written = writeBuyerMail({
    kind: mail.kind,
    order,
    theme,
    seller: {
      name,
      address: [line1, `${postalCode} ${city}`, state, country].filter((part) => part !== ''),
      clock: { timeZone, country },
    },
    text: opened.text,
    shipTo: buyer.shipTo,
  })
  return ok({
    ...written,
    name: `${seller.id.toLowerCase()}.b${mail.mailId}.${mail.askedAt}`,
    to: buyer.email,
    writtenAt: mail.askedAt,
    sender: { name: theme.service.name, address: theme.sender, replyTo: theme.service.email },
  })
}

type Refused = { readonly mail: BuyerMail; readonly at: number } & Pick<
  Extract<Result<never>, { ok: false }>,
  'problem'
>

async function refuse(tx: VaultTx, { mail, problem, at }: Refused): Promise<void> {
  const { mailId, orderId, kind, askedBy: who } = mail
  await tx.store.moveBuyerMail({ mailId, from: ['waiting'], to: 'refused', problem, nextAt: null, at })
  await tx.store.addOrderEvents({ events: [{ orderId, kind: 'mail.refused', facts: { mail: mailId, kind } }], who, at })
  const noted = { connection: '' as ConnectionId, subject: `mail ${mailId}`, problem, at }
  await tx.store.noteProblem(noted)
}

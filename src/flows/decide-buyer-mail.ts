import { type BuyerMail, DECIDABLE, type MailDecision } from '#core/buyer-mails/buyer-mail.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps, VaultTx } from './deps.ts'

/** What a person says of a mail to a buyer. */
export type SaidOfMail = { readonly mailId: number; readonly decision: MailDecision; readonly who: string }

const BECOMES = { 'was-sent': 'sent', send: 'waiting', remove: 'removed' } as const
const PROBLEMS = [
  'buyer-mail-refused',
  'buyer-mail-unclear',
  'buyer-mail-not-permitted',
  'buyer-mail-no-theme',
  'buyer-mail-no-address',
] as const

/** A person's word about a mail that is unclear, refused or waiting: it was sent, it shall be sent, it shall not (O8). */
export const decideBuyerMail = (deps: Deps, merchant: MerchantId, said: SaidOfMail): Promise<Result<BuyerMail>> =>
  deps.transaction(merchant, { vault: 'mail' }, async (tx): Promise<Result<BuyerMail>> => {
    const { mailId, decision } = said
    const mail = await tx.store.lockBuyerMail(mailId)
    if (!mail) return failed('not-found', { what: `mail to a buyer [${mailId}]` })
    if (!DECIDABLE[decision].includes(mail.state) || (await isSecondInvoice(tx, mail, decision)))
      return failed('buyer-mail-decided', { mail: mailId, state: mail.state, decision })
    const at = deps.now()
    const to = BECOMES[decision]
    const nextAt = decision === 'send' ? at : null
    await tx.store.moveBuyerMail({ mailId, from: [mail.state], to, problem: null, nextAt, at })
    if (decision === 'remove') await tx.vault.erase('mail_texts', [mailId])
    const event = { orderId: mail.orderId, kind: 'mail.decided', facts: { mail: mailId, kind: mail.kind, decision } }
    await tx.store.addOrderEvents({ events: [event], who: said.who, at })
    const over = { connection: '' as ConnectionId, subjects: [`mail ${mailId}`], at }
    await tx.store.clearProblems({ ...over, codes: PROBLEMS })
    if (decision === 'send') await tx.wake('mail-buyers')
    const after = await tx.store.lockBuyerMail(mailId)
    return after ? ok(after) : failed('not-found', { what: `mail to a buyer [${mailId}]` })
  })

/** A refused invoice does not go after another one was asked for in its place. */
async function isSecondInvoice(tx: VaultTx, mail: BuyerMail, decision: MailDecision): Promise<boolean> {
  if (mail.kind !== 'invoice' || mail.state !== 'refused' || decision !== 'send') return false
  const others = await tx.store.buyerMailsOf(mail.orderId)
  return others.some(
    ({ mailId, kind, state }) =>
      mailId !== mail.mailId && kind === 'invoice' && !['refused', 'removed'].includes(state),
  )
}

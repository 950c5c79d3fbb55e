import type { BuyerMail } from '#core/buyer-mails/buyer-mail.ts'
import { checkMailWish, type MailWish } from '#core/buyer-mails/check-mail-wish.ts'
import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { mayMailKind } from '#core/settings/may-mail.ts'
import type { OrderDetail } from '#store/orders.ts'
import type { Deps, Tx, VaultTx } from './deps.ts'

/** Most mails to the buyer of one order. */
const MOST_OF_AN_ORDER = 5
const NOT_OVER = ['waiting', 'sending', 'unclear']
const NEVER_WENT = ['refused', 'removed']

/** A mail that a person wants written to the buyer of an order, by our number of it or Amazon's. */
export type AskedMail = MailWish & { readonly order: number | string; readonly who: string }

/** Writes down a mail to the buyer of an order; what the person wrote is sealed beside the buyer's data and goes with it (O8, U4). */
export const askBuyerMail = (deps: Deps, merchant: MerchantId, asked: AskedMail): Promise<Result<BuyerMail>> =>
  deps.transaction(merchant, { vault: 'mail' }, async (tx): Promise<Result<BuyerMail>> => {
    const order = await tx.store.findOrder(asked.order)
    if (!order) return failed('not-found', { what: `order [${asked.order}]` })
    const may = await mayAsk(tx, order, asked)
    if (!may.ok) return may
    const { kind, who } = asked
    const at = deps.now()
    const mailId = await tx.store.addBuyerMail({ orderId: order.orderId, kind, askedBy: who, at })
    if (mailId === null) return repeated(order, kind, 'it has its invoice')
    if (asked.text !== '') await tx.vault.putMailTexts([{ mailId, text: asked.text }])
    const event = { orderId: order.orderId, kind: 'mail.asked', facts: { mail: mailId, kind } }
    await tx.store.addOrderEvents({ events: [event], who, at })
    await tx.wake('mail-buyers')
    const written = (await tx.store.buyerMailsOf(order.orderId)).find((mail) => mail.mailId === mailId)
    if (!written) throw new Error('The mail was not written down.')
    return ok(written)
  })

async function mayAsk(tx: VaultTx, order: OrderDetail, wish: MailWish): Promise<Result<null>> {
  const about = { kind: wish.kind, order: order.amazonOrderId }
  const may = mayMailKind(wish.kind, await tx.store.readEmailSettings())
  if (!may.ok) return failed('buyer-mail-not-permitted', { ...about, why: may.why })
  const checked = checkMailWish(order, wish)
  if (!checked.ok) return checked
  if ((await themeOf(tx, order.themeCode)) === null) return failed('buyer-mail-no-theme', about)
  const kept = await tx.vault.origins('buyers', [order.orderId])
  if (!kept.has(order.orderId)) return failed('buyer-mail-no-address', about)
  const earlier = (await tx.store.buyerMailsOf(order.orderId)).filter(({ state }) => !NEVER_WENT.includes(state))
  if (earlier.some(({ kind, state }) => kind === wish.kind && NOT_OVER.includes(state)))
    return repeated(order, wish.kind, 'one of this kind is not over yet')
  return earlier.length < MOST_OF_AN_ORDER
    ? ok(null)
    : repeated(order, wish.kind, `there are ${earlier.length}, and that is the most`)
}

const repeated = ({ amazonOrderId }: OrderDetail, kind: string, why: string) =>
  failed('buyer-mail-repeated', { kind, order: amazonOrderId, why: `${why}.` })

/** The theme an order was stamped with, else the one that orders are stamped with now; null where there is neither (O7). */
export async function themeOf(tx: Tx, stamped: string | null) {
  const code = stamped ?? (await tx.store.readSettings()).orders.themeCode
  return (await tx.store.listThemes()).find((theme) => theme.code === code) ?? null
}

import { formatMoney } from '../money.ts'
import type { Letter, WrittenMail } from '../notifications/write-mail.ts'
import { writeMail } from '../notifications/write-mail.ts'
import { type MerchantClock, merchantTime } from '../orders/merchant-time.ts'
import { taxInside } from '../orders/tax-inside.ts'
import type { ShipTo } from '../pii/buyer.ts'
import { fill } from '../problems.ts'
import type { MailKind } from '../settings/email-settings.ts'
import type { Theme } from '../settings/theme.ts'
import { wordsOf } from './words.ts'

/** The amounts of a line in minor units of the order's currency; null where Amazon has not stated them. */
export type InvoiceLine = {
  readonly title: string
  readonly quantityAmazon: number
  readonly item: number | null
  readonly shipping: number | null
  readonly giftWrap: number | null
  readonly other: number | null
  readonly tax: number | null
  readonly marketplaceTax: number | null
  readonly discount: number | null
  readonly total: number | null
}

/** What an invoice says of an order. */
export type OrderToInvoice = {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly placedAt: number
  readonly currency: string | null
  readonly grandTotal: number | null
  readonly outsideLines: number
  readonly lines: readonly InvoiceLine[]
}

/** What a mail to a buyer is written from; `text` is a person's, `shipTo` the buyer's: both are gone with the mail. */
export type MailToWrite = {
  readonly kind: MailKind
  readonly order: OrderToInvoice
  readonly theme: Theme
  readonly seller: { readonly name: string; readonly address: readonly string[]; readonly clock: MerchantClock }
  readonly text: string
  readonly shipTo: ShipTo | null
}

/**
 * Writes a mail to a buyer as text and HTML: no link, no picture, no address and no telephone number of ours, as Amazon wants it; the
 * buyer answers the mail itself (O7, O8, A11).
 */
export function writeBuyerMail(mail: MailToWrite): WrittenMail {
  const { kind, order, theme } = mail
  const words = wordsOf(theme.template)
  const about = { order: order.amazonOrderId }
  const letter: Letter = {
    subject: fill(words.subject[kind], about),
    lines: [words.greeting, fill(words.about, about), ...(kind === 'invoice' ? headOf(mail) : paragraphs(mail.text))],
    entries: kind === 'invoice' ? amountsOf(mail) : [],
    more: 0,
    foot: [...(kind === 'invoice' ? [] : [words.answer]), theme.service.name],
  }
  return writeMail(letter)
}

const paragraphs = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function headOf({ order, seller, theme, shipTo }: MailToWrite): readonly string[] {
  const { invoice } = wordsOf(theme.template)
  const buyer = shipTo ? linesOf(shipTo).join(', ') : ''
  return [
    `${invoice.from}: ${[seller.name, ...seller.address].join(', ')}`,
    ...(buyer === '' ? [] : [`${invoice.to}: ${buyer}`]),
    `${invoice.number}: ${order.orderId}`,
    `${invoice.placed}: ${merchantTime(order.placedAt, seller.clock)}`,
  ]
}

const linesOf = ({ name, company, lines, postalCode, city, state, country }: ShipTo): readonly string[] =>
  [name, company, ...lines, [postalCode, city].filter(Boolean).join(' '), state, country].filter(
    (part): part is string => part !== null && part !== '',
  )

function amountsOf({ order, theme }: MailToWrite): readonly (readonly string[])[] {
  const { invoice } = wordsOf(theme.template)
  const { currency, grandTotal, lines, outsideLines } = order
  if (currency === null || grandTotal === null) return []
  const amount = (minor: number) => formatMoney({ minor, currency })
  const sum = (field: Exclude<keyof InvoiceLine, 'title' | 'quantityAmazon'>) =>
    lines.reduce((total, line) => total + (line[field] ?? 0), 0)
  const byAmazon = sum('marketplaceTax')
  const discount = sum('discount')
  const more: readonly (readonly [string, number])[] = [
    [invoice.shipping, sum('shipping')],
    [invoice.other, sum('giftWrap') + sum('other') + outsideLines],
    [invoice.discount, -discount],
    [lines.some((line) => taxInside(line)) ? invoice.taxInside : invoice.tax, sum('tax')],
  ]
  const told = more.filter(([, minor]) => minor !== 0)
  return [
    ...lines.map(({ quantityAmazon, title, item }) => [`${quantityAmazon} × ${title}: ${amount(item ?? 0)}`]),
    ...told.map(([what, minor]) => [`${what}: ${amount(minor)}`]),
    ...(byAmazon === 0 ? [] : [[`(${invoice.taxByAmazon}: ${amount(byAmazon)})`]]),
    [`${invoice.total}: ${amount(grandTotal)}`],
  ]
}

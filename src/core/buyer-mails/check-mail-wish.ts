import { NOT_AT_AMAZON } from '../channel-orders/channel-order.ts'
import type { Stage } from '../orders/stage.ts'
import { failed, ok, type Result } from '../problems.ts'
import type { MailKind } from '../settings/email-settings.ts'

/** What must be known of an order to write to its buyer. */
export type OrderToMail = {
  readonly amazonOrderId: string
  readonly stage: Stage
  readonly amazonStatus: string
  readonly fulfilledByAmazon: boolean
  readonly grandTotal: number | null
  readonly lines: readonly { readonly particulars: { readonly customized: boolean } | null }[]
}

/** The mail that is wanted; an invoice is written by us and has no text of a person. */
export type MailWish = { readonly kind: MailKind; readonly text: string }

/** The longest text that Amazon takes in a message. */
export const LONGEST_TEXT = 2000

/** Whether a mail of this kind and with this text may be written to the buyer of an order, or why not (O8, A11). */
export function checkMailWish(order: OrderToMail, { kind, text }: MailWish): Result<null> {
  const why = whyNotForOrder(order, kind)
  if (why !== null) return failed('buyer-mail-not-permitted', { kind, order: order.amazonOrderId, why })
  const fault = kind === 'invoice' ? faultOfInvoice(text) : faultOfText(text)
  return fault === null ? ok(null) : failed('not-valid', { field: 'text', why: fault })
}

function whyNotForOrder(order: OrderToMail, kind: MailKind): string | null {
  const { stage, amazonStatus, fulfilledByAmazon, grandTotal, lines } = order
  if (amazonStatus === NOT_AT_AMAZON) return 'The order is of another channel: its buyer hears from that channel.'
  if (fulfilledByAmazon) return 'Amazon ships this order and writes to its buyer.'
  if (stage === 'Rejected' || amazonStatus === 'CANCELLED') return 'The order is not carried out.'
  if (kind === 'invoice')
    return stage !== 'Completed Order'
      ? 'An invoice goes once the order is completed.'
      : grandTotal === null
        ? 'Amazon has not stated the total of this order.'
        : null
  if (stage === 'Pre-ordered') return 'The order is still pending at Amazon.'
  if (stage === 'Completed Order') return 'The order is completed: nothing is needed any more to complete it.'
  if (kind === 'design-check' && !lines.some((line) => line.particulars?.customized))
    return 'No line of this order was designed by the buyer.'
  return null
}

const faultOfInvoice = (text: string): string | null =>
  text === '' ? null : 'must be empty: an invoice is written by Millrace from the order'

const LINK = /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:mailto|tel|javascript|data):/i
// In small letters or in capitals: 'sent.It' is a forgotten space.
const ENDINGS = 'com|net|org|info|biz|shop|store|io|co|me|eu|uk|de|fr|it|es|nl|jp|ca|mx|br|au'
const HOST = new RegExp(`\\b[A-Za-z0-9-]{2,}\\.(?:${ENDINGS}|${ENDINGS.toUpperCase()})\\b`)
const ADDRESS = /\S@\S+\.\S/
const PHONE = /(?:\+|\b)\d(?:[\s().-]{0,2}\d){8,14}\b/
// Amazon's order ids, days and times of day are numbers that belong into such a mail.
const OTHER_NUMBERS =
  /\b\d{3}-\d{7}-\d{7}\b|\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}\b|\b\d{1,2}[:.]\d{2}\b/g

/** What stands against a text of a person, or null: Amazon permits no links, e-mail addresses and telephone numbers (O8, A11). */
export function faultOfText(text: string): string | null {
  const shown = text.normalize('NFKC')
  if (text.trim() === '' || text.length > LONGEST_TEXT) return `must be 1 to ${LONGEST_TEXT} characters`
  if (/[^\P{Cc}\n\t]|\p{Cf}|\p{Cs}/u.test(text)) return 'must not contain control characters or invisible ones'
  if (LINK.test(shown) || HOST.test(shown))
    return 'must not contain a link: Amazon permits none that the order does not need'
  if (ADDRESS.test(shown)) return 'must not contain an e-mail address: the buyer answers this mail'
  if (PHONE.test(shown.replaceAll(OTHER_NUMBERS, ';'))) return 'must not contain a telephone number'
  return null
}

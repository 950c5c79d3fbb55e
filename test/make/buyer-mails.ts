import type { MailKind } from '#core/settings/email-settings.ts'
import { askBuyerMail } from '#flows/ask-buyer-mail.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { saveEmailSettings, saveThemes } from '#flows/configure-mails.ts'
import { mailing } from './mailing.ts'
import { MINUTE, makeSeller } from './seller.ts'
import type { Seller } from './seller-views.ts'

/** The service contact of the theme. */
export const service = { name: 'Invented Service', email: 'service@example.com', phone: '555-0100' }
export const THEME = { code: 'HARBOR', name: 'Harbor', sender: 'orders@example.com', template: 'plain', service }
export const RELAY = 'zq77buyer@marketplace.amazon.example'
/** An order of somebody invented. */
export const BUYER = {
  payable: true,
  buyer: { name: 'Quentina Zebrafield', email: RELAY },
  address: {
    name: 'Quentina Zebrafield',
    addressLine1: '77 Xylophone Crescent',
    city: 'Sampletonville',
    stateOrRegion: 'NY',
    postalCode: '12207',
    countryCode: 'US',
  },
  lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }],
} as const
export const QUESTION = 'Dear Quentina, shall the handle be on the left?'
export const every = { invoice: false, question: true, 'delivery-appointment': true, 'design-check': true }
export const WHO = 'office@example.com'

/** A seller that may write to buyers, with one imported order. */
export async function makeWriter({ kinds = every, theme = true } = {}) {
  const seller = await makeSeller()
  const mail = mailing(seller)
  if (theme) {
    await saveThemes(seller.deps, seller.merchant, [THEME])
    const { orders } = await seller.store((store) => store.readSettings())
    await saveOrderSettings(seller.deps, seller.merchant, { ...orders, themeCode: THEME.code })
  }
  const switchTo = (sendDirectly: boolean, to: Record<MailKind, boolean> = kinds) =>
    saveEmailSettings(seller.deps, seller.merchant, {
      entered: { sendDirectly, kinds: to, confirmPolicy: true },
      who: WHO,
    })
  await switchTo(true)
  const id = seller.control.placeOrder(BUYER)
  await mail.pass(11 * MINUTE, MINUTE)
  const ask = (kind: MailKind, text: string, order: string = id) =>
    askBuyerMail(mail.deps, seller.merchant, { order, kind, text, who: WHO })
  const toBuyers = () => mail.taken.filter((each) => each.sender)
  return { seller, mail, id, ask, switchTo, toBuyers }
}

export const mails = (seller: Seller) => seller.store((store) => store.listBuyerMails({ after: null, limit: 50 }))
export const states = async (seller: Seller) => (await mails(seller)).map(({ kind, state }) => `${kind} ${state}`)
export const audit = async (seller: Seller) =>
  (await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.list({ after: 0, limit: 500 }))) as readonly {
    readonly act: string
    readonly purpose?: string
  }[]

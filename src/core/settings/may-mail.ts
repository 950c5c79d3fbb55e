import { type EmailSettings, MAIL_KINDS, type MailKind } from './email-settings.ts'

/** A mail that somebody may want to send; Amazon itself sends the confirmations, and marketing is forbidden (O8). */
export type WantedMail = MailKind | 'order-confirmation' | 'shipping-confirmation' | 'marketing'

/** Whether a mail may be sent, or why not. */
export type MayMail = { readonly ok: true } | { readonly ok: false; readonly why: string }

/** Where Amazon relays mails to buyers, one line for each marketplace; `.example` is the simulated one. */
const RELAY_HOSTS: ReadonlySet<string> = new Set(
  [
    ...['com', 'ca', 'com.mx', 'com.br'],
    ...['co.uk', 'de', 'fr', 'it', 'es', 'nl', 'se', 'pl', 'com.be', 'ie', 'com.tr', 'ae', 'sa', 'eg', 'co.za', 'in'],
    ...['co.jp', 'com.au', 'sg'],
    'example',
  ].map((ending) => `marketplace.amazon.${ending}`),
)

/** True for one plain address at a relay of Amazon's, and for nothing else (O8). */
function isRelayAddress(address: string): boolean {
  const [, host] = /^[^\s@<>,;:"()[\]\\]{1,64}@([a-z.]{1,40})$/i.exec(address) ?? []
  return host !== undefined && RELAY_HOSTS.has(host.toLowerCase())
}

const no = (why: string): MayMail => ({ ok: false, why })

/** Whether this kind of mail may go to buyers at all: a permitted one that is switched on, after the policy was confirmed (O8). */
export function mayMailKind(kind: WantedMail, settings: EmailSettings): MayMail {
  const permitted = MAIL_KINDS.find((each) => each === kind)
  if (!permitted && kind === 'marketing') return no('Amazon forbids marketing to its buyers.')
  if (!permitted) return no('Amazon sends this confirmation itself.')
  if (!settings.sendDirectly) return no('Mails to buyers are switched off.')
  if (!settings.policyConfirmed) return no("Amazon's policy was not confirmed.")
  return settings.kinds[permitted] ? { ok: true } : no('This kind of mail is switched off.')
}

/** The guard before every mail to a buyer of Amazon: the same, and only to the relay address (O8). */
export function mayMail(kind: WantedMail, settings: EmailSettings, address: string): MayMail {
  const may = mayMailKind(kind, settings)
  if (!may.ok) return may
  return isRelayAddress(address) ? may : no('Mails go only to the relay address that Amazon gives.')
}

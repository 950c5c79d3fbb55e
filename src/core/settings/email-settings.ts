import { type Checked, checkedAs, collectFaults } from './faults.ts'

/** The only kinds of mail that Amazon lets a merchant send to a buyer (O8). */
export const MAIL_KINDS = ['invoice', 'question', 'delivery-appointment', 'design-check'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** The Emails section: off, until a person confirms that Amazon's policy is known (O8). */
export type EmailSettings = {
  readonly sendDirectly: boolean
  /** Who confirmed Amazon's policy, and when (epoch ms); null while nothing is sent. */
  readonly policyConfirmed: { readonly by: string; readonly at: number } | null
  /** Each permitted kind has its own switch. */
  readonly kinds: Readonly<Record<MailKind, boolean>>
  /** Orders completed from then on get their invoice by themselves (epoch ms); null while none does. */
  readonly invoicesFrom: number | null
}

/** What a person enters; the confirmation is for this time of switching on. */
export type EnteredEmails = Pick<EmailSettings, 'sendDirectly' | 'kinds'> & { readonly confirmPolicy: boolean }

/** Nothing is sent. */
export const NO_EMAILS: EmailSettings = {
  sendDirectly: false,
  policyConfirmed: null,
  invoicesFrom: null,
  kinds: { invoice: false, question: false, 'delivery-appointment': false, 'design-check': false },
}

/** What must hold to save the Emails section: switching on needs Amazon's policy confirmed, and who did it when is kept (O8). */
export function checkEmailSettings(
  entered: EnteredEmails,
  saved: EmailSettings,
  confirming: { readonly by: string; readonly at: number },
): Checked<EmailSettings> {
  const faults = collectFaults()
  const { sendDirectly, kinds, confirmPolicy } = entered
  const before = saved.sendDirectly ? saved.policyConfirmed : null
  const policyConfirmed = sendDirectly ? (before ?? (confirmPolicy ? { ...confirming } : null)) : null
  faults.need(
    !sendDirectly || policyConfirmed !== null,
    'confirmPolicy',
    "must be true: Amazon's policy forbids mails to buyers except a few kinds, and whoever switches them on confirms to know it",
  )
  const invoices = sendDirectly && kinds.invoice
  // What was completed before nobody was promised: it gets no invoice by itself.
  const invoicesFrom = invoices ? ((saved.sendDirectly ? saved.invoicesFrom : null) ?? confirming.at) : null
  return checkedAs({ sendDirectly, policyConfirmed, kinds: { ...kinds }, invoicesFrom }, faults)
}

import { afterTry } from '#core/buyer-mails/after-try.ts'
import type { BuyerMail } from '#core/buyer-mails/buyer-mail.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import type { Deps, Tx } from './deps.ts'
import { type MailToSend, openBuyerMails } from './open-buyer-mails.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Longer than the longest try: a mail that is still being sent then was lost with the program. */
const TRY_LASTS = 5 * 60_000
const BATCH = 20
const MOST_A_RUN = 100
/** Buyer data is gone by then: no invoice could go. */
const INVOICED_FOR = 30 * DAY

/** Mails belong to no connection. */
const NO_CONNECTION = '' as ConnectionId
const SERVER_CODES = ['buyer-mail-server-away', 'buyer-mail-no-server'] as const

/** Sends the mails to buyers that are due, each at most once; invoices are asked for by themselves where that is switched on (O8). */
export async function mailBuyers(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  const invoicing = await deps.transaction(merchant, 'app', async (tx) => {
    await settleLost(deps, tx)
    return askForInvoices(deps, tx)
  })
  let stopped = false
  for (let sent = 0; sent < MOST_A_RUN && !stopped; ) {
    const at = deps.now()
    const batch = await openBuyerMails(deps, merchant, { at, until: at + TRY_LASTS, limit: BATCH })
    if (batch.claimed === 0) break
    sent += batch.claimed
    for (const mail of batch.mails) {
      stopped = (await sendOne(deps, merchant, mail)) === 'stop'
      if (stopped) break
    }
  }
  const nextAt = await deps.transaction(merchant, 'app', (tx) => tx.store.nextBuyerMailAt())
  const times = [nextAt, invoicing ? deps.now() + HOUR : null].filter((at) => at !== null)
  return { again: times.length > 0 ? Math.min(...times) : null }
}

/** What was being sent when the program died: nobody knows, so a person looks. */
async function settleLost(deps: Deps, tx: Tx): Promise<void> {
  const at = deps.now()
  for (const mail of await tx.store.lostBuyerMails(at - TRY_LASTS))
    await record(deps, tx, {
      mail,
      after: { state: 'unclear', problem: problem('buyer-mail-unclear', aboutMail(mail)), nextAt: null },
    })
}

const aboutMail = ({ kind, amazonOrderId, mailId }: BuyerMail) => ({ kind, order: amazonOrderId, mail: mailId })

/** Writes down an invoice for every order that we shipped and that was completed since invoices are switched on. */
async function askForInvoices(deps: Deps, tx: Tx): Promise<boolean> {
  const { invoicesFrom } = await tx.store.readEmailSettings()
  if (invoicesFrom === null) return false
  const at = deps.now()
  const from = Math.max(invoicesFrom, at - INVOICED_FOR)
  for (const orderId of await tx.store.ordersToInvoice({ from, limit: MOST_A_RUN }))
    await tx.store.addBuyerMail({ orderId, kind: 'invoice', askedBy: 'Millrace', at })
  return true
}

/** One try. It is written down that it begins before the mail server hears of it: a try that was begun is never begun again by itself. */
async function sendOne(deps: Deps, merchant: MerchantId, { mail, outgoing }: MailToSend): Promise<'go on' | 'stop'> {
  const { mailId, attempts } = mail
  const begun = await deps.transaction(merchant, 'app', (tx) =>
    tx.store.beginBuyerMail({ mailId, attempts, at: deps.now() }),
  )
  if (!begun) return 'go on'
  const after = afterTry(mail, await deps.mails.send(outgoing), deps.now())
  const isAway = SERVER_CODES.some((code) => code === after.problem?.code)
  await deps.transaction(merchant, 'app', async (tx) => {
    await record(deps, tx, { mail, after })
    if (isAway && after.nextAt !== null) await tx.store.postponeBuyerMails(after.nextAt)
  })
  return isAway ? 'stop' : 'go on'
}

type Recorded = { readonly mail: BuyerMail; readonly after: ReturnType<typeof afterTry> }

/** Notes how a try came out: in the mail, in the order's history, in the audit, and as a problem where a person is needed. */
async function record(deps: Deps, tx: Tx, { mail, after }: Recorded): Promise<void> {
  const { mailId, orderId, kind, askedBy: who } = mail
  const { state, problem: noted, nextAt } = after
  const at = deps.now()
  await tx.store.moveBuyerMail({ mailId, from: ['sending'], to: state, problem: noted, nextAt, at })
  const facts = { mail: mailId, kind }
  if (state !== 'waiting')
    await tx.store.addOrderEvents({ events: [{ orderId, kind: `mail.${state}`, facts }], who, at })
  if (state === 'sent' || state === 'kept' || state === 'unclear')
    tx.audit.note({ at, act: 'mailed', who, orders: [orderId], facts: { ...facts, state } })
  const server = noted !== null && SERVER_CODES.some((code) => code === noted.code)
  const subject = server ? '' : `mail ${mailId}`
  if (noted) await tx.store.noteProblem({ connection: NO_CONNECTION, subject, problem: noted, at })
  if (server) return
  await tx.store.clearProblems({ connection: NO_CONNECTION, codes: SERVER_CODES, at })
  const own = noted ? [] : (['buyer-mail-refused', 'buyer-mail-unclear'] as const)
  await tx.store.clearProblems({ connection: NO_CONNECTION, codes: own, subjects: [subject], at })
}

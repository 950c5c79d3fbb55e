import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Mail } from '#core/notifications/mail.ts'
import { mailPause } from '#core/notifications/mail-pauses.ts'
import type { Problem } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** Longer than the longest try: a mail whose try died is tried again then. */
const TRY_LASTS = 5 * 60_000
const MOST_A_RUN = 50

/** Mails belong to no connection. */
const NO_CONNECTION = '' as ConnectionId

/**
 * Sends the mails that are due; gives when the next one is, or null. A mail is taken off only after the server took it: a crash between the
 * two sends it once more, under the same name, and nothing else does. While the server is away nobody else's mail is tried.
 */
export async function sendMails(deps: Deps, merchant: MerchantId): Promise<number | null> {
  for (let sent = 0; sent < MOST_A_RUN; sent++) {
    const at = deps.now()
    const mail = await deps.transaction(merchant, 'app', (tx) => tx.store.claimMail({ at, until: at + TRY_LASTS }))
    if (!mail) break
    await tryMail(deps, merchant, mail)
  }
  return deps.transaction(merchant, 'app', (tx) => tx.store.nextMailAt())
}

/** Tries one claimed mail and notes how it came out; a test is tried once only. */
export async function tryMail(deps: Deps, merchant: MerchantId, mail: Mail): Promise<void> {
  const { mailId, address, subject, text, html, writtenAt, topic } = mail
  const name = `${merchant.toLowerCase()}.${mailId}.${writtenAt}`
  const outcome = await deps.mails.send({ name, to: address, subject, text, html, writtenAt })
  const at = deps.now()
  await deps.transaction(merchant, 'app', async (tx) => {
    if (outcome.ok) {
      await tx.store.endMail({ mailId, state: outcome.value, problem: null, at })
      const over = { connection: NO_CONNECTION, at }
      await tx.store.clearProblems({ ...over, codes: ['mail-refused'], subjects: [address] })
      await tx.store.clearProblems({ ...over, codes: ['mail-server-away', 'mail-server-missing', 'mail-answer-lost'] })
      return
    }
    const { problem } = outcome
    if (topic === 'test') return void (await tx.store.endMail({ mailId, state: 'refused', problem, at }))
    const isOfServer = problem.code !== 'mail-refused'
    const nextAt = at + mailPause(mail.attempts)
    await tx.store.mailWaits({ mailId, problem, nextAt, others: isOfServer })
    await tx.store.noteProblem({ connection: NO_CONNECTION, subject: subjectOf(mail, problem), problem, at })
  })
}

const subjectOf = ({ address }: Mail, { code }: Problem): string => (code === 'mail-refused' ? address : '')

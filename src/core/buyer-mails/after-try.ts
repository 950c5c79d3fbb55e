import { mailPause } from '../notifications/mail-pauses.ts'
import { type Problem, problem, type Result } from '../problems.ts'
import type { BuyerMail } from './buyer-mail.ts'

/** What a try comes to: the mail's next state, what is noted with it, and when it is tried again (epoch ms), if it is. */
export type AfterTry = {
  readonly state: 'sent' | 'kept' | 'waiting' | 'refused' | 'unclear'
  readonly problem: Problem | null
  readonly nextAt: number | null
}

/** From here on a mail server's answer means never: 5yz; what begins with 4 may pass. */
const FOR_GOOD = 500

/**
 * What becomes of a mail after a try. Only what certainly did not reach the mail server goes again by itself: a buyer is not written to
 * twice (O8). The server's own words are left out, since they may repeat the address.
 */
export function afterTry(mail: BuyerMail, outcome: Result<'sent' | 'kept'>, now: number): AfterTry {
  if (outcome.ok) return { state: outcome.value, problem: null, nextAt: null }
  const { code, facts } = outcome.problem
  const about = { kind: mail.kind, order: mail.amazonOrderId, mail: mail.mailId }
  if (code === 'mail-answer-lost') return ended('unclear', problem('buyer-mail-unclear', about))
  const reply = Number(facts.reply ?? 0)
  const told = problem('buyer-mail-refused', { ...about, reply })
  if (code === 'mail-refused' && reply >= FOR_GOOD) return ended('refused', told)
  const nextAt = now + mailPause(mail.attempts)
  if (code === 'mail-refused') return { state: 'waiting', problem: told, nextAt }
  const server = code === 'mail-server-missing' ? 'buyer-mail-no-server' : 'buyer-mail-server-away'
  return { state: 'waiting', problem: problem(server, about), nextAt }
}

const ended = (state: 'refused' | 'unclear', noted: Problem): AfterTry => ({ state, problem: noted, nextAt: null })

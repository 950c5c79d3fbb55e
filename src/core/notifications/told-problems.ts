import { MAIL_PROBLEMS } from '../known-mail-problems.ts'
import { KNOWN_PROBLEMS, type ProblemCode } from '../known-problems.ts'
import type { Topic } from './topics.ts'

/** Which noted problems a topic tells: some as soon as they are there, some only if they stay for an hour. */
export type ToldCodes = { readonly atOnce: readonly ProblemCode[]; readonly ifItStays: readonly ProblemCode[] }

const AUTHORIZATION: readonly ProblemCode[] = [
  'authorization-revoked',
  'access-denied',
  'application-secret-refused',
  'application-missing',
  'application-wrong',
  'marketplace-refused',
  'no-marketplace',
  'held-by-other-merchant',
  'deletion-overdue',
]

// Who cannot be reached by mail is not told so by mail; the list of mails shows it.
const BY_MAIL = Object.keys(MAIL_PROBLEMS) as readonly ProblemCode[]

const ALL = Object.keys(KNOWN_PROBLEMS) as readonly ProblemCode[]

/** The codes that a topic tells (N1). What mends itself is told by nobody, and what trying again may mend only if it stays (N3). */
export function toldCodes(topic: Topic): ToldCodes {
  if (topic !== 'file-errors' && topic !== 'authorization') return { atOnce: [], ifItStays: [] }
  const isOurs = (code: ProblemCode) => AUTHORIZATION.includes(code) === (topic === 'authorization')
  const told = ALL.filter(
    (code) => isOurs(code) && !BY_MAIL.includes(code) && KNOWN_PROBLEMS[code].mendedBy !== 'nobody',
  )
  const mayPass = (code: ProblemCode) => KNOWN_PROBLEMS[code].retryHelps
  return { atOnce: told.filter((code) => !mayPass(code)), ifItStays: told.filter(mayPass) }
}

import type { ProblemCode } from '../known-problems.ts'
import { type Problem, problem } from '../problems.ts'

const MINUTE = 60_000
const SHORTEST = MINUTE / 2
const LONGEST = 30 * MINUTE
/** So often the order is read after Amazon says that it knows no such package and shows nothing of it. */
const MOST_UNKNOWN = 5

/** What stands in the way of confirmations, and is over once one was taken. */
export const CONFIRMATION_TROUBLES = [
  'confirmations-down',
  'confirmations-denied',
  'authorization-revoked',
  'application-secret-refused',
  'application-wrong',
  'application-missing',
  'host-not-allowed',
] as const

/** What is known of a confirmation that was not taken. `before` is what went wrong the time before. */
export type Refused = {
  readonly problem: Problem
  readonly attempts: number
  readonly before: ProblemCode | null
  readonly now: number
  /** In [0, 1). */
  readonly random: number
}

/**
 * What becomes of it: Amazon settles it itself; the order is read, and then decided; it is tried again; it goes by feed; a person
 * decides; or the whole connection waits, and no row counts a try.
 */
export type AfterRefusal =
  | { readonly kind: 'settled' | 'read' | 'feed' }
  | { readonly kind: 'again'; readonly at: number }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'stop'; readonly at: number; readonly noted: ProblemCode }

/** Decides by Amazon's refusal what becomes of a confirmation. What passes is tried for ever, with growing pauses (S1, S5, E6). */
export function afterConfirmation({ problem: found, attempts, before, now, random }: Refused): AfterRefusal {
  switch (found.code) {
    case 'confirmed-by-amazon':
      return { kind: 'settled' }
    case 'tracking-required':
      return { kind: 'feed' }
    case 'package-unknown-at-amazon':
    case 'line-unknown-at-amazon':
      return { kind: 'read' }
    case 'package-version-refused':
      return before === found.code
        ? { kind: 'refused', problem: problem('package-version-refused-again', found.facts) }
        : { kind: 'read' }
    case 'amazon-down':
    case 'answer-unreadable':
    case 'answer-too-large':
    case 'throttled':
      return { kind: 'again', at: now + pauseAfter(attempts, random) }
    // A dead token or client secret: not about this package. Renewing the authorization wakes the work.
    case 'authorization-revoked':
    case 'application-secret-refused':
    case 'application-wrong':
    case 'application-missing':
    case 'host-not-allowed':
      return { kind: 'stop', at: now + 10 * MINUTE, noted: found.code }
    case 'access-denied':
      return { kind: 'stop', at: now + 60 * MINUTE, noted: 'confirmations-denied' }
    default:
      return { kind: 'refused', problem: found }
  }
}

/** How long to wait after so many failed tries: drawn from the upper half of a span that doubles up to half an hour, so that a day of outage is nothing. */
export const pauseAfter = (attempts: number, random: number): number => {
  const span = Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempts, 10))
  return Math.round(span / 2 + (random * span) / 2)
}

/** What the read order shows of a package that was refused, or is not seen. */
export type ReadPackage = {
  readonly shown: 'seen' | 'differs' | 'absent'
  readonly status: 'cancelled' | 'shipped' | 'open'
}

/** Decides about a refused confirmation once its order was read (S1). */
export function afterReading(read: ReadPackage, { problem: found, attempts, now, random }: Refused): AfterReading {
  if (read.status === 'cancelled') return { kind: 'refused', problem: problem('cancelled-at-amazon', found.facts) }
  if (read.shown === 'seen') return { kind: 'settled', note: null }
  if (found.code === 'line-unknown-at-amazon') return { kind: 'refused', problem: found }
  if (found.code === 'package-unknown-at-amazon') {
    if (read.shown === 'absent' && read.status === 'shipped')
      return { kind: 'settled', note: problem('shipped-by-other-packages', found.facts) }
    if (attempts >= MOST_UNKNOWN)
      return { kind: 'refused', problem: problem('package-still-unknown-at-amazon', found.facts) }
  }
  return { kind: 'again', at: now + pauseAfter(attempts, random) }
}

/** The end of a reading; a note tells what is worth knowing of a settled one. */
export type AfterReading =
  | { readonly kind: 'settled'; readonly note: Problem | null }
  | Extract<AfterRefusal, { kind: 'again' | 'refused' }>

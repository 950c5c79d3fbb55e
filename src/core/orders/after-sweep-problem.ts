import type { ProblemCode } from '../known-problems.ts'

const MINUTE = 60_000

/** What a sweep does after a problem: when it comes again (epoch ms, null: not by itself), whether its window stays open, whether the authorization counts as gone. */
export type NextStep = { readonly again: number | null; readonly keepsWindow: boolean; readonly revoked: boolean }

/** Decides by the problem's code how a sweep goes on (O1, C1). `since` is when the problem was first seen, `random` in [0, 1). */
export function afterSweepProblem(seen: {
  code: ProblemCode
  since: number
  now: number
  interval: number
  random: number
}): NextStep {
  const { code, since, now, interval, random } = seen
  switch (code) {
    // Amazon's side, passing: the same page again, after a wait drawn at random that grows with the trouble.
    case 'amazon-down':
    case 'answer-unreadable':
    case 'answer-too-large':
    case 'throttled':
      return {
        again: now + MINUTE / 2 + random * Math.min(15 * MINUTE, MINUTE + (now - since)),
        keepsWindow: true,
        revoked: false,
      }
    // A new window without what was refused, at once.
    case 'dataset-refused':
    case 'page-token-died':
      return { again: now, keepsWindow: false, revoked: false }
    // Two refusals at least five minutes apart: the grant is gone, and asking on would not help (C1).
    case 'authorization-revoked':
      return now - since >= 5 * MINUTE
        ? { again: null, keepsWindow: false, revoked: true }
        : { again: now + 6 * MINUTE, keepsWindow: true, revoked: false }
    // People must act; asked again once an hour, so that it goes on by itself once they did.
    case 'access-denied':
    case 'application-secret-refused':
    case 'application-wrong':
    case 'application-missing':
    case 'host-not-allowed':
    case 'request-refused':
      return { again: now + 60 * MINUTE, keepsWindow: false, revoked: false }
    default:
      return { again: now + interval, keepsWindow: false, revoked: false }
  }
}

import { isOutOfDate } from './check-password.ts'

/**
 * How far a session is. `set-up`: a second factor must be set up. `second-factor`: it must be shown. `new-password`: the password is out
 * of date. Only `ready` may do anything else (D16, D17).
 */
export const STAGES = ['set-up', 'second-factor', 'new-password', 'ready'] as const
export type Stage = (typeof STAGES)[number]

/** What a session is asked for before it may do anything else, and why. */
export const STAGE_SENTENCES: Readonly<Record<Exclude<Stage, 'ready'>, string>> = {
  'set-up': 'Set up a second factor first.',
  'second-factor': 'Show your second factor first.',
  'new-password': 'Your password is more than a year old. Choose a new one first.',
}

/** How far a session is (D17). */
export function stageOf(
  session: {
    readonly hasFactor: boolean
    readonly secondFactorAt: number | null
    readonly passwordSetAt: number | null
  },
  now: number,
): Stage {
  if (!session.hasFactor) return 'set-up'
  if (session.secondFactorAt === null) return 'second-factor'
  return session.passwordSetAt === null || isOutOfDate(session.passwordSetAt, now) ? 'new-password' : 'ready'
}

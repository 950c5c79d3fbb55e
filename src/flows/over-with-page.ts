import type { ProblemCode } from '#core/known-problems.ts'
import type { SweepRun } from './sweep-run.ts'

/** Problems that are over once Amazon has answered, with a page or otherwise. */
export const OVER_WITH_AN_ANSWER = [
  'amazon-down',
  'answer-unreadable',
  'answer-too-large',
  'throttled',
  'access-denied',
  'authorization-revoked',
  'repeated-page-token',
  'application-secret-refused',
  'application-wrong',
  'application-missing',
  'host-not-allowed',
] as const

/** Problems that are over with this page. That the first one is answered proves nothing about a later one that is refused. */
export const overWithPage = ({ search }: SweepRun, done: boolean): readonly ProblemCode[] => [
  ...OVER_WITH_AN_ANSWER,
  ...(done || search.token !== null ? (['request-refused'] as const) : []),
  ...(done ? (['page-token-died'] as const) : []),
]

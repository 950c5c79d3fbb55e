/**
 * What is kept of an authorization: `by-files` is none, and none is needed, since people carry the files (H1); `expired` is one that Amazon refuses
 * once its day has come, `revoked` one it refuses before.
 */
export const KEPT_STATES = ['authorized', 'by-files', 'expired', 'revoked', 'disabled'] as const
export type KeptState = (typeof KEPT_STATES)[number]

/**
 * Where an authorization stands (C3, C4, C6). `none`: no connection; `pending`: a consent is under way; `expiring`: its day is near, or
 * past while Amazon still takes it. The rest is kept.
 */
export type AuthorizationState = 'none' | 'pending' | 'expiring' | KeptState

/** Everything that Amazon, a person or the calendar can tell us of an authorization. */
export const SIGNALS = [
  'files-chosen',
  'consent-begun',
  'consent-given-up',
  'code-refused',
  'proven',
  'day-near',
  'grant-refused-once',
  'grant-refused',
  'grant-refused-past-its-day',
  'access-token-refused',
  'secret-refused',
  'application-wrong',
  'access-denied',
  'role-missing',
  'passing-trouble',
  'cleared',
] as const
export type Signal = (typeof SIGNALS)[number]

type Moves = Readonly<Partial<Record<AuthorizationState, AuthorizationState>>>

const ENDED_BY_US: Moves = {
  pending: 'none',
  authorized: 'disabled',
  expiring: 'disabled',
  expired: 'disabled',
  revoked: 'disabled',
  'by-files': 'disabled',
}

/**
 * Which signal moves which state where; what is not named stays as it is. A bad secret, a missing role, a suspended seller and passing trouble
 * end no authorization: they are problems of an authorization that stands, told and asked again, and work goes on with what is allowed.
 */
const MOVES: Readonly<Record<Signal, Moves>> = {
  'files-chosen': { none: 'by-files' },
  'consent-begun': { none: 'pending' },
  'consent-given-up': { pending: 'none' },
  'code-refused': { pending: 'none' },
  proven: {
    none: 'authorized',
    pending: 'authorized',
    expiring: 'authorized',
    expired: 'authorized',
    revoked: 'authorized',
    disabled: 'authorized',
    'by-files': 'authorized',
  },
  'day-near': { authorized: 'expiring' },
  'grant-refused-once': {},
  'grant-refused': { authorized: 'revoked', expiring: 'revoked' },
  'grant-refused-past-its-day': { authorized: 'expired', expiring: 'expired' },
  'access-token-refused': {},
  'secret-refused': {},
  'application-wrong': {},
  'access-denied': {},
  'role-missing': {},
  'passing-trouble': {},
  cleared: ENDED_BY_US,
}

/** The state after a signal. */
export const afterSignal = (state: AuthorizationState, signal: Signal): AuthorizationState =>
  MOVES[signal][state] ?? state

/** Why the clock of C6 runs in a state; null where it does not. */
export const whyClockRuns = (state: AuthorizationState): 'cleared' | 'lapsed' | 'revoked' | null =>
  (({ disabled: 'cleared', expired: 'lapsed', revoked: 'revoked' }) as const)[state as 'disabled'] ?? null

/** True where calls to Amazon make sense; in every other state the jobs of a connection rest (C4, C6). */
export const mayCall = (state: AuthorizationState): boolean => state === 'authorized' || state === 'expiring'

import { describe, expect, test } from 'vitest'
import {
  type AuthorizationState,
  afterSignal,
  mayCall,
  SIGNALS,
  type Signal,
  whyClockRuns,
} from './authorization-state.ts'

const STATES = ['none', 'pending', 'authorized', 'expiring', 'expired', 'revoked', 'disabled', 'by-files'] as const

/** What becomes of each state, in the order of STATES; `.` stays as it is. */
const EXPECTED: Readonly<Record<Signal, string>> = {
  'files-chosen': 'by-files . . . . . . .',
  'consent-begun': 'pending . . . . . . .',
  'consent-given-up': '. none . . . . . .',
  'code-refused': '. none . . . . . .',
  proven: 'authorized authorized . authorized authorized authorized authorized authorized',
  'day-near': '. . expiring . . . . .',
  'grant-refused-once': '. . . . . . . .',
  'grant-refused': '. . revoked revoked . . . .',
  'grant-refused-past-its-day': '. . expired expired . . . .',
  'access-token-refused': '. . . . . . . .',
  'secret-refused': '. . . . . . . .',
  'application-wrong': '. . . . . . . .',
  'access-denied': '. . . . . . . .',
  'role-missing': '. . . . . . . .',
  'passing-trouble': '. . . . . . . .',
  cleared: '. none disabled disabled disabled disabled . disabled',
}

describe('each signal in each state', () => {
  test.each(SIGNALS.flatMap((signal) => STATES.map((state, at) => [signal, state, at] as const)))(
    '[C3][C4][H1] %s in state %s',
    (signal, state, at) => {
      const told = EXPECTED[signal].split(' ')[at]
      expect(afterSignal(state, signal)).toBe(told === '.' ? state : told)
    },
  )

  test('[C6] the clock runs exactly where an authorization has ended, and says why', () => {
    expect(STATES.map(whyClockRuns)).toEqual([null, null, null, null, 'lapsed', 'revoked', 'cleared', null])
  })

  test('[C4][C6][H1] jobs work exactly while the authorization stands, and never by files', () => {
    expect(STATES.filter((state: AuthorizationState) => mayCall(state))).toEqual(['authorized', 'expiring'])
  })
})

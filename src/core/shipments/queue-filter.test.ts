import { expect, test } from 'vitest'
import { deadlineBounds } from './queue-filter.ts'

const at = Date.parse
const timeZone = 'America/New_York'
/** The evening before the clocks go back: the next day has 25 hours. */
const now = at('2026-11-01T01:00:00Z')

test.each([
  [undefined, null, null],
  ['late', null, now],
  ['today', now, at('2026-11-01T04:00:00Z')],
  ['tomorrow', at('2026-11-01T04:00:00Z'), at('2026-11-02T05:00:00Z')],
] as const)("[S6] %s is reckoned by the merchant's day", (deadline, from, before) => {
  expect(deadlineBounds(deadline, { now, timeZone })).toEqual({ from, before })
})

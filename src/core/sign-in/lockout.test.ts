import { expect, test } from 'vitest'
import { LOCK_AFTER, mayTry } from './lockout.ts'

const MINUTE = 60_000
const T = 1_000_000_000

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [8, 8],
  [9, 16],
])('[U6] after %i wrong tries in a row the next one waits %i minutes (D10)', (failures, minutes) => {
  if (minutes === 0) expect(mayTry({ failures, lastAt: T }, T)).toEqual({ kind: 'yes' })
  else {
    const at = T + minutes * MINUTE
    expect(mayTry({ failures, lastAt: T }, at - 1)).toEqual({ kind: 'from', at })
    expect(mayTry({ failures, lastAt: T }, at)).toEqual({ kind: 'yes' })
  }
})

test('[U6] after ten wrong tries in a row none is made any more, however long one waits (D10)', () => {
  expect(LOCK_AFTER).toBe(10)
  for (const failures of [10, 11, 1000])
    expect(mayTry({ failures, lastAt: T }, T + 365 * 86_400_000)).toEqual({ kind: 'never' })
})

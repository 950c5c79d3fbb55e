import { expect, test } from 'vitest'
import { leadDays } from './lead-time.ts'

test.each([
  ['minutes become whole days, rounded up', null, 1441, false, 2],
  ['a day is a day', null, 1440, false, 1],
  ['no minutes are no days', null, 0, false, 0],
  ["the item's own value wins", 4320, 1440, false, 3],
  ["the item's own zero wins too", 0, 1440, false, 0],
  ['none is sent where none is set', null, null, false, null],
  ["none is sent where Amazon's automated handling time is on", 4320, 1440, true, null],
] as const)('[I5] %s', (...[, ofItem, byDefault, automatedHandling, days]) => {
  expect(leadDays({ ofItem, byDefault, automatedHandling })).toBe(days)
})

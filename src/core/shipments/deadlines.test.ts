import { expect, test } from 'vitest'
import { type DeadlineGap, deadlineGap } from './deadlines.ts'
import type { OutboxState } from './outbox.ts'

test.each<[string, number, number, OutboxState[], DeadlineGap | null]>([
  ['nothing entered', 3, 0, [], 'not-entered'],
  ['a part entered', 3, 1, ['settled'], 'partly-entered'],
  ['all entered, Amazon knows', 3, 3, ['settled', 'sent'], null],
  ['all entered, waiting', 3, 3, ['sent', 'waiting'], 'not-accepted'],
  ['all entered, in a feed', 3, 3, ['taken'], 'not-accepted'],
  ['all entered, refused', 3, 3, ['refused', 'sent'], 'refused'],
  ['a part entered, and refused', 3, 1, ['refused'], 'refused'],
  ['shipped in Seller Central', 3, 3, [], null],
  ['a removed confirmation of what Amazon does not know', 3, 0, ['removed'], 'not-entered'],
])('[S6] %s', (...[, ordered, left, confirmations, gap]) => {
  expect(deadlineGap({ shipBy: 0, ordered, left, confirmations })).toBe(gap)
})

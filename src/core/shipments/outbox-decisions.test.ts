import { expect, test } from 'vitest'
import { tell } from '../problems.ts'
import type { OutboxKind, OutboxState } from './outbox.ts'
import { checkRemove, checkRetry } from './outbox-decisions.ts'

test.each<[OutboxKind, OutboxState, string, string]>([
  ['confirmation', 'waiting', 'ok', 'ok'],
  ['confirmation', 'refused', 'ok', 'ok'],
  ['cancellation', 'unsure', 'ok', 'ok'],
  ['refund', 'unsure', 'outbox-refund-unsure', 'outbox-refund-unsure'],
  ['refund', 'refused', 'ok', 'ok'],
  ['confirmation', 'taken', 'outbox-under-way', 'outbox-under-way'],
  ['confirmation', 'sent', 'outbox-under-way', 'outbox-under-way'],
  ['confirmation', 'settled', 'outbox-over', 'outbox-over'],
  ['refund', 'removed', 'outbox-over', 'outbox-over'],
])('[E6] a %s that is %s: retry %s, remove %s', (...[kind, state, retry, remove]) => {
  const ends = [checkRetry({ kind, state }), checkRemove({ kind, state })].map((end) => {
    if (end.ok) return 'ok'
    expect(tell(end.problem).sentence).not.toMatch(/[{}]/)
    return end.problem.code
  })
  expect(ends).toEqual([retry, remove])
})

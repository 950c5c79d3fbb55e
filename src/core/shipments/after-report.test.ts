import { describe, expect, it } from 'vitest'
import { problem } from '../problems.ts'
import { endOfRow, type Verdict, verdictsOf } from './after-report.ts'
import type { FeedReport } from './order-feed.ts'

const error = (message: number, words = 'no') => ({ message, isError: true, code: '1', words })
const warning = (message: number) => ({ message, isError: false, code: '2', words: 'hm' })
const report = (counts: readonly [number, number, number], ...faults: FeedReport['faults']): FeedReport => ({
  processed: counts[0],
  successful: counts[1],
  withError: counts[2],
  faults,
})
const tell = (read: FeedReport, messages = 3): string =>
  [1, 2, 3].map((message) => verdictsOf(read, messages).of(message).kind).join(' ')

describe('what a processing report says of each message', () => {
  it.each([
    ['no fault, and every message counted', report([3, 3, 0]), 'done done done'],
    ['a named fault', report([3, 2, 1], error(2)), 'done refused done'],
    ['two faults of one message', report([3, 2, 1], error(2), error(2)), 'done refused done'],
    ['a warning is no refusal', report([3, 3, 0], warning(2)), 'done done done'],
    ['a warning that is not counted as success', report([3, 2, 0], warning(2)), 'done done done'],
    ['fewer were worked on than sent', report([2, 2, 0]), 'unknown unknown unknown'],
    ['more were worked on than sent', report([4, 4, 0]), 'unknown unknown unknown'],
    ['an error that is not named', report([3, 2, 1]), 'unknown unknown unknown'],
    ['not all went well and none is named', report([3, 2, 0]), 'unknown unknown unknown'],
    ['a fault of another feed', report([3, 2, 1], error(7)), 'unknown unknown unknown'],
    ['one named, one not', report([3, 1, 2], error(2)), 'unknown refused unknown'],
    ['the whole feed refused', report([1, 0, 1], error(0)), 'refused refused refused'],
    ['the whole feed refused, and yet some went well', report([3, 2, 1], error(0)), 'unknown unknown unknown'],
    ['nothing at all', report([0, 0, 0]), 'unknown unknown unknown'],
  ])('[S5][O16] %s', (_, read, expected) => {
    expect(tell(read)).toBe(expected)
  })

  it('[S5] a refusal is in the words of the first fault of the message', () => {
    const verdict = verdictsOf(report([1, 0, 1], error(1, 'Too many units.'), error(1, 'And more.')), 1).of(1)
    expect(verdict).toMatchObject({ kind: 'refused', problem: { facts: { words: 'Too many units.', code: '1' } } })
  })
})

describe('what becomes of a row', () => {
  const given = problem('feed-fatal', { what: 'x', feed: '1', words: 'y' })
  const refused: Verdict = {
    kind: 'refused',
    asAll: false,
    problem: problem('refused-by-report', { words: 'w', code: '1' }),
  }
  const asAll: Verdict = { ...refused, asAll: true }
  it.each([
    ['confirmation', { kind: 'done' }, null, 'sent'],
    ['confirmation', { kind: 'unknown' }, null, 'sent'],
    ['confirmation', refused, null, 'refused'],
    ['confirmation', asAll, null, 'refused'],
    ['confirmation', { kind: 'unknown' }, given, 'waiting'],
    ['confirmation', { kind: 'done' }, given, 'sent'],
    ['confirmation', refused, given, 'refused'],
    ['confirmation', asAll, given, 'waiting'],
    ['cancellation', { kind: 'done' }, null, 'sent'],
    ['cancellation', { kind: 'unknown' }, given, 'waiting'],
    ['refund', { kind: 'done' }, null, 'settled'],
    ['refund', { kind: 'done' }, given, 'settled'],
    ['refund', refused, null, 'refused'],
    ['refund', asAll, given, 'refused'],
    ['refund', { kind: 'unknown' }, null, 'unsure'],
    ['refund', { kind: 'unknown' }, given, 'unsure'],
  ] as const)('[S4][O16] a %s with %j ends (fatal: %j) as %s', (...[kind, verdict, fatal, state]) => {
    expect(endOfRow(kind, verdict, { fatal, why: 'a reason' }).state).toBe(state)
  })
})

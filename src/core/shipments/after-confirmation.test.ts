import { describe, expect, test } from 'vitest'
import type { ProblemCode } from '../known-problems.ts'
import { problem } from '../problems.ts'
import { afterConfirmation, afterReading, pauseAfter, type ReadPackage, type Refused } from './after-confirmation.ts'

const NOW = Date.parse('2026-11-10T15:00:00Z')
const MINUTE = 60_000
const facts = { what: 'package 1 of order 111-0000001-0000001', message: 'InvalidInput: no' }

const refused = (code: ProblemCode, change: Partial<Refused> = {}): Refused => ({
  problem: problem(code, facts),
  attempts: 0,
  before: null,
  now: NOW,
  random: 0.5,
  ...change,
})

describe('what becomes of a confirmation that Amazon did not take', () => {
  test.each<[ProblemCode, string]>([
    ['confirmed-by-amazon', 'settled'],
    ['tracking-required', 'feed'],
    ['package-unknown-at-amazon', 'read'],
    ['line-unknown-at-amazon', 'read'],
    ['package-version-refused', 'read'],
    ['package-number-refused', 'refused'],
    ['too-many-package-updates', 'refused'],
    ['confirmation-refused', 'refused'],
    ['not-found-at-amazon', 'refused'],
    ['amazon-down', 'again'],
    ['answer-unreadable', 'again'],
    ['throttled', 'again'],
    ['authorization-revoked', 'stop'],
    ['access-denied', 'stop'],
    ['application-secret-refused', 'stop'],
  ])('[S1][S5] %s: %s', (code, kind) => {
    expect(afterConfirmation(refused(code))).toMatchObject({ kind })
  })

  test('[S1] a package changed at Amazon meanwhile is read and sent once more, the second time a person decides', () => {
    const again = afterConfirmation(refused('package-version-refused', { before: 'package-version-refused' }))
    expect(again).toMatchObject({ kind: 'refused', problem: { code: 'package-version-refused-again' } })
  })

  test('[E6] an outage of more than a day is waited out: pauses grow to half an hour and never end', () => {
    const at = (attempts: number) => afterConfirmation(refused('amazon-down', { attempts }))
    expect(at(0)).toEqual({ kind: 'again', at: NOW + 22_500 })
    expect(at(3)).toEqual({ kind: 'again', at: NOW + 3 * MINUTE })
    expect(at(500)).toEqual({ kind: 'again', at: NOW + 22.5 * MINUTE })
  })

  test('[E6] pauses are spread, so that a thousand sellers do not come back together, and none is short', () => {
    expect([pauseAfter(2, 0), pauseAfter(2, 0.999)]).toEqual([MINUTE, 119_940])
  })
})

describe('what becomes of it once its order was read', () => {
  test.each<[ProblemCode, ReadPackage, number, object]>([
    ['package-unknown-at-amazon', { shown: 'seen', status: 'shipped' }, 0, { kind: 'settled', note: null }],
    [
      'package-unknown-at-amazon',
      { shown: 'absent', status: 'shipped' },
      0,
      { kind: 'settled', note: { code: 'shipped-by-other-packages' } },
    ],
    ['package-unknown-at-amazon', { shown: 'absent', status: 'open' }, 0, { kind: 'again' }],
    [
      'package-unknown-at-amazon',
      { shown: 'absent', status: 'open' },
      5,
      { kind: 'refused', problem: { code: 'package-still-unknown-at-amazon' } },
    ],
    ['package-unknown-at-amazon', { shown: 'differs', status: 'shipped' }, 0, { kind: 'again' }],
    [
      'line-unknown-at-amazon',
      { shown: 'absent', status: 'cancelled' },
      0,
      { kind: 'refused', problem: { code: 'cancelled-at-amazon' } },
    ],
    [
      'line-unknown-at-amazon',
      { shown: 'absent', status: 'open' },
      0,
      { kind: 'refused', problem: { code: 'line-unknown-at-amazon' } },
    ],
    ['package-version-refused', { shown: 'seen', status: 'open' }, 0, { kind: 'settled', note: null }],
    ['package-version-refused', { shown: 'differs', status: 'open' }, 0, { kind: 'again' }],
  ])('[S1] %s and %o after %i tries', (...[code, read, attempts, end]) => {
    expect(afterReading(read, refused(code, { attempts }))).toMatchObject(end)
  })
})

import { expect, test } from 'vitest'
import { NEVER_SENT, nextSending, type SentField } from './next-sending.ts'

const field = (change: Partial<SentField>): SentField => ({ ...NEVER_SENT, ...change })
const next = (
  change: Partial<SentField>,
  desired: string,
  more: { held?: boolean; occasion?: 'changes' | 'complete' | 'manual' } = {},
) => nextSending(field(change), { desired, held: more.held ?? false, occasion: more.occasion ?? 'changes' })

test.each([
  ['never sent: sent', {}, '5', { send: '5' }],
  ['never sent, but Amazon already has it: nothing', { confirmed: '5' }, '5', null],
  ['never sent, and Amazon has another: sent', { confirmed: '4' }, '5', { send: '5' }],
  ['changed since: sent', { sent: '4', state: 'confirmed' }, '5', { send: '5' }],
  ['the same, confirmed: nothing', { sent: '5', state: 'confirmed' }, '5', null],
  ['the same, in flight: nothing', { sent: '5', state: 'flying' }, '5', null],
  ['the same, to be read back: nothing', { sent: '5', state: 'accepted' }, '5', null],
  ['changed while in flight: sent', { sent: '4', state: 'flying' }, '5', { send: '5' }],
  ['not seen at Amazon the first time: sent once more', { sent: '5', state: 'due' }, '5', { send: '5' }],
  ['differs at Amazon after the second time: left to a person', { sent: '5', state: 'differs' }, '5', null],
  ['refused: not again until it changes', { sent: '5', state: 'refused' }, '5', null],
  ['refused, and changed since: sent', { sent: '4', state: 'refused' }, '5', { send: '5' }],
  ['pinned: the pinned value', { sent: '9', state: 'confirmed', pinned: '9' }, '5', null],
  ['pinned and not yet sent: the pinned value', { sent: '5', state: 'confirmed', pinned: '9' }, '5', { send: '9' }],
] as const)('[I10] %s', (...[, state, desired, expected]) => {
  expect(next(state, desired)).toEqual(expected)
})

test('[I1] a complete cycle, and [I7] a person, send also what is confirmed or refused, but nothing that is in flight', () => {
  for (const occasion of ['complete', 'manual'] as const) {
    expect(next({ sent: '5', state: 'confirmed' }, '5', { occasion })).toEqual({ send: '5' })
    expect(next({ sent: '5', state: 'refused' }, '5', { occasion })).toEqual({ send: '5' })
    expect(next({ confirmed: '5' }, '5', { occasion })).toEqual({ send: '5' })
    expect(next({ sent: '5', state: 'flying' }, '5', { occasion })).toBe(null)
  }
})

test('[I4] what a guard holds waits for approval of exactly that value', () => {
  expect(next({}, '5', { held: true })).toEqual({ hold: '5' })
  expect(next({ approved: '5' }, '5', { held: true })).toEqual({ send: '5' })
  expect(next({ approved: '4' }, '5', { held: true })).toEqual({ hold: '5' })
  expect(next({ approved: '4' }, '5', { held: true, occasion: 'manual' })).toEqual({ hold: '5' })
})

import { describe, expect, test } from 'vitest'
import type { MerchantAct, NotedMerchantAct } from './acts.ts'
import { lookForAlarms, tellAlarm, UNUSUAL } from './look-for-alarms.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const MINUTE = 60_000
const DAY = 86_400_000

const row = (act: MerchantAct, change: Partial<NotedMerchantAct> = {}): NotedMerchantAct => ({
  at: NOW - MINUTE,
  act,
  who: 'packer@example.com',
  orders: [1],
  ...change,
})
const many = (n: number, act: MerchantAct, change: Partial<NotedMerchantAct> = {}) =>
  Array.from({ length: n }, (_, order) => row(act, { orders: [order + 1], ...change }))
const look = (acts: readonly NotedMerchantAct[], canaries: readonly number[] = []) =>
  lookForAlarms(acts, { canaries: new Set(canaries), now: NOW }).map(({ kind }) => kind)

describe('[U6] what people do with buyer data is unusual from a number on', () => {
  test.each<[what: string, acts: readonly NotedMerchantAct[], alarms: readonly string[]]>([
    ['a day like any', many(UNUSUAL.reveals - 1, 'revealed'), []],
    ['many orders opened one by one', many(UNUSUAL.reveals, 'revealed'), ['many-reveals']],
    ['a day of packing in a shipping run', many(99, 'revealed', { facts: { way: 'run' } }), []],
    ['the same order again and again', Array.from({ length: 99 }, () => row('revealed')), []],
    ['many labels', many(99, 'printed'), []],
    [
      'many, of whom half are of another person',
      [...many(15, 'revealed'), ...many(15, 'revealed', { who: 'other@example.com' })],
      [],
    ],
    ['many, the day before', many(UNUSUAL.reveals, 'revealed', { at: NOW - DAY - 1 }), []],
    ['orders long shipped', many(UNUSUAL.shipped, 'revealed', { facts: { daysAfterShipment: 7 } }), ['shipped-opened']],
    ['orders just shipped', many(UNUSUAL.shipped, 'revealed', { facts: { daysAfterShipment: 6 } }), []],
    ['refused tries', many(UNUSUAL.refused, 'reveal-refused'), ['refused-tries']],
    ['refused searches and tries', [...many(5, 'reveal-refused'), ...many(5, 'search-refused')], ['refused-tries']],
    ['refused tries over a day', many(UNUSUAL.refused, 'reveal-refused', { at: NOW - 2 * 60 * MINUTE }), []],
    ['changed settings', many(99, 'settings-changed'), []],
  ])('%s', (_, acts, alarms) => {
    expect(look(acts)).toEqual(alarms)
  })

  test.each<MerchantAct>(['revealed', 'printed', 'exported', 'searched', 'handed-over'])(
    'a canary that is %s is an alarm at once',
    (act) => {
      expect(look([row(act, { orders: [4, 5] })], [5])).toEqual(['canary-opened'])
      expect(look([row(act, { orders: [4] })], [5])).toEqual([])
    },
  )
})

test('[U6] looking again finds the same alarm and no other, and it is told in words without buyer data', () => {
  const acts = many(UNUSUAL.reveals, 'revealed')
  const [first, ...others] = lookForAlarms(acts, { canaries: new Set(), now: NOW })
  const [again] = lookForAlarms(acts, { canaries: new Set(), now: NOW + MINUTE })
  expect(others).toEqual([])
  expect(again).toEqual(first)
  expect(tellAlarm(first!)).toBe('packer@example.com opened the buyer data of 30 orders one by one within a day.')
})

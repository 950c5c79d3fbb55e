import { expect, test } from 'vitest'
import { type QueueGroup, sumQueue } from './sum-queue.ts'

const group = (center: string | null, method: string, [all, late, today]: readonly [number, number, number]) =>
  ({ center, method, channel: 'amazon', all, late, today, tomorrow: 0 }) satisfies QueueGroup
const GROUPS = [group('RENO', 'GROUND', [5, 2, 1]), group('RENO', 'AIR', [3, 1, 0]), group(null, 'GROUND', [4, 0, 4])]

test('[S6] without a filter everything is counted, an order without a center last', () => {
  expect(sumQueue(GROUPS, {})).toMatchObject({
    all: 12,
    late: 3,
    today: 5,
    centers: [
      { name: 'RENO', count: 8 },
      { name: null, count: 4 },
    ],
    methods: [
      { name: 'AIR', count: 3 },
      { name: 'GROUND', count: 9 },
    ],
  })
})

test('[S6] each choice of a filter is counted as the list would be with it: beside the other filters, and not beside its own', () => {
  const sums = sumQueue(GROUPS, { center: 'RENO', deadline: 'late' })
  expect(sums).toMatchObject({ all: 8, late: 3, today: 1 })
  expect(sums.methods).toEqual([
    { name: 'AIR', count: 1 },
    { name: 'GROUND', count: 2 },
  ])
  // Another center may be chosen instead; one that has none stays, so that no choice jumps.
  expect(sums.centers).toEqual([
    { name: 'RENO', count: 3 },
    { name: null, count: 0 },
  ])
})

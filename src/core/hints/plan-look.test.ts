import { describe, expect, test } from 'vitest'
import { planLook } from './plan-look.ts'

const NOW = 1_000_000_000
const at = (seconds: number) => NOW - seconds * 1000

/** Orders that changed so many seconds ago, the oldest first. */
const changed = (...seconds: number[]) =>
  seconds.map((ago, n) => ({ orderId: `${n}`, changedAt: at(ago), tries: 0 })).sort((a, b) => a.changedAt - b.changedAt)
const many = (count: number, ago: number) => changed(...Array<number>(count).fill(ago))
const plan = (waiting: ReturnType<typeof changed>, { amazonNow = NOW, left = 30 } = {}) => {
  const { byNumber, sweptThrough, again } = planLook(waiting, { now: NOW, amazonNow, left })
  return [
    byNumber.length,
    sweptThrough === null ? null : (NOW - sweptThrough) / 1000,
    again === null ? null : again - NOW,
  ]
}

describe('how orders that Amazon hinted at are looked at', () => {
  test.each([
    ['none', changed(), [0, null, null]],
    ['one, at once, by its number', changed(1), [1, null, null]],
    ['as many as are left to people', many(20, 1), [20, null, null]],
    ['one more waits half a minute', many(21, 1), [20, null, 30_000]],
    ['a hundred still go by number', many(100, 600), [20, null, 30_000]],
    ['a flood that no sweep can see yet goes on by number', many(101, 60), [20, null, 30_000]],
    ['a flood that is old enough comes by a sweep', many(101, 200), [0, 190, null]],
    ['of a flood what is young goes by number', [...many(101, 200), ...many(3, 5)], [3, 190, null]],
  ])('[O1] %s', (_, waiting, wanted) => {
    expect(plan(waiting)).toEqual(wanted)
  })

  test('[O1] ten calls are left to people, whatever waits', () => {
    expect(plan(many(30, 1), { left: 12 })).toEqual([2, null, 30_000])
    expect(plan(many(30, 1), { left: 10 })).toEqual([0, null, 30_000])
    expect(plan(many(1, 1), { left: 3 })).toEqual([0, null, 30_000])
  })

  test('[O1] what a sweep can see is told by Amazon’s clock, not by ours', () => {
    expect(plan(many(101, 100), { amazonNow: NOW + 100_000 })[1]).toBe(90)
    expect(plan(many(101, 200), { amazonNow: NOW - 100_000 })[1]).toBeNull()
  })
})

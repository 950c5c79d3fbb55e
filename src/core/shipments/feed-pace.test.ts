import { describe, expect, it } from 'vitest'
import { drawAt, pollPause, slowness, tryPause } from './feed-pace.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('the pace of feeds', () => {
  it('[S5] looks come after 2, 3, 5, 10, 20 and then every 20 minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 100].map((polls) => pollPause(polls) / MINUTE)).toEqual([2, 3, 5, 10, 20, 20, 20])
  })

  it('[E6] tries come after growing pauses, half an hour at most', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 1000].map((tries) => tryPause(tries) / MINUTE)).toEqual([1, 1, 2, 5, 10, 20, 30, 30])
  })

  it.each([
    [29, null],
    [30, '30 minutes'],
    [119, '30 minutes'],
    [120, '2 hours'],
    [479, '2 hours'],
    [480, '8 hours'],
    [1500, '25 hours'],
  ])('[E5] open for %i minutes is told as %s', (minutes, told) => {
    expect(slowness(minutes * MINUTE)).toBe(told)
  })

  it.each([
    ['the first of all goes at once', { lastSentAt: null }, 0],
    ['few wait for twenty minutes', {}, 15],
    ['after twenty minutes they go', { lastSentAt: -20 * MINUTE }, 0],
    ['a thousand go at once', { waiting: 1000 }, 0],
    ['a near deadline goes at once', { dueBy: 2 * HOUR }, 0],
    ['a missed deadline too', { dueBy: -HOUR }, 0],
    ['a far one waits', { dueBy: 2 * HOUR + 1 }, 15],
  ])('[S5][S6] %s', (_, change, minutes) => {
    const backlog = { lastSentAt: -5 * MINUTE, waiting: 999, dueBy: null, now: 0, ...change }
    expect(drawAt(backlog) / MINUTE).toBe(minutes)
  })
})

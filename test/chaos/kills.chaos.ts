import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { CHECKS } from '../make/kill-checks.ts'
import { type KillDay, type Killed, killAllDay, openKillDay, settle } from '../make/kill-day.ts'

const { seed, kills } = inject('chaos')

let day: KillDay
let killed: Killed
beforeAll(async () => {
  day = await openKillDay(seed)
  killed = await killAllDay(day, kills)
  console.log(`${killed.kills} workers killed, ${killed.atWork} of them in rounds with a job in hand`)
  await settle(day)
}, 900_000)
afterAll(() => day.close())

test('[O1] workers are killed by kill -9 at drawn moments of a day, a good part of them at work', () => {
  expect(killed.kills).toBe(kills)
  expect(killed.atWork).toBeGreaterThan(kills / 10)
})

test.each(CHECKS)('[$rule] after a day of kills: $name', async ({ find }) => {
  expect(await find(day)).toEqual([])
})

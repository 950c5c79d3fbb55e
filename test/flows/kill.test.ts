import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHECKS } from '../make/kill-checks.ts'
import { type KillDay, type Killed, killAllDay, openKillDay, settle } from '../make/kill-day.ts'

const KILLS = 10

let day: KillDay
let killed: Killed
beforeAll(async () => {
  const seed = process.env.KILL_SEED ?? String(Date.now())
  console.log(`seed ${seed}`)
  day = await openKillDay(seed)
  killed = await killAllDay(day, KILLS)
  await settle(day)
}, 110_000)
afterAll(() => day.close())

test('[O1] ten workers are killed by kill -9 at random moments of a day, some of them at work', () => {
  console.log(`${killed.atWork} of ${killed.kills} were at work`)
  expect(killed.kills).toBe(KILLS)
  expect(killed.atWork).toBeGreaterThan(0)
})

test.each(CHECKS)('[$rule] after a day of kills: $name', async ({ find }) => {
  expect(await find(day)).toEqual([])
})

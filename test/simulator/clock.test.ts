import { expect, test } from 'vitest'
import { SimulatedClock } from '../../src/simulator/clock.ts'

test('a virtual clock stands still until it is moved', async () => {
  const clock = new SimulatedClock('virtual', 1000)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(clock.now()).toBe(1000)
  clock.advance(500)
  expect(clock.now()).toBe(1500)
  clock.set(1200)
  expect(clock.now()).toBe(1200)
})

test('a real clock runs from where it was set', async () => {
  const clock = new SimulatedClock('real', 1_000_000)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(clock.now()).toBeGreaterThanOrEqual(1_000_015)
  expect(clock.now()).toBeLessThan(1_010_000)
})

test('planned events run in order, each at its own time, also those planned on the way', () => {
  const clock = new SimulatedClock('virtual', 0)
  const seen: [string, number][] = []
  const note = (name: string) => () => {
    seen.push([name, clock.now()])
  }
  clock.plan({ at: 300, run: note('late') })
  clock.plan({
    at: 100,
    run: () => {
      note('early')()
      clock.plan({ at: 200, run: note('between') })
      clock.plan({ at: 900, run: note('never') })
    },
  })
  clock.set(500)
  expect(seen).toEqual([
    ['early', 100],
    ['between', 200],
    ['late', 300],
  ])
  expect([clock.now(), clock.nextEventAt()]).toEqual([500, 900])
})

test('a real clock wakes by itself for what is planned', async () => {
  const clock = new SimulatedClock('real')
  const ran = new Promise<number>((resolve) => {
    clock.plan({ at: clock.now() + 30, run: () => resolve(clock.now()) })
  })
  const wait = setTimeout(() => {}, 1000) // the clock's own timer keeps no process alive
  await ran
  clearTimeout(wait)
})

import { expect, test } from 'vitest'
import { killAtWork } from '../jobs/kill-at-work.ts'

test('the job of a worker killed by kill -9 is taken up by another within a minute, on the default numbers', async () => {
  const { runs, seconds } = await killAtWork()
  console.log(`taken up ${seconds.toFixed(1)} s after kill -9`)
  expect(seconds).toBeLessThan(45)
  expect(runs).toBe(1)
}, 90_000)

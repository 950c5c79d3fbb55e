import { expect, test } from 'vitest'
import { chaosDensity } from '../make/chaos-density.ts'
import { killRotations } from '../make/kill-rotations.ts'

test('a rotation killed at each of its statements is finished by the next', async () => {
  const density = chaosDensity()
  expect(await killRotations(density)).toBeGreaterThan(20 / density.oneIn)
}, 300_000)

import { expect, test } from 'vitest'
import { killRotations } from '../make/kill-rotations.ts'

test('a rotation killed at each of its statements is finished by the next', async () => {
  expect(await killRotations({ oneIn: 1 })).toBeGreaterThan(20)
}, 300_000)

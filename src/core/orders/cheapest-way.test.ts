import { expect, test } from 'vitest'
import { cheapestWay } from './cheapest-way.ts'

test.each([
  [0, 0, 'none', 0],
  [5000, 0, 'none', 0],
  [1, 1, 'by-number', 0],
  [20, 20, 'by-number', 0],
  [21, 21, 'search', 0],
  [1000, 20, 'by-number', 0],
  [1000, 300, 'search', 0],
  [10_000, 500, 'by-number', 960],
  [10_000, 12_000, 'by-number', 23_960],
  [10_000, 20_000, 'search', 24_325],
  [100_000, 100_000, 'by-number', 199_960],
] as const)('[O18] of %i listed orders %i are fetched: %s, %i s', (...[listed, wanted, way, seconds]) => {
  const chosen = cheapestWay({ listed, wanted })
  expect(chosen).toMatchObject({ way, seconds })
  expect(chosen.why).toContain(`Amazon lists ${listed} orders`)
})

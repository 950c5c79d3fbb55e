import { expect, inject, test } from 'vitest'
import { playMonth } from '../make/month/month.ts'

const { seed, months, skus } = inject('chaos')
/** The first month has the seed itself, so that one that failed can be played again alone. */
const seeds = Array.from({ length: months }, (_, n) => (n === 0 ? seed : `${seed}.${n}`))

test.each(seeds)(
  '[O13][S1][S2][O16][I1][I4][I12][U4][T5] a month in which everything breaks ends as it must: npm run chaos -- month --months 1 --seed %s',
  { timeout: 1_800_000 },
  async (own) => {
    const { wrong, trace, ...played } = await playMonth({ seed: own, skus, days: 28 })
    console.log(`seed ${own}: ${JSON.stringify(played)}`)
    if (wrong.length > 0) console.log(trace)
    expect(wrong).toEqual([])
    expect(played.orders).toBeGreaterThan(50)
    expect(played.packages).toBeGreaterThan(20)
    expect(played.files).toBeGreaterThan(2)
    expect(played.cancellations).toBeGreaterThan(0)
  },
)

import { expect, inject, test } from 'vitest'
import { playDay } from '#main/demo/fast-day.ts'

test.each(['harbor', '20261110', inject('chaos').seed])(
  '[M5] the demo day of seed %s ends as its script says',
  { timeout: 300_000 },
  async (seed) => {
    const result = await playDay({ seed })
    expect(result.differences).toEqual([])
    expect(result.found).toEqual(result.wanted)
  },
)

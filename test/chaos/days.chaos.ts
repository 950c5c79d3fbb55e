import { expect, inject, test } from 'vitest'
import { playDay } from '#main/demo/fast-day.ts'

test('[M5] the demo day of a drawn seed ends as its script says', { timeout: 300_000 }, async () => {
  const result = await playDay({ seed: inject('chaos').seed })
  expect(result.differences).toEqual([])
  expect(result.found).toEqual(result.wanted)
})

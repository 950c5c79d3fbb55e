import { expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { CLEAR_STORY } from '../make/crash-clear.ts'

const stage = breakStory(CLEAR_STORY, { oneIn: 40 })

test('[C6] the story of clearing ends with the books alone, one certificate that counts each row once, and a whole audit', () => {
  const [before, , end] = stage().unbroken.map(({ state }) => state as Record<string, unknown[]>)
  expect([before?.buyers?.length, before?.originals?.length]).toEqual([1, 2])
  expect([end?.buyers, end?.originals, end?.orders?.length]).toEqual([[], [], 1])
  expect(end?.certificates).toMatchObject([{ buyers: 1, documents: 2 }])
  expect(end?.connections).toMatchObject([{ state: 'disabled', token: false, clock: 'cleared', ended: true }])
  expect(end?.audit).toEqual([])
})

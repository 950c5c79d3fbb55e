import { expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { PURGE_ORDERS, PURGE_STORY } from '../make/crash-purge.ts'

const stage = breakStory(PURGE_STORY, { oneIn: 30 })

test('[U4] the story of the purge ends with the open order alone, each erased row told once, and a whole audit', () => {
  const [, before, end] = stage().unbroken.map(({ state }) => state as Record<string, unknown>)
  expect(before?.buyers).toEqual([PURGE_ORDERS.shipped, PURGE_ORDERS.open])
  expect(end?.buyers).toEqual([PURGE_ORDERS.open])
  expect(end?.originals).toEqual([
    { document: PURGE_ORDERS.shipped, holdsBuyerData: false },
    { document: PURGE_ORDERS.open, holdsBuyerData: true },
  ])
  expect(end?.purged).toEqual(['buyers 1', 'documents 1'])
  expect(end?.audit).toEqual([])
})

import { expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { IMPORTS_STORY } from '../make/crash-imports.ts'

const stage = breakStory(IMPORTS_STORY, { oneIn: 60 })

type State = Record<string, Record<string, unknown>[]>
const states = () => stage().unbroken.map(({ state }) => state as State)

test('[T3][H3] the story of imports ends as it should when nothing breaks', () => {
  const counts = (file: string) =>
    states().map(({ imports = [] }) => {
      const found = imports.find(({ file_name }) => file_name === file)
      return found ? [found.state, found.counts] : null
    })
  expect(counts('shirts.xlsm')).toEqual([])
  expect(counts('orders.csv')).toEqual([])
  const last = states().at(-1)
  expect(last?.orders?.map(({ amazon_order_id, stage: at }) => [amazon_order_id, at])).toEqual([])
  expect(last?.problems).toEqual([])
})

import { expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { IMPORTS_STORY } from '../make/crash-imports.ts'

const stage = breakStory(IMPORTS_STORY, { oneIn: 90 })

type State = Record<string, Record<string, unknown>[]>
const states = () => stage().unbroken.map(({ state }) => state as State)

test('[T3][H3] the story of imports ends as it should when nothing breaks', () => {
  const ends = (file: string) =>
    states().map(({ imports = [] }) => imports.find(({ file_name }) => file_name === file)?.state ?? null)
  expect(ends('shirts.xlsm')).toEqual(['previewed', 'applied', 'applied', 'undone', 'undone'])
  expect(ends('orders.csv')).toEqual([null, null, 'previewed', 'applied', 'undone'])
  const [, applied, , placed, last] = states()
  const items = (state: State | undefined) => state?.items?.map(({ item_id }) => item_id)
  expect(items(applied)).toContain('SHIRT-S')
  expect(items(last)).not.toContain('SHIRT-S')
  expect([applied?.tabs?.length, last?.tabs]).toEqual([2, []])
  const stages = (state: State | undefined) => state?.orders?.map((order) => [order.amazon_order_id, order.stage])
  expect(stages(placed)).toEqual(['WEB:W-1', 'WEB:W-3'].map((order) => [order, 'Shipping Department']))
  expect(stages(last)).toEqual(['WEB:W-1', 'WEB:W-3'].map((order) => [order, 'Rejected']))
  expect([placed?.allocations?.length, last?.allocations]).toEqual([2, []])
  // What was sealed of the file is gone once its orders are placed.
  expect(last?.imports?.map(({ parts, sealed }) => [parts, sealed])).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(last?.problems).toEqual([])
})

test('the comparison sees a Millrace that commits too early: an order is placed before its row says so', async () => {
  const { state } = await stage().play(3, { early: /^insert into millrace\.orders/ })
  expect(state).not.toEqual(stage().unbroken[3]?.state)
})

import { expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { HINT_ORDERS, HINTS_STORY } from '../make/crash-hints.ts'

const stage = breakStory(HINTS_STORY, { oneIn: 60 })

test('[O1] the story of the hints ends as Amazon has it, not as the messages say, with an empty queue', () => {
  const [asked, placed, end] = stage().unbroken.map(
    ({ state }) => state as Record<string, { [name: string]: unknown }[]>,
  )
  expect(asked?.subscriptions?.map(({ topic, problem }) => [topic, problem])).toEqual([
    ['feeds', null],
    ['orders', null],
    ['reports', null],
  ])
  const stages = (state: typeof end) =>
    Object.fromEntries((state?.orders ?? []).map((order) => [order.amazon_order_id, order.stage]))
  expect(stages(placed)).toEqual({
    [HINT_ORDERS.kept]: 'Shipping Department',
    [HINT_ORDERS.cancelled]: 'Shipping Department',
  })
  expect(stages(end)).toEqual({ [HINT_ORDERS.kept]: 'Shipping Department', [HINT_ORDERS.cancelled]: 'Rejected' })
  expect([end?.hintedOrders, end?.amazon]).toMatchObject([[], { queues: [0] }])
  expect(end?.hints).toEqual(['last na-A3HARBORGOODS orders', 'n-1 na', 'n-2 na', 'n-3 na'])
})

test('[O1] the comparison sees a Millrace in which a hint counts as taken before the look that it causes', async () => {
  const { state } = await stage().play(1, { early: /^with noted as/ })
  expect(state).not.toEqual(stage().unbroken[1]?.state)
})

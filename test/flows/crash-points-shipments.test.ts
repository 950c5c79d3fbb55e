import { describe, expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { SHIPMENTS_STORY, SHIPPED_ORDERS } from '../make/crash-shipments.ts'

const stage = breakStory(SHIPMENTS_STORY, { oneIn: 70 })

test('[S1][S5][O16] the story of what goes up ends as it should when nothing breaks', () => {
  const { unbroken } = stage()
  const end = unbroken.at(-1)?.state as Record<string, { [field: string]: unknown }[]>
  const { inTwoPackages, inOne, untracked, cancelled, refunded } = SHIPPED_ORDERS
  const stages = Object.fromEntries(end.orders?.map((o) => [o.amazon_order_id, o.stage]) ?? [])
  expect(stages).toEqual({
    [inTwoPackages]: 'Completed Order',
    [inOne]: 'Completed Order',
    [untracked]: 'Completed Order',
    [cancelled]: 'Rejected',
    [refunded]: 'Completed Order',
  })
  const settled = { state: 'settled', problem: null }
  expect(end.outbox).toMatchObject([
    { order: inTwoPackages, kind: 'confirmation', way: 'call', settled_by: 'sweep', ...settled },
    { order: inTwoPackages, kind: 'confirmation', way: 'call', settled_by: 'sweep', ...settled },
    { order: inOne, kind: 'confirmation', way: 'call', settled_by: 'sweep', ...settled },
    { order: untracked, kind: 'confirmation', way: 'feed', settled_by: 'sweep', ...settled },
    { order: cancelled, kind: 'cancellation', way: 'feed', settled_by: 'sweep', ...settled },
    { order: refunded, kind: 'refund', way: 'feed', settled_by: 'report', ...settled },
  ])
  expect(end).toMatchObject({ pages: [], problems: [], allocatedNotReserved: [] })
  // Amazon begins each scene anew: what it has is what that scene's program gave it.
  const given = unbroken.map(({ state }) => state.amazon as { orders: object[]; refunds: object[]; feeds: string[] })
  expect(given[1]?.orders.slice(0, 2)).toMatchObject([
    { orderId: inTwoPackages, status: 'SHIPPED', packages: [{}, {}] },
    { orderId: inOne, status: 'SHIPPED', packages: [{ trackingNumber: '9505511069605048600624' }] },
  ])
  expect(given.map(({ feeds }) => feeds.length)).toEqual([0, 0, 1, 1, 0, 1])
  expect(given.at(-1)?.refunds).toEqual([{ orderId: refunded, total: 1000 }])
})

describe('the comparison sees a Millrace that commits too early', () => {
  test.each([
    { what: 'a package is settled before its history tells it', scene: 1, early: /^with ended as/ },
    { what: 'a feed is begun before its rows are drawn', scene: 2, early: /^insert into millrace\.submissions/ },
    {
      what: 'a feed is over before its rows are',
      scene: 5,
      early: /^select o\.message_number as message, o\.attempts/,
    },
  ])('$what', async ({ scene, early }) => {
    const { state } = await stage().play(scene, { early })
    expect(state).not.toEqual(stage().unbroken[scene]?.state)
  })
})

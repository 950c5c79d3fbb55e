import { expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { NIGHT_ORDERS, NIGHT_STORY } from '../make/crash-night.ts'

const stage = breakStory(NIGHT_STORY, { oneIn: 60 })

test('[O18] the story of what no list showed ends as it should when nothing breaks', () => {
  const end = stage().unbroken.at(-1)?.state as Record<string, { [field: string]: unknown }[]>
  const stages = Object.fromEntries(end.orders?.map((o) => [o.amazon_order_id, o.stage]) ?? [])
  const { missed, pending, askedAndShipped, askedAndCancelled, withoutAddress, lateAddress } = NIGHT_ORDERS
  const { oldByNumber, oldHeld, oldOnPages } = NIGHT_ORDERS
  expect(stages).toEqual({
    [missed]: 'Shipping Department',
    [pending]: 'Completed Order',
    [askedAndShipped]: 'Shipping Department',
    [askedAndCancelled]: 'Hold',
    [withoutAddress]: 'Shipping Department',
    [lateAddress]: 'Shipping Department',
    [oldByNumber]: 'Shipping Department',
    ...Object.fromEntries(oldOnPages.map((id) => [id, 'Shipping Department'])),
  })
  const held = end.documents?.filter(({ state }) => state === 'held')
  expect(held).toMatchObject([{ reference: oldHeld }])
  expect(end.reconciliations).toMatchObject([
    { kind: 'night', asked_by: 'schedule', state: 'done', listed: 7, problem: null },
    { kind: 'night', asked_by: 'A person', state: 'done', listed: 7, problem: null },
    { kind: 'back-fill', state: 'done', listed: 2, problem: null },
    { kind: 'back-fill', state: 'done', listed: 6, problem: null },
  ])
  expect(end.cancellations).toMatchObject([
    { order: askedAndShipped, state: 'ship-anyway' },
    { order: askedAndCancelled, state: 'cancel' },
  ])
  expect(end.outbox).toMatchObject([{ order: askedAndCancelled, kind: 'cancellation', state: 'waiting' }])
  const toldOf = (id: string) => end.events?.filter(({ order }) => order === id).map(({ kind }) => kind)
  expect(toldOf(missed)).toEqual(['order.placed', 'order.moved', 'order.moved'])
  expect(end).toMatchObject({ pages: [], sealedPages: [], problems: [], allocatedNotReserved: [] })
})

import { describe, expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { IMPORT_STORY, ORDERS } from '../make/crash-scenes.ts'

const stage = breakStory(IMPORT_STORY, { oneIn: 60 })

test('[O13] the story that is broken everywhere ends as it should when nothing breaks', () => {
  const { unbroken } = stage()
  const end = unbroken.at(-1)?.state as Record<string, { [field: string]: unknown }[]>
  const stages = Object.fromEntries(end.orders?.map((o) => [o.amazon_order_id, o.stage]) ?? [])
  expect(stages).toEqual({
    [ORDERS.placed]: 'Shipping Department',
    [ORDERS.held]: 'Shipping Department',
    [ORDERS.pending]: 'Shipping Department',
    [ORDERS.cancelledLater]: 'Rejected',
    [ORDERS.kit]: 'Shipping Department',
    [ORDERS.missedBySearch]: 'Shipping Department',
    [ORDERS.besideRefused]: 'Shipping Department',
  })
  const placed = end.events?.filter((event) => event.kind === 'order.placed').map((event) => event.order)
  expect(placed).toEqual(
    Object.values(ORDERS)
      .filter((id) => id !== ORDERS.byAmazon)
      .sort(),
  )
  expect(end).toMatchObject({ pages: [], sealedPages: [], problems: ['marketplace-refused'], allocatedNotReserved: [] })
  expect(unbroken[0]?.state.documents).toMatchObject([
    { reference: ORDERS.placed, state: 'placed' },
    { reference: ORDERS.held, state: 'held' },
    { reference: ORDERS.pending, state: 'pending' },
    { reference: ORDERS.cancelledLater, state: 'placed' },
    { reference: ORDERS.byAmazon, state: 'skipped' },
    { reference: ORDERS.kit, state: 'placed' },
  ])
})

describe('the comparison sees a Millrace that commits too early', () => {
  test.each([
    { what: 'the sweep moves on before its page is stored', scene: 0, early: /^update millrace\.sweeps set watermark/ },
    { what: 'documents are written before their orders', scene: 0, early: /^insert into millrace\.documents/ },
    { what: 'orders are written before their lines', scene: 0, early: /^insert into millrace\.orders / },
    { what: 'what orders reserve is written before the stock', scene: 0, early: /^insert into millrace\.allocations/ },
    { what: 'the stock is moved before the events are written', scene: 0, early: /^insert into millrace\.stock/ },
    {
      what: 'an order is placed again before its document counts',
      scene: 3,
      early: /^insert into millrace\.order_events/,
    },
  ])('$what', async ({ scene, early }) => {
    const { state } = await stage().play(scene, { early })
    expect(state).not.toEqual(stage().unbroken[scene]?.state)
  })
})

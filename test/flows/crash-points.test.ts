import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breakEverywhere } from '../make/break-everywhere.ts'
import { ORDERS, SCENES } from '../make/crash-scenes.ts'
import { openStage, type Stage } from '../make/crash-stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

test('[O13] the story that is broken everywhere ends as it should when nothing breaks', () => {
  const end = stage.unbroken.at(-1)?.state as Record<string, { [field: string]: unknown }[]>
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
  expect(stage.unbroken[0]?.state.documents).toMatchObject([
    { reference: ORDERS.placed, state: 'placed' },
    { reference: ORDERS.held, state: 'held' },
    { reference: ORDERS.pending, state: 'pending' },
    { reference: ORDERS.cancelledLater, state: 'placed' },
    { reference: ORDERS.byAmazon, state: 'skipped' },
    { reference: ORDERS.kit, state: 'placed' },
  ])
  const boundaries = stage.unbroken.map(({ met }) => met.length)
  console.log(`${boundaries.reduce((a, b) => a + b, 0)} boundaries: ${boundaries.join(' + ')}`)
})

describe('a connection lost at any odd boundary loses nothing and doubles nothing', () => {
  test.each(SCENES.map((scene, number) => ({ ...scene, number })))(
    '[$rule] $name',
    async ({ number }) => {
      const broken = await breakEverywhere(stage, number, { way: 'lost', only: (_, at) => at % 2 === 1 })
      console.log(`${broken.tried} of ${broken.boundaries} boundaries broken`)
      expect(broken.differences).toEqual([])
    },
    120_000,
  )
})

import { describe, expect, it, test } from 'vitest'
import type { AmazonOrder } from './amazon-order.ts'
import { decideUpdate } from './decide-update.ts'
import type { PlacedOrder } from './import-context.ts'
import { exampleDocument, exampleLine, ORDER_ID, PLACED_AT, placedLine, placedOrder } from './import-examples.ts'

const CLOCK = { timeZone: 'America/New_York', country: 'US' }
const NEWER = PLACED_AT + 120_000
const HALF_LINE = exampleLine({ quantityFulfilled: 1 })

const run = (order: Partial<AmazonOrder>, placed: Partial<PlacedOrder> = {}) =>
  decideUpdate(exampleDocument({ updatedAt: NEWER, ...order }), placedOrder(placed), CLOCK)
const told = (order: Partial<AmazonOrder>, placed: Partial<PlacedOrder> = {}) => {
  const outcome = run(order, placed)
  return outcome?.kind === 'updated' ? outcome.log.map(({ sentence }) => sentence) : []
}
const completed: Partial<PlacedOrder> = {
  stage: 'Completed Order',
  amazonStatus: 'SHIPPED',
  lines: [placedLine({ fulfilledAmazon: 2, allocations: [] })],
}

describe('decide update: the log', () => {
  test('[E3] says the move, the quantities and the stock', () => {
    expect(told({ status: 'SHIPPED', lines: [exampleLine({ quantity: 1, quantityFulfilled: 1 })] })).toEqual([
      'Processing Document [29,657,378,583]',
      'Purchase Date [9/17/14 10:06 PM]',
      'Payment Date [9/17/14 10:06 PM]',
      `Considering processing of [${ORDER_ID}] with [1] lines`,
      `Order id [${ORDER_ID}] moves from stage [Shipping Department] to stage [Completed Order]. Amazon says [SHIPPED].`,
      'Quantity of line [L1] changes from [2] to [1].',
      'Line [L1] is fulfilled with [1] of [1].',
      '[1] units have left the shelf.',
      '[1] units are no longer reserved.',
    ])
  })

  it.each<[string, Partial<AmazonOrder>, Partial<PlacedOrder>, string]>([
    [
      'backwards',
      {},
      completed,
      `Order id [${ORDER_ID}] stays in stage [Completed Order], although Amazon says [UNSHIPPED]: an order never moves backwards.`,
    ],
    [
      'pending again',
      { status: 'PENDING' },
      {},
      `Order id [${ORDER_ID}] stays in stage [Shipping Department], although Amazon says [PENDING]: an order never moves backwards.`,
    ],
    ['nothing new', {}, {}, `Order id [${ORDER_ID}] stays in stage [Shipping Department]. Amazon says [UNSHIPPED].`],
    [
      'cancelled after shipping',
      { status: 'CANCELLED', lines: [HALF_LINE] },
      {},
      'ERROR: Amazon cancelled this order after a package had left. Move it to [Rejected] and restock what comes back, or to [Completed Order] if nothing does.',
    ],
  ])('[E3] %s', (...[, order, placed, sentence]) => {
    expect(told(order, placed)).toContain(sentence)
  })
})

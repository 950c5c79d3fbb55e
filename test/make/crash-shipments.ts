import { cancelOrder } from '#flows/cancel-order.ts'
import type { Deps } from '#flows/deps.ts'
import { type EnteredShipment, enterShipments } from '#flows/enter-shipments.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { Scene, Story } from './crash-story.ts'
import { MINUTE } from './seller.ts'

const who = 'A person'
const SWEEP = [4 * MINUTE, 1.5 * MINUTE]
/** Calls, one of them tried again, and the sweep that shows what came of them. */
const CALLS = [1000, MINUTE, MINUTE, 11 * MINUTE, 1.5 * MINUTE]
/** A feed asked for, found again where its answer was lost, worked on, looked at; and the sweep that shows it. */
const FEED = [1000, 3 * MINUTE, 3 * MINUTE, 3 * MINUTE, 3 * MINUTE, 11 * MINUTE, 1.5 * MINUTE]

const id = (n: number) => `115-0000000-000000${n}`
const one = (sku: string, quantity = 1) => [{ sku, quantity, price: 10 }]

/** The orders of the story, by what becomes of them. */
export const SHIPPED_ORDERS = {
  inTwoPackages: id(1),
  inOne: id(2),
  untracked: id(3),
  cancelled: id(4),
  refunded: id(5),
} as const

const entry = (order: string, said: Partial<EnteredShipment>): EnteredShipment => ({
  order,
  carrier: 'UPS',
  service: 'Ground',
  tracking: null,
  shippedAt: null,
  reference: null,
  items: null,
  ...said,
})

/** Enters packages as a program does that posts them again when it got no answer. */
async function enter(deps: Deps, ...entries: readonly EnteredShipment[]): Promise<void> {
  for (const result of await enterShipments(deps, MERCHANT.id, { entries, who }))
    if (result.outcome === 'refused') throw new Error(result.problem.code)
}

const part = (quantity: number) => [{ line: null, sku: 'MUG-BLUE', item: null, quantity }]

const SCENES: readonly Scene[] = [
  {
    rule: 'O1',
    name: 'orders come that are to be shipped',
    atAmazon(control) {
      control.placeOrder({ orderId: SHIPPED_ORDERS.inTwoPackages, lines: one('MUG-BLUE', 3) })
      control.placeOrder({ orderId: SHIPPED_ORDERS.inOne, lines: one('KIT-BREAKFAST', 2) })
      control.placeOrder({ orderId: SHIPPED_ORDERS.untracked, lines: one('AMZ-TEA-EARL-3PK', 2) })
      control.placeOrder({ orderId: SHIPPED_ORDERS.cancelled, lines: one('TOWEL-LINEN', 2) })
      control.placeOrder({ orderId: SHIPPED_ORDERS.refunded, lines: one('MUG-RED', 2) })
    },
    moments: SWEEP,
  },
  {
    rule: 'S1',
    name: 'packages are entered, confirmed one by one, and seen in the next sweep',
    byPerson: (deps) =>
      enter(
        deps,
        entry(SHIPPED_ORDERS.inTwoPackages, { reference: 'box-1', tracking: '1Z999AA10123456784', items: part(1) }),
        entry(SHIPPED_ORDERS.inTwoPackages, { reference: 'box-2', tracking: 'TOWS202699', items: part(2) }),
        entry(SHIPPED_ORDERS.inOne, { reference: 'box-3', carrier: 'USPS', tracking: '9505511069605048600624' }),
      ),
    moments: CALLS,
  },
  {
    rule: 'S5',
    name: 'a parcel without a tracking number goes up by feed',
    byPerson: (deps) => enter(deps, entry(SHIPPED_ORDERS.untracked, { reference: 'box-4', carrier: 'USPS' })),
    moments: FEED,
  },
  {
    rule: 'O16',
    name: 'a person cancels an order, and Amazon does it by feed',
    async byPerson(deps) {
      const wish = { order: SHIPPED_ORDERS.cancelled, reason: 'no-inventory', who } as const
      const done = await cancelOrder(deps, MERCHANT.id, wish)
      if (!done.ok) throw new Error(done.problem.code)
    },
    moments: FEED,
  },
  {
    rule: 'O13',
    name: 'an order is shipped in Seller Central',
    atAmazon: (control) => control.alterOrder(SHIPPED_ORDERS.refunded, { ship: 'all' }),
    moments: [11 * MINUTE, 1.5 * MINUTE],
  },
  {
    rule: 'O16',
    name: 'money goes back to its buyer by feed, once',
    async byPerson(deps) {
      const money = { amount: '10.00', currency: 'USD' }
      const lines = [{ line: 'MUG-RED', item: money, restock: 1 }]
      const entry = { reason: 'customer-return', lines } as const
      const wish = { order: SHIPPED_ORDERS.refunded, entry, again: false, who }
      const done = await refundOrder(deps, MERCHANT.id, wish)
      // Who got no answer and enters it again is asked whether a second one is meant; it is not.
      if (!done.ok && done.problems.some(({ code }) => code !== 'refund-repeated')) throw new Error('Refused.')
    },
    moments: FEED,
  },
]

/** What people enter goes up to Amazon: packages by call and by feed, a cancellation, a refund. */
export const SHIPMENTS_STORY: Story = {
  scenes: SCENES,
  notBefore: '2026-11-09',
  byMillrace: true,
  without: ['reconcile', 'reread-pending', 'watch-pages', 'touched-items', 'listings', 'listings-feed'],
}

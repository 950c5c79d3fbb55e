import type { Scene, Story } from './crash-story.ts'
import { DAY, MINUTE } from './seller.ts'

/** The orders of the story, by what becomes of them. */
export const PURGE_ORDERS = {
  shipped: '115-0000000-0000001',
  open: '115-0000000-0000002',
  held: '115-0000000-0000003',
} as const

const line = (sku: string) => [{ sku, quantity: 1, price: 10 }]

const SCENES: readonly Scene[] = [
  {
    rule: 'U4',
    name: 'three orders come down; one is shipped, one is held',
    atAmazon(control) {
      control.placeOrder({ orderId: PURGE_ORDERS.shipped, lines: line('MUG-BLUE') })
      control.placeOrder({ orderId: PURGE_ORDERS.open, lines: line('MUG-BLUE') })
      control.placeOrder({ orderId: PURGE_ORDERS.held, lines: line('NOBODY-KNOWS') })
    },
    moments: [4 * MINUTE, 1.5 * MINUTE],
  },
  {
    rule: 'U4',
    name: 'Amazon shows one of them as shipped',
    atAmazon: (control) => void control.alterOrder(PURGE_ORDERS.shipped, { ship: { 'MUG-BLUE': 1 } }),
    // A second sweep, so that the one a month later does not begin with these orders again.
    moments: [11 * MINUTE, 1.5 * MINUTE, 11 * MINUTE, 1.5 * MINUTE],
  },
  {
    rule: 'U4',
    name: 'a month later what was shipped or held is purged, with its rows in the audit',
    moments: [29.5 * DAY, 1.5 * MINUTE],
  },
]

/** Buyer data whose days are over is erased, and nothing else is. */
export const PURGE_STORY: Story = {
  scenes: SCENES,
  notBefore: '2026-11-01',
  without: ['reconcile', 'reread-pending', 'watch-pages', 'notify'],
}

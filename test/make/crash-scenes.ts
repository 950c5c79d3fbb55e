import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveMappings } from '#flows/configure.ts'
import { connect } from '#flows/connect.ts'
import { SELLER } from '#main/demo/sample-merchant.ts'
import { US } from '../../src/simulator/order-draft.ts'
import type { Scene, Story } from './crash-story.ts'
import { HOUR, MINUTE } from './seller.ts'

const CANADA = 'A2EUQ1WTGCTBG2'

/** A sweep that sees all that happened before it, and time for what is tried again. */
const SWEEP = [4 * MINUTE, 1.5 * MINUTE]

const id = (n: number) => `113-0000000-000000${n}`
const one = (sku: string, quantity = 1) => [{ sku, quantity, price: 10 }]

/** The orders of the story, by what becomes of them. */
export const ORDERS = {
  placed: id(1),
  held: id(2),
  pending: id(3),
  cancelledLater: id(4),
  byAmazon: id(5),
  kit: id(6),
  missedBySearch: id(7),
  besideRefused: id(8),
} as const

const SCENES: readonly Scene[] = [
  {
    rule: 'O1',
    name: 'orders come, in two pages',
    atAmazon(control) {
      control.placeOrder({ orderId: ORDERS.placed, lines: one('AMZ-TEA-EARL-3PK', 2) })
      control.placeOrder({ orderId: ORDERS.held, lines: [...one('UNKNOWN-SKU', 2), ...one('MUG-RED')] })
      control.placeOrder({ orderId: ORDERS.pending, status: 'PENDING', lines: one('MUG-BLUE', 3) })
      control.placeOrder({ orderId: ORDERS.cancelledLater, lines: one('TOWEL-LINEN', 4) })
      control.placeOrder({ orderId: ORDERS.byAmazon, fulfilledBy: 'AMAZON', lines: one('MUG-BLUE') })
      control.placeOrder({ orderId: ORDERS.kit, lines: one('KIT-BREAKFAST', 2) })
    },
    moments: SWEEP,
  },
  {
    rule: 'O13',
    name: 'the next sweep sees the same orders again',
    atAmazon() {},
    moments: [1.5 * MINUTE, 1.5 * MINUTE],
  },
  {
    rule: 'O13',
    name: 'a pending order becomes payable, a placed one is cancelled',
    atAmazon(control) {
      control.alterOrder(ORDERS.pending, { status: 'UNSHIPPED' })
      control.alterOrder(ORDERS.cancelledLater, { cancel: { by: 'BUYER' } })
      control.placeOrder({ orderId: ORDERS.missedBySearch, status: 'PENDING', lines: one('CANDLE-SEA', 2) })
    },
    moments: SWEEP,
  },
  {
    rule: 'O12',
    name: 'the missing mapping is saved, the held order comes by itself',
    atAmazon() {},
    byPerson: (deps, merchant) =>
      saveMappings(deps, merchant, [
        {
          sellerSku: 'UNKNOWN-SKU' as SellerSku,
          itemId: 'TOWEL-LINEN' as ItemId,
          ratio: { amazon: 1, ours: 2 },
          unit: '',
          note: '',
        },
      ]),
    moments: [1000, MINUTE],
  },
  {
    rule: 'O13',
    name: 'a pending order that the search misses is read again a day later',
    atAmazon(control) {
      control.alterOrder(ORDERS.missedBySearch, { status: 'UNSHIPPED', lagMs: 90 * 24 * HOUR })
    },
    moments: [25 * HOUR, 2 * HOUR, 1.5 * MINUTE],
  },
  {
    rule: 'O1',
    name: 'one of two marketplaces is refused, the other goes on',
    atAmazon(control) {
      control.putSeller({
        sellerId: SELLER.sellingPartnerId,
        marketplaces: [{ id: US }, { id: CANADA, refused: true }],
      })
      control.placeOrder({ orderId: ORDERS.besideRefused, lines: one('MUG-RED', 2) })
    },
    byPerson: async (deps, merchant) => {
      const connected = await connect(deps, merchant, SELLER)
      if (!connected.ok) throw new Error(connected.problem.code)
    },
    moments: SWEEP,
  },
]

/** Orders come by sweeps: first seen, changed, held and mended, missed, refused. */
export const IMPORT_STORY: Story = {
  scenes: SCENES,
  notBefore: '2026-11-09',
  // The night would find what the scenes miss on purpose, whatever broke.
  without: ['reconcile'],
}

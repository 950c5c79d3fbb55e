import type { ConnectionId } from '#core/ids.ts'
import { askBackfill, askReconciliation } from '#flows/ask-reconciliation.ts'
import { connect } from '#flows/connect.ts'
import { decideCancellation } from '#flows/decide-cancellation.ts'
import type { Deps } from '#flows/deps.ts'
import { moveOrder } from '#flows/move-order.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { MERCHANT, SELLER } from '#main/demo/sample-merchant.ts'
import type { Control } from '../../src/simulator/control.ts'
import type { LineDraft } from '../../src/simulator/order-draft.ts'
import type { Scene, Story } from './crash-story.ts'
import { DAY, HOUR, MINUTE } from './seller.ts'

const CONNECTION = `${SELLER.region}-${SELLER.sellingPartnerId}` as ConnectionId
const who = 'A person'
/** No search lists it for longer than the story lasts. */
const UNLISTED = 400 * DAY

/** The report made, read, and time for what is tried again after an answer that got lost. */
const REPORT = [1000, 1.5 * MINUTE, 11 * MINUTE, 1.5 * MINUTE]
/** The night comes, between 2 and 5 o'clock. */
const NIGHT = [MINUTE, 18 * HOUR, ...REPORT]

const id = (n: number) => `114-0000000-${String(n).padStart(7, '0')}`
const one = (sku: string, rest: Partial<LineDraft> = {}): LineDraft[] => [{ sku, quantity: 2, price: 10, ...rest }]

/** The orders of the story, by what becomes of them. */
export const NIGHT_ORDERS = {
  missed: id(1),
  pending: id(2),
  askedAndShipped: id(3),
  askedAndCancelled: id(4),
  withoutAddress: id(5),
  lateAddress: id(6),
  byAmazon: id(7),
  oldByNumber: id(11),
  oldHeld: id(12),
  oldOnPages: [id(21), id(22), id(23), id(24), id(25), id(26)],
} as const

/** An order that Amazon tells without its address. */
function placeWithoutAddress(control: Control, orderId: string): void {
  control.placeOrder({ orderId, lines: one('MUG-RED'), lagMs: UNLISTED })
  const { recipient: _, ...order } = control.order(orderId) ?? { orderId }
  control.placeRaw({ order: order as Parameters<Control['placeRaw']>[0]['order'], lagMs: UNLISTED })
}

/** Amazon tells the address after all. */
function giveAddress(control: Control, orderId: string): void {
  const { recipient } = control.order(NIGHT_ORDERS.missed) ?? {}
  if (recipient) control.alterOrder(orderId, { replace: { recipient }, lagMs: UNLISTED })
}

const backfill = (deps: Deps, day: string) =>
  askBackfill(deps, MERCHANT.id, { connection: CONNECTION, from: day, to: day, who })

const SCENES: readonly Scene[] = [
  {
    rule: 'O18',
    name: 'the night finds orders that no list showed',
    atAmazon(control) {
      const lagMs = UNLISTED
      const request = { cancellationRequest: 'Changed my mind' }
      control.placeOrder({ orderId: NIGHT_ORDERS.missed, lines: one('AMZ-TEA-EARL-3PK'), lagMs })
      control.placeOrder({ orderId: NIGHT_ORDERS.pending, status: 'PENDING', lines: one('MUG-BLUE'), lagMs })
      control.placeOrder({ orderId: NIGHT_ORDERS.askedAndShipped, lines: one('TOWEL-LINEN', request), lagMs })
      control.placeOrder({ orderId: NIGHT_ORDERS.askedAndCancelled, lines: one('CANDLE-SEA', request), lagMs })
      control.placeOrder({ orderId: NIGHT_ORDERS.byAmazon, fulfilledBy: 'AMAZON', lines: one('MUG-BLUE'), lagMs })
      placeWithoutAddress(control, NIGHT_ORDERS.withoutAddress)
      placeWithoutAddress(control, NIGHT_ORDERS.lateAddress)
    },
    moments: NIGHT,
  },
  {
    rule: 'O18',
    name: 'a person wants it at once, and it finds changes that no list showed',
    atAmazon(control) {
      control.alterOrder(NIGHT_ORDERS.pending, { status: 'UNSHIPPED', lagMs: UNLISTED })
      control.advance(2 * HOUR)
    },
    byPerson: (deps, merchant) => askReconciliation(deps, merchant, { connection: CONNECTION, who }),
    moments: REPORT,
  },
  {
    rule: 'O18',
    name: 'a back-fill fetches old orders by their numbers',
    atAmazon(control) {
      const day = { createdAt: '2026-11-05T15:00:00Z', updatedAt: '2026-11-05T15:00:00Z', lagMs: UNLISTED }
      control.placeOrder({ ...day, orderId: NIGHT_ORDERS.oldByNumber, lines: one('MUG-RED') })
      control.placeOrder({ ...day, orderId: NIGHT_ORDERS.oldHeld, lines: one('UNKNOWN-SKU') })
    },
    byPerson: (deps) => backfill(deps, '2026-11-05'),
    moments: REPORT,
  },
  {
    rule: 'O18',
    name: 'a back-fill without a report searches its days in pages',
    atAmazon(control) {
      control.addFault({ operation: 'createReport', kind: 'refuse-report-type', always: true })
      const at = '2026-11-03T15:00:00Z'
      for (const orderId of NIGHT_ORDERS.oldOnPages)
        control.placeOrder({ orderId, createdAt: at, updatedAt: at, lines: one('MUG-BLUE') })
    },
    byPerson: (deps) => backfill(deps, '2026-11-03'),
    moments: REPORT,
  },
  {
    rule: 'E2',
    name: 'a person takes a held order again, which Amazon tells in full by now',
    atAmazon: (control) => giveAddress(control, NIGHT_ORDERS.withoutAddress),
    async byPerson(deps, merchant) {
      const document = await deps.transaction(merchant, 'app', (tx) =>
        tx.store.findDocument(NIGHT_ORDERS.withoutAddress),
      )
      if (!document) throw new Error('The held order is not there.')
      const again = await reprocessDocument(deps, merchant, { documentId: document.documentId, who })
      if (!again.ok) throw new Error(again.problem.code)
    },
    moments: [],
  },
  {
    rule: 'E4',
    name: 'a renewed authorization takes held orders again, and fetches what came without a part',
    atAmazon: (control) => giveAddress(control, NIGHT_ORDERS.lateAddress),
    async byPerson(deps, merchant) {
      const connected = await connect(deps, merchant, SELLER)
      if (!connected.ok) throw new Error(connected.problem.code)
    },
    moments: [1000, 16 * MINUTE, 1.5 * MINUTE],
  },
  {
    rule: 'O20',
    name: 'a person rejects one order and completes another',
    async byPerson(deps, merchant) {
      const { missed, pending } = NIGHT_ORDERS
      await moveOrder(deps, merchant, { order: missed, to: 'Rejected', reason: 'cannot-be-shipped', who })
      await moveOrder(deps, merchant, { order: pending, to: 'Completed Order', reason: 'shipped-elsewhere', who })
    },
    moments: [],
  },
  {
    rule: 'O20',
    name: 'a person takes a rejected order back, which reserves its stock anew',
    byPerson: (deps, merchant) =>
      moveOrder(deps, merchant, {
        order: NIGHT_ORDERS.missed,
        to: 'Shipping Department',
        reason: 'entered-by-mistake',
        who,
      }),
    moments: [],
  },
  {
    rule: 'O16',
    name: 'a person decides what buyers asked for: ship one anyway, cancel the other',
    async byPerson(deps, merchant) {
      const { askedAndShipped, askedAndCancelled } = NIGHT_ORDERS
      await decideCancellation(deps, merchant, { order: askedAndShipped, decided: { decision: 'ship-anyway' }, who })
      const decided = { decision: 'cancel', reason: 'buyer-cancelled' } as const
      await decideCancellation(deps, merchant, { order: askedAndCancelled, decided, who })
    },
    moments: [],
  },
]

/** What sweeps missed is found at night and by back-fills, and a person decides about it. */
export const NIGHT_STORY: Story = {
  scenes: SCENES,
  notBefore: '2026-11-01',
  without: ['sweep-orders', 'reread-pending', 'watch-pages', 'notify'],
}

import type { ConnectionId } from '#core/ids.ts'
import { clearConnection } from '#flows/clear-connection.ts'
import type { Scene, Story } from './crash-story.ts'
import { DAY, MINUTE } from './seller.ts'

const connection = 'na-A3HARBORGOODS' as ConnectionId
const line = (sku: string) => [{ sku, quantity: 1, price: 10 }]

const SCENES: readonly Scene[] = [
  {
    rule: 'C6',
    name: 'two orders come down',
    atAmazon(control) {
      control.placeOrder({ orderId: '116-0000000-0000001', lines: line('MUG-BLUE') })
      control.placeOrder({ orderId: '116-0000000-0000002', lines: line('NOBODY-KNOWS') })
    },
    moments: [4 * MINUTE, 1.5 * MINUTE],
  },
  {
    rule: 'C6',
    name: 'the connection is cleared',
    byPerson: (deps, merchant) => clearConnection(deps, merchant, { connection, who: 'test' }),
    moments: [1.5 * MINUTE, 11 * MINUTE, 1.5 * MINUTE],
  },
  {
    rule: 'C6',
    name: '30 days later what Amazon gave is deleted, counted once, and certified',
    moments: [30 * DAY, 1.5 * MINUTE, 1.5 * MINUTE],
  },
]

/** A cleared connection and the end of its clock: everything goes, and the certificate counts it once. */
export const CLEAR_STORY: Story = {
  scenes: SCENES,
  notBefore: '2026-11-01',
  without: ['reconcile', 'reread-pending', 'watch-pages', 'notify', 'purge-buyer-data'],
}

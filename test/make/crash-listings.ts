import type { CenterCode, ConnectionId, ItemId, SellerSku } from '#core/ids.ts'
import { askAudit } from '#flows/audit-listings.ts'
import { setStock } from '#flows/change-stock.ts'
import type { Deps } from '#flows/deps.ts'
import { linkListings } from '#flows/link-listing.ts'
import { switchSending } from '#flows/switch-sending.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { Scene, Story } from './crash-story.ts'
import { HOUR, MINUTE } from './seller.ts'

const CONNECTION = 'na-A3HARBORGOODS' as ConnectionId
const who = 'A person'
/** A report asked for, made by Amazon, read and compared. */
const AUDIT = [1000, MINUTE, ...[2, 2, 3, 5, 15, 2, 3].map((minutes) => minutes * MINUTE)]
/** Calls and a feed, one of them asked for again; worked on, settled, and read back. */
const SENT = [6000, MINUTE, ...[3, 3, 3, 3, 6, 6, 6, 6].map((minutes) => minutes * MINUTE)]

/** SKUs of the story, and the items that they are; one with a slash goes by feed. */
export const LISTED = { 'MUG-BLUE': 'MUG-BLUE', 'MUG-RED': 'MUG-RED', 'TEA/EARL': 'TEA-EARL' } as const

const wantAudit = async (deps: Deps): Promise<void> => {
  const asked = await askAudit(deps, MERCHANT.id, { connection: CONNECTION, who })
  if (!asked.ok) throw new Error(asked.problem.code)
}

const shelve = async (deps: Deps, numbers: Readonly<Record<string, number>>): Promise<void> => {
  const stock = Object.entries(numbers).map(([item, onHand]) => ({
    itemId: item as ItemId,
    center: 'PORTLAND' as CenterCode,
    onHand,
  }))
  const set = await setStock(deps, MERCHANT.id, { stock, who })
  if (!set.ok) throw new Error('The shelves were refused.')
}

const SCENES: readonly Scene[] = [
  {
    rule: 'I12',
    name: 'a person wants an audit: the report is asked for, awaited, read and compared',
    atAmazon(control) {
      control.setReports({ listingsCacheMs: 0 })
      control.setListings({ lagMs: 0, priceLagMs: 0 })
      control.putListings([{ sku: 'TEA/EARL', quantity: 1, price: 9.5 }])
    },
    byPerson: wantAudit,
    moments: AUDIT,
  },
  {
    rule: 'I10',
    name: 'listings are linked and sending is switched on: the cycle sends by call and by feed, and reads back',
    async byPerson(deps) {
      const links = Object.entries(LISTED).map(([sku, item]) => ({
        sellerSku: sku as SellerSku,
        itemId: item as ItemId,
      }))
      const linked = await linkListings(deps, MERCHANT.id, { connection: CONNECTION, links })
      // Who sees that one could not be read links it again.
      if (!linked.ok || linked.value.some((each) => !each.linked)) throw new Error('Not all are linked.')
      const on = await switchSending(deps, MERCHANT.id, { connection: CONNECTION, stock: true, seen: true, who })
      if (!on.ok) throw new Error(on.problem.code)
    },
    moments: SENT,
  },
  {
    rule: 'I11',
    name: 'numbers on the shelf change: calls and a feed carry the last of them',
    byPerson: (deps) => shelve(deps, { 'MUG-BLUE': 0, 'MUG-RED': 17, 'TEA-EARL': 23 }),
    moments: SENT,
  },
  {
    rule: 'I1',
    name: 'hours pass in which nothing changes, and a last cycle looks at everything',
    moments: [7 * HOUR, MINUTE],
  },
  {
    rule: 'I12',
    name: 'an audit finds that Amazon has other numbers: they are sent once more',
    byPerson: wantAudit,
    moments: [...AUDIT, ...SENT],
  },
]

/** What Amazon is told of stock, what it says of it, and what its report shows. */
export const LISTINGS_STORY: Story = {
  scenes: SCENES,
  notBefore: '2026-11-09',
  byMillrace: true,
  repeats: true,
  without: ['sweep-orders', 'reconcile', 'reread-pending', 'watch-pages', 'purge-buyer-data'],
}

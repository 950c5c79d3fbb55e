import type { Listing } from './listing-book.ts'
import { statusesOf } from './listing-live.ts'
import { listingHeader } from './listings-report-header.ts'
import { marketplace } from './marketplaces.ts'
import type { Report } from './report-book.ts'
import type { Column } from './report-table.ts'
import type { World } from './state.ts'

/** One listing in one marketplace, as the all-listings report tells it. */
export type ListingLine = { readonly listing: Listing; readonly marketplaceId: string }

/** Columns that a seller's report has only when switched on. */
export const OPTIONAL_LISTING_COLUMNS: readonly string[] = ['Business Price', 'Quantity Price Type']

/** Conditions by their numbers. */
const CONDITIONS: Readonly<Record<string, string>> = {
  new_new: '11',
  refurbished_refurbished: '10',
  used_like_new: '1',
  used_very_good: '2',
  used_good: '3',
  used_acceptable: '4',
  collectible_like_new: '5',
  collectible_very_good: '6',
  collectible_good: '7',
  collectible_acceptable: '8',
  club_club: '9',
}

const empty = () => ''
const merchantShips = ({ listing }: ListingLine) => listing.live.channel === 'DEFAULT'
const text = (listing: Listing, attribute: string) => String(listing.attributes[attribute]?.[0]?.value ?? '')

const COLUMNS: readonly Column<ListingLine>[] = [
  ['item-name', ({ listing }) => text(listing, 'item_name')],
  ['item-description', ({ listing }) => text(listing, 'product_description')],
  ['listing-id', ({ listing }) => listing.listingId],
  ['seller-sku', ({ listing }) => listing.sku],
  ['price', (line) => priceOf(line, 'ALL')],
  ['quantity', quantityOf],
  ['open-date', ({ listing }) => openDate(listing.bornAt)],
  ['image-url', empty],
  ['item-is-marketplace', () => 'y'],
  ['product-id-type', () => '1'],
  ['zshop-shipping-fee', empty],
  ['item-note', ({ listing }) => text(listing, 'condition_note')],
  [
    'item-condition',
    ({ listing, marketplaceId }) => CONDITIONS[listing.places.get(marketplaceId)?.conditionType ?? ''],
  ],
  ['zshop-category1', empty],
  ['zshop-browse-path', empty],
  ['zshop-storefront-feature', empty],
  ['asin1', ({ listing }) => listing.asin],
  ['asin2', empty],
  ['asin3', empty],
  ['will-ship-internationally', empty],
  ['expedited-shipping', empty],
  ['zshop-boldface', empty],
  ['product-id', ({ listing }) => listing.asin],
  ['bid-for-featured-placement', empty],
  ['add-delete', empty],
  ['pending-quantity', (line) => (merchantShips(line) ? '0' : '')],
  ['fulfillment-channel', ({ listing }) => listing.live.channel],
  ['Business Price', (line) => priceOf(line, 'B2B')],
  ['Quantity Price Type', empty],
  ['merchant-shipping-group', ({ listing }) => text(listing, 'merchant_shipping_group') || 'Migrated Template'],
  ['status', statusWord],
]

function priceOf({ listing, marketplaceId }: ListingLine, audience: string): string {
  const offer = listing.live.offers.find((one) => one.marketplaceId === marketplaceId && one.audience === audience)
  return offer ? offer.amount.toFixed(marketplace(marketplaceId).currency === 'JPY' ? 0 : 2) : ''
}

/** Amazon does not tell here how many it has itself. */
function quantityOf(line: ListingLine): string | number {
  if (!merchantShips(line)) return ''
  return line.listing.live.stock.find((one) => one.channel === 'DEFAULT')?.quantity ?? ''
}

const openDate = (at: number) => `${new Date(at - 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')} PST`

function statusWord({ listing, marketplaceId }: ListingLine): string {
  if (!listing.live.offers.some((offer) => offer.marketplaceId === marketplaceId)) return 'Incomplete'
  return statusesOf(listing, marketplaceId).includes('BUYABLE') ? 'Active' : 'Inactive'
}

/** The all-listings report: every listing as buyers meet it now, in the columns and the language of its marketplace. */
export function listingsTable(world: World, report: Report) {
  const { optionalColumns, leftOutColumns } = world.reports.settings
  const [home = ''] = report.marketplaceIds
  const locale = report.options.preferredReportDocumentLocale ?? marketplace(home).language
  const shown = COLUMNS.filter(([name]) => !OPTIONAL_LISTING_COLUMNS.includes(name) || optionalColumns.includes(name))
  const columns = shown
    .filter(([name]) => !leftOutColumns.includes(name))
    .map(([name, cell]): Column<ListingLine> => [listingHeader(name, locale), cell])
  const now = world.clock.now()
  const own = [...(world.listings.bySeller.get(report.sellerId)?.values() ?? [])]
  const lines = own
    .filter((listing) => listing.bornAt <= now)
    .flatMap((listing) =>
      report.marketplaceIds.filter((id) => listing.places.has(id)).map((marketplaceId) => ({ listing, marketplaceId })),
    )
  return { columns, lines }
}

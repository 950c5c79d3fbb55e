import type { Entry, Issue, Listing } from './listing-book.ts'
import { findListing } from './listing-book.ts'
import { ISSUES } from './listing-issues.ts'
import type { Patch } from './listing-patch.ts'
import { submit } from './listing-submission.ts'
import { marketplace } from './marketplaces.ts'
import { type FlatRecord, readFlatFile } from './read-flat-file.ts'
import type { World } from './state.ts'

type Upload = {
  readonly world: World
  readonly sellerId: string
  readonly marketplaceId: string
  readonly text: string
}
type Row = Upload & { readonly record: FlatRecord; readonly sku: string; readonly listing: Listing }

const OPTIONAL = [
  'price',
  'minimum-seller-allowed-price',
  'maximum-seller-allowed-price',
  'quantity',
  'handling-time',
  'fulfillment-channel',
  'merchant_shipping_group_name',
]
const COLUMNS = ['original-record-number', 'sku', 'error-code', 'error-type', 'error-message', 'attribute-name']

/** The price-and-quantity file that a person uploads in Seller Central: a blank cell leaves things as they are. Answers its processing report. */
export function workOutPriceFile(upload: Upload): string {
  const bytes = Buffer.from(upload.text)
  const records = readFlatFile(
    { bytes, contentType: 'text/plain; charset=UTF-8' },
    { required: ['sku'], optional: OPTIONAL },
  )
  if ('code' in records) return report(1, [['0', '', String(records.code), 'Error', records.text, '']])
  const rows = records
  return report(
    rows.length,
    rows.flatMap((record) => carryOut(upload, record)),
  )
}

function carryOut(upload: Upload, record: FlatRecord): string[][] {
  const sku = record.cell('sku') ?? ''
  const tell = (issue: Issue) => [
    record.number,
    sku,
    issue.code,
    'Error',
    issue.message,
    issue.attributeNames?.[0] ?? '',
  ]
  const { world, sellerId, marketplaceId } = upload
  const listing = findListing(world.listings, sellerId, sku)
  if (!listing) return [tell(ISSUES.unknownSku(sku))]
  const row = { ...upload, record, sku, listing }
  if (/^amazon/i.test(record.cell('fulfillment-channel') ?? '') && record.cell('quantity') !== undefined)
    return [[record.number, sku, '5000', 'Error', 'A quantity cannot be given for what Amazon fulfills.', 'quantity']]
  const patches = [...offerOf(row), ...stockOf(row)]
  if (patches.length === 0) return []
  const change = { kind: 'patch', productType: listing.productType, patches } as const
  const places = [marketplaceId]
  return submit(world, { sellerId, sku, marketplaceIds: places, operation: 'uploadFile', preview: false, change })
    .issues.filter(({ severity }) => severity === 'ERROR')
    .map(tell)
}

function offerOf({ record, listing, marketplaceId }: Row): Patch[] {
  const cells = [
    ['price', 'our_price'],
    ['minimum-seller-allowed-price', 'minimum_seller_allowed_price'],
    ['maximum-seller-allowed-price', 'maximum_seller_allowed_price'],
  ] as const
  if (cells.every(([column]) => record.cell(column) === undefined)) return []
  const mine = (listing.attributes.purchasable_offer ?? []).filter((entry) => entry.marketplace_id === marketplaceId)
  const all = mine.find((entry) => (entry.audience ?? 'ALL') === 'ALL') ?? {}
  const offer: Record<string, unknown> = {
    ...all,
    marketplace_id: marketplaceId,
    currency: marketplace(marketplaceId).currency,
    audience: 'ALL',
  }
  for (const [column, name] of cells) {
    const cell = record.cell(column)
    if (cell?.toLowerCase() === 'delete') delete offer[name]
    else if (cell !== undefined) offer[name] = [{ schedule: [{ value_with_tax: Number(cell) }] }]
  }
  const others = mine.filter((entry) => (entry.audience ?? 'ALL') !== 'ALL')
  return [{ op: 'replace', attribute: 'purchasable_offer', value: [offer, ...others] }]
}

/** A quantity makes the merchant ship it, whoever did before. */
function stockOf({ record, listing }: Row): Patch[] {
  const [quantity, days] = [record.cell('quantity'), record.cell('handling-time')]
  if (quantity === undefined && days === undefined) return []
  const code = 'fulfillment_channel_code'
  const before = (listing.attributes.fulfillment_availability ?? []).find((entry) => entry[code] === 'DEFAULT') ?? {}
  const { is_inventory_available: _, ...kept } = before
  const entry: Entry = {
    ...kept,
    [code]: 'DEFAULT',
    ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
    ...(days === undefined ? {} : { lead_time_to_ship_max_days: Number(days) }),
  }
  return [{ op: 'replace', attribute: 'fulfillment_availability', value: [entry] }]
}

function report(total: number, told: readonly (readonly string[])[]): string {
  const wrong = new Set(told.map(([number]) => number)).size
  const rows = told.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'))
  return [
    'Feed Processing Summary:',
    `\tNumber of records processed\t\t${total}`,
    `\tNumber of records successful\t\t${total - wrong}`,
    '',
    COLUMNS.join('\t'),
    ...rows,
    '',
  ].join('\r\n')
}

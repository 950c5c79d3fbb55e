import type { Marketplace } from '#core/connection.ts'
import type { OrderReportKind } from '#core/orders/order-report.ts'
import { MARKETPLACES } from './marketplaces.ts'
import { isObject } from './read-wire.ts'
import { type Cells, instantIn, isYes, type OrderRows } from './report-cells.ts'
import { type CellFault, moneyOf, reportLine } from './report-line.ts'
import type { WireOrder } from './wire-order.ts'

type Wire = { readonly [field: string]: unknown }

/** What every order of a report is read by. */
export type ReportRules = {
  readonly cells: Cells
  readonly kind: OrderReportKind
  readonly marketplaces: readonly Marketplace[]
}

/** An order in Amazon's own shape, or the first cell that cannot be read. */
export type ReadOrder =
  | { readonly ok: true; readonly wire: WireOrder; readonly placedAt: number }
  | { readonly ok: false; readonly fault: CellFault }

/**
 * The rows of one order as an order in the shape of Orders API 2026-01-01, so that the very same import takes it (H1). Its last update is when it was
 * paid, the last thing that the report proves of it: what Amazon tells later is newer, and wins (O13).
 */
export function reportOrder(rules: ReportRules, orderId: string, rows: OrderRows): ReadOrder {
  const { cells, kind, marketplaces } = rules
  const [head] = rows
  if (!head) throw new Error('An order has no rows.')
  const bad = (column: string, why: string): ReadOrder => ({ ok: false, fault: { row: head.row, column, why } })
  const created = instantIn(cells.first(rows, 'purchase-date'))
  if (created === null) return bad('purchase-date', NO_INSTANT)
  const paid = cells.first(rows, 'payments-date')
  const updated = paid === '' ? created : instantIn(paid)
  if (updated === null) return bad('payments-date', NO_INSTANT)
  const marketplace = marketplaceOf(rules, rows)
  if (!marketplace)
    return bad('sales-channel', `does not say in which marketplace: it is none of ${namesOf(marketplaces)}`)
  const currency = kind === 'new-orders' ? cells.first(rows, 'currency').toUpperCase() || marketplace.currency : null
  const taxInside = !TAX_APART.has(marketplace.country)
  const lines = rows.map((row) => reportLine(cells, row, { currency, taxInside }))
  const broken = lines.find((line) => !line.ok)
  if (broken && !broken.ok) return broken
  const items = lines.flatMap((line) => (line.ok ? [line] : []))
  const totals = items.flatMap(({ total }) => total ?? [])
  const whole = currency !== null && totals.length === items.length
  const wire = {
    orderId,
    createdTime: created,
    lastUpdatedTime: Date.parse(updated) < Date.parse(created) ? created : updated,
    programs: programsOf(cells, rows),
    salesChannel: { channelName: 'AMAZON', marketplaceId: marketplace.id, marketplaceName: marketplace.name },
    buyer: buyerOf(cells, rows),
    recipient: recipientOf(cells, rows),
    ...(whole && {
      proceeds: {
        grandTotal: moneyOf(
          totals.reduce((sum, one) => sum + one, 0),
          currency,
        ),
      },
    }),
    ...taxOf(cells, rows),
    fulfillment: fulfillmentOf(
      cells,
      rows,
      items.map(({ item }) => item),
    ),
    orderItems: items.map(({ item }) => item),
  }
  return { ok: true, wire, placedAt: Date.parse(created) }
}

/** Prices come without the tax there; everywhere else it is inside of them (O15). */
const TAX_APART: ReadonlySet<string> = new Set(['US', 'CA'])

const NO_INSTANT = 'is no date with a time and its zone. Bring the file as Amazon gave it'

const namesOf = (marketplaces: readonly Marketplace[]): string => marketplaces.map(({ name }) => name).join(', ')

/** By the channel's name, else the only one there is, else the only one with that currency or country. */
function marketplaceOf({ cells, marketplaces }: ReportRules, rows: OrderRows): Marketplace | undefined {
  const channel = cells.first(rows, 'sales-channel').toLowerCase()
  const named = MARKETPLACES.find(({ name }) => name.toLowerCase() === channel)
  if (named || /non-amazon/.test(channel)) return marketplaces.find(({ id }) => id === named?.id)
  if (marketplaces.length === 1) return marketplaces[0]
  const only = (found: readonly Marketplace[]) => (found.length === 1 ? found[0] : undefined)
  const currency = cells.first(rows, 'currency').toUpperCase()
  const country = cells.first(rows, 'ship-country').toUpperCase()
  return (
    only(marketplaces.filter((each) => each.currency === currency)) ??
    only(marketplaces.filter((each) => each.country === country))
  )
}

const PROGRAMS = [
  ['is-prime', 'PRIME'],
  ['is-business-order', 'AMAZON_BUSINESS'],
  ['is-premium-order', 'PREMIUM'],
  ['is-ispu', 'IN_STORE_PICK_UP'],
] as const

const programsOf = (cells: Cells, rows: OrderRows): readonly string[] =>
  PROGRAMS.flatMap(([column, program]) => (isYes(cells.first(rows, column)) ? [program] : []))

/** The fields of which a report has something, under Amazon's names. */
const told = (fields: Readonly<Record<string, string>>): Wire =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))

const buyerOf = (cells: Cells, rows: OrderRows): Wire =>
  told({
    buyerEmail: cells.first(rows, 'buyer-email'),
    buyerName: cells.first(rows, 'buyer-name'),
    buyerCompanyName: cells.first(rows, 'buyer-company-name'),
    buyerPurchaseOrderNumber: cells.first(rows, 'purchase-order-number'),
  })

function recipientOf(cells: Cells, rows: OrderRows): Wire {
  const instruction = cells.first(rows, 'delivery-instructions')
  const deliveryAddress = told({
    name: cells.first(rows, 'recipient-name'),
    addressLine1: cells.first(rows, 'ship-address-1'),
    addressLine2: cells.first(rows, 'ship-address-2'),
    addressLine3: cells.first(rows, 'ship-address-3'),
    city: cells.first(rows, 'ship-city'),
    stateOrRegion: cells.first(rows, 'ship-state'),
    postalCode: cells.first(rows, 'ship-postal-code'),
    countryCode: cells.first(rows, 'ship-country').toUpperCase(),
    phone: cells.first(rows, 'ship-phone-number', 'buyer-phone-number'),
    addressType: cells.first(rows, 'address-type').toUpperCase(),
  })
  return { deliveryAddress, ...(instruction && { deliveryPreference: { addressInstruction: instruction } }) }
}

function taxOf(cells: Cells, rows: OrderRows): Wire {
  const taxRegistrationNumber = cells.first(rows, 'buyer-vat-number', 'buyer-tax-registration-id', 'cpf')
  return taxRegistrationNumber ? { tax: { taxRegistrations: [{ taxRegistrationNumber }] } } : {}
}

function fulfillmentOf(cells: Cells, rows: OrderRows, items: readonly Wire[]): Wire {
  const sum = (name: string) =>
    items.reduce((total, { fulfillment }) => total + Number((fulfillment as Record<string, number>)[name] ?? 0), 0)
  const status =
    sum('quantityFulfilled') === 0 ? 'UNSHIPPED' : sum('quantityUnfulfilled') === 0 ? 'SHIPPED' : 'PARTIALLY_SHIPPED'
  return {
    fulfillmentStatus: status,
    fulfilledBy: /^(?:amazon|afn)/i.test(cells.first(rows, 'fulfillment-channel')) ? 'AMAZON' : 'MERCHANT',
    fulfillmentServiceLevel: levelOf(cells.first(rows, 'ship-service-level')),
    ...windowOf(
      'shipByWindow',
      cells.first(rows, 'earliest-ship-date'),
      cells.first(rows, 'latest-ship-date', 'promise-date'),
    ),
    ...windowOf(
      'deliverByWindow',
      cells.first(rows, 'earliest-delivery-date'),
      cells.first(rows, 'latest-delivery-date'),
    ),
  }
}

function windowOf(name: string, from: string, to: string): Wire {
  const [earliestDateTime, latestDateTime] = [instantIn(from), instantIn(to)]
  if (earliestDateTime === null && latestDateTime === null) return {}
  return { [name]: told({ earliestDateTime: earliestDateTime ?? '', latestDateTime: latestDateTime ?? '' }) }
}

/** Reports name the seller's own template, such as `Std US D2D Dom`, or the level itself. */
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/^(?:free ?economy|econ(?:omy)?)\b/, 'FREE_ECONOMY'],
  [/^(?:std|standard)\b/, 'STANDARD'],
  [/^(?:exp|expedited)\b/, 'EXPEDITED'],
  [/^(?:second ?day|second|2nd ?day|two ?day)\b/, 'SECOND_DAY'],
  [/^(?:next ?day|next|one ?day|overnight)\b/, 'NEXT_DAY'],
  [/^same ?day\b/, 'SAME_DAY'],
  [/^(?:sched|scheduled)\b/, 'SCHEDULED'],
  [/^priority\b/, 'PRIORITY'],
]

/** A level that nobody knows is told as it is, and holds the order (O10). */
function levelOf(cell: string): string {
  const plain = cell.toLowerCase().replace(/[-_]/g, ' ')
  return LEVELS.find(([form]) => form.test(plain))?.[1] ?? cell
}

/** An order that came by file, cancelled: nobody but the report of a file will ever tell of it (H1). */
export const cancelledOrder = (wire: WireOrder): WireOrder => ({
  ...wire,
  fulfillment: { ...(isObject(wire.fulfillment) ? wire.fulfillment : {}), fulfillmentStatus: 'CANCELLED' },
})

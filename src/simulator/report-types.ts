import { ALL_ORDERS_COLUMNS, OPTIONAL_COLUMNS } from './all-orders-columns.ts'
import { LISTING_ROLE } from './listing-places.ts'
import type { OrderVersion } from './order-book.ts'
import type { Column } from './report-table.ts'
import { ACTIONABLE_COLUMNS, ORDER_COLUMNS } from './shipping-columns.ts'

/** Who may ask for a report. */
type Access = {
  /** The document needs a restricted data token. */
  readonly restricted: boolean
  /** One of these roles is enough. */
  readonly roles: readonly string[]
}

/** A report of orders: which ones it holds and what it tells of them. */
export type OrdersReport = Access & {
  readonly columns: readonly Column[]
  readonly optional: readonly string[]
  /** The time that the asked range speaks of; undefined: the order is in no report of this kind. */
  readonly timeOf: (version: OrderVersion) => number | undefined
  /** The range that is meant when none is given. Without it the range is now, by the model. */
  readonly lookbackDays?: number
}

/** A report of listings as they are now. Any request for the same marketplaces gets the file of the last hour or so. */
type ListingsReport = Access & { readonly listings: true }

/** One kind of report. */
export type ReportType = OrdersReport | ListingsReport

const ORDERS_ROLES = ['inventory-and-order-tracking', 'direct-to-consumer', 'tax-invoicing', 'tax-remittance']
const allOrders = { restricted: false, roles: ORDERS_ROLES, columns: ALL_ORDERS_COLUMNS, optional: OPTIONAL_COLUMNS }
const restricted = { restricted: true, roles: ['direct-to-consumer'], optional: [] }

const merchantOrder = ({ document }: OrderVersion) => document.fulfillment?.fulfilledBy !== 'AMAZON'
const OPEN = ['UNSHIPPED', 'PARTIALLY_SHIPPED']

/** The report types that the simulator has. */
export const REPORT_TYPES: Readonly<Record<string, ReportType>> = {
  GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL: { ...allOrders, timeOf: (version) => version.updated },
  GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL: { ...allOrders, timeOf: (version) => version.created },
  GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING: {
    ...restricted,
    columns: ACTIONABLE_COLUMNS,
    timeOf: (version) =>
      merchantOrder(version) && OPEN.includes(version.document.fulfillment?.fulfillmentStatus ?? '')
        ? version.payableSince
        : undefined,
    lookbackDays: 38,
  },
  GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING: {
    ...restricted,
    columns: ORDER_COLUMNS,
    timeOf: (version) => (merchantOrder(version) ? version.payableSince : undefined),
    lookbackDays: 60,
  },
  GET_MERCHANT_LISTINGS_ALL_DATA: { restricted: false, roles: [LISTING_ROLE], listings: true },
}

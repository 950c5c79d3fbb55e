import { readOrderReport } from '#amazon/read-order-report.ts'
import type { Marketplace } from '#core/connection.ts'

const place = (id: string, country: string, [currency, name]: readonly [string, string]): Marketplace => ({
  id,
  name,
  country,
  currency,
  participating: true,
  refusedAt: null,
})
/** Marketplaces as a connection has them. */
export const US = place('ATVPDKIKX0DER', 'US', ['USD', 'Amazon.com'])
export const CA = place('A2EUQ1WTGCTBG2', 'CA', ['CAD', 'Amazon.ca'])
export const DE = place('A1PA6795UKMFR9', 'DE', ['EUR', 'Amazon.de'])
export const FR = place('A13V1IB3VIYZZH', 'FR', ['EUR', 'Amazon.fr'])

/** A row of the report of new orders, by its columns. */
export const ROW = {
  'order-id': '111-0000001-0000001',
  'order-item-id': '11000000000001',
  'purchase-date': '2026-11-10T06:12:33-08:00',
  'payments-date': '2026-11-10T06:40:00-08:00',
  'buyer-email': 'robin@marketplace.amazon.example',
  'buyer-name': 'Robin Example',
  'buyer-phone-number': '555-0100',
  sku: 'MUG-BLUE',
  'product-name': 'Blue mug',
  'quantity-purchased': '2',
  currency: 'USD',
  'item-price': '40.00',
  'item-tax': '3.20',
  'shipping-price': '5.00',
  'shipping-tax': '0.40',
  'item-promotion-discount': '4.00',
  'ship-service-level': 'Exp US D2D Dom',
  'recipient-name': 'Robin Example',
  'ship-address-1': '1 Pier Rd',
  'ship-address-2': '',
  'ship-city': 'Seattle',
  'ship-state': 'WA',
  'ship-postal-code': '98101',
  'ship-country': 'US',
  'sales-channel': 'Amazon.com',
  'latest-ship-date': '2026-11-12T23:59:59-08:00',
  'is-business-order': 'true',
  'purchase-order-number': 'PO-ZQ-1',
  'is-prime': 'false',
  'column-of-tomorrow': 'x',
}
/** Cells of a row by their columns. */
export type ReportRowOf = Partial<Record<keyof typeof ROW | string, string>>

/** A report of rows by name; what a row leaves out is blank. */
export function reportOf(
  rows: readonly ReportRowOf[],
  { header = Object.keys(ROW), marketplaces = [US] }: { header?: string[]; marketplaces?: Marketplace[] } = {},
) {
  const read = readOrderReport({
    header,
    marketplaces,
    rows: rows.map((row, at) => ({ row: at + 2, cells: header.map((name) => row[name] ?? '') })),
  })
  if (!read) throw new Error('It is no order report.')
  return read
}

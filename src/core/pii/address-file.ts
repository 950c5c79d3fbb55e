import { safeCell } from '../safe-cell.ts'
import type { Buyer } from './buyer.ts'
import type { OrderToShow } from './order-to-show.ts'

const HEADERS = [
  'Order',
  'Amazon order',
  'Shipping method',
  'Name',
  'Company',
  'Address 1',
  'Address 2',
  'Address 3',
  'District',
  'City',
  'State',
  'Postal code',
  'Country',
  'Phone',
  'Delivery notes',
] as const

/** Addresses for a carrier's program: comma-separated, every cell quoted, none of which a spreadsheet takes for a formula (D35). */
export function addressFile(
  shown: readonly { readonly order: OrderToShow; readonly buyer: Buyer }[],
  { withBom }: { readonly withBom: boolean },
): string {
  const rows = [HEADERS, ...shown.map(rowOf)].map((row) => row.map(cell).join(','))
  return `${withBom ? '\ufeff' : ''}${rows.join('\r\n')}\r\n`
}

function rowOf({ order, buyer }: { order: OrderToShow; buyer: Buyer }): readonly string[] {
  const { shipTo } = buyer
  // More lines than there are columns share the last one: none is lost.
  const [first = '', second = '', ...others] = shipTo?.lines ?? []
  return [
    String(order.orderId),
    order.amazonOrderId,
    order.methodId ?? '',
    shipTo?.name ?? '',
    shipTo?.company ?? '',
    first,
    second,
    others.join(', '),
    shipTo?.district ?? '',
    shipTo?.city ?? '',
    shipTo?.state ?? '',
    shipTo?.postalCode ?? '',
    shipTo?.country ?? '',
    buyer.phone ?? '',
    buyer.deliveryNotes ?? '',
  ]
}

/** A cell in quotes. */
export const cell = (text: string): string => `"${safeCell(text).replaceAll('"', '""')}"`

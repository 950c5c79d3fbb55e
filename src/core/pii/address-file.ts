import { unitsByItem } from '../orders/units-by-item.ts'
import { safeCell } from '../safe-cell.ts'
import type { Buyer } from './buyer.ts'
import type { AddressField, FileLayout } from './file-layout.ts'
import type { OrderToShow } from './order-to-show.ts'

type Shown = { readonly order: OrderToShow; readonly buyer: Buyer }

const SIGNS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const

/** Addresses for a carrier's program, in its columns: no cell of it is taken for a formula by a spreadsheet (D35). */
export function addressFile(shown: readonly Shown[], { columns, delimiter }: Omit<FileLayout, 'encoding'>): string {
  const written = (text: string) => (delimiter === 'tab' ? bare(text) : cell(text))
  const heads = columns.map(({ heading }) => heading)
  const rows = [heads, ...shown.map((each) => columns.map(({ field }) => VALUES[field](each)))]
  return `${rows.map((row) => row.map(written).join(SIGNS[delimiter])).join('\r\n')}\r\n`
}

const line = ({ buyer }: Shown, at: number): string => buyer.shipTo?.lines[at] ?? ''

const VALUES: Readonly<Record<AddressField, (shown: Shown) => string>> = {
  order: ({ order }) => String(order.orderId),
  amazonOrder: ({ order }) => order.amazonOrderId,
  method: ({ order }) => order.methodId ?? '',
  level: ({ order }) => order.serviceLevel ?? '',
  name: ({ buyer }) => buyer.shipTo?.name ?? '',
  company: ({ buyer }) => buyer.shipTo?.company ?? '',
  address1: (shown) => line(shown, 0),
  address2: (shown) => line(shown, 1),
  // More lines than there are columns share the last one: none is lost.
  address3: ({ buyer }) => (buyer.shipTo?.lines ?? []).slice(2).join(', '),
  district: ({ buyer }) => buyer.shipTo?.district ?? '',
  city: ({ buyer }) => buyer.shipTo?.city ?? '',
  state: ({ buyer }) => buyer.shipTo?.state ?? '',
  postalCode: ({ buyer }) => buyer.shipTo?.postalCode ?? '',
  country: ({ buyer }) => buyer.shipTo?.country ?? '',
  phone: ({ buyer }) => buyer.phone ?? '',
  notes: ({ buyer }) => buyer.deliveryNotes ?? '',
  items: ({ order }) => unitsByItem(order.lines.map((each) => ({ ...each, count: each.quantity }))),
  units: ({ order }) => String(order.lines.reduce((sum, { quantity }) => sum + quantity, 0)),
}

/** A cell in quotes. */
export const cell = (text: string): string => `"${safeCell(text).replaceAll('"', '""')}"`

/** The same between tabs, where programs know no quotes: no tab is left in it, and no quote at its beginning. */
const bare = (text: string): string => safeCell(text).replace(/\t+/g, ' ').replace(/^"/, '\'"')

/** The signs of Western Windows that stand at other places than in Unicode: byte 0x80 and on. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A text of which each sign is one byte of Western Windows: letters that it lacks lose their marks, others become a question mark. */
export const inWindowsBytes = (text: string): string =>
  [...text.normalize('NFC')]
    .map((sign) => windowsByte(sign) ?? [...sign.normalize('NFD')].map((each) => windowsByte(each) ?? '').join(''))
    .map((bytes) => bytes || '?')
    .join('')

function windowsByte(sign: string): string | null {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return sign
  const at = WINDOWS.indexOf(sign)
  return at < 0 || (code >= 0x80 && code < 0xa0) ? null : String.fromCharCode(0x80 + at)
}

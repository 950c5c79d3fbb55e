import type { ColumnsOfKind } from '../spreadsheet/kind-columns.ts'
import { columnMeaning } from './order-columns.ts'

/** Files of orders of other channels, known by their headers; nobody names their columns by hand (H3). */
export const COLUMNS_OF_CHANNEL_ORDERS: ColumnsOfKind = {
  kind: 'channel-orders',
  fields: [],
  read: (headings) => headings.map(fieldOf),
  fits: (fields) => fields.includes('order.channelPartnerOrderId'),
  buyers: true,
}

/** A card is named, so that the file is refused for it and not passed over. */
function fieldOf(heading: string): string | null {
  const meaning = columnMeaning(heading)
  if (meaning.of === 'card') return 'card'
  if (meaning.of === 'order') return `order.${meaning.name}`
  return meaning.of === 'item' ? `item${meaning.n === null ? '' : `s[${meaning.n}]`}.${meaning.name}` : null
}

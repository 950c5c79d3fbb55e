import { ITEM_COLUMNS, ORDER_COLUMNS } from './order-columns.ts'

const NAMES = {
  order: Object.entries(ORDER_COLUMNS).map(([name, column]) => [`order.${name}`, column] as const),
  item: Object.entries(ITEM_COLUMNS).map(([name, column]) => [`item.${name}`, column] as const),
}
/** What a further row of an order says beside its item. */
const AGAIN = ['order.channelPartnerOrderId']
const SECOND: Readonly<Record<string, string>> = { 'item.merchantItemId': 'MUG-RED', 'item.quantity': '1' }

/** The rows of the template: the headers, and a sample order with two items, one a row (H3). */
export function orderTemplate(): readonly (readonly string[])[] {
  const columns = [...NAMES.order, ...NAMES.item]
  const second = columns.map(
    ([header, { sample }]) =>
      SECOND[header] ?? (AGAIN.includes(header) || header === 'item.arbitraryUnitCost' ? sample : ''),
  )
  return [columns.map(([header]) => header), columns.map(([, { sample }]) => sample), second]
}

/** Each column of the template with what stands in it, for people who fill it in. */
export const TEMPLATE_COLUMNS: readonly { readonly header: string; readonly about: string }[] = [
  ...NAMES.order,
  ...NAMES.item,
].map(([header, { about }]) => ({ header, about }))

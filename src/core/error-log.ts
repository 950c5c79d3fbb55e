import { OUTBOX_KINDS } from './shipments/outbox.ts'

/** The kinds of the Error Log, in the order of its sections: what came down, what went up, and the connection itself (E1, E5). */
export const ERROR_KINDS = ['inbound-order', ...OUTBOX_KINDS, 'stock', 'price', 'connection'] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

/** What is asked for of it: one kind, or all that goes up of orders, as Today counts it (E5, X5). */
export const ERROR_PARTS = [...ERROR_KINDS, 'going-up'] as const
export type ErrorPart = (typeof ERROR_PARTS)[number]

/** Whether a kind is of the part that is asked for; null asks for everything (E5). */
export const isOfPart = (kind: ErrorKind, part: ErrorPart | null): boolean =>
  part === null || part === kind || (part === 'going-up' && OUTBOX_KINDS.some((each) => each === kind))

/** The sections by their names for people (E1, E5). */
export const ERROR_SECTIONS: Readonly<Record<ErrorKind, string>> = {
  'inbound-order': 'Inbound Orders',
  confirmation: 'Shipment confirmations',
  cancellation: 'Cancellations',
  refund: 'Refunds',
  stock: 'Stock refused',
  price: 'Prices refused',
  connection: 'Connection',
}

/** The facts that name the cause of an order's problem: two problems with the same code and the same of these are mended at once (E4). */
export const CAUSES_OF_ORDERS = ['sku', 'level', 'status', 'field'] as const

/** The same of what went up: Amazon's own words. */
export const CAUSES_GOING_UP = ['message'] as const

/** The cause of an order's problem, as the groups name it (E4). */
export const causeOfOrder = (facts: Readonly<Record<string, unknown>>): string => {
  const name = CAUSES_OF_ORDERS.find((each) => facts[each] !== undefined && facts[each] !== null)
  return name === undefined ? '' : String(facts[name])
}

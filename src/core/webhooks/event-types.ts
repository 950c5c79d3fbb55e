/** What a merchant's programs may be told of, and when (X2). Written by the triggers of migration `webhooks`; a test holds both to each other. */
export const EVENT_TYPES = {
  'order.placed': 'An order came in.',
  'order.pending': 'An order came in; Amazon has not confirmed its payment yet.',
  'order.held': 'An order cannot be placed and waits in the Error Log.',
  'order.updated': 'Amazon changed an order.',
  'order.filled-in': 'Amazon gave what it had held back of an order.',
  'order.moved': 'An order moved to another stage or center.',
  'order.reservation-released': 'The stock of an order that stayed pending is free again.',
  'order.cancellation-begun': 'Somebody began to cancel an order at Amazon.',
  'order.cancellation-decided': "Somebody decided about a buyer's wish to cancel.",
  'order.cancellation-sent': 'Amazon took a cancellation.',
  'order.cancellation-refused': 'Amazon refused a cancellation.',
  'order.cancellation-unsure': 'It is unclear whether Amazon cancelled an order.',
  'order.refund-entered': 'A refund was entered.',
  'order.refund-decided': 'Somebody decided about a refund.',
  'order.refund-paid': 'Amazon paid a refund.',
  'order.refund-refused': 'Amazon refused a refund.',
  'order.refund-unsure': 'It is unclear whether Amazon paid a refund.',
  'shipment.entered': 'A package was entered.',
  'shipment.corrected': 'A package was corrected.',
  'shipment.voided': 'A package was taken back.',
  'shipment.confirmed': 'Amazon shows the package that was confirmed to it.',
  'shipment.refused': 'Amazon refused the confirmation of a package.',
  'stock.changed': 'The stock on hand of an item changed in a center.',
  'stock.sent': 'Amazon took a quantity.',
  'stock.refused': 'Amazon refused a quantity.',
  'price.sent': 'Amazon took a price.',
  'price.refused': 'Amazon refused a price.',
  'problem.noted': 'Something is wrong that a person should know of.',
  'problem.cleared': 'What was wrong is over.',
  'purge.buyer': 'The buyer data of an order was erased here: erase your copies.',
  'webhook.test': 'A person sent a test.',
} as const

/** The groups of types: `order.*` stands for all of one. */
export const EVENT_GROUPS: readonly string[] = [
  ...new Set(Object.keys(EVENT_TYPES).map((type) => `${type.split('.')[0] ?? ''}.*`)),
].filter((group) => group !== 'webhook.*')

/** True for what a filter may name: a type, or a group of types. */
export const isEventFilter = (text: string): boolean =>
  EVENT_GROUPS.includes(text) || (Object.hasOwn(EVENT_TYPES, text) && text !== 'webhook.test')

import type { OrderDraft, SampleOrder } from './order-draft.ts'

const zero = { lines: [{ sku: 'MUG-BLUE', price: 0 }], shipping: 0 }

/** Kinds of order that tests ask for by name; each can be placed in any marketplace. */
export const SAMPLE_ORDERS: Readonly<Record<SampleOrder, OrderDraft>> = {
  business: {
    programs: ['AMAZON_BUSINESS'],
    buyer: { companyName: 'Example Trading', purchaseOrderNumber: 'PO-2026-0042' },
    lines: [{ sku: 'CANDLE-SEA', quantity: 3, businessPrice: true }],
  },
  'easy-ship': { marketplaceId: 'A21TJRUUN4KGV', easyShip: true },
  prime: { programs: ['PRIME'], serviceLevel: 'SECOND_DAY', shipping: 0 },
  premium: { programs: ['PREMIUM'], serviceLevel: 'NEXT_DAY' },
  tip: { tip: 5, tipStatus: 'PENDING' },
  scheduled: { scheduledDelivery: true },
  vine: zero,
  replacement: { ...zero, replaces: '111-0000000-0000900' },
  custom: { lines: [{ sku: 'MUG-BLUE', customizedUrl: 'https://amazon.example/custom/order.zip' }] },
  gift: {
    lines: [{ sku: 'MUG-RED', gift: { message: 'For your invented birthday!', wrapLevel: 'STANDARD', wrapPrice: 4 } }],
  },
  'subscribe-and-save': { lines: [{ sku: 'AMZ-TEA-EARL', programs: ['SUBSCRIBE_AND_SAVE'], discount: 1 }] },
  'signature-wanted': { lines: [{ sku: 'LAMP-OAK', shippingConstraints: ['signatureConfirmation'] }] },
  'import-one-stop-shop': { reportingScheme: 'IOSS', iossNumber: 'IM0000000001' },
  'cancel-request': { lines: [{ sku: 'MUG-BLUE', cancellationRequest: 'Ordered by mistake' }] },
}

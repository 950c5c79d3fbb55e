/** What goes wrong with vendors that run distribution centers (U5). The first sentence is the reference's. */
export const VENDOR_PROBLEMS = {
  'vendor-not-approved': {
    sentence:
      "Amazon's data protection policy (DPP) prevents Millrace from transmitting the customers' personally identifiable information (PII) to a 3rd party; this includes fulfillment services. Your fulfillment house [{vendor}] will need to contact Amazon to become approved for directly importing the Amazon orders from Amazon. Until then the orders of center [{center}] wait ({orders} now). Or complete its vendor record: {missing}. Or let your own people print the labels.",
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'vendor-purge-overdue': {
    sentence:
      'The vendor [{vendor}] has not said for {days} days or more that it erased the addresses of {orders} orders whose data is purged here. Ask it to; its program says so at /api/v1/vendor-purges.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'vendor-key-unbound': {
    sentence: 'This API key belongs to no vendor. The operator makes a key for a vendor.',
    command: './millrace vendor key VENDOR',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

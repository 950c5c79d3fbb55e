/** Why buyer data is not shown, and what helps (U2, U3). */
export const REVEAL_PROBLEMS = {
  'buyer-only-for-people': {
    sentence:
      'Buyer data is shown to people only, each with a second factor of their own. A key gets the order masked. Sign in to see it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'buyer-not-permitted': {
    sentence:
      'You may not see buyer data in this way: the permission with the scope {scope} is missing. The owner gives it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'buyer-gone': {
    sentence:
      'The buyer data of {count} of these orders is not here: it was erased when its time was over, or Amazon has not given it. Look in Seller Central.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'reveal-quota': {
    sentence:
      'You would open the buyer data of more than {allowed} different orders within 24 hours, which is the limit for one person. Wait, ask a colleague, or use a shipping run or labels for a day of packing.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'shipping-run-closed': {
    sentence:
      'No shipping run of yours covers this order: none is open in this session, or the order is not one that waits to be shipped. Begin a run, or reveal this order by itself.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'export-used-up': {
    sentence:
      'This download is over: it works once, for ten minutes, in the session that asked for it. Ask for a new export.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'nothing-queued': {
    sentence: 'No order of the queue is left by this filter: there is nothing to export.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'limits-only-by-owner': {
    sentence: 'Only the owner of the merchant sets how much buyer data one person may open.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

/** What goes wrong when an order is cancelled at Amazon or money goes back to its buyer (O16). */
export const CANCELLATION_PROBLEMS = {
  'no-cancellation-request': {
    sentence: 'The buyer of this order does not ask to cancel it, or that was decided and is over.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'cannot-cancel': {
    sentence: 'This order cannot be cancelled at Amazon: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'cancellation-under-way': {
    sentence:
      'The cancellation of this order is on its way to Amazon and cannot be changed any more. Wait for the answer: then Amazon has cancelled the order, or it is decided again.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'cancellation-not-done': {
    sentence:
      'It was decided to cancel this order, and Amazon has not done it. Decide again: cancel it once more, or ship it anyway.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'decide-cancellation',
  },
  'cancellation-not-seen': {
    sentence:
      'Amazon took the word to cancel this order more than a day ago, and two complete readings of the orders since then do not show it as cancelled. Look at it in Seller Central and decide again: cancel it once more, or ship it anyway.',
    mendedBy: 'merchant',
    retryHelps: true,
    mend: 'decide-cancellation',
  },
  'cancelled-too-late': {
    sentence:
      'Amazon shows this order as shipped, at least in part, and does not cancel what has left. Ship the rest, or refund it with its cancelled quantity.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'cannot-refund': {
    sentence: 'Nothing can be refunded for this order: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'refund-repeated': {
    sentence:
      'The same refund was entered at {entered} as refund {refund}. Should the buyer get it a second time? Then say that this is another one.',
    mendedBy: 'merchant',
    retryHelps: false,
    command: './millrace orders refund --again',
  },
  'refund-not-unsure': {
    sentence: 'Nobody has to decide about refund {refund}: its state is [{state}].',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'no-restock': {
    sentence: 'Nothing of this order can be put back on the shelf: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

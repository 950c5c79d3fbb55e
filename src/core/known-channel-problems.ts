/** What goes wrong with files of orders of other channels (H3). */
export const CHANNEL_PROBLEMS = {
  'channel-orders-file': {
    sentence: 'The orders of this file cannot be read: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'channel-order-refused': {
    sentence: '{one}{two}{three}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'channel-order-warned': {
    sentence: 'Placed all the same, as the file wishes. {one}{two}{three}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'orders-not-permitted': {
    sentence: 'To place orders, or to take them back, you need Edit Orders; the owner gives it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'channel-order-left': {
    sentence: 'Order {order} stays: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

/** What goes wrong when a package is confirmed to Amazon, and afterwards (S1, S4, S5, E6). */
export const CONFIRMATION_PROBLEMS = {
  'package-number-refused': {
    sentence:
      'Amazon refuses the number of {what}: {message}. Millrace sends it as Amazon wants it, so the operator must look at it; then retry it.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'package-unknown-at-amazon': {
    sentence:
      'Amazon says of {what} that it finds no such package, or that the order is shipped already. The order is read again to see which, and this goes on by itself.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'package-still-unknown-at-amazon': {
    sentence:
      'Amazon says again and again of {what} that it finds no such package, and does not show it as it was sent. Look at the order in Seller Central and confirm it there if need be; then retry or remove this.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'package-version-refused': {
    sentence:
      'Amazon says that {what} was changed there at the same moment. The order is read again, and it is sent once more.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'package-version-refused-again': {
    sentence:
      'Amazon refuses {what} twice as changed there meanwhile: {message}. See in Seller Central whether the package is right; then remove this, or retry it.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'too-many-package-updates': {
    sentence:
      'Amazon takes no more corrections of {what}: it was changed too often. Correct it in Seller Central if need be, then remove this.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'line-unknown-at-amazon': {
    sentence:
      'Amazon does not find the items of {what} in the order, and the order is not cancelled: {message}. Compare the order in Seller Central with ours; then retry or remove this.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'confirmed-by-amazon': {
    sentence: 'Amazon confirms {what} itself, since its label was bought from Amazon. Nothing is left to do.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'tracking-required': {
    sentence: 'Amazon wants a tracking number for {what} in a single call. It goes by feed instead, by itself.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'confirmation-refused': {
    sentence:
      'Amazon refuses {what}: {message}. Correct the package or what is wrong at Amazon, then retry it; or remove it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'confirmations-denied': {
    sentence:
      'Amazon denies {connection} the confirmation of shipments. Most often the authorization was revoked, or the application lacks the role Inventory and Order Tracking. Packages wait and go on by themselves once it is allowed.',
    mendedBy: 'operator',
    retryHelps: true,
    mend: 'authorize',
  },
  'confirmations-down': {
    sentence:
      'Amazon does not take confirmations of shipments at the moment ({why}). They wait and are tried again; after a quarter of an hour they go by feed.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'shipped-by-other-packages': {
    sentence:
      'Amazon shows the order as shipped, by packages entered elsewhere: {what} was not added. Compare the tracking in Seller Central if the buyer asks for it.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'cancelled-at-amazon': {
    sentence:
      'Amazon has cancelled the order, so that {what} cannot be confirmed. Stop the package if it has not left yet; then remove this.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'package-dropped': {
    sentence:
      'Amazon accepted {what} twice and does not show it. Most often Amazon Shipping or automated shipping settings of the account stand in the way. Confirm it in Seller Central, then remove this; or retry it.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'package-differs': {
    sentence:
      'Amazon accepted {what} twice and shows it with {field} [{shown}] instead of [{sent}]. Correct it in Seller Central, then remove this; or retry it.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  // the retry queue
  'outbox-refund-unsure': {
    sentence:
      'This refund may have been paid: it is never sent again by itself. Look in Seller Central, then say whether it was paid.',
    command: './millrace refund decide',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'outbox-under-way': {
    sentence: 'It is {how} and cannot be {wanted} now. Wait for what Amazon says about it.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'outbox-over': {
    sentence: 'It is {state} already; there is nothing to be {wanted}.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
} as const

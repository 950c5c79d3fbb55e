/** What goes wrong when packages and their carriers are entered (S2, S3). */
export const SHIPMENT_PROBLEMS = {
  'carrier-unknown': {
    sentence:
      'The carrier [{carrier}] is not known. Say in the settings, under Carriers, what Amazon calls it. A carrier that Amazon does not list goes as Other with a name.',
    command: "./millrace carrier set {typed} CODE   (Amazon's codes: ./millrace carrier amazon)",
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'set-carrier',
  },
  'carrier-missing': {
    sentence:
      'No carrier is named for the package of order {order}, and the order has no shipping method with one. Name the carrier.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'tracking-spoilt': {
    sentence:
      'The tracking number [{tracking}] {why}. A spreadsheet does that: format the column as text, then enter the number as the label shows it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'tracking-not-valid': {
    sentence:
      'The tracking number [{tracking}] {why}. Enter it as the label shows it; leave it empty when there is none.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  // an order that takes no package
  'order-pending': {
    sentence: 'Order {order} is still pending at Amazon: it must not be shipped before Amazon confirms it.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'order-not-released': {
    sentence: 'Order {order} is in stage [{stage}]. Move it to [Shipping Department] first, then enter the package.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'order-undecided': {
    sentence: 'The buyer asks to cancel order {order}. Decide first: ship it anyway, or cancel it at Amazon.',
    command: './millrace orders ship-anyway {order}   (or ./millrace orders cancel {order})',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'decide-cancellation',
  },
  'order-to-be-cancelled': {
    sentence: 'It was decided to cancel order {order} at Amazon. To ship it all the same, take that back first.',
    command: './millrace orders ship-anyway {order}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'order-cancelled': {
    sentence: 'Order {order} is cancelled. Nothing of it may be shipped.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'order-completed': {
    sentence: 'Everything of order {order} is shipped already. To change a package, correct it.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'order-by-amazon': {
    sentence: 'Amazon ships order {order} itself: it is read-only here.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'order-in-books-only': {
    sentence: 'Order {order} is in the books only: nothing of it is confirmed to Amazon.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  // what is in a package
  'package-line-unknown': {
    sentence: 'Order {order} has no line with {named}. Its lines: {lines}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'package-line-unclear': {
    sentence: 'Several open lines of order {order} have {named}: {lines}. Say which one by its order item id.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'package-too-much': {
    sentence: 'The package holds {quantity} of [{sku}], and only {open} of {ordered} are still open in order {order}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'package-splits-pack': {
    sentence:
      'The package holds {quantity} of [{sku}], and {amazon} at Amazon are {ours} of ours: Amazon can be told of whole packs only. Ship whole packs together.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'package-entry-not-valid': {
    sentence: 'The entry cannot be taken: {field} {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'shipments-file': {
    sentence: 'The file of shipments cannot be read: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'shipments-row': {
    sentence: 'Line {line} {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'ship-date-not-valid': {
    sentence: 'The ship date [{date}] {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'reference-taken': {
    sentence:
      'The reference [{reference}] names package {number} of order {order} already, with another {what}. To change that package, correct it; another package needs another reference.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  // a package that is there
  'package-unknown': {
    sentence: 'Order {order} has no package {number}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'package-not-voidable': {
    sentence: 'Package {number} of order {order} cannot be voided: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

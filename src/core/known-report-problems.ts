/** What goes wrong with the all-orders report and the reconciliation built on it (O18). */
export const REPORT_PROBLEMS = {
  'report-refused': {
    sentence:
      'Amazon refuses the all-orders report of {connection}. Most often the application lacks the role Inventory and Order Tracking, or the merchant has not granted it. It is asked for again next night.',
    mendedBy: 'operator',
    retryHelps: true,
    mend: 'authorize',
  },
  'report-fatal': {
    sentence: 'Amazon could not make the all-orders report of {from} to {to}. It is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'report-cancelled': {
    sentence:
      'Amazon cancelled the all-orders report of {from} to {to}, as if there were no orders, and {known} are known. It is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'report-stuck': {
    sentence:
      'Amazon has not finished the all-orders report of {from} to {to} in {hours} hours. It is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'report-cut': {
    sentence:
      'The all-orders report ends in the middle of a row, after {rows} rows. What it lists was compared; the whole range is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'report-garbled': {
    sentence:
      'The all-orders report is not in the encoding that it names: {rows} rows have texts that cannot be read. Order numbers and statuses are, and were compared; the whole range is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'report-rows-unreadable': {
    sentence:
      '{rows} rows of the all-orders report cannot be read ({named}). The others were compared; the whole range is asked for again next night.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'report-unreadable': {
    sentence: 'The all-orders report cannot be read: {why}. It is asked for again next night.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'orders-not-fetched': {
    sentence:
      '{orders} orders that differ from what Amazon lists could not be fetched. They are compared again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  // a back-fill
  'backfill-running': {
    sentence: 'A back-fill of {connection} is running already (number {run}). Wait for it, or cancel it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'backfill-before-cutoff': {
    sentence:
      'All of this range lies before {cutOff}; orders placed before it are not imported. Choose an earlier date under "Don\'t process orders placed before", then fill back.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'backfill-over': {
    sentence: 'The back-fill {run} is over; there is nothing to cancel.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
} as const

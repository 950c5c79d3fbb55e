/** What goes wrong with files that people bring (T3, T5, H1, H3), and with their rows. */
export const IMPORT_PROBLEMS = {
  'import-unreadable': { sentence: '{why}', mendedBy: 'merchant', retryHelps: false },
  'import-buyers': {
    sentence:
      "The file seems to hold names or addresses of buyers (column [{column}]), and it is not one of the files that may. Bring Amazon's order report as Seller Central gave it, or the template for orders of other channels.",
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'import-columns': {
    sentence: 'The columns cannot be read so: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'import-too-long': {
    sentence: 'The file has more than {most} rows. Bring it in parts.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'import-empty': {
    sentence: 'The file has no rows below its headings (from row {row} on). Fill it in, save it, and bring it again.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'import-state': {
    sentence: 'This import cannot be {what}: it is {state}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'import-unlinks': {
    sentence: '{count} rows unlink a listing from its item. Look at them, then confirm it. No item is deleted.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'import-broke': {
    sentence:
      'The import stopped at row {row} by a fault of the program. What was done before it stays. Tell the operator.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'import-rows-gone': {
    sentence: 'The rows of this import were forgotten after {days} days, so it cannot be undone any more.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'import-not-permitted': {
    sentence: 'The file holds orders: to bring it, you need the permission Edit Orders.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  // of Seller Central's order report
  'not-an-order-report': {
    sentence:
      'This is no report of new or unshipped orders. Download one in Seller Central, Orders, Order Reports, and bring it as it is.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'report-without-connection': {
    sentence: 'Nobody sells here yet. Connect a seller first, or choose Work by files, under Credentials.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'report-of-which': {
    sentence:
      'The report does not say whose it is, and several sellers are here ({connections}). Switch on the column sales-channel in Seller Central, Order Reports.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'report-stays': {
    sentence: 'Orders that a report brought are not taken back all at once. Ignore, cancel or ship them one by one.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'report-cell': {
    sentence: 'The column [{column}] {why}. The order is not imported; the others are.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'order-skipped': {
    sentence: 'The order is not imported, because {why}.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  // of one row
  'import-cell': { sentence: '{field} {why}. {instead}', mendedBy: 'merchant', retryHelps: false },
  'import-row': { sentence: '{why}. {instead}', mendedBy: 'merchant', retryHelps: false },
  'import-twice': {
    sentence: '[{target}] stands in row {row} already. Leave one of the two rows.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'import-changed-since': {
    sentence: '[{target}] was changed after this import, so it stays as it is now.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'import-used-since': {
    sentence: '[{target}] is used by now ({by}), so it stays.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

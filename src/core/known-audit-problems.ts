/** What goes wrong with the all-listings report, the drift audit built on it, and links of listings to items (I12, T4). */
export const AUDIT_PROBLEMS = {
  'listings-report-refused': {
    sentence:
      'Amazon refuses the all-listings report of {marketplace} for {connection}. Most often the application lacks the role Product Listing, or the merchant has not granted it. It is asked for again next night.',
    mendedBy: 'operator',
    retryHelps: true,
    mend: 'authorize',
  },
  'listings-report-fatal': {
    sentence: 'Amazon could not make the all-listings report of {marketplace}. It is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'listings-report-cancelled': {
    sentence:
      'Amazon cancelled the all-listings report of {marketplace}, as if nothing were listed there, and {known} SKUs are known. None of them is taken as gone; it is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'listings-report-stuck': {
    sentence:
      'Amazon has not finished the all-listings report of {marketplace} in {hours} hours. It is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'listings-report-cut': {
    sentence:
      'The all-listings report of {marketplace} ends in the middle of a row, after {rows} rows. These count; no SKU is taken as gone. It is asked for again next night.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'listings-report-short': {
    sentence:
      'The all-listings report of {marketplace} names {listed} SKUs, and {known} were known. No SKU is taken as gone before a second report says the same.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'listings-report-rows-unreadable': {
    sentence:
      '{rows} rows of the all-listings report of {marketplace} cannot be read ({named}). The others count; no SKU is taken as gone. It is asked for again next night.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'listings-report-garbled': {
    sentence:
      'The all-listings report of {marketplace} is not in the encoding that it names: {rows} rows have titles that cannot be read, which stay as they were. SKUs, quantities and prices can be, and count.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'listings-report-unreadable': {
    sentence: 'The all-listings report cannot be read: {why}. Nothing of it counts; it is asked for again next night.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'listing-channel-changed': {
    sentence:
      'Who ships has changed at Amazon for {count} SKUs in {marketplace} ({named}). No quantity is sent where Amazon ships; look at them in Seller Central.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  // links of listings to items
  'sku-not-at-amazon': {
    sentence:
      'Amazon shows no listing [{sku}], so it cannot be linked. Check its spelling; a new listing is known here after the next audit.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'sku-mapped-elsewhere': {
    sentence:
      'The SKU mapping of [{sku}] names the item [{item}]. Change or remove that mapping first, then link it to another item.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'item-unknown': {
    sentence: 'There is no item [{item}] to link [{sku}] to. Create it first.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

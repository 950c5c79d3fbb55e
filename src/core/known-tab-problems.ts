/** What goes wrong with the Amazon tab of an item and with product types (T1), and with the price-and-quantity file (H2). */
export const TAB_PROBLEMS = {
  'product-type-unknown': {
    sentence:
      'Amazon has no product type [{type}] in {marketplace}. Search for one by words or by the title of the item.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'product-type-withdrawn': {
    sentence:
      'Amazon has withdrawn the product type [{type}] in {marketplace}. Choose another one; what was filled in is kept.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'definition-unreadable': {
    sentence: "Amazon's definition of the product type [{type}] cannot be used: {why}.",
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'attribute-unknown': {
    sentence: 'The product type [{type}] has no [{field}]. {instead}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'attribute-missing': {
    sentence: '[{field}] is missing. {instead}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'attribute-wrong': {
    sentence: '[{field}] {why}. {instead}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'attribute-ours': {
    sentence: '[{field}] is not part of the Amazon tab. Millrace says it from the price and the stock of the item.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'tab-missing': {
    sentence: 'The item [{item}] has no Amazon tab for {marketplace}. Save a product type first.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'tab-has-faults': {
    sentence: 'The Amazon tab of [{item}] has {count} faults, so it is not sent to Amazon. First: {first}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'no-seller-in-marketplace': {
    sentence: 'No authorized connection of yours sells in {marketplace}. Connect it first.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'sku-to-be-named': {
    sentence: 'The item [{item}] is sold under several seller SKUs ({skus}). Say which one is meant.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'submit-not-confirmed': {
    sentence:
      'Nothing was sent. This would create the listing [{sku}] in {marketplace}. Look at the preview, then confirm it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'sku-listed-already': {
    sentence:
      'Amazon lists [{sku}] in {marketplace} already. A listing is only created here, never replaced: what is left out of it would be lost.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'file-braked': {
    sentence:
      'The brake of {connection} stands, so no price-and-quantity file is written. Look at what it stopped, then release it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

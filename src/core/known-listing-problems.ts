/** What goes wrong with stock and prices on their way to Amazon (I1-I14). */
export const LISTING_PROBLEMS = {
  'price-missing': {
    sentence: 'The item of [{sku}] has no price, so no price is sent to {marketplace}. Give the item a price.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'price-not-positive': {
    sentence: 'The price of [{sku}] in {marketplace} is not above zero; it is not sent. Give the item a price.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'price-currency': {
    sentence:
      'The price of [{sku}] is in {currency}, and {marketplace} sells in {wanted}; it is not sent. Give the item an offer in {wanted} for this marketplace.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'price-outside-limits': {
    sentence:
      'The price of [{sku}] in {marketplace} lies outside its lowest and highest price. It waits for your approval: Amazon would switch the offer off.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'price-jumps': {
    sentence:
      'The price of [{sku}] in {marketplace} would change by {percent} %. It waits for your approval, in case it is a mistake.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

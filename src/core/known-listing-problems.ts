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
  'cycle-skipped': {
    sentence:
      'The complete inventory file of {connection} has not ended within the hour, so this hour is skipped. The next one begins when it has.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'brake-pulled': {
    sentence:
      'Within an hour {counted} of the {sent} SKUs sent for {connection} would go to zero or change their price. {stopped} of them wait with it until you release the brake. What is sold meanwhile goes up.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'not-merchant-channel': {
    sentence: 'No quantity of [{sku}] is sent: Amazon ships it, or its channel was never read.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'listing-refused': {
    sentence: 'Amazon refuses the change of [{sku}]: {message}',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'stock-differs': {
    sentence:
      'Amazon took the stock of [{sku}] twice and still shows another. Look at the listing in Seller Central; another program may write to it.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'price-differs': {
    sentence:
      'Amazon took the price of [{sku}] twice and still shows another. Look at the listing in Seller Central; another program or a pricing rule may write to it.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'listings-feed-slow': {
    sentence:
      'Amazon has had our feed of {what} ({feed}) for {time} and has not finished it. It is looked at again by itself; urgent changes go by single calls meanwhile.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'dry-run-not-seen': {
    sentence:
      'Nothing is switched on before you have seen what would be sent. Look at the dry run, then say that you have seen it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'price-not-included': {
    sentence:
      'Prices cannot be sent while "Include price in hourly inventory file" is off. Switch that option on first.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'sending-is-off': {
    sentence: 'Nothing is sent for {connection}: sending stock and sending price are both off.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'sku-not-listed': {
    sentence:
      'Amazon does not list a seller SKU [{sku}] for {connection}. Check its spelling; letters and capitals count.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'nothing-to-put-back': {
    sentence:
      'Nothing can be put back for [{sku}] in {marketplace}: no earlier price is known, or it is put back already.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'price-not-pinned': {
    sentence: 'The price of [{sku}] in {marketplace} is not pinned.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const

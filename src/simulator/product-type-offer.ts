import { marketplace } from './marketplaces.ts'
import { attribute, choice, field, one, type Schema, single, words, YES_OR_NO } from './product-type-pieces.ts'

const CONDITIONS = {
  new_new: 'New',
  new_open_box: 'New - Open Box',
  new_oem: 'New - OEM',
  refurbished_refurbished: 'Refurbished',
  used_like_new: 'Used - Like New',
  used_very_good: 'Used - Very Good',
  used_good: 'Used - Good',
  used_acceptable: 'Used - Acceptable',
  collectible_like_new: 'Collectible - Like New',
  collectible_very_good: 'Collectible - Very Good',
  collectible_good: 'Collectible - Good',
  collectible_acceptable: 'Collectible - Acceptable',
  club_club: 'Club',
}
const NORTH_AMERICA = ['US', 'CA', 'MX', 'BR']
const EUROPE = ['GB', 'DE', 'FR', 'IT', 'ES']
/** Where the list price has the tax in it, and so another name for its amount. */
const LIST_PRICE_WITH_TAX = ['GB']

/** Amazon's own fulfillment channel in a marketplace. */
export function amazonChannel(marketplaceId: string): string {
  const { country } = marketplace(marketplaceId)
  if (NORTH_AMERICA.includes(country)) return 'AMAZON_NA'
  return EUROPE.includes(country) ? 'AMAZON_EU' : `AMAZON_${country}`
}

/** Attributes of the offer: what a seller says of price, stock and condition. They are alike in every product type. */
export function offerAttributes(marketplaceId: string): Readonly<Record<string, Schema>> {
  return {
    skip_offer: single('Skip Offer', YES_OR_NO),
    fulfillment_availability: availability(marketplaceId),
    purchasable_offer: purchasableOffer(marketplaceId),
    condition_type: single('Item Condition', choice(CONDITIONS)),
    condition_note: words('Offer Condition Note', { maxLength: 2000 }),
    list_price: listPrice(marketplaceId),
    product_tax_code: single('Product Tax Code', { type: 'string', maxLength: 50 }),
    merchant_release_date: single('Release Date', { type: 'string', format: 'date' }),
    merchant_shipping_group: single('Merchant Shipping Group', { type: 'string', maxLength: 1000 }),
    max_order_quantity: single('Max Order Quantity', { type: 'integer', minimum: 1 }),
  }
}

function availability(marketplaceId: string): Schema {
  const channels = choice({
    DEFAULT: 'Fulfillment by Merchant (Default)',
    [amazonChannel(marketplaceId)]: 'Fulfillment by Amazon',
  })
  return attribute('Fulfillment Availability', {
    selectors: ['fulfillment_channel_code'],
    properties: {
      fulfillment_channel_code: field('Fulfillment Channel Code', {
        description:
          'If a value other than DEFAULT is given, the offer that the merchant fulfills is cancelled and the item is only fulfilled by Amazon.',
        ...channels,
      }),
      quantity: field('Quantity', { type: 'integer', minimum: 0 }),
      lead_time_to_ship_max_days: field('Handling Time', { type: 'integer', minimum: 0, maximum: 365 }),
      restock_date: field('Restock Date', { type: 'string', format: 'date' }),
      is_inventory_available: field('Inventory Always Available', YES_OR_NO),
      marketplace_id: { $ref: '#/$defs/marketplace_id' },
    },
    required: ['fulfillment_channel_code'],
  })
}

function purchasableOffer(marketplaceId: string): Schema {
  const amount = field('Price', { type: 'number', minimum: 0 })
  const price = (title: string) =>
    one(title, { schedule: one(`${title} schedule`, { value_with_tax: amount }, ['value_with_tax']) }, ['schedule'])
  const at = (title: string) =>
    field(title, {
      type: 'object',
      required: ['value'],
      properties: { value: field(title, { type: 'string' }) },
      additionalProperties: false,
    })
  const day = { type: 'string' }
  const sale = one(
    'Sale Price schedule',
    { value_with_tax: amount, start_at: field('Sale From', day), end_at: field('Sale Until', day) },
    ['value_with_tax'],
  )
  return attribute('Purchasable Offer', {
    selectors: ['marketplace_id', 'currency', 'audience'],
    properties: {
      currency: field(
        'Currency',
        choice({ [marketplace(marketplaceId).currency]: marketplace(marketplaceId).currency }),
      ),
      audience: field('Offer Audience', { ...choice({ ALL: 'Sell on Amazon', B2B: 'Business' }), default: 'ALL' }),
      our_price: price('Your Price'),
      discounted_price: one('Sale Price', { schedule: sale }, ['schedule']),
      minimum_seller_allowed_price: price('Minimum Seller Allowed Price'),
      maximum_seller_allowed_price: price('Maximum Seller Allowed Price'),
      map_price: price('Minimum Advertised Price'),
      start_at: at('Offer Start Date'),
      end_at: at('Offer End Date'),
      quantity_discount_plan: field('Quantity Discounts', {
        type: 'array',
        maxItems: 1,
        items: { type: 'object', required: ['schedule'], properties: { schedule: { type: 'array' } } },
      }),
      automated_pricing_merchandising_rule_plan: field('Pricing Rule', {
        type: 'array',
        maxItems: 1,
        items: { type: 'object', required: ['merchandising_rule'], properties: { merchandising_rule: {} } },
      }),
    },
    required: ['currency'],
  })
}

/** The list price has its amount under one name in the United States and under another in Europe. */
function listPrice(marketplaceId: string): Schema {
  const { currency, country } = marketplace(marketplaceId)
  const leaf = LIST_PRICE_WITH_TAX.includes(country) ? 'value_with_tax' : 'value'
  return attribute('List Price', {
    selectors: ['marketplace_id', 'currency'],
    properties: {
      [leaf]: field('List Price', { type: 'number', minimum: 0 }),
      currency: field('Currency', choice({ [currency]: currency })),
    },
    required: ['currency', leaf],
  })
}

import type { ListingAttributes } from '#core/catalog/product-type.ts'

const US = 'ATVPDKIKX0DER'
const inUs = (value: unknown) => [{ value, marketplace_id: US }]
const english = (value: unknown) => [{ value, language_tag: 'en_US', marketplace_id: US }]

/** A mug as the simulator's definition of KITCHEN wants it: nothing is missing and nothing wrong. */
export const MUG_TAB: ListingAttributes = {
  item_name: english('Blue mug'),
  brand: english('Harbor Goods'),
  bullet_point: [...english('Holds tea'), ...english('Holds coffee')],
  country_of_origin: inUs('US'),
  item_type_keyword: inUs('mugs'),
  product_description: english('A mug that is blue.'),
  supplier_declared_dg_hz_regulation: inUs('not_applicable'),
  number_of_pieces: inUs(1),
  merchant_suggested_asin: inUs('B0HARBOR01'),
  condition_type: inUs('new_new'),
}

import { attribute, choice, field, measure, type Schema, single, words, YES_OR_NO } from './product-type-pieces.ts'

const WEIGHT = { grams: 'Grams', kilograms: 'Kilograms', ounces: 'Ounces', pounds: 'Pounds' }
const LENGTH = { centimeters: 'Centimeters', inches: 'Inches' }
const COUNTRIES = { CN: 'China', DE: 'Germany', GB: 'United Kingdom', IN: 'India', JP: 'Japan', US: 'United States' }
const IDENTIFIERS = { upc: 'UPC', ean: 'EAN', gtin: 'GTIN', isbn: 'ISBN' }
const REGULATIONS = {
  ghs: 'GHS',
  not_applicable: 'Not Applicable',
  other: 'Other',
  storage: 'Storage',
  transportation: 'Transportation',
}

const image = (title: string) =>
  attribute(title, {
    properties: { media_location: field(title, { type: 'string', maxLength: 2000 }) },
    required: ['media_location'],
  })

/** How a product is named and found. */
export const IDENTITY: Readonly<Record<string, Schema>> = {
  item_name: words('Item Name', { maxLength: 200, minLength: 1 }),
  brand: words('Brand Name', { maxLength: 100 }),
  manufacturer: words('Manufacturer', { maxLength: 100 }),
  externally_assigned_product_identifier: attribute('External Product ID', {
    selectors: ['marketplace_id', 'type'],
    properties: {
      type: field('External Product ID Type', choice(IDENTIFIERS)),
      value: field('External Product ID', { type: 'string', maxLength: 40 }),
    },
    required: ['type', 'value'],
  }),
  merchant_suggested_asin: single('Merchant Suggested ASIN', { type: 'string', maxLength: 10 }),
  supplier_declared_has_product_identifier_exemption: single('Product Id Exemption', YES_OR_NO),
  item_type_keyword: single('Item Type Keyword', { type: 'string', maxLength: 200 }),
  part_number: single('Part Number', { type: 'string', maxLength: 40 }),
}

/** What a product is like. */
export const DETAILS: Readonly<Record<string, Schema>> = {
  product_description: words('Product Description', { maxLength: 2000, maxUtf8ByteLength: 2000 }),
  bullet_point: words('Bullet Point', { maxLength: 700, most: 10 }),
  generic_keyword: words('Generic Keyword', { maxLength: 500, maxUtf8ByteLength: 250 }),
  color: words('Color', { maxLength: 50 }),
  size: words('Size', { maxLength: 50 }),
  material: words('Material', { maxLength: 100, most: 3 }),
}

export const IMAGES: Readonly<Record<string, Schema>> = {
  main_product_image_locator: image('Main Image URL'),
  other_product_image_locator_1: image('Other Image URL 1'),
}

/** How variations hang together; only parents have a theme of their own. */
export const VARIATIONS: Readonly<Record<string, Schema>> = {
  parentage_level: single('Parentage Level', choice({ child: 'Child', parent: 'Parent' })),
  child_parent_sku_relationship: attribute('Child Parent SKU Relationship', {
    properties: {
      child_relationship_type: field('Child Relationship Type', choice({ variation: 'Variation' })),
      parent_sku: field('Parent SKU', { type: 'string', maxLength: 40 }),
    },
    required: ['child_relationship_type'],
  }),
  variation_theme: attribute('Variation Theme', {
    properties: {
      name: field('Variation Theme Name', choice({ COLOR: 'Color', SIZE: 'Size', 'SIZE/COLOR': 'Size/Color' })),
    },
    required: ['name'],
  }),
}

export const SAFETY: Readonly<Record<string, Schema>> = {
  country_of_origin: single('Country of Origin', choice(COUNTRIES)),
  batteries_required: single('Are batteries required?', YES_OR_NO),
  supplier_declared_dg_hz_regulation: attribute('Dangerous Goods Regulations', {
    properties: { value: field('Dangerous Goods Regulations', choice(REGULATIONS)) },
    required: ['value'],
    most: 5,
  }),
}

export const SHIPPING: Readonly<Record<string, Schema>> = {
  item_weight: measure('Item Weight', WEIGHT),
  item_package_weight: measure('Package Weight', WEIGHT),
}

/** Facts that only some product types have. */
export const PARTICULAR = {
  number_of_wheels: single('Number of Wheels', { type: 'integer', minimum: 0, maximum: 20 }),
  luggage_shell: single('Shell Type', choice({ hard: 'Hard', soft: 'Soft' })),
  item_depth: measure('Item Depth', LENGTH),
  is_dishwasher_safe: single('Is Dishwasher Safe?', YES_OR_NO),
  number_of_pieces: single('Number of Pieces', { type: 'integer', minimum: 1 }),
  department: words('Department', { maxLength: 50 }),
  target_gender: single('Target Gender', choice({ female: 'Female', male: 'Male', unisex: 'Unisex' })),
  fabric_type: words('Fabric Type', { maxLength: 200 }),
  shirt_size: attribute('Shirt Size', {
    properties: {
      size_system: field('Size System', choice({ as1: 'US', as3: 'UK', as4: 'DE/NL/SE/PL' })),
      size_class: field('Size Class', choice({ alpha: 'Alpha', numeric: 'Numeric' })),
      size: field('Size Value', choice({ s: 'S', m: 'M', l: 'L', x_l: 'XL' })),
    },
    required: ['size', 'size_class', 'size_system'],
  }),
  tea_variety: words('Tea Variety', { maxLength: 50 }),
  unit_count: attribute('Unit Count', {
    properties: {
      value: field('Unit Count', { type: 'number', exclusiveMinimum: 0 }),
      type: field('Unit Count Type', {
        type: 'object',
        required: ['language_tag', 'value'],
        properties: { value: field('Unit', { type: 'string' }), language_tag: { $ref: '#/$defs/language_tag' } },
        additionalProperties: false,
      }),
    },
    required: ['type', 'value'],
  }),
  is_expiration_dated_product: single('Is the Product Expirable?', YES_OR_NO),
} as const satisfies Readonly<Record<string, Schema>>

import { createHash } from 'node:crypto'
import { marketplace } from './marketplaces.ts'
import type { ProductType } from './product-type-book.ts'
import { DETAILS, IDENTITY, IMAGES, PARTICULAR, SAFETY, SHIPPING, VARIATIONS } from './product-type-facts.ts'
import { offerAttributes } from './product-type-offer.ts'
import { field, type Schema } from './product-type-pieces.ts'

export const REQUIREMENTS = ['LISTING', 'LISTING_PRODUCT_ONLY', 'LISTING_OFFER_ONLY'] as const
export type Requirements = (typeof REQUIREMENTS)[number]

/** Which of the schemas of a product type is meant. */
export type SchemaWish = {
  readonly marketplaceId: string
  readonly requirements: Requirements
  /** False: single attributes can be checked without the required others. */
  readonly enforced: boolean
  /** Answers the conditions on parentage beforehand. */
  readonly parentage?: 'NONE' | 'CHILD' | 'PARENT'
}
type Group = { readonly title: string; readonly description: string; readonly propertyNames: readonly string[] }

const FACTS: Readonly<Record<string, Schema>> = {
  ...IDENTITY,
  ...DETAILS,
  ...IMAGES,
  ...VARIATIONS,
  ...SAFETY,
  ...SHIPPING,
  ...PARTICULAR,
}
/** By these an offer finds its product. */
const FINDERS = ['merchant_suggested_asin', 'externally_assigned_product_identifier']
/** Identifiers, not addresses: nothing can be fetched there. */
const VOCABULARY = 'https://schemas.amazon.com/selling-partners/definitions/product-types'

/** The schema of a product type: JSON Schema 2019-09 with Amazon's own keywords. */
export function schemaOf(type: ProductType, wish: SchemaWish): Schema {
  const properties = propertiesOf(type, wish)
  const { enforced, requirements } = wish
  return {
    $schema: `${VOCABULARY}/meta-schema/v1`,
    $id: `${VOCABULARY}/schema/v1/${type.name}`,
    $comment: `Amazon product type definition schema for ${type.name} in ${wish.marketplaceId}`,
    $defs: definitions(wish.marketplaceId),
    type: 'object',
    required: enforced ? requiredOf(type, requirements) : [],
    properties,
    additionalProperties: false,
    ...(enforced ? { allOf: conditions(type, wish) } : {}),
  }
}

function propertiesOf(type: ProductType, { marketplaceId, requirements }: SchemaWish): Record<string, Schema> {
  const offer = requirements === 'LISTING_PRODUCT_ONLY' ? {} : offerAttributes(marketplaceId)
  const names =
    requirements === 'LISTING_OFFER_ONLY' ? FINDERS : Object.values(type.groups).flatMap((group) => group.names)
  return { ...Object.fromEntries(names.map((name) => [name, FACTS[name] as Schema])), ...offer }
}

function requiredOf(type: ProductType, requirements: Requirements): readonly string[] {
  return requirements === 'LISTING_OFFER_ONLY' ? ['condition_type'] : type.required
}

function conditions(type: ProductType, { requirements, parentage }: SchemaWish): Schema[] {
  const found =
    requirements === 'LISTING_OFFER_ONLY' ? FINDERS : [...FINDERS, 'supplier_declared_has_product_identifier_exemption']
  const some = { anyOf: found.map((name) => ({ required: [name] })) }
  if (!type.varies || requirements === 'LISTING_OFFER_ONLY') return [some]
  const family = { required: ['child_parent_sku_relationship', 'variation_theme'] }
  if (parentage === 'CHILD') return [some, family]
  if (parentage !== undefined) return [some]
  const child = { items: { properties: { value: { enum: ['child'] } } } }
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return [some, { if: { required: ['parentage_level'], properties: { parentage_level: child } }, then: family }]
}

function definitions(marketplaceId: string): Record<string, Schema> {
  const { language } = marketplace(marketplaceId)
  const fixed = (title: string, value: string) =>
    field(title, { type: 'string', default: value, enum: [value], enumNames: [value], editable: false, hidden: true })
  return { marketplace_id: fixed('Marketplace Id', marketplaceId), language_tag: fixed('Language Tag', language) }
}

/** The groups in which a form shows the properties. */
export function propertyGroups(type: ProductType, wish: SchemaWish): Record<string, Group> {
  const present = Object.keys(propertiesOf(type, wish))
  const offer = { title: 'Offer', names: Object.keys(offerAttributes(wish.marketplaceId)) }
  const groups = Object.entries({ ...type.groups, offer }).map(([key, { title, names }]): [string, Group] => [
    key,
    { title, description: `${title} of the product`, propertyNames: names.filter((name) => present.includes(name)) },
  ])
  return Object.fromEntries(groups.filter(([, group]) => group.propertyNames.length > 0))
}

/** Base64 MD5, as Amazon states it beside each link. */
export const checksum = (text: string): string => createHash('md5').update(text).digest('base64')

/** The vocabulary of Amazon's keywords, to be loaded beside the schemas. */
export const META_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  $id: `${VOCABULARY}/meta-schema/v1`,
  $vocabulary: {
    'https://json-schema.org/draft/2019-09/vocab/core': true,
    'https://json-schema.org/draft/2019-09/vocab/applicator': true,
    'https://json-schema.org/draft/2019-09/vocab/validation': true,
    'https://json-schema.org/draft/2019-09/vocab/meta-data': true,
    [`${VOCABULARY}/vocab/v1`]: true,
  },
  $recursiveAnchor: true,
  title: 'Amazon Selling Partner Product Type Definition Meta-Schema',
  allOf: [{ $ref: 'https://json-schema.org/draft/2019-09/schema' }],
  properties: {
    selectors: { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true },
    editable: { type: 'boolean' },
    hidden: { type: 'boolean' },
    enumNames: { type: 'array', items: { type: 'string' } },
    minUniqueItems: { type: 'integer', minimum: 0 },
    maxUniqueItems: { type: 'integer', minimum: 0 },
    minUtf8ByteLength: { type: 'integer', minimum: 0 },
    maxUtf8ByteLength: { type: 'integer', minimum: 0 },
    replacedBy: { type: 'string' },
  },
}

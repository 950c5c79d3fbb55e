import { DETAILS, IDENTITY, IMAGES, type PARTICULAR, SAFETY, SHIPPING, VARIATIONS } from './product-type-facts.ts'

type ParticularName = keyof typeof PARTICULAR
type Group = { readonly title: string; readonly names: readonly string[] }

/** One product type of Amazon's catalog. */
export type ProductType = {
  readonly name: string
  readonly displayName: string
  /** Words by which a search finds it. */
  readonly words: readonly string[]
  readonly groups: Readonly<Record<string, Group>>
  /** What a new product must tell. */
  readonly required: readonly string[]
  /** It has variations of size and color. */
  readonly varies: boolean
}

/** A signed address under which a schema can be had without a token, for a while. */
type SchemaUrl = { readonly documentId: string; readonly text: string; readonly expiresAt: number }

export type ProductTypeBook = {
  /** Name to the one that took its place. */
  readonly withdrawn: Map<string, string>
  readonly urls: Map<string, SchemaUrl>
}

const REQUIRED = [
  'brand',
  'bullet_point',
  'country_of_origin',
  'item_name',
  'item_type_keyword',
  'product_description',
  'supplier_declared_dg_hz_regulation',
]

type Short = {
  readonly displayName: string
  readonly words: readonly string[]
  readonly own?: readonly ParticularName[]
  readonly required?: readonly string[]
  readonly varies?: boolean
}

const SHORT: Readonly<Record<string, Short>> = {
  PRODUCT: { displayName: 'Product', words: ['product', 'anything', 'card'], required: ['color'] },
  LUGGAGE: {
    displayName: 'Luggage',
    words: ['luggage', 'suitcase', 'carry-on', 'spinner', 'bag'],
    own: ['number_of_wheels', 'luggage_shell', 'item_depth'],
    required: ['color', 'luggage_shell'],
  },
  HOME: { displayName: 'Home', words: ['home', 'lamp', 'candle', 'towel', 'decor'], own: ['number_of_pieces'] },
  KITCHEN: {
    displayName: 'Kitchen',
    words: ['kitchen', 'mug', 'cup', 'breakfast', 'set'],
    own: ['is_dishwasher_safe', 'number_of_pieces'],
    required: ['number_of_pieces'],
  },
  SHIRT: {
    displayName: 'Shirt',
    words: ['shirt', 'blouse', 'tee', 'apparel'],
    own: ['department', 'target_gender', 'fabric_type', 'shirt_size'],
    required: ['department', 'fabric_type', 'target_gender'],
    varies: true,
  },
  TEA: {
    displayName: 'Tea',
    words: ['tea', 'earl', 'grey', 'bags'],
    own: ['tea_variety', 'unit_count', 'is_expiration_dated_product'],
    required: ['is_expiration_dated_product', 'unit_count'],
  },
}

const names = (attributes: object) => Object.keys(attributes)
const TYPES: ReadonlyMap<string, ProductType> = new Map(
  Object.entries(SHORT).map(([name, { displayName, words, own = [], required = [], varies = false }]) => [
    name,
    {
      name,
      displayName,
      words,
      varies,
      required: [...REQUIRED, ...required].sort(),
      groups: {
        product_identity: { title: 'Product Identity', names: names(IDENTITY) },
        product_details: { title: 'Product Details', names: [...names(DETAILS), ...own] },
        ...(varies ? { variations: { title: 'Variations', names: names(VARIATIONS) } } : {}),
        images: { title: 'Images', names: names(IMAGES) },
        safety_and_compliance: { title: 'Safety & Compliance', names: names(SAFETY) },
        shipping: { title: 'Shipping', names: names(SHIPPING) },
      },
    },
  ]),
)

/** Amazon's catalog of product types as it is from the start. */
export function newProductTypeBook(): ProductTypeBook {
  return { withdrawn: new Map(), urls: new Map() }
}

/** The product type with this name, while it is in force. */
export function productType(book: ProductTypeBook, name: string): ProductType | undefined {
  return book.withdrawn.has(name) ? undefined : TYPES.get(name)
}

/** The product types in force. */
export function productTypes(book: ProductTypeBook): ProductType[] {
  return [...TYPES.values()].filter(({ name }) => !book.withdrawn.has(name))
}

/** The product type that a listing of this one belongs to now. */
export function typeInForce(book: ProductTypeBook, name: string): string {
  return book.withdrawn.get(name) ?? name
}

import { expect, test } from 'vitest'
import type { Definition, ListingAttributes, SchemaPart } from '#core/catalog/product-type.ts'
import { tell } from '#core/problems.ts'
import { MUG_TAB } from '../make/new-listing.ts'
import { connection, edgeAndSimulator, good } from './edge.ts'

const US = 'ATVPDKIKX0DER'
const KEY = { marketplaceId: US, productType: 'KITCHEN', requirements: 'LISTING', locale: 'DEFAULT' } as const
const inUs = (value: unknown) => [{ value, marketplace_id: US }]
const english = (value: unknown) => [{ value, language_tag: 'en_US', marketplace_id: US }]

async function definitionDesk() {
  const desk = await edgeAndSimulator()
  const head = good(await desk.amazon.findDefinition(connection, KEY))
  const fetched = await desk.amazon.fetchDefinition(connection, head)
  if (!fetched.ok) throw new Error(fetched.problem.code)
  const definition = fetched.value
  const faults = (attributes: ListingAttributes, of: Definition = definition) => {
    const checked = desk.amazon.checkAttributes(of, JSON.parse(JSON.stringify(attributes)) as ListingAttributes)
    return checked.ok
      ? checked.value.map((fault) => `${fault.path}: ${tell(fault.problem).sentence}`)
      : tell(checked.problem).sentence
  }
  return { ...desk, head, definition, faults }
}

test("[T1] product types are found by words, or by an item's title, the best first", async () => {
  const { amazon } = await edgeAndSimulator()
  const names = async (search: { words: string } | { title: string }) =>
    good(await amazon.searchTypes(connection, { marketplaceId: US, ...search })).map(({ name }) => name)
  expect(await names({ words: 'shirt  tea' })).toEqual(['SHIRT', 'TEA'])
  expect(await names({ title: 'Earl Grey Tea with a mug' })).toEqual(['TEA', 'KITCHEN'])
  expect(await names({ words: 'spaceship' })).toEqual([])
})

test('[T1] a definition comes with its groups, and its schema by a signed address and with its checksum', async () => {
  const { definition, head, calls } = await definitionDesk()
  expect(definition).toMatchObject({ ...KEY, title: 'Kitchen', checksum: head.checksum })
  expect(definition.groups.map(({ title }) => title)).toContain('Product Identity')
  expect(Object.keys(definition.schema.properties as object)).toContain('number_of_pieces')
  expect(calls()).toEqual(['login', 'getDefinitionsProductType', 'downloadProductTypeSchema'])
})

test('[T1] a schema that differs from its checksum, or lies at a host off the list, is not used', async () => {
  const { amazon, head } = await definitionDesk()
  const other = await amazon.fetchDefinition(connection, { ...head, checksum: 'AAAAAAAAAAAAAAAAAAAAAA==' })
  expect(other).toMatchObject({ ok: false, problem: { code: 'definition-unreadable' } })
  const away = await amazon.fetchDefinition(connection, { ...head, schemaUrl: new URL('https://example.com/schema') })
  expect(away).toMatchObject({ ok: false, problem: { code: 'host-not-allowed' } })
})

test('[T1] attributes that fit have no fault: entries that no selector tells apart are counted, not refused', async () => {
  const { faults } = await definitionDesk()
  expect(faults(MUG_TAB)).toEqual([])
})

const WRONG: readonly (readonly [string, ListingAttributes, string])[] = [
  [
    'a missing attribute',
    { number_of_pieces: undefined },
    'number_of_pieces: [Number of Pieces] is missing. Amazon needs it.',
  ],
  [
    'a missing part of an entry',
    { item_weight: [{ value: 3, marketplace_id: US }] },
    'item_weight/0/unit: [Item Weight / Item Weight unit] is missing. Write one of: grams (Grams), kilograms (Kilograms), ounces (Ounces), pounds (Pounds).',
  ],
  [
    'an attribute that does not exist',
    { itemName: english('x') },
    'itemName: The product type [KITCHEN] has no [itemName]. Did you mean item_name? Otherwise take it away.',
  ],
  [
    'a wrong type',
    { number_of_pieces: inUs('one') },
    'number_of_pieces/0/value: [Number of Pieces] is not a whole number. Write a whole number.',
  ],
  [
    'a value out of its list',
    { country_of_origin: inUs('Mars') },
    'country_of_origin/0/value: [Country of Origin] has none of the values that Amazon allows. Write one of: CN (China), DE (Germany), GB (United Kingdom), IN (India), JP (Japan), US (United States).',
  ],
  [
    'a number too small',
    { number_of_pieces: inUs(0) },
    'number_of_pieces/0/value: [Number of Pieces] is too small. Write 1 or more.',
  ],
  [
    'two entries for the same selectors where one is allowed',
    { brand: [...english('Harbor Goods'), ...english('Harbour Goods')] },
    'brand: [Brand Name] has more than 1 entry for the same marketplace_id and language_tag. Take the others away.',
  ],
  [
    'a text of too many bytes, though not of too many letters',
    { generic_keyword: english('ä'.repeat(130)) },
    'generic_keyword/0/value: [Generic Keyword] is too long. Write at most 250 bytes: letters with accents count twice or more.',
  ],
  [
    'three decimals where the currency has two',
    { list_price: [{ value: 12.345, currency: 'USD', marketplace_id: US }] },
    'list_price/0/value: [List Price] 12.345 has more decimals than USD has. Write at most 2 decimals.',
  ],
  [
    'nothing by which the product is found',
    { merchant_suggested_asin: undefined },
    ': [Kitchen] is not complete. Fill in [Merchant Suggested ASIN] (merchant_suggested_asin), or [External Product ID] (externally_assigned_product_identifier), or [Product Id Exemption] (supplier_declared_has_product_identifier_exemption).',
  ],
]

test.each(WRONG)('[T1] %s is told with its field, why, and what to write instead', async (_what, change, told) => {
  const { faults } = await definitionDesk()
  expect(faults({ ...MUG_TAB, ...change })).toEqual([told])
})

test('[T1] what the local check says is what Amazon says', async () => {
  const { amazon, control, faults } = await definitionDesk()
  control.setQuota('putListingsItem', { rate: 100, burst: 1000 })
  const verdicts: boolean[][] = []
  // Decimals are no matter of definitions: the simulator looks at them in offers only.
  const byDefinition = WRONG.filter(([what]) => !what.startsWith('three decimals'))
  for (const [, change] of [['', {}, ''], ...byDefinition] as typeof WRONG) {
    const attributes = JSON.parse(JSON.stringify({ ...MUG_TAB, ...change })) as ListingAttributes
    const listing = { ...KEY, sellerSku: 'NEW-MUG_TAB' as never, attributes }
    const answer = good(await amazon.previewListing(connection, listing, false))
    verdicts.push([faults(attributes).length === 0, answer.taken])
  }
  expect(verdicts.map(([, amazons]) => amazons)).toEqual(verdicts.map(([ours]) => ours))
  expect(verdicts.filter(([ours]) => ours)).toHaveLength(1)
})

test('[T1] a schema that refers to elsewhere, is too deep or no schema at all is not used', async () => {
  const { definition, faults } = await definitionDesk()
  const deep = (n: number): SchemaPart => (n === 0 ? {} : { not: deep(n - 1) })
  const schemas: SchemaPart[] = [
    { properties: { color: { $ref: 'https://example.com/color.json' } } },
    { properties: { color: deep(80) } },
    { properties: { color: { type: 'colour' } } },
  ]
  const told = schemas.map((schema, n) => faults({ color: 1 }, { ...definition, schema, checksum: `odd ${n}` }))
  expect(told).toEqual([
    expect.stringContaining('refers to something outside'),
    expect.stringContaining('nested too deeply'),
    expect.stringContaining('no JSON schema'),
  ])
})

test('[T1] a pattern that could take for ever is left to Amazon', async () => {
  const { definition, faults } = await definitionDesk()
  const schema = {
    properties: { color: { type: 'string', pattern: '^(a+)+$' }, size: { type: 'string', pattern: '^a$' } },
  }
  const odd = { ...definition, schema, checksum: 'pattern' }
  expect(faults({ color: `${'a'.repeat(60)}!`, size: 'b' }, odd)).toEqual([
    'size: [size] is not in the form that Amazon asks for. The form is ^a$',
  ])
})

test('[T1] a withdrawn product type is not found, and a preview changes nothing', async () => {
  const { amazon, control } = await definitionDesk()
  const listing = { ...KEY, sellerSku: 'NEW-MUG_TAB' as never, attributes: MUG_TAB }
  expect(good(await amazon.previewListing(connection, listing, false)).taken).toBe(true)
  expect(control.listings().map(({ sku }) => sku)).not.toContain('NEW-MUG_TAB')
  control.withdrawProductType('KITCHEN')
  expect(await amazon.findDefinition(connection, KEY)).toMatchObject({ problem: { code: 'not-found-at-amazon' } })
})

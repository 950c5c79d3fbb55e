import { createHash } from 'node:crypto'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { describe, expect, test } from 'vitest'
import { GERMANY, listingsDesk, newProduct, TYPES } from './listings-desk.ts'
import { SELLER, US } from './seller-central.ts'

const NAMES = ['PRODUCT', 'LUGGAGE', 'HOME', 'KITCHEN', 'SHIRT', 'TEA']
const AMAZONS_KEYWORDS = [
  'selectors',
  'editable',
  'hidden',
  'minUniqueItems',
  'maxUniqueItems',
  'maxUtf8ByteLength',
  'enumNames',
]

async function definitionsDesk() {
  const desk = await listingsDesk()
  for (const operation of ['getDefinitionsProductType', 'searchDefinitionsProductTypes'])
    desk.control.setQuota(operation, { rate: 100, burst: 1000 })
  const search = (query: Record<string, string> = {}) =>
    desk.call('GET', `${TYPES}?${new URLSearchParams({ marketplaceIds: US, ...query })}`)
  const definition = (name: string, query: Record<string, string> = {}) =>
    desk.call('GET', `${TYPES}/${name}?${new URLSearchParams({ marketplaceIds: US, ...query })}`)
  const text = async ({ resource }: { resource: string }) => (await fetch(resource)).text()
  const schema = async (name: string, query: Record<string, string> = {}) =>
    JSON.parse(await text((await definition(name, query)).body.schema.link))
  return { ...desk, types: search, definition, text, schema }
}

const names = (answer: { body: { productTypes: { name: string }[] } }) =>
  answer.body.productTypes.map((one) => one.name)

/** The judge that a stranger would take: a validator of JSON Schema 2019-09 that passes Amazon's keywords over. */
const validator = ({ $schema: _, ...schema }: Record<string, unknown>) =>
  new Ajv2019({ strict: false, validateFormats: false }).compile(schema)

describe('search', () => {
  test('by keywords, by what a name suggests, or everything', async () => {
    const desk = await definitionsDesk()
    expect(names(await desk.types())).toEqual(NAMES)
    expect(names(await desk.types({ keywords: 'luggage' }))).toEqual(['LUGGAGE'])
    expect(names(await desk.types({ keywords: 'shirt,tea' }))).toEqual(['SHIRT', 'TEA'])
    expect(names(await desk.types({ itemName: 'Earl Grey Tea with a mug' }))).toEqual(['TEA', 'KITCHEN'])
    expect(names(await desk.types({ keywords: 'spaceship' }))).toEqual([])
    expect((await desk.types({ keywords: 'tea', itemName: 'tea' })).status).toBe(400)
  })
})

describe('definitions', () => {
  test.each(NAMES)(
    '%s: a schema of 2019-09 behind a signed address, its checksum true, its groups of its properties',
    async (name) => {
      const desk = await definitionsDesk()
      const { body } = await desk.definition(name)
      const text = await desk.text(body.schema.link)
      expect(createHash('md5').update(text).digest('base64')).toBe(body.schema.checksum)
      const meta = await desk.text(body.metaSchema.link)
      expect(createHash('md5').update(meta).digest('base64')).toBe(body.metaSchema.checksum)
      const schema = JSON.parse(text)
      expect(schema.$schema).toBe(JSON.parse(meta).$id)
      expect(() => validator(schema)).not.toThrow()
      for (const keyword of AMAZONS_KEYWORDS) expect(text).toContain(`"${keyword}"`)
      const grouped = Object.values(body.propertyGroups as Record<string, { propertyNames: string[] }>).flatMap(
        (g) => g.propertyNames,
      )
      expect(grouped.sort()).toEqual(Object.keys(schema.properties).sort())
      for (const required of schema.required) expect(grouped).toContain(required)
    },
  )

  test('a withdrawn type is gone, and listings of it belong to its successor', async () => {
    const desk = await definitionsDesk()
    const type = async () => (await desk.read('AMZ-TEA-EARL')).body.productTypes[0].productType
    expect(await type()).toBe('TEA')
    desk.control.withdrawProductType('TEA')
    expect((await desk.definition('TEA')).status).toBe(404)
    expect(names(await desk.types())).not.toContain('TEA')
    expect(await type()).toBe('PRODUCT')
    const answer = await desk.put('NEW', { productType: 'TEA', attributes: newProduct() })
    expect(answer.body).toMatchObject({ status: 'INVALID', issues: [{ attributeNames: ['product_type'] }] })
  })

  test('requirements choose the attributes, and whether they are enforced', async () => {
    const desk = await definitionsDesk()
    const offer = await desk.schema('SHIRT', { requirements: 'LISTING_OFFER_ONLY' })
    expect(offer.required).toEqual(['condition_type'])
    expect(Object.keys(offer.properties)).not.toContain('bullet_point')
    const facts = await desk.schema('SHIRT', { requirements: 'LISTING_PRODUCT_ONLY' })
    expect(Object.keys(facts.properties)).not.toContain('purchasable_offer')
    const loose = await desk.schema('SHIRT', { requirementsEnforced: 'NOT_ENFORCED' })
    expect(validator(loose)({ color: newProduct().item_name })).toBe(true)
    expect(validator(await desk.schema('SHIRT'))({ color: newProduct().item_name })).toBe(false)
  })

  test('conditions on the parentage are in the schema, or answered beforehand', async () => {
    const desk = await definitionsDesk()
    expect(JSON.stringify((await desk.schema('SHIRT')).allOf)).toContain('parentage_level')
    const child = JSON.stringify((await desk.schema('SHIRT', { parentageLevel: 'CHILD' })).allOf)
    expect(child).not.toContain('parentage_level')
    expect(child).toContain('variation_theme')
  })

  test('a marketplace has its own currency, channel, language and name for the amount of a list price', async () => {
    const desk = await definitionsDesk()
    desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: GERMANY }, { id: 'A1F83G8C2ARO7P' }] })
    const german = await desk.schema('KITCHEN', { marketplaceIds: GERMANY })
    const { properties, $defs } = german
    expect($defs.marketplace_id.enum).toEqual([GERMANY])
    expect($defs.language_tag.default).toBe('de_DE')
    expect(properties.purchasable_offer.items.properties.currency.enum).toEqual(['EUR'])
    expect(properties.fulfillment_availability.items.properties.fulfillment_channel_code.enum).toEqual([
      'DEFAULT',
      'AMAZON_EU',
    ])
    const british = await desk.schema('KITCHEN', { marketplaceIds: 'A1F83G8C2ARO7P' })
    expect(Object.keys(british.properties.list_price.items.properties)).toContain('value_with_tax')
    expect(Object.keys((await desk.schema('KITCHEN')).properties.list_price.items.properties)).toContain('value')
    expect((await desk.definition('KITCHEN', { marketplaceIds: GERMANY })).body.locale).toBe('de_DE')
  })

  test('what the schema takes is what the listing takes', async () => {
    const desk = await definitionsDesk()
    const fits = validator(await desk.schema('KITCHEN'))
    const cases = [
      newProduct(),
      newProduct({ number_of_pieces: undefined }),
      newProduct({ condition_type: [{ value: 'brand_new', marketplace_id: US }] }),
      newProduct({ brand: [{ value: 'x'.repeat(101), language_tag: 'en_US', marketplace_id: US }] }),
      newProduct({ is_dishwasher_safe: [{ value: true, marketplace_id: US }] }),
      newProduct({ merchant_suggested_asin: undefined }),
    ].map((attributes) => JSON.parse(JSON.stringify(attributes)))
    const verdicts = []
    for (const attributes of cases) {
      const { body } = await desk.put('NEW', { attributes }, { mode: 'VALIDATION_PREVIEW' })
      verdicts.push([fits(attributes), body.status === 'VALID'])
    }
    expect(verdicts).toEqual([true, false, false, false, true, false].map((one) => [one, one]))
  })

  test('what is asked wrongly, and a signed address that is used wrongly', async () => {
    const desk = await definitionsDesk()
    expect((await desk.definition('NOTHING')).status).toBe(404)
    for (const name of ['requirements', 'requirementsEnforced', 'parentageLevel', 'locale'])
      expect((await desk.definition('TEA', { [name]: 'X' })).status).toBe(400)
    expect((await desk.definition('TEA', { sellerId: 'OTHER' })).status).toBe(403)
    const { resource } = (await desk.definition('TEA', { sellerId: SELLER })).body.schema.link
    expect((await fetch(resource, { headers: { 'x-amz-access-token': 'x' } })).status).toBe(403)
    expect((await fetch(resource.replace('/TEA', '/HOME'))).status).toBe(403)
    desk.control.advance(8 * 24 * 3_600_000)
    expect((await fetch(resource)).status).toBe(403)
  })
})

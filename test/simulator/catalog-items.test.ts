import { expect, test } from 'vitest'
import { describeWithModels, validateAnswer, validateRequest } from '../make/amazon-models.ts'
import { listingsDesk, newProduct } from './listings-desk.ts'
import { SELLER, US } from './seller-central.ts'

const CATALOG = '/catalog/2022-04-01/items'

async function catalogDesk() {
  const desk = await listingsDesk()
  for (const operation of ['searchCatalogItems', 'getCatalogItem'])
    desk.control.setQuota(operation, { rate: 100, burst: 1000 })
  const identifiers = { EAN: '4000000000017', UPC: '400000000001' }
  const item = { asin: 'B0BASKET01', title: 'Wicker Basket', brand: 'Invented', productType: 'HOME', identifiers }
  desk.control.putCatalogItem(item)
  const find = (query: Record<string, string>) =>
    desk.call('GET', `${CATALOG}?${new URLSearchParams({ marketplaceIds: US, ...query })}`)
  const get = (asin: string, query: Record<string, string> = {}) =>
    desk.call('GET', `${CATALOG}/${asin}?${new URLSearchParams({ marketplaceIds: US, ...query })}`)
  return { ...desk, catalog: find, item: get }
}

const asins = (answer: { body: { items: { asin: string }[] } }) => answer.body.items.map(({ asin }) => asin)

test('a product is found by its barcode, by a SKU of the seller and by words', async () => {
  const desk = await catalogDesk()
  const by = async (identifiersType: string, identifiers: string) =>
    asins(await desk.catalog({ identifiersType, identifiers }))
  expect(await by('EAN', '4000000000017,4000000000024')).toEqual(['B0BASKET01'])
  expect(await by('UPC', '400000000001')).toEqual(['B0BASKET01'])
  expect(await by('UPC', '4000000000017')).toEqual([])
  expect(await by('SKU', 'MUG-BLUE')).toEqual([desk.control.listing('MUG-BLUE')?.asin])
  expect(asins(await desk.catalog({ keywords: 'basket,wicker' }))).toEqual(['B0BASKET01'])
})

test('what is asked wrongly, and what is not there', async () => {
  const desk = await catalogDesk()
  for (const query of [
    {},
    { identifiers: '1' },
    { identifiers: '1', keywords: 'a' },
    { keywords: 'a', pageSize: '21' },
  ])
    expect((await desk.catalog(query as Record<string, string>)).status).toBe(400)
  expect((await desk.item('B0NOTHING0')).status).toBe(404)
})

describeWithModels("catalog items keep to Amazon's model", () => {
  test('searched page by page and fetched', async () => {
    const desk = await catalogDesk()
    const includedData = 'summaries,identifiers,productTypes'
    const first = await desk.catalog({ keywords: 'harbor', pageSize: '5', includedData })
    const second = await desk.catalog({ keywords: 'harbor', pageSize: '5', pageToken: first.body.pagination.nextToken })
    expect(asins(second)[0]).not.toBe(asins(first)[0])
    for (const answer of [first, second])
      expect(validateAnswer({ method: 'GET', path: CATALOG, status: 200, body: answer.body })).toEqual([])
    const { body } = await desk.item('B0BASKET01', { includedData })
    expect(validateAnswer({ method: 'GET', path: `${CATALOG}/B0BASKET01`, status: 200, body })).toEqual([])
    expect(body.productTypes).toEqual([{ marketplaceId: US, productType: 'HOME' }])
    expect(desk.control.requests().flatMap((request) => validateRequest(request))).toEqual([])
  })
})

test('a restriction is told, and stands against a new listing but not against one that is there', async () => {
  const desk = await catalogDesk()
  const told = (query: Record<string, string> = {}) => {
    const asked = { asin: 'B0INVENT01', sellerId: SELLER, marketplaceIds: US, ...query }
    return desk.call('GET', `/listings/2021-08-01/restrictions?${new URLSearchParams(asked)}`)
  }
  expect((await told()).body).toEqual({ restrictions: [] })
  expect((await desk.put('BEFORE', { attributes: newProduct() })).body.status).toBe('ACCEPTED')
  desk.control.restrictListings({ asin: 'B0INVENT01', marketplaceId: US, reasonCode: 'APPROVAL_REQUIRED' })
  expect((await told({ conditionType: 'new_new' })).body.restrictions).toMatchObject([
    { marketplaceId: US, reasons: [{ reasonCode: 'APPROVAL_REQUIRED' }] },
  ])
  expect((await told({ asin: 'B0OTHER001' })).body).toEqual({ restrictions: [] })
  expect((await told({ sellerId: 'OTHER' })).status).toBe(403)
  expect((await desk.put('AFTER', { attributes: newProduct() })).body).toMatchObject({
    status: 'INVALID',
    issues: [{ categories: ['QUALIFICATION_REQUIRED'] }],
  })
  expect((await desk.put('BEFORE', { attributes: newProduct() })).body.status).toBe('ACCEPTED')
})

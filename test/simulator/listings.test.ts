import { describe, expect, test } from 'vitest'
import { CANADA, ITEMS, listingsDesk, newProduct, offer, patchOf, price, stock } from './listings-desk.ts'
import { CLIENT, MINUTE, SELLER, US } from './seller-central.ts'

describe('reading', () => {
  test('attributes are what was submitted, the rest is what is live', async () => {
    const desk = await listingsDesk()
    desk.control.putListing({ sku: 'BOWL', productType: 'KITCHEN', price: 15, quantity: 4, leadTimeDays: 3 })
    const { status, body } = await desk.read('BOWL')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      sku: 'BOWL',
      summaries: [{ marketplaceId: US, productType: 'KITCHEN', status: ['BUYABLE', 'DISCOVERABLE'] }],
      offers: [{ offerType: 'B2C', price: { currencyCode: 'USD', amount: '15.00' } }],
      fulfillmentAvailability: [{ fulfillmentChannelCode: 'DEFAULT', quantity: 4 }],
      productTypes: [{ marketplaceId: US, productType: 'KITCHEN' }],
      issues: [],
    })
    expect(body.attributes.fulfillment_availability).toEqual([
      { fulfillment_channel_code: 'DEFAULT', quantity: 4, lead_time_to_ship_max_days: 3, marketplace_id: US },
    ])
  })

  test('summaries alone come unless more is asked for', async () => {
    const desk = await listingsDesk()
    expect(Object.keys((await desk.call('GET', desk.path('MUG-BLUE'))).body)).toEqual(['sku', 'summaries'])
    const { body } = await desk.read('MUG-BLUE', { includedData: 'offers' })
    expect(Object.keys(body)).toEqual(['sku', 'offers'])
    expect((await desk.read('MUG-BLUE', { includedData: 'nonsense' })).status).toBe(400)
  })

  test('the price is one of each marketplace, the quantity is one for all', async () => {
    const desk = await listingsDesk()
    desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: CANADA }] })
    desk.control.putListing({
      sku: 'BOWL',
      marketplaceIds: [US, CANADA],
      price: { [US]: 15, [CANADA]: 20 },
      quantity: 4,
    })
    const { body } = await desk.read('BOWL', { marketplaceIds: CANADA })
    expect(body.offers).toMatchObject([{ marketplaceId: CANADA, price: { currencyCode: 'CAD', amount: '20.00' } }])
    await desk.patch('BOWL', stock('merge', { quantity: 9 }))
    desk.settle()
    for (const marketplaceIds of [US, CANADA])
      expect((await desk.read('BOWL', { marketplaceIds })).body.fulfillmentAvailability[0].quantity).toBe(9)
  })

  test('an unknown SKU, another seller, no marketplace, and an application without the role', async () => {
    const desk = await listingsDesk()
    expect((await desk.read('NOBODY')).status).toBe(404)
    expect((await desk.call('GET', `/listings/2021-08-01/items/OTHER/MUG-BLUE?marketplaceIds=${US}`)).status).toBe(403)
    expect((await desk.call('GET', `${ITEMS}/MUG-BLUE`)).status).toBe(400)
    expect((await desk.read('MUG-BLUE', { marketplaceIds: CANADA })).status).toBe(403)
    desk.control.putApp({ clientId: CLIENT, roles: ['inventory-and-order-tracking'] })
    expect((await desk.read('MUG-BLUE')).status).toBe(403)
  })
})

describe('writing', () => {
  test('what is accepted is submitted at once and live later: stock first, price after it', async () => {
    const desk = await listingsDesk()
    desk.control.putListing({ sku: 'BOWL', price: 15, quantity: 4 })
    const answer = await desk.patch('BOWL', [stock('merge', { quantity: 9 }), offer(17)])
    expect(answer.body).toMatchObject({ sku: 'BOWL', status: 'ACCEPTED', issues: [] })
    const told = async () => {
      const { attributes, offers, fulfillmentAvailability } = (await desk.read('BOWL')).body
      const submitted = attributes.fulfillment_availability[0].quantity
      return [submitted, fulfillmentAvailability[0].quantity, offers[0].price.amount]
    }
    expect(await told()).toEqual([9, 4, '15.00'])
    desk.control.advance(MINUTE)
    expect(await told()).toEqual([9, 9, '15.00'])
    desk.control.advance(MINUTE)
    expect(await told()).toEqual([9, 9, '17.00'])
  })

  test('a change of one part leaves the other as buyers meet it', async () => {
    const desk = await listingsDesk()
    desk.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 3 }] })
    await desk.patch('MUG-BLUE', offer(13))
    desk.settle()
    expect(desk.live('MUG-BLUE')).toMatchObject({ stock: [{ quantity: 37 }], offers: [{ amount: 13 }] })
    desk.control.alterListing('MUG-BLUE', { inactive: true })
    expect(desk.live('MUG-BLUE')?.stock).toMatchObject([{ quantity: 37 }])
  })

  test('what came later stays, however long what came before it takes', async () => {
    const desk = await listingsDesk()
    await desk.patch('MUG-BLUE', [stock('merge', { quantity: 9 }), offer(13)])
    desk.control.advance(10_000)
    desk.control.alterListing('MUG-BLUE', { quantity: 2, price: 14 })
    desk.control.setListings({ lagMs: 0, priceLagMs: 0 })
    await desk.patch('MUG-RED', stock('merge', { quantity: 5 }))
    expect(desk.live('MUG-RED')?.stock).toMatchObject([{ quantity: 5 }])
    desk.settle()
    expect(desk.live('MUG-BLUE')).toMatchObject({ stock: [{ quantity: 2 }], offers: [{ amount: 14 }] })
  })

  test('a put makes a listing that is there after the lag, and leaves nothing of what it does not say', async () => {
    const desk = await listingsDesk()
    expect((await desk.put('BOWL', { attributes: newProduct() })).body.status).toBe('ACCEPTED')
    expect((await desk.read('BOWL')).status).toBe(404)
    desk.settle()
    expect((await desk.read('BOWL')).body.summaries).toMatchObject([{ asin: 'B0INVENT01', productType: 'KITCHEN' }])
    const { fulfillment_availability: _, ...rest } = newProduct()
    expect((await desk.put('BOWL', { attributes: rest })).body.status).toBe('ACCEPTED')
    desk.settle()
    expect((await desk.read('BOWL')).body).toMatchObject({
      fulfillmentAvailability: [],
      summaries: [{ status: ['DISCOVERABLE'] }],
    })
  })

  test('a put must tell what the product type requires; an offer on a known product needs less', async () => {
    const desk = await listingsDesk()
    const { brand: _, ...rest } = newProduct()
    expect((await desk.put('BOWL', { attributes: rest })).body).toMatchObject({
      status: 'INVALID',
      issues: [{ code: '90220', attributeNames: ['brand'], categories: ['MISSING_ATTRIBUTE'], severity: 'ERROR' }],
    })
    const { condition_type, merchant_suggested_asin, purchasable_offer } = newProduct()
    const attributes = { condition_type, merchant_suggested_asin, purchasable_offer }
    const requirements = 'LISTING_OFFER_ONLY'
    expect((await desk.put('BOWL', { attributes, requirements })).body.status).toBe('ACCEPTED')
    expect((await desk.put('BOWL', { attributes })).body.status).toBe('INVALID')
  })

  test('a deleted listing is gone after the lag', async () => {
    const desk = await listingsDesk()
    expect((await desk.remove('MUG-RED')).body.status).toBe('ACCEPTED')
    expect((await desk.read('MUG-RED')).status).toBe(200)
    desk.settle()
    expect((await desk.read('MUG-RED')).status).toBe(404)
    expect((await desk.remove('MUG-RED')).body).toMatchObject({ status: 'INVALID', issues: [{ code: '13013' }] })
  })

  test('a preview says whether it would be valid and changes nothing', async () => {
    const desk = await listingsDesk()
    const mode = { mode: 'VALIDATION_PREVIEW', includedData: 'issues,identifiers' }
    const valid = await desk.patch('MUG-BLUE', stock('merge', { quantity: 99 }), mode)
    expect(valid.body).toMatchObject({ status: 'VALID', identifiers: [{ marketplaceId: US }] })
    expect((await desk.patch('MUG-BLUE', patchOf('replace', 'nonsense', {}), mode)).body.status).toBe('INVALID')
    desk.settle()
    expect(desk.live('MUG-BLUE')?.stock).toEqual([{ channel: 'DEFAULT', quantity: 40 }])
    expect((await desk.patch('MUG-BLUE', offer(1), { mode: 'REHEARSAL' })).status).toBe(400)
  })

  test('deleting an entry takes that one only', async () => {
    const desk = await listingsDesk()
    desk.control.putListing({ sku: 'BOWL', price: 15, businessPrice: 13, quantity: 4 })
    const business = { marketplace_id: US, currency: 'USD', audience: 'B2B' }
    await desk.patch('BOWL', patchOf('delete', 'purchasable_offer', business))
    desk.settle()
    expect((await desk.read('BOWL')).body.offers).toMatchObject([{ audience: { value: 'ALL' } }])
  })

  test.each<[string, object]>([
    ['no product type', { patches: [stock('merge', { quantity: 1 })] }],
    ['no patches', { productType: 'PRODUCT' }],
    ['an unknown op', { productType: 'PRODUCT', patches: [stock('set', { quantity: 1 })] }],
    ['a path below the top', { productType: 'PRODUCT', patches: [patchOf('replace', 'purchasable_offer/0', {})] }],
    ['no value', { productType: 'PRODUCT', patches: [patchOf('replace', 'purchasable_offer')] }],
    ['a value that is no list', { productType: 'PRODUCT', patches: [{ ...offer(1), value: {} }] }],
  ])('a patch with %s is a 400', async (_, body) => {
    const desk = await listingsDesk()
    const { status, body: answer } = await desk.call('PATCH', desk.path('MUG-BLUE'), { body })
    expect([status, answer.errors[0].code]).toEqual([400, 'InvalidInput'])
  })

  test('a put and a delete take one marketplace, a patch several', async () => {
    const desk = await listingsDesk()
    desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: CANADA }] })
    const marketplaceIds = `${US},${CANADA}`
    expect((await desk.put('BOWL', { attributes: newProduct() }, { marketplaceIds })).status).toBe(400)
    const dollars = { marketplace_id: US, currency: 'USD', our_price: price(13) }
    const canadian = { marketplace_id: CANADA, currency: 'CAD', our_price: price(18) }
    const both = patchOf('replace', 'purchasable_offer', dollars, canadian)
    expect((await desk.patch('MUG-BLUE', both, { marketplaceIds })).body.status).toBe('ACCEPTED')
    desk.settle()
    const { offers } = (await desk.read('MUG-BLUE', { marketplaceIds })).body
    expect(offers.map((one: { price: { amount: string } }) => one.price.amount)).toEqual(['13.00', '18.00'])
  })
})

test.each([
  { operation: 'getListingsItem', method: 'GET', burst: 10 },
  { operation: 'putListingsItem', method: 'PUT', burst: 10 },
  { operation: 'patchListingsItem', method: 'PATCH', burst: 5 },
  { operation: 'deleteListingsItem', method: 'DELETE', burst: 5 },
])('$operation allows $burst calls at once, then five a second', async ({ operation, method, burst }) => {
  const desk = await listingsDesk()
  desk.control.setQuota(operation)
  const token = await desk.accessToken()
  const call = () => desk.call(method, desk.path('MUG-BLUE'), { token, body: method.startsWith('P') ? {} : undefined })
  for (let i = 0; i < burst; i++) expect((await call()).status).not.toBe(429)
  expect((await call()).status).toBe(429)
  desk.control.advance(200)
  expect((await call()).status).not.toBe(429)
  expect((await call()).status).toBe(429)
})

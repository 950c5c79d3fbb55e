import { describe, expect, test } from 'vitest'
import { listingsDesk, patchOf, quantityMessage, stock } from './listings-desk.ts'

/** Traps of `spapi-listings.md` 9, by their numbers: each is there for the product to keep out of. */

describe('trap 8: SKUs in addresses', () => {
  test('a slash or a number sign does not work in a path, a percent sign does when it is escaped once', async () => {
    const desk = await listingsDesk()
    desk.control.putListings([{ sku: 'A/B' }, { sku: 'A#B' }, { sku: 'A 100%' }])
    expect((await desk.read('A/B')).status).toBe(403)
    expect((await desk.read('A#B')).status).toBe(404)
    expect((await desk.read('A 100%')).status).toBe(200)
    expect((await desk.read(encodeURIComponent('A 100%'))).status).toBe(404)
  })

  test('such a SKU is found by a search and changed by a feed', async () => {
    const desk = await listingsDesk()
    const sku = 'TOWEL/BEACH #2 100%'
    const { report } = await desk.runListings([quantityMessage(1, sku, 3)])
    expect(report.summary.messagesAccepted).toBe(1)
    desk.settle()
    const query = { identifiers: sku, identifiersType: 'SKU', includedData: 'fulfillmentAvailability' }
    expect((await desk.find(query)).body.items).toMatchObject([{ sku, fulfillmentAvailability: [{ quantity: 3 }] }])
  })
})

describe('trap 9: wrong names', () => {
  test('an attribute in camel case is 90000900', async () => {
    const desk = await listingsDesk()
    const { body } = await desk.patch('MUG-BLUE', patchOf('replace', 'fulfillmentAvailability', { quantity: 1 }))
    expect(body).toMatchObject({
      status: 'INVALID',
      issues: [
        {
          code: '90000900',
          message: 'The attributes are invalid.',
          attributeNames: ['fulfillmentAvailability'],
          categories: [],
        },
      ],
    })
  })

  test('a field that the schema does not have is found too, and an unknown product type', async () => {
    const desk = await listingsDesk()
    const strange = await desk.patch('MUG-BLUE', stock('replace', { quantity: 1, leadTime: 3 }))
    expect(strange.body.issues).toMatchObject([{ code: '90000900' }])
    const body = { productType: 'CUPS', patches: [stock('merge', { quantity: 1 })] }
    const { issues } = (await desk.call('PATCH', desk.path('MUG-BLUE'), { body })).body
    expect(issues).toMatchObject([{ severity: 'ERROR', attributeNames: ['product_type'] }])
  })

  test('a message without product type, or with a property that feeds do not have', async () => {
    const desk = await listingsDesk()
    const { productType: _, ...without } = quantityMessage(1, 'MUG-BLUE', 5)
    expect((await desk.runListings([without])).report.summary).toMatchObject({ messagesInvalid: 1, errors: 1 })
    const { feed, report } = await desk.runListings([{ ...quantityMessage(1, 'MUG-BLUE', 5), quantity: 5 }])
    expect(feed.processingStatus).toBe('FATAL')
    expect(report.issues).toMatchObject([{ code: '4002001' }])
    expect(report.issues[0]).not.toHaveProperty('messageId')
  })
})

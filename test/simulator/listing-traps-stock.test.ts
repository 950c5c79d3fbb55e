import { describe, expect, test } from 'vitest'
import { listingsDesk, newProduct, patchOf, quantityMessage, stock } from './listings-desk.ts'
import { US } from './seller-central.ts'

/** Traps of `spapi-listings.md` 9, by their numbers: each is there for the product to keep out of. */

describe('trap 5: handling time', () => {
  const start = async (more: object = {}) => {
    const desk = await listingsDesk()
    desk.control.putListing({
      sku: 'BOWL',
      price: 15,
      quantity: 4,
      leadTimeDays: 9,
      restockDate: '2026-12-01',
      ...more,
    })
    return desk
  }

  test('a quantity by replace erases it, the account default is in force', async () => {
    const desk = await start()
    await desk.patch('BOWL', stock('replace', { quantity: 5 }))
    desk.settle()
    expect(desk.live('BOWL')?.leadTimeDays).toBe(2)
    const [entry] = (await desk.read('BOWL')).body.attributes.fulfillment_availability
    expect(entry).toEqual({ fulfillment_channel_code: 'DEFAULT', quantity: 5, marketplace_id: US })
  })

  test('a quantity by merge keeps it', async () => {
    const desk = await start()
    await desk.patch('BOWL', stock('merge', { quantity: 5 }))
    desk.settle()
    expect(desk.live('BOWL')?.leadTimeDays).toBe(9)
    const [entry] = (await desk.read('BOWL')).body.attributes.fulfillment_availability
    expect(entry).toMatchObject({ quantity: 5, lead_time_to_ship_max_days: 9, restock_date: '2026-12-01' })
  })

  test('it cannot be sent without a quantity, nor by merge', async () => {
    const desk = await start()
    const alone = await desk.patch('BOWL', stock('replace', { lead_time_to_ship_max_days: 4 }))
    expect(alone.body).toMatchObject({ status: 'INVALID', issues: [{ code: '99022' }] })
    const merged = await desk.patch('BOWL', stock('merge', { quantity: 5, lead_time_to_ship_max_days: 4 }))
    expect(merged.body.status).toBe('INVALID')
    expect(
      (await desk.patch('BOWL', stock('replace', { quantity: 5, lead_time_to_ship_max_days: 4 }))).body.status,
    ).toBe('ACCEPTED')
    desk.settle()
    expect(desk.live('BOWL')?.leadTimeDays).toBe(4)
  })

  test('with automated handling time what the seller says is kept and not heeded', async () => {
    const desk = await start({ automatedHandlingTime: true })
    await desk.patch('BOWL', stock('replace', { quantity: 5, lead_time_to_ship_max_days: 7 }))
    desk.settle()
    expect(desk.live('BOWL')?.leadTimeDays).toBe(1)
    const [entry] = (await desk.read('BOWL')).body.attributes.fulfillment_availability
    expect(entry.lead_time_to_ship_max_days).toBe(7)
  })
})

describe('trap 7: channels', () => {
  test('a quantity for a SKU that Amazon ships adds a second entry, and the merchant ships from then on', async () => {
    const desk = await listingsDesk()
    await desk.patch('AMZ-CANDLE-FBA', stock('merge', { quantity: 12 }))
    desk.settle()
    const { body } = await desk.read('AMZ-CANDLE-FBA')
    expect(body.attributes.fulfillment_availability).toMatchObject([
      { fulfillment_channel_code: 'AMAZON_NA' },
      { fulfillment_channel_code: 'DEFAULT', quantity: 12 },
    ])
    expect(body.fulfillmentAvailability).toEqual([
      { fulfillmentChannelCode: 'AMAZON_NA' },
      { fulfillmentChannelCode: 'DEFAULT', quantity: 12 },
    ])
    expect(desk.live('AMZ-CANDLE-FBA')?.channel).toBe('DEFAULT')
  })

  test("replace with Amazon's channel adds an entry and cancels what the merchant offers", async () => {
    const desk = await listingsDesk()
    const amazon = { fulfillment_channel_code: 'AMAZON_NA' }
    expect((await desk.patch('MUG-BLUE', patchOf('replace', 'fulfillment_availability', amazon))).body.status).toBe(
      'ACCEPTED',
    )
    desk.settle()
    const { body } = await desk.read('MUG-BLUE')
    const channels = body.attributes.fulfillment_availability.map(
      (e: Record<string, unknown>) => e.fulfillment_channel_code,
    )
    expect(channels).toEqual(['DEFAULT', 'AMAZON_NA'])
    expect(body.fulfillmentAvailability[0]).toEqual({ fulfillmentChannelCode: 'DEFAULT', quantity: 0 })
    expect(body.summaries[0].status).toEqual(['DISCOVERABLE'])
    expect(desk.live('MUG-BLUE')?.channel).toBe('AMAZON_NA')
    await desk.patch('MUG-BLUE', patchOf('delete', 'fulfillment_availability', amazon))
    desk.settle()
    expect(desk.live('MUG-BLUE')).toMatchObject({ channel: 'DEFAULT', stock: [{ channel: 'DEFAULT', quantity: 40 }] })
  })

  test("a new listing that asks for Amazon's channel ends as the merchant's", async () => {
    const desk = await listingsDesk()
    const attributes = newProduct({ fulfillment_availability: [{ fulfillment_channel_code: 'AMAZON_NA' }] })
    expect((await desk.put('BOWL', { attributes })).body.status).toBe('ACCEPTED')
    desk.settle()
    expect(desk.live('BOWL')?.channel).toBe('DEFAULT')
  })

  test('without a channel a quantity is refused: by a call with words, in a feed without', async () => {
    const desk = await listingsDesk()
    const lacking = patchOf('replace', 'fulfillment_availability', { quantity: 5 })
    expect((await desk.patch('MUG-BLUE', lacking)).body.issues).toMatchObject([
      { code: '99022', attributeNames: ['fulfillment_availability'] },
    ])
    const { report } = await desk.runListings([{ ...quantityMessage(1, 'MUG-BLUE', 5), patches: [lacking] }])
    expect(report.issues).toEqual([
      { messageId: 1, code: 'BAD_REQUEST', severity: 'ERROR', message: 'Invalid parameters provided.' },
    ])
  })

  test('a channel that the marketplace does not have is invalid', async () => {
    const desk = await listingsDesk()
    const patch = stock('replace', { fulfillment_channel_code: 'AMAZON_EU' })
    expect((await desk.patch('MUG-BLUE', patch)).body).toMatchObject({ status: 'INVALID', issues: [{ code: '90244' }] })
  })
})

describe('trap 12', () => {
  test('a restock date is kept and buyers never meet it', async () => {
    const desk = await listingsDesk()
    await desk.patch('MUG-BLUE', stock('replace', { quantity: 0, restock_date: '2026-12-24' }))
    desk.settle()
    const { body } = await desk.read('MUG-BLUE')
    expect(body.attributes.fulfillment_availability[0].restock_date).toBe('2026-12-24')
    expect(JSON.stringify([desk.live('MUG-BLUE'), body.fulfillmentAvailability])).not.toContain('2026-12-24')
  })

  test('a SKU that is deleted and comes back on another ASIN strands what Amazon has of it', async () => {
    const desk = await listingsDesk()
    await desk.remove('AMZ-CANDLE-FBA')
    desk.settle()
    await desk.put('AMZ-CANDLE-FBA', { attributes: newProduct() })
    desk.settle()
    expect(desk.control.listing('AMZ-CANDLE-FBA')).toMatchObject({ amazonQuantity: 0, strandedQuantity: 35 })
  })

  test('a put with another ASIN than the SKU has is a conflict', async () => {
    const desk = await listingsDesk()
    const { body } = await desk.put('MUG-BLUE', { attributes: newProduct() })
    expect(body).toMatchObject({ status: 'INVALID', issues: [{ code: '8541' }] })
  })
})

describe('quantities', () => {
  test('"always available" takes no quantity along, and is on sale without one', async () => {
    const desk = await listingsDesk()
    const both = { quantity: 5, is_inventory_available: true }
    expect((await desk.patch('MUG-BLUE', stock('replace', both))).body.status).toBe('INVALID')
    expect((await desk.patch('MUG-BLUE', stock('replace', { is_inventory_available: true }))).body.status).toBe(
      'ACCEPTED',
    )
    desk.settle()
    const { body } = await desk.read('MUG-BLUE')
    expect(body.summaries[0].status).toContain('BUYABLE')
    expect(body.fulfillmentAvailability).toEqual([{ fulfillmentChannelCode: 'DEFAULT' }])
  })

  test('a quantity that is merged into "always available" does not end it, one by replace does', async () => {
    const desk = await listingsDesk()
    desk.control.putListing({ sku: 'BOWL', price: 15, alwaysAvailable: true })
    const told = async () => {
      desk.settle()
      return (await desk.read('BOWL')).body.fulfillmentAvailability
    }
    await desk.patch('BOWL', stock('merge', { quantity: 0 }))
    expect(await told()).toEqual([{ fulfillmentChannelCode: 'DEFAULT' }])
    await desk.patch('BOWL', stock('replace', { quantity: 0 }))
    expect(await told()).toEqual([{ fulfillmentChannelCode: 'DEFAULT', quantity: 0 }])
  })

  test("an order takes its units out of what is live; a seller's word from before puts them back", async () => {
    const desk = await listingsDesk()
    await desk.patch('MUG-BLUE', stock('merge', { quantity: 10 }))
    desk.settle()
    desk.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 3 }] })
    const told = async () => {
      const { attributes, fulfillmentAvailability } = (await desk.read('MUG-BLUE')).body
      return [attributes.fulfillment_availability[0].quantity, fulfillmentAvailability[0].quantity]
    }
    expect(await told()).toEqual([10, 7])
    await desk.patch('MUG-BLUE', stock('merge', { quantity: 10 }))
    desk.settle()
    expect(await told()).toEqual([10, 10])
  })
})

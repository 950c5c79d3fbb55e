import { describe, expect, test } from 'vitest'
import { CANADA, listingsDesk, newProduct, patchOf, quantityMessage, stock } from './listings-desk.ts'
import { HOUR, MINUTE, SELLER, US } from './seller-central.ts'

/** Traps of `spapi-listings.md` 9, by their numbers: each is there for the product to keep out of. */

describe('trap 1: feeds that are stuck', () => {
  test('a feed hangs for days, holds up what comes after it, and cannot be cancelled', async () => {
    const desk = await listingsDesk()
    desk.control.addFault({ operation: 'createFeed', kind: 'feed-hangs', as: 'IN_PROGRESS', ms: 48 * HOUR })
    const document = (quantity: number) => ({
      header: { sellerId: SELLER, version: '2.0' },
      messages: [quantityMessage(1, 'MUG-BLUE', quantity)],
    })
    const [first, second] = [await desk.giveListings(document(1)), await desk.giveListings(document(2))]
    desk.control.advance(47 * HOUR)
    expect((await desk.feed(first.body.feedId)).processingStatus).toBe('IN_PROGRESS')
    expect((await desk.feed(second.body.feedId)).processingStatus).toBe('IN_QUEUE')
    expect((await desk.call('DELETE', `/feeds/2021-06-30/feeds/${first.body.feedId}`)).status).toBe(400)
    expect((await desk.call('DELETE', `/feeds/2021-06-30/feeds/${second.body.feedId}`)).status).toBe(200)
    expect(desk.live('MUG-BLUE')?.stock).toEqual([{ channel: 'DEFAULT', quantity: 40 }])
    // A single call goes past the feed.
    expect((await desk.patch('MUG-BLUE', stock('merge', { quantity: 0 }))).body.status).toBe('ACCEPTED')
    desk.settle()
    expect(desk.live('MUG-BLUE')?.stock).toEqual([{ channel: 'DEFAULT', quantity: 0 }])
  })
})

test('trap 2: stock waits behind a feed of new products', async () => {
  const desk = await listingsDesk()
  const products = Array.from({ length: 1500 }, (_, at) => ({
    messageId: at + 1,
    sku: `NEW-${at}`,
    operationType: 'UPDATE',
    productType: 'KITCHEN',
    attributes: newProduct(),
  }))
  const header = { sellerId: SELLER, version: '2.0' }
  await desk.giveListings({ header, messages: products })
  const small = await desk.giveListings({ header, messages: [quantityMessage(1, 'MUG-BLUE', 3)] })
  desk.control.advance(5 * MINUTE)
  expect((await desk.feed(small.body.feedId)).processingStatus).toBe('IN_QUEUE')
  desk.control.advance(5 * MINUTE)
  expect((await desk.feed(small.body.feedId)).processingStatus).toBe('DONE')
})

describe('trap 4: taken, and yet unchanged', () => {
  test('DONE without an issue, and some of the SKUs never change', async () => {
    const desk = await listingsDesk()
    desk.control.putListings(Array.from({ length: 50 }, (_, at) => ({ sku: `S-${at}`, price: 9, quantity: 1 })))
    desk.control.addFault({ operation: 'createFeed', kind: 'lose-change', count: 7 })
    const messages = Array.from({ length: 50 }, (_, at) => quantityMessage(at + 1, `S-${at}`, 5))
    const { report } = await desk.runListings(messages)
    expect(report).toMatchObject({ issues: [], summary: { errors: 0, messagesAccepted: 50, messagesInvalid: 0 } })
    desk.settle()
    const quantities = messages.map(({ sku }) => desk.live(sku)?.stock[0]?.quantity)
    expect(quantities.filter((quantity) => quantity === 5)).toHaveLength(43)
  })

  test('ACCEPTED, and an issue comes later: what is live never changed', async () => {
    const desk = await listingsDesk()
    const issue = { code: '18742', message: 'Restricted product', category: 'QUALIFICATION_REQUIRED' }
    desk.control.addFault({ operation: 'patchListingsItem', kind: 'refuse-later', sku: 'MUG-BLUE', ...issue })
    expect((await desk.patch('MUG-RED', stock('merge', { quantity: 5 }))).body.status).toBe('ACCEPTED')
    expect((await desk.patch('MUG-BLUE', stock('merge', { quantity: 5 }))).body).toMatchObject({
      status: 'ACCEPTED',
      issues: [],
    })
    expect((await desk.read('MUG-BLUE')).body.issues).toEqual([])
    desk.settle()
    const { body } = await desk.read('MUG-BLUE')
    expect(body.fulfillmentAvailability[0].quantity).toBe(40)
    expect(body.issues).toMatchObject([{ code: '18742', severity: 'ERROR', categories: ['QUALIFICATION_REQUIRED'] }])
    expect(desk.live('MUG-RED')?.stock).toEqual([{ channel: 'DEFAULT', quantity: 5 }])
  })

  test('a partial update with patches counts as accepted and does nothing', async () => {
    const desk = await listingsDesk()
    const message = { ...quantityMessage(1, 'MUG-BLUE', 5), operationType: 'PARTIAL_UPDATE' }
    const { report } = await desk.runListings([message])
    expect(report).toMatchObject({ issues: [], summary: { messagesAccepted: 1, messagesInvalid: 0 } })
    desk.settle()
    expect(desk.live('MUG-BLUE')?.stock).toEqual([{ channel: 'DEFAULT', quantity: 40 }])
  })

  test('INVALID comes with status 200', async () => {
    const desk = await listingsDesk()
    const { status, body } = await desk.patch('MUG-BLUE', stock('replace', { quantity: -1 }))
    expect([status, body.status]).toEqual([200, 'INVALID'])
  })
})

test('trap 10: a region takes five feeds in five minutes, whatever the marketplace', async () => {
  const desk = await listingsDesk()
  desk.control.setQuota('createFeed')
  desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: CANADA }] })
  const document = { header: { sellerId: SELLER, version: '2.0' }, messages: [quantityMessage(1, 'MUG-BLUE', 5)] }
  for (let at = 0; at < 5; at++)
    expect((await desk.giveListings(document, { marketplaceIds: [at % 2 ? US : CANADA] })).status).toBe(202)
  expect((await desk.giveListings(document)).body.errors[0].code).toBe('QuotaExceeded')
  desk.control.advance(5 * MINUTE - 1000)
  expect((await desk.giveListings(document)).status).toBe(429)
  desk.control.advance(1000)
  // The general limit of createFeed, one in two minutes, is not what counts here.
  for (let at = 0; at < 5; at++) expect((await desk.giveListings(document)).status).toBe(202)
})

test.each([
  { level: 'product data', patch: patchOf('replace', 'merchant_shipping_group', { value: 'Fast' }), ceiling: 100 },
  { level: 'relationships', patch: patchOf('replace', 'parentage_level', { value: 'child' }), ceiling: 5 },
  { level: 'validation previews', patch: stock('merge', { quantity: 1 }), mode: 'VALIDATION_PREVIEW', ceiling: 20 },
])('trap 10: all sellers of an application share a ceiling of $level', async ({ level, patch, ceiling, mode }) => {
  const query: Record<string, string> = mode === undefined ? {} : { mode }
  const desk = await listingsDesk()
  desk.control.putSeller({ sellerId: 'OTHER' })
  const other = await desk.accessToken(desk.control.authorize({ sellerId: 'OTHER' }))
  for (let at = 0; at < ceiling; at++) expect((await desk.patch('MUG-BLUE', patch, query)).status).toBe(200)
  const path = desk.path('ANY', query).replace(SELLER, 'OTHER')
  const body = { productType: 'SHIRT', patches: [patch] }
  const refused = await desk.call('PATCH', path, { token: other, body })
  expect([refused.status, refused.body.errors[0].message]).toEqual([429, expect.stringContaining(level)])
  expect((await desk.patch('MUG-BLUE', stock('merge', { quantity: 1 }))).status).toBe(200)
  desk.control.advance(1000)
  expect((await desk.call('PATCH', path, { token: other, body })).status).toBe(200)
})

test('trap 11: naming the parent of a variation again makes a feed slow', async () => {
  const desk = await listingsDesk()
  const family = patchOf('replace', 'child_parent_sku_relationship', {
    child_relationship_type: 'variation',
    parent_sku: 'P',
  })
  const message = (at: number, patches: object[]) => ({
    messageId: at,
    sku: `S-${at}`,
    operationType: 'PATCH',
    productType: 'SHIRT',
    patches,
  })
  const header = { sellerId: SELLER, version: '2.0' }
  const ids = Array.from({ length: 60 }, (_, at) => at + 1)
  const given = await desk.giveListings({ header, messages: ids.map((at) => message(at, [family])) })
  desk.control.advance(2 * MINUTE)
  expect((await desk.feed(given.body.feedId)).processingStatus).toBe('IN_PROGRESS')
  desk.control.advance(2 * MINUTE)
  const light = await desk.giveListings({
    header,
    messages: ids.map((at) => message(at, [stock('merge', { quantity: 1 })])),
  })
  desk.control.advance(2 * MINUTE)
  expect((await desk.feed(light.body.feedId)).processingStatus).toBe('DONE')
})

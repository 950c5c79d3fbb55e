import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { describeWithModels, modelFile } from '../make/amazon-models.ts'
import { CANADA, listingsDesk, newProduct, offer, patchOf, quantityMessage, stock } from './listings-desk.ts'
import { CLIENT, MINUTE, SELLER, US } from './seller-central.ts'

const HEADER = { sellerId: SELLER, version: '2.0' }
type Desk = Awaited<ReturnType<typeof listingsDesk>>
const wholeFeed = async (desk: Desk, document: unknown) => {
  const { feed, report } = await desk.finished((await desk.giveListings(document)).body.feedId)
  return [feed.processingStatus, report?.issues[0]?.code, report?.summary.messagesProcessed]
}

test('each kind of operation does what it is for', async () => {
  const desk = await listingsDesk()
  const { report } = await desk.runListings([
    quantityMessage(1, 'MUG-BLUE', 3),
    { messageId: 2, sku: 'MUG-RED', operationType: 'PATCH', productType: 'PRODUCT', patches: [offer(13)] },
    { messageId: 3, sku: 'NEW', operationType: 'UPDATE', productType: 'KITCHEN', attributes: newProduct() },
    {
      messageId: 4,
      sku: 'MUG-GREEN',
      operationType: 'PARTIAL_UPDATE',
      productType: 'PRODUCT',
      attributes: { fulfillment_availability: [{ fulfillment_channel_code: 'DEFAULT', quantity: 8 }] },
    },
    { messageId: 5, sku: 'NOTE-CARD', operationType: 'DELETE' },
  ])
  expect(report).toMatchObject({
    issues: [],
    summary: { messagesProcessed: 5, messagesAccepted: 5, messagesInvalid: 0 },
  })
  expect(desk.live('MUG-BLUE')?.stock[0]?.quantity).toBe(40)
  desk.settle()
  expect(desk.live('MUG-BLUE')).toMatchObject({ stock: [{ quantity: 3 }], leadTimeDays: 2 })
  expect(desk.live('MUG-RED')?.offers[0]?.amount).toBe(13)
  expect(desk.live('NEW')?.stock[0]?.quantity).toBe(7)
  expect(desk.live('MUG-GREEN')?.stock[0]?.quantity).toBe(8)
  expect(desk.control.listing('NOTE-CARD')).toBeUndefined()
})

const UPDATE = {
  messageId: 1,
  sku: 'MUG-BLUE',
  operationType: 'UPDATE',
  productType: 'KITCHEN',
  attributes: newProduct(),
}
const PATCH = quantityMessage(1, 'MUG-BLUE', 1)
test.each<[string, object]>([
  ['an update with patches', { ...UPDATE, patches: PATCH.patches }],
  ['an update without attributes', { ...UPDATE, attributes: undefined }],
  ['a patch with attributes', { ...PATCH, attributes: newProduct() }],
  ['a patch with requirements', { ...PATCH, requirements: 'LISTING' }],
  ['a patch without patches', { ...PATCH, patches: undefined }],
  ['a partial update with requirements', { ...UPDATE, operationType: 'PARTIAL_UPDATE', requirements: 'LISTING' }],
  ['a delete with anything else', { ...UPDATE, operationType: 'DELETE' }],
  ['a SKU that nobody has', { ...PATCH, sku: 'NOBODY' }],
  ['attributes that are wrong', { ...PATCH, patches: [patchOf('replace', 'fulfillmentAvailability', {})] }],
])('%s is invalid, and the message beside it is not', async (_, message) => {
  const desk = await listingsDesk()
  const { feed, report } = await desk.runListings([message, quantityMessage(2, 'MUG-RED', 3)])
  expect(feed.processingStatus).toBe('DONE')
  expect(report.issues).toMatchObject([{ messageId: 1, severity: 'ERROR' }])
  expect(report.summary).toEqual({
    errors: 1,
    warnings: 0,
    messagesProcessed: 2,
    messagesAccepted: 1,
    messagesInvalid: 1,
  })
})

test('a number that is used twice is invalid the second time', async () => {
  const desk = await listingsDesk()
  const { report } = await desk.runListings([quantityMessage(1, 'MUG-BLUE', 1), quantityMessage(1, 'MUG-RED', 2)])
  expect(report.issues).toMatchObject([{ messageId: 1, sku: 'MUG-RED' }])
})

test('a document that is no feed of listings ends FATAL with one issue for the whole', async () => {
  const desk = await listingsDesk()
  const messages = [PATCH]
  expect(await wholeFeed(desk, 'nonsense')).toEqual(['FATAL', '4002001', 0])
  expect(await wholeFeed(desk, { header: HEADER, messages: [] })).toEqual(['FATAL', '4002001', 0])
  expect(await wholeFeed(desk, { header: [HEADER], messages })).toEqual(['FATAL', '4002005', 0])
  expect(await wholeFeed(desk, { header: { ...HEADER, sellerId: 'OTHER' }, messages })).toEqual(['FATAL', '4002005', 0])
  expect(await wholeFeed(desk, { header: { ...HEADER, version: '1.0' }, messages })).toEqual(['FATAL', '4002001', 0])
  desk.control.advance(5 * MINUTE)
  expect(await wholeFeed(desk, { header: HEADER, messages: [{ ...PATCH, messageId: 0 }] })).toEqual([
    'FATAL',
    '4002001',
    0,
  ])
  expect(await wholeFeed(desk, { header: HEADER, messages: [{ ...PATCH, operationType: 'MERGE' }] })).toEqual([
    'FATAL',
    '4002001',
    0,
  ])
})

test('25,000 messages are taken in, one more is not, and neither are more than 10 MiB', async () => {
  const desk = await listingsDesk()
  const messages = Array.from({ length: 25_000 }, (_, at) =>
    quantityMessage(at + 1, at === 0 ? 'MUG-BLUE' : `S-${at}`, 6),
  )
  const full = await desk.finished((await desk.giveListings({ header: HEADER, messages })).body.feedId)
  expect(full.report.summary).toMatchObject({ messagesProcessed: 25_000, messagesAccepted: 1 })
  expect(full.report.issues).toHaveLength(24_999)
  const more = [...messages, quantityMessage(25_001, 'MUG-RED', 6)]
  expect(await wholeFeed(desk, { header: HEADER, messages: more })).toEqual(['FATAL', '4002002', 0])
  const padding = ' '.repeat(10 * 1024 * 1024)
  expect(await wholeFeed(desk, JSON.stringify({ header: HEADER, messages: [PATCH] }) + padding)).toEqual([
    'FATAL',
    '4002003',
    0,
  ])
  desk.settle()
  expect(desk.live('MUG-BLUE')?.stock[0]?.quantity).toBe(6)
  expect(desk.live('MUG-RED')?.stock[0]?.quantity).toBe(40)
})

test('one marketplace, and the role', async () => {
  const desk = await listingsDesk()
  desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: CANADA }] })
  const document = { header: HEADER, messages: [PATCH] }
  const refused = await desk.giveListings(document, { marketplaceIds: [US, CANADA] })
  expect([refused.status, refused.body.errors[0].message]).toEqual([
    400,
    "Too many 'marketplaceIds' values provided. A maximum of 1 is allowed.",
  ])
  desk.control.putApp({ clientId: CLIENT, roles: ['inventory-and-order-tracking'] })
  expect((await desk.giveListings(document)).status).toBe(403)
})

test('snapshots come only when the header asks, and are of before the change is live', async () => {
  const desk = await listingsDesk()
  const report = { includedData: ['fulfillmentAvailability', 'attributes'], apiVersion: '2021-08-01' }
  const asked = (await desk.runListings([quantityMessage(1, 'MUG-BLUE', 3)], { report })).report
  expect(asked.header.report).toEqual(report)
  expect(asked.summary.itemSummary).toEqual({ items: 1, errors: 0, warnings: 0 })
  expect(asked.items).toMatchObject([
    {
      sku: 'MUG-BLUE',
      fulfillmentAvailability: [{ quantity: 40 }],
      attributes: { fulfillment_availability: [{ quantity: 3 }] },
    },
  ])
  expect((await desk.runListings([quantityMessage(1, 'MUG-BLUE', 4)])).report).not.toHaveProperty('items')
})

test('a feed that ends FATAL half way has changed the first half, and tells nothing', async () => {
  const desk = await listingsDesk()
  desk.control.addFault({ operation: 'createFeed', kind: 'feed-ends', as: 'FATAL', done: 'some' })
  const { feed, report } = await desk.runListings([quantityMessage(1, 'MUG-BLUE', 1), quantityMessage(2, 'MUG-RED', 1)])
  expect([feed.processingStatus, report]).toEqual(['FATAL', undefined])
  desk.settle()
  expect([desk.live('MUG-BLUE')?.stock[0]?.quantity, desk.live('MUG-RED')?.stock[0]?.quantity]).toEqual([1, 40])
})

describeWithModels("processing reports keep to Amazon's schema", () => {
  const schema = (name: string) => {
    const { $schema: _, ...rest } = JSON.parse(readFileSync(modelFile(`schemas/feeds/${name}.json`), 'utf8'))
    return new Ajv({ strict: false }).compile(rest)
  }

  test('of feeds that went well, that did not, and that could not be read', async () => {
    const desk = await listingsDesk()
    const fits = schema('listings-feed-processing-report-schema-v2')
    const report = { includedData: ['summaries', 'issues'], apiVersion: '2021-08-01' }
    const lacking = {
      ...PATCH,
      messageId: 3,
      patches: [patchOf('replace', 'fulfillment_availability', { quantity: 1 })],
    }
    const reports = [
      (await desk.runListings([PATCH, quantityMessage(2, 'NOBODY', 1), lacking], { report })).report,
      (await desk.runListings([{ ...PATCH, patches: [stock('replace', { quantity: -1 })] }])).report,
      (await desk.finished((await desk.giveListings('nonsense')).body.feedId)).report,
    ]
    for (const one of reports) expect([fits(one), fits.errors]).toEqual([true, null])
    expect(fits({ ...reports[0], summary: {} })).toBe(false)
  })

  test('the messages of these tests are sound by the schema of the feed', () => {
    const fits = schema('listings-feed-schema-v2')
    expect([fits({ header: HEADER, messages: [PATCH, { ...UPDATE, messageId: 2 }] }), fits.errors]).toEqual([
      true,
      null,
    ])
  })
})

import { SellingPartner } from 'amazon-sp-api'
import { expect, onTestFinished, test } from 'vitest'
import { APPLICATION, SELLER } from '#main/demo/sample-merchant.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { envelope, XML } from '../simulator/feed-desk.ts'
import { counts } from '../simulator/feed-report.ts'
import { playAmazonHosts } from './amazon-hosts.ts'

type Called = Record<string, string>

/** A simulated Seller Central with two orders, and the most used client of the community in front of it. */
async function sellerCentral() {
  const simulator = await startSimulator({ clock: 'virtual', start: '2026-11-10T15:00:00Z' })
  const hosts = await playAmazonHosts(simulator.url)
  onTestFinished(async () => {
    await hosts.close()
    await simulator.close()
  })
  const { control } = simulator
  const [first = '', second = ''] = control.placeOrders(
    { lines: [{ sku: 'MUG-BLUE', orderItemId: '10000000000001' }] },
    2,
  )
  control.advance(3_600_000)
  const client = new SellingPartner({
    region: 'na',
    refresh_token: SELLER.refreshToken,
    credentials: {
      SELLING_PARTNER_APP_CLIENT_ID: APPLICATION.clientId,
      SELLING_PARTNER_APP_CLIENT_SECRET: APPLICATION.clientSecret,
    },
    options: { auto_request_throttled: false, https_proxy_agent: hosts.agent },
    // biome-ignore lint/suspicious/noExplicitAny: its types do not know the agent.
  } as any)
  const call = async (operation: string, endpoint: string, more: object): Promise<Called> =>
    (await client.callAPI({ operation, endpoint, ...more } as never)) as unknown as Called
  return { control, client, call, first, second }
}

test('[S5] amazon-sp-api, a client that we did not write, ships by call and by feed', async () => {
  const { control, client, call, first, second } = await sellerCentral()
  const statusOf = (id: string) => control.order(id)?.fulfillment?.fulfillmentStatus
  const body = {
    marketplaceId: 'ATVPDKIKX0DER',
    packageDetail: {
      packageReferenceId: '1',
      carrierCode: 'USPS',
      trackingNumber: '9400100000000000000001',
      shipDate: '2026-11-10T15:30:00Z',
      orderItems: [{ orderItemId: '10000000000001', quantity: 1 }],
    },
  }
  await call('confirmShipment', 'orders', { path: { orderId: first }, body, options: { version: 'v0' } })
  expect([statusOf(first), statusOf(second)]).toEqual(['SHIPPED', 'UNSHIPPED'])

  const document = await call('createFeedDocument', 'feeds', { body: { contentType: XML } })
  const message = `<AmazonOrderID>${second}</AmazonOrderID><FulfillmentDate>2026-11-10T15:30:00Z</FulfillmentDate><FulfillmentData><CarrierCode>UPS</CarrierCode></FulfillmentData>`
  const content = envelope('OrderFulfillment', [message], SELLER.sellingPartnerId)
  await client.upload(document as never, { content, contentType: XML } as never)
  const feed = {
    feedType: 'POST_ORDER_FULFILLMENT_DATA',
    marketplaceIds: ['ATVPDKIKX0DER'],
    inputFeedDocumentId: document.feedDocumentId,
  }
  const { feedId } = await call('createFeed', 'feeds', { body: feed })
  control.advance(120_000)
  const ended = await call('getFeed', 'feeds', { path: { feedId } })
  expect([ended.processingStatus, statusOf(second)]).toEqual(['DONE', 'SHIPPED'])
  const result = await call('getFeedDocument', 'feeds', { path: { feedDocumentId: ended.resultFeedDocumentId } })
  expect(counts(String(await client.download(result as never)))).toEqual([1, 1, 0, 0])
  expect(control.requests().map((request) => [request.operation, request.status])).toEqual([
    ['login', 200],
    ['confirmShipment', 204],
    ['createFeedDocument', 201],
    ['uploadFeedDocument', 200],
    ['createFeed', 202],
    ['getFeed', 200],
    ['getFeedDocument', 200],
    ['downloadFeedDocument', 200],
  ])
})

import { expect, test } from 'vitest'
import { describeWithModels, validateAnswer, validateRequest } from '../make/amazon-models.ts'
import { envelope, FEED_DOCUMENTS, FEEDS, RETIRED, XML } from './feed-desk.ts'
import { type Answer, MINUTE, US } from './seller-central.ts'
import { MUG, SHIPPED_AT, shippingDesk } from './shipping-desk.ts'

const TYPE = 'POST_ORDER_FULFILLMENT_DATA'
const ORDERS = '/orders/2026-01-01/orders'

/** A desk whose every call is checked against the models, answer and logged request. */
async function checkedDesk() {
  const desk = await shippingDesk()
  const call = async (method: string, path: string, more: { body?: unknown; token?: string } = {}): Promise<Answer> => {
    const answer = await desk.call(method, path, more)
    const bare = path.replace(/\?.*/, '')
    const problems = validateAnswer({ method, path: bare, status: answer.status, body: answer.body })
    expect(problems, `${method} ${path} ${answer.status}`).toEqual([])
    return answer
  }
  const soundRequests = () => desk.control.requests().flatMap((request) => validateRequest(request))
  const confirmation = (detail: Record<string, unknown> = {}) => ({
    marketplaceId: US,
    packageDetail: {
      packageReferenceId: '1',
      carrierCode: 'Other',
      carrierName: 'Pony Express',
      shippingMethod: 'Horse',
      trackingNumber: 'T1',
      shipDate: SHIPPED_AT,
      orderItems: [{ orderItemId: MUG, quantity: 1, transparencyCodes: ['AZ:1'] }],
      ...detail,
    },
  })
  const path = `/orders/v0/orders/${desk.orderId}/shipmentConfirmation`
  const confirm = (body: unknown) => call('POST', path, { body })
  return { ...desk, call, soundRequests, confirmation, confirm, path }
}

describeWithModels("feeds and shipments keep to Amazon's models", () => {
  test('from the upload to the processing report, and every request is sound', async () => {
    const desk = await checkedDesk()
    const { feedDocumentId, url } = (await desk.call('POST', FEED_DOCUMENTS, { body: { contentType: XML } })).body
    const message = `<AmazonOrderID>${desk.orderId}</AmazonOrderID><FulfillmentDate>${SHIPPED_AT}</FulfillmentDate><FulfillmentData><CarrierCode>UPS</CarrierCode></FulfillmentData>`
    await desk.put(url, envelope('OrderFulfillment', [message]))
    const body = {
      feedType: TYPE,
      marketplaceIds: [US],
      inputFeedDocumentId: feedDocumentId,
      feedOptions: { a: 'b' },
    }
    const { feedId } = (await desk.call('POST', FEEDS, { body })).body
    for (const ms of [0, 30_000, MINUTE]) {
      desk.control.advance(ms)
      await desk.call('GET', `${FEEDS}/${feedId}`)
    }
    const { resultFeedDocumentId } = (await desk.call('GET', `${FEEDS}/${feedId}`)).body
    const document = `${FEED_DOCUMENTS}/${resultFeedDocumentId}?enableContentEncodingUrlHeader=false`
    expect(await desk.download((await desk.call('GET', document)).body)).toContain('<MessagesSuccessful>1<')
    const second = (await desk.call('POST', FEEDS, { body })).body.feedId
    await desk.call('DELETE', `${FEEDS}/${second}`)
    const list = `${FEEDS}?feedTypes=${TYPE},${RETIRED}&pageSize=1&processingStatuses=DONE,CANCELLED&marketplaceIds=${US}`
    const first = await desk.call('GET', `${list}&createdSince=2026-11-01T00:00:00Z&createdUntil=2026-12-01T00:00:00Z`)
    expect((await desk.call('GET', `${FEEDS}?nextToken=${first.body.nextToken}`)).body.feeds).toHaveLength(1)
    const order = await desk.call('GET', `${ORDERS}/${desk.orderId}?includedData=PACKAGES,FULFILLMENT`)
    expect(order.body.order.packages).toMatchObject([{ carrier: 'UPS' }])
    expect(desk.soundRequests()).toEqual([])
    const operations = desk.control.requests().map((r) => r.operation)
    expect(operations).toContain('uploadFeedDocument')
    expect(operations).toContain('downloadFeedDocument')
  })

  test('a confirmed package, its edit, and the order that shows them', async () => {
    const desk = await checkedDesk()
    for (const detail of [{}, { trackingNumber: 'T2' }]) {
      expect((await desk.confirm(desk.confirmation(detail))).status).toBe(204)
      const order = await desk.call('GET', `${ORDERS}/${desk.orderId}?includedData=PACKAGES,FULFILLMENT,CANCELLATION`)
      expect(order.body.order.packages).toHaveLength(1)
    }
    desk.control.alterOrder(desk.orderId, { cancel: { by: 'AMAZON', reason: 'Late shipment' } })
    await desk.call('GET', `${ORDERS}/${desk.orderId}?includedData=PACKAGES,FULFILLMENT,CANCELLATION`)
    expect(desk.soundRequests()).toEqual([])
  })

  test('every error that can be met', async () => {
    const desk = await checkedDesk()
    const documentId = await desk.upload('<a/>')
    const body = { feedType: RETIRED, marketplaceIds: [US], inputFeedDocumentId: documentId }
    const statuses = [
      await desk.call('POST', FEEDS, { body: { ...body, feedType: 'POST_NOTHING' } }),
      await desk.call('POST', FEEDS, { body: { ...body, marketplaceIds: ['NOWHERE'] } }),
      await desk.call('POST', FEEDS),
      await desk.call('POST', FEED_DOCUMENTS, { body: {} }),
      await desk.call('GET', `${FEEDS}/1`),
      await desk.call('DELETE', `${FEEDS}/1`),
      await desk.call('GET', FEEDS),
      await desk.call('GET', `${FEED_DOCUMENTS}/1`),
      await desk.confirm(desk.confirmation({ packageReferenceId: 1 })),
      await desk.call('POST', desk.path.replace(desk.orderId, '111-0000000-0000000'), { body: desk.confirmation() }),
      await desk.call('POST', desk.path),
    ]
    for (const status of [429, 500, 503]) {
      desk.control.addFault({ operation: 'confirmShipment', kind: 'error', status })
      desk.control.addFault({ operation: 'createFeed', kind: 'error', status })
      statuses.push(await desk.confirm(desk.confirmation()), await desk.call('POST', FEEDS, { body }))
    }
    expect(statuses.map((a) => a.status)).toEqual([
      ...[400, 403, 415, 400, 404, 404, 400, 404, 400, 404, 400],
      ...[429, 429, 500, 500, 503, 503],
    ])
  })

  test.each<[string, object]>([
    ['a package id that is a number', { packageDetail: { packageReferenceId: 1 } }],
    ['no carrier', { packageDetail: { carrierCode: undefined } }],
    ['no tracking number', { packageDetail: { trackingNumber: undefined } }],
    ['a field that no one knows', { packageDetail: { weight: 1 } }],
    ['no marketplace', { marketplaceId: undefined }],
  ])('a confirmation with %s is found out', async (_, wrong: { packageDetail?: object; marketplaceId?: undefined }) => {
    const { confirmation, path } = await checkedDesk()
    const headers = { 'user-agent': 'x', 'x-amz-access-token': '***', 'content-type': 'application/json' }
    const { packageDetail, ...around } = wrong
    const sound = { method: 'POST', path, headers, body: confirmation() }
    expect(validateRequest(sound)).toEqual([])
    expect(validateRequest({ ...sound, body: { ...confirmation(packageDetail as never), ...around } })).toHaveLength(1)
  })

  test('an upload that brings a token along is found out', () => {
    const request = { method: 'PUT', path: '/feed-documents/x', headers: { 'content-type': XML } }
    expect(validateRequest(request)).toEqual([])
    expect(validateRequest({ ...request, headers: { 'x-amz-access-token': '***' } })).toHaveLength(1)
    expect(validateRequest({ ...request, path: '/report-documents/x' })).toHaveLength(1)
  })
})

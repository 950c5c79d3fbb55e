import { expect, test } from 'vitest'
import { readXml } from '../../src/simulator/read-xml.ts'
import { envelope, feedDesk, TAB_TEXT, XML } from './feed-desk.ts'
import { counts, flatCounts, flatRows, words } from './feed-report.ts'
import { MINUTE } from './seller-central.ts'

const TYPE = 'POST_ORDER_FULFILLMENT_DATA'
const FLAT = 'POST_FLAT_FILE_FULFILLMENT_DATA'

async function deskWithOrder() {
  const desk = await feedDesk()
  const orderId = desk.control.placeOrder()
  const body = `<AmazonOrderID>${orderId}</AmazonOrderID><FulfillmentDate>2026-11-10T12:00:00Z</FulfillmentDate><FulfillmentData><CarrierCode>UPS</CarrierCode></FulfillmentData>`
  /** Gives a document in as bytes, and reads status and report. */
  const give = async (bytes: string | Buffer, contentType = XML, feedType = TYPE) => {
    const { feedDocumentId, url } = await desk.newDocument(contentType)
    await fetch(url, { method: 'PUT', body: bytes, headers: { 'content-type': contentType } })
    const { feedId } = (await desk.create(feedDocumentId, feedType)).body
    desk.control.advance(2 * MINUTE)
    const feed = desk.control.feeds().find((f) => f.feedId === feedId)
    return { status: feed?.status, report: feed?.report ?? '' }
  }
  return { desk, body, give, status: () => desk.control.order(orderId)?.fulfillment?.fulfillmentStatus }
}

const sound = (body: string) => envelope('OrderFulfillment', [body, body.replace('UPS', 'USPS')])

test.each<[string, (text: string) => string, RegExp]>([
  ['no XML', () => 'order-id\tship-date', /XML Parsing Fatal Error at Line 1/],
  ['an empty document', () => ' ', /XML Parsing Fatal Error/],
  ['a document that was cut off', (t) => t.slice(0, -40), /XML Parsing Fatal Error/],
  ['an element that is not closed', (t) => t.replace('</MessageType>', ''), /must be ended by/],
  [
    'a document type',
    (t) => t.replace('<AmazonEnvelope', '<!DOCTYPE x [<!ENTITY a "b">]><AmazonEnvelope'),
    /Fatal Error/,
  ],
  ['an unknown entity', (t) => t.replace('1.01', '&euro;'), /entity/],
  ['another root', (t) => t.replaceAll('AmazonEnvelope', 'Envelope'), /not AmazonEnvelope/],
  ['another message type', (t) => t.replaceAll('OrderFulfillment', 'OrderAdjustment'), /does not fit the feed type/],
  ['another merchant', (t) => t.replace('A3HARBORGOODS', 'A1SOMEONEELSE'), /MerchantIdentifier 'A1SOMEONEELSE'/],
  ['no header', (t) => t.replace(/<Header>.*<\/Header>/, ''), /'\{Header\}' is expected/],
  ['no message', (t) => t.replace(/<Message>[\s\S]*<\/Message>/, ''), /not complete.*'\{Message\}'/],
  ['a message id twice', (t) => t.replace('<MessageID>2<', '<MessageID>1<'), /MessageID 1 is given twice/],
  ['message id 0', (t) => t.replace('<MessageID>2<', '<MessageID>0<'), /MessageID '0'/],
])('the whole feed is refused for %s', async (_, broken, message) => {
  const { body, give, status } = await deskWithOrder()
  const ended = await give(broken(sound(body)))
  expect([ended.status, counts(ended.report), words(ended.report)]).toEqual([
    'FATAL',
    [1, 0, 1, 0],
    [expect.stringMatching(message)],
  ])
  expect(ended.report).toMatch(/<StatusCode>Rejected<[\s\S]*<MessageID>0</)
  expect(status()).toBe('UNSHIPPED')
})

test('an operation type, comments, CDATA and a mark at the start are no fault', async () => {
  const { body, give, status } = await deskWithOrder()
  const text = envelope('OrderFulfillment', [`<!-- all --><?x?>${body.replace('UPS', '<![CDATA[UPS]]>')}`])
  const ended = await give(`\uFEFF${text.replace('</MessageID>', '</MessageID><OperationType>Update</OperationType>')}`)
  expect([ended.status, words(ended.report), status()]).toEqual(['DONE', [], 'SHIPPED'])
})

test('bytes that are not of the encoding that the content type names are refused', async () => {
  const { body, give } = await deskWithOrder()
  const data = body.replace('</CarrierCode>', '</CarrierCode><ShippingMethod>Größe</ShippingMethod>')
  const latin = Buffer.from(envelope('OrderFulfillment', [data]), 'latin1')
  expect((await give(latin)).status).toBe('FATAL')
  expect((await give(latin, 'text/xml; charset=iso-8859-1')).status).toBe('DONE')
})

test.each<[string, string, RegExp]>([
  ['an empty file', ' ', /lacks the columns order-id/],
  ['a column that lacks', 'order-id\tship-date\n1\t2026-11-10', /lacks the columns carrier-code/],
  ['an unknown column', 'order-id\tship-date\tcarrier-code\tcolour\n1\t2\t3\t4', /unknown column 'colour'/],
  ['commas', 'order-id,ship-date,carrier-code\n1,2026-11-10,UPS', /lacks the columns/],
  ['a header alone', 'order-id\tship-date\tcarrier-code\n', /no record/],
])('a whole flat file is refused for %s', async (_, text, message) => {
  const { give } = await deskWithOrder()
  const ended = await give(text, TAB_TEXT, FLAT)
  expect([ended.status, flatCounts(ended.report)]).toEqual(['FATAL', [1, 0]])
  expect(flatRows(ended.report)[0]?.at(-1)).toMatch(message)
})

test('XML is read with attributes, entities, nested and empty elements', () => {
  const read = readXml(`<?xml version="1.0"?>\n<a x='1' y="&lt;&#65;&#x42;"><b/>&amp;<c>t</c>u</a>\n<!-- end -->`)
  expect(read).toEqual({
    root: {
      name: 'a',
      attributes: { x: '1', y: '<AB' },
      children: [
        { name: 'b', attributes: {}, children: [], text: '' },
        { name: 'c', attributes: {}, children: [], text: 't' },
      ],
      text: '&u',
    },
  })
})

test.each([
  '<a',
  '<a x=1/>',
  '<a x="1" x="2"/>',
  '<a x="<"/>',
  '<a>&</a>',
  '<a></b>',
  '<a/><b/>',
  '<a><!-- </a>',
  '<a>&#0;</a>',
  'x<a/>',
])('%s is no XML', (text) =>
  expect(readXml(text)).toEqual({ error: expect.stringContaining('XML Parsing Fatal Error') }),
)

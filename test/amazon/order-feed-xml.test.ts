import { describe, expect, it } from 'vitest'
import { readOrderFeedReport } from '#amazon/order-feed-report.ts'
import { writeOrderFeed } from '#amazon/order-feed-xml.ts'
import type { ConfirmationMessage, RefundMessage } from '#core/shipments/order-feed.ts'

const box = (number: number, change: Partial<ConfirmationMessage> = {}): ConfirmationMessage => ({
  number,
  shipment: `1001000${number}`,
  amazonOrderId: '111-0000000-0000001',
  shippedAt: Date.parse('2026-11-10T14:59:00.250Z'),
  shipDay: '2026-11-10',
  carrier: { code: 'UPS', name: null },
  service: null,
  tracking: '0012',
  items: [{ line: '9001', quantity: 2 }],
  ...change,
})
const boxes = (...messages: ConfirmationMessage[]) => writeOrderFeed('A3SELLER', { kind: 'confirmation', messages })

describe('an order feed in XML', () => {
  it('[S5] a package has its number, time, carrier, tracking and lines, in the order of the schema', () => {
    const { content, taken, contentType } = boxes(box(1))
    expect(taken).toBe(1)
    expect(contentType).toBe('text/xml; charset=UTF-8')
    expect(content).toContain('<MerchantIdentifier>A3SELLER</MerchantIdentifier>')
    expect(content).toContain(
      '<Message><MessageID>1</MessageID><OrderFulfillment><AmazonOrderID>111-0000000-0000001</AmazonOrderID>' +
        '<MerchantFulfillmentID>10010001</MerchantFulfillmentID><FulfillmentDate>2026-11-10T14:59:00Z</FulfillmentDate>' +
        '<FulfillmentData><CarrierCode>UPS</CarrierCode><ShipperTrackingNumber>0012</ShipperTrackingNumber></FulfillmentData>' +
        '<Item><AmazonOrderItemCode>9001</AmazonOrderItemCode><Quantity>2</Quantity></Item></OrderFulfillment></Message>',
    )
  })

  it('[S5] text is escaped, and what XML cannot hold becomes a space', () => {
    const carrier = { code: 'Other', name: `A&B <"quick'> Ltd` }
    const { content } = boxes(box(1, { carrier, tracking: 'a\u0001b\ud800c' }))
    expect(content).toContain('<CarrierName>A&amp;B &lt;&quot;quick&apos;&gt; Ltd</CarrierName>')
    expect(content).toContain('<ShipperTrackingNumber>a b\ufffdc</ShipperTrackingNumber>')
  })

  it('[S5] a document takes as many messages as have room, counted in bytes', () => {
    const messages = Array.from({ length: 10 }, (_, index) => box(index + 1, { service: 'ü'.repeat(100) }))
    const feed = { kind: 'confirmation', messages } as const
    const all = Buffer.byteLength(writeOrderFeed('A3SELLER', feed).content)
    expect(writeOrderFeed('A3SELLER', feed, all).taken).toBe(10)
    const less = writeOrderFeed('A3SELLER', feed, all - 1)
    expect(less.taken).toBe(9)
    expect(Buffer.byteLength(less.content)).toBeLessThan(all)
    expect(writeOrderFeed('A3SELLER', feed, 500).taken).toBe(0)
  })

  it('[O16] a refund has its amounts by what they are for, without zeros; a cancelled unit alone has a principal of none', () => {
    const none = { item: 0, tax: 0, shipping: 0, shippingTax: 0, giftWrap: 0, giftWrapTax: 0, quantityCancelled: 0 }
    const lines: RefundMessage['lines'] = [
      { ...none, line: '9001', item: 1250, tax: 100, giftWrapTax: 5 },
      { ...none, line: '9002', quantityCancelled: 2 },
    ]
    const message = {
      number: 1,
      amazonOrderId: '111-0000000-0000001',
      reason: 'could-not-ship',
      currency: 'USD',
      lines,
    } as const
    const { content } = writeOrderFeed('A3SELLER', { kind: 'refund', messages: [message] })
    const amount = (type: string, text: string) =>
      `<Component><Type>${type}</Type><Amount currency="USD">${text}</Amount></Component>`
    expect(content).toContain(
      `<ItemPriceAdjustments>${amount('Principal', '12.50')}${amount('Tax', '1.00')}${amount('GiftWrapTax', '0.05')}</ItemPriceAdjustments>`,
    )
    expect(content).toContain(
      `<ItemPriceAdjustments>${amount('Principal', '0.00')}</ItemPriceAdjustments><QuantityCancelled>2</QuantityCancelled>`,
    )
    expect(content.match(/<AdjustmentReason>CouldNotShip</g)).toHaveLength(2)
  })
})

const result = (message: number, code = '25') =>
  `<Result><MessageID>${message}</MessageID><ResultCode>Error</ResultCode><ResultMessageCode>${code}</ResultMessageCode><ResultDescription>Not &amp; never\n  allowed</ResultDescription></Result>`
const report = (inner: string, counts: readonly [number, number, number] = [2, 1, 1]) =>
  `<?xml version="1.0" encoding="UTF-8"?><AmazonEnvelope><Header/><MessageType>ProcessingReport</MessageType><Message><MessageID>1</MessageID><ProcessingReport><StatusCode>Complete</StatusCode><ProcessingSummary><MessagesProcessed>${counts[0]}</MessagesProcessed><MessagesSuccessful>${counts[1]}</MessagesSuccessful><MessagesWithError>${counts[2]}</MessagesWithError></ProcessingSummary>${inner}</ProcessingReport></Message></AmazonEnvelope>`
const whyNot = (text: string): string => {
  const read = readOrderFeedReport(text)
  return read.ok ? 'read' : String(read.problem.facts.why)
}

describe('the processing report of an XML feed', () => {
  it('[S5] is read with counts and faults in Amazon’s words', () => {
    expect(readOrderFeedReport(`\uFEFF${report(result(2))}\n`)).toEqual({
      ok: true,
      value: {
        processed: 2,
        successful: 1,
        withError: 1,
        faults: [{ message: 2, isError: true, code: '25', words: 'Not & never allowed' }],
      },
    })
  })

  it('[S5] cut off anywhere it is a problem, never "all well"', () => {
    const whole = report(result(2))
    for (let length = 0; length < whole.length; length++)
      expect([length, whyNot(whole.slice(0, length))]).not.toEqual([length, 'read'])
  })

  it.each([
    ['', 'it is empty'],
    ['processed 2', 'it is cut off or not XML'],
    ['<a/>', 'it is not a processing report'],
    [report('').replace('ProcessingReport<', 'OrderFulfillment<'), 'it is not a processing report'],
    [report('').replace('>2<', '>two<'), 'MessagesProcessed is not a number'],
    [report(result(1).replace('Error', 'Great')), 'a result is neither an error nor a warning'],
    [report(result(1) + result(2)), 'its counts contradict each other'],
    [report('', [2, 2, 1]), 'its counts contradict each other'],
    [`<!DOCTYPE a [<!ENTITY x "y">]>${report('')}`.replace(/<\?xml.*?\?>/, ''), 'it has a document type'],
    [report('&x;'), 'it is cut off or not XML'],
    [`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, 'it is too deep'],
  ])('[S5] %j: %s', (text, why) => {
    expect(whyNot(text)).toBe(why)
  })
})

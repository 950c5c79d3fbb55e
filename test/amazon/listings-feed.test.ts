import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeedMessage } from '#amazon/listing-patches.ts'
import { createFeedWriter, FEED_LIMITS, readListingsReport } from '#amazon/listings-feed.ts'
import type { SellerSku } from '#core/ids.ts'

const message = (number: number, sku = `SKU-${number}`): FeedMessage => ({
  number,
  sellerSku: sku as SellerSku,
  productType: 'PRODUCT',
  patches: [
    {
      op: 'merge',
      path: '/attributes/fulfillment_availability',
      value: [{ fulfillment_channel_code: 'DEFAULT', quantity: number }],
    },
  ],
})

function write(messages: readonly FeedMessage[], limits?: { messages: number; bytes: number }) {
  const writer = createFeedWriter('A3HARBORGOODS', limits)
  const full = messages.flatMap((each) => writer.add(each) ?? [])
  return [...full, ...[writer.end()].flatMap((each) => each ?? [])]
}

test('[I8] a document ends at 25,000 messages or 10 MiB, whichever comes first', () => {
  expect(FEED_LIMITS).toEqual({ messages: 25_000, bytes: 10_485_760 })
  const documents = write(
    Array.from({ length: 7 }, (_, n) => message(n + 1)),
    { messages: 3, bytes: 1_000_000 },
  )
  expect(documents.map(({ messages }) => messages)).toEqual([3, 3, 1])
  expect(write([])).toEqual([])
})

test('[I8] no document is larger than its limit, and no message is lost or changed (generated)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 30 }),
      fc.integer({ min: 400, max: 2000 }),
      fc.integer({ min: 1, max: 9 }),
      (skus, bytes, most) => {
        const messages = skus.map((sku, n) => message(n + 1, sku))
        const documents = write(messages, { messages: most, bytes })
        for (const document of documents) {
          expect(Buffer.byteLength(document.text)).toBe(document.bytes)
          expect(document.messages === 1 || document.bytes <= bytes).toBe(true)
          expect(document.messages).toBeLessThanOrEqual(most)
        }
        const sent = documents.flatMap(({ text }) => JSON.parse(text).messages)
        expect(sent.map((each: { messageId: number; sku: string }) => [each.messageId, each.sku])).toEqual(
          messages.map(({ number, sellerSku }) => [number, sellerSku]),
        )
      },
    ),
  )
})

const report = (change: Record<string, unknown> = {}) =>
  JSON.stringify({
    header: { sellerId: 'A3HARBORGOODS', version: '2.0', feedId: '77' },
    issues: [
      { messageId: 2, code: '90220', severity: 'ERROR', message: 'A value is missing', attributeName: 'list_price' },
      { messageId: 2, code: '18027', severity: 'WARNING', message: 'An image' },
      { code: '4002001', severity: 'ERROR', message: 'Cannot be parsed' },
    ],
    summary: { errors: 2, warnings: 1, messagesProcessed: 3, messagesAccepted: 2, messagesInvalid: 1 },
    ...change,
  })

test('[I10] a processing report gives each message its remarks, and the feed those of its own', () => {
  const read = readListingsReport(report(), '77')
  expect(read).toMatchObject({ ok: true, value: { processed: 3, accepted: 2, invalid: 1 } })
  if (!read.ok) return
  expect(read.value.ofMessage.get(2)?.map(({ code, attributes }) => [code, attributes])).toEqual([
    ['90220', ['list_price']],
    ['18027', []],
  ])
  expect(read.value.ofFeed.map(({ code }) => code)).toEqual(['4002001'])
})

test.each([
  ['cut off', report().slice(0, 200)],
  ['empty', ''],
  ['of another feed', report({ header: { feedId: '78' } })],
  ['without a summary', report({ summary: undefined })],
  ['with a summary that counts nothing', report({ summary: { errors: 0 } })],
  ['whose remarks are no list', report({ issues: 'none' })],
])('[I10] a processing report that is %s is a problem, never "all well"', (_, text) => {
  expect(readListingsReport(text, '77')).toMatchObject({ ok: false, problem: { code: 'feed-report-unreadable' } })
})

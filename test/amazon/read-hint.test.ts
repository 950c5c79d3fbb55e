import { expect, test } from 'vitest'
import { readHint } from '#amazon/read-hint.ts'
import { describeWithModels } from '../make/amazon-models.ts'
import { misfit, READ_TYPES, schemaOf, without } from '../make/notification-schemas.ts'

describeWithModels("hints are read as Amazon's schemas have them", () => {
  test("Amazon's own examples are read: what they are about, and of whom; a vendor's is of no selling partner", () => {
    const read = READ_TYPES.flatMap((name) => schemaOf(name).examples).map((example) => {
      const hint = readHint(JSON.stringify(example))
      if (!hint.ok) return hint.problem
      const { type, sellingPartnerId, about } = hint.value
      return [type, sellingPartnerId, about]
    })
    const changedAt = Date.parse('2022-11-29T19:42:04.284Z')
    const order = { of: 'order', orderId: '903-8868176-2219830', region: 'na', changedAt }
    const [feed, report] = [
      { of: 'feed', feedId: '53347018456' },
      { of: 'report', reportId: '54517018502' },
    ]
    expect(read).toEqual([
      ['ORDER_CHANGE', 'A3TH9S8BH6GOGM', order],
      ['FEED_PROCESSING_FINISHED', 'A3TH9S8BH6GOGM', feed],
      ['FEED_PROCESSING_FINISHED', null, feed],
      ['REPORT_PROCESSING_FINISHED', 'A3TH9S8BH6GOGM', report],
      ['REPORT_PROCESSING_FINISHED', null, report],
    ])
  })

  test('a field that the schema demands and that is read: without it the hint is refused, never guessed', () => {
    const needed = {
      ORDER_CHANGE: ['Payload', 'OrderChangeNotification', 'AmazonOrderId'],
      FEED_PROCESSING_FINISHED: ['payload', 'feedProcessingFinishedNotification', 'feedId'],
      REPORT_PROCESSING_FINISHED: ['payload', 'reportProcessingFinishedNotification', 'reportId'],
    }
    for (const name of READ_TYPES) {
      const [example] = schemaOf(name).examples
      const lacking = without(example, needed[name])
      expect(misfit(lacking)).not.toEqual([])
      expect(readHint(JSON.stringify(lacking))).toMatchObject({ ok: false, problem: { code: 'hint-unreadable' } })
    }
  })
})

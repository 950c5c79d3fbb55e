import { describe, expect, it, test } from 'vitest'
import { failed, ok, tell } from '../problems.ts'
import { afterTry } from './after-try.ts'
import type { BuyerMail } from './buyer-mail.ts'
import { checkMailWish, faultOfText, LONGEST_TEXT, type OrderToMail } from './check-mail-wish.ts'
import { TEMPLATE_NAMES } from './words.ts'
import { type MailToWrite, writeBuyerMail } from './write-buyer-mail.ts'

const open: OrderToMail = {
  amazonOrderId: '111-0000001-0000001',
  stage: 'Shipping Department',
  amazonStatus: 'UNSHIPPED',
  fulfilledByAmazon: false,
  grandTotal: 1250,
  lines: [{ particulars: null }],
}
const done = { ...open, stage: 'Completed Order', amazonStatus: 'SHIPPED' } as const
const designed = { ...open, lines: [{ particulars: { customized: true } }] }
const code = (order: OrderToMail, kind: Parameters<typeof checkMailWish>[1]['kind'], text = '') => {
  const checked = checkMailWish(order, { kind, text })
  return checked.ok ? 'ok' : checked.problem.code
}

describe('what may be written to the buyer of an order', () => {
  const REFUSED = 'buyer-mail-not-permitted'
  test.each([
    ['an invoice of a completed order', done, 'invoice', '', 'ok'],
    ['an invoice before it is completed', open, 'invoice', '', REFUSED],
    ['an invoice without a total', { ...done, grandTotal: null }, 'invoice', '', REFUSED],
    ['an invoice with words of a person', done, 'invoice', 'Thanks!', 'not-valid'],
    ['a question about an open order', open, 'question', 'Which colour?', 'ok'],
    ['a question about a completed order', done, 'question', 'Which colour?', REFUSED],
    ['a delivery appointment', open, 'delivery-appointment', 'Is Monday good?', 'ok'],
    ['a check of a design', designed, 'design-check', 'Is it blue?', 'ok'],
    ['a check of a design where nothing was designed', open, 'design-check', 'Is it blue?', REFUSED],
    ['a question about a pending order', { ...open, stage: 'Pre-ordered' }, 'question', 'Why?', REFUSED],
    ['a question about a rejected order', { ...open, stage: 'Rejected' }, 'question', 'Why?', REFUSED],
    ['a question about a cancelled order', { ...open, amazonStatus: 'CANCELLED' }, 'question', 'Why?', REFUSED],
    ["an invoice of Amazon's own order", { ...done, fulfilledByAmazon: true }, 'invoice', '', REFUSED],
  ] as const)('[O8] %s', (...[, order, kind, text, expected]) => {
    expect(code(order, kind, text)).toBe(expected)
  })

  it.each([
    'We can deliver on 2026-11-24 between 10:00 and 12:30. Does that suit you?',
    'Order 111-0000001-0000001: shall the name be engraved in 12 mm or 14.5 mm letters?',
    'Am 24.11.2026 um 9:30 Uhr?\nOder am 25. 11. 2026?',
    'The print is 30 x 40 cm. Is the third word "and" or "und"?',
    'It was sent.It will come. See line 2 (two), please.',
  ])('[O8] a plain text passes: %s', (text) => {
    expect(faultOfText(text)).toBeNull()
  })

  it.each([
    ['Look at https://shop.example.com/review', 'link'],
    ['Look at HTTP://SHOP.EXAMPLE', 'link'],
    ['Look at www.example', 'link'],
    ['Look at our-shop.com today', 'link'],
    ['Look at our-shop．com today', 'link'],
    ['OUR-SHOP.COM', 'link'],
    ['mailto:me', 'link'],
    ['Write to service@example.org', 'link|e-mail'],
    ['Write to a@b.c', 'e-mail'],
    ['Call +1 (212) 555-0100', 'telephone'],
    ['Call 212 555 0100 now', 'telephone'],
    ['a\u200bb', 'invisible'],
    ['a\u0007b', 'control'],
    [' \n ', 'must be 1 to'],
    ['x'.repeat(LONGEST_TEXT + 1), 'must be 1 to'],
  ])('[O8] Amazon permits no links, addresses and telephone numbers: %s', (text, why) => {
    expect(faultOfText(text)).toMatch(new RegExp(why))
  })
})

describe('what becomes of a mail after a try', () => {
  const mail: BuyerMail = {
    mailId: 7,
    orderId: 1001,
    amazonOrderId: open.amazonOrderId,
    kind: 'question',
    state: 'sending',
    askedBy: 'A person',
    askedAt: 0,
    nextAt: 0,
    attempts: 2,
    problem: null,
    endedAt: null,
  }
  const MINUTE = 60_000
  const words = '550 no such user <q1w2e3@marketplace.amazon.example>'

  test.each([
    ['taken', ok('sent' as const), 'sent', null],
    ['kept here', ok('kept' as const), 'kept', null],
    ['not now', failed('mail-refused', { address: 'x', why: words, reply: 451 }), 'waiting', 5 * MINUTE],
    ['never', failed('mail-refused', { address: 'x', why: words, reply: 550 }), 'refused', null],
    ['away', failed('mail-server-away', { why: words }), 'waiting', 5 * MINUTE],
    ['no server', failed('mail-server-missing'), 'waiting', 5 * MINUTE],
    ['nobody knows', failed('mail-answer-lost', { why: words }), 'unclear', null],
  ] as const)('[O8] %s: only what certainly did not arrive goes again by itself', (...[, outcome, state, wait]) => {
    const after = afterTry(mail, outcome, 1000)
    expect([after.state, after.nextAt]).toEqual([state, wait === null ? null : 1000 + wait])
    expect(JSON.stringify(after)).not.toContain('q1w2e3')
    if (after.problem) expect(tell(after.problem).sentence).not.toMatch(/\{\w+\}/)
  })
})

describe('a mail to a buyer', () => {
  const line = { title: 'Mug <b>"blue"</b>', quantityAmazon: 2, item: 2000, shipping: 500, giftWrap: 0, other: 0 }
  const mail: MailToWrite = {
    kind: 'invoice',
    order: {
      orderId: 1001,
      amazonOrderId: open.amazonOrderId,
      placedAt: Date.parse('2026-11-10T15:00Z'),
      currency: 'USD',
      grandTotal: 2675,
      outsideLines: 0,
      lines: [{ ...line, tax: 175, marketplaceTax: 175, discount: 0, total: 2675 }],
    },
    theme: {
      code: 'HARBOR',
      name: 'Harbor',
      sender: 'orders@example.com',
      template: '',
      service: { name: 'Invented Service', email: 'service@example.com', phone: '555-0100' },
    },
    seller: {
      name: 'Harbor Goods',
      address: ['1 Test Street', 'Portland'],
      clock: { timeZone: 'America/New_York', country: 'US' },
    },
    text: '',
    shipTo: {
      name: 'Quentina Zebrafield',
      company: null,
      lines: ['77 Xylophone Crescent'],
      district: null,
      city: 'Sampletonville',
      state: 'NY',
      postalCode: '12207',
      country: 'US',
    },
  }

  test('[O8] an invoice shows who sells, who buys, every line and amount, and Amazon’s order id in the subject', () => {
    const { subject, text, html } = writeBuyerMail(mail)
    expect(subject).toBe('Invoice for your Amazon order 111-0000001-0000001')
    expect(text.split('\n').filter((each) => each !== '')).toEqual([
      'Hello,',
      'this is about your Amazon order 111-0000001-0000001.',
      'Sold by: Harbor Goods, 1 Test Street, Portland',
      'Sold to: Quentina Zebrafield, 77 Xylophone Crescent, 12207 Sampletonville, NY, US',
      'Invoice number: 1001',
      'Order placed: 11/10/26 10:00 AM',
      '- 2 × Mug <b>"blue"</b>: 20.00 USD',
      '- Shipping: 5.00 USD',
      '- Tax: 1.75 USD',
      '- (of this collected and remitted by Amazon: 1.75 USD)',
      '- Total: 26.75 USD',
      'Invented Service',
    ])
    expect(html).toContain('Mug &lt;b&gt;&quot;blue&quot;&lt;/b&gt;')
  })

  test('[O8] tax that the prices hold is not added again', () => {
    const inside = { ...mail.order.lines[0], total: 2500 } as (typeof mail.order.lines)[number]
    const { text } = writeBuyerMail({ ...mail, order: { ...mail.order, grandTotal: 2500, lines: [inside] } })
    expect(text).toContain('- Tax, included above: 1.75 USD')
    expect(text).toContain('- Total: 25.00 USD')
  })

  test.each(TEMPLATE_NAMES)(
    '[O7][O8] template %s: no link, no address and no number of ours in any kind',
    (template) => {
      for (const kind of ['invoice', 'question', 'delivery-appointment', 'design-check'] as const) {
        const text = kind === 'invoice' ? '' : 'Is it blue?\nOr green?'
        const written = writeBuyerMail({ ...mail, kind, text, theme: { ...mail.theme, template } })
        const all = [written.subject, written.text, written.html].join('\n')
        expect(written.subject).toContain(open.amazonOrderId)
        expect(all).not.toMatch(/https?:|href|src=|<img|@|555-0100|\{\w+\}/)
        expect(all).toContain('Invented Service')
        if (kind !== 'invoice') expect(written.text).toContain('Is it blue?\nOr green?')
      }
    },
  )
})

import { describe, expect, test } from 'vitest'
import { fileOf, WHOLE } from './channel-examples.ts'
import { columnMeaning, ITEM_COLUMNS, isChannelOrderFile, ORDER_COLUMNS, orderColumns } from './order-columns.ts'
import { readAmountCell, readCount, readTime, readYesNo } from './read-cells.ts'
import { shareAmount } from './share-amount.ts'

describe('the columns of a file', () => {
  test.each([
    ['order.channelPartnerOrderId', { of: 'order', name: 'channelPartnerOrderId' }],
    ['ORDER.CHANNELPARTNERORDERID', { of: 'order', name: 'channelPartnerOrderId' }],
    ['channel_partner_order_id', { of: 'order', name: 'channelPartnerOrderId' }],
    ['order.shipto_postal_code', { of: 'order', name: 'shiptoPostalCode' }],
    ['order.items[0].merchantItemId', { of: 'item', name: 'merchantItemId', n: 0 }],
    ['items[12].quantity', { of: 'item', name: 'quantity', n: 12 }],
    ['item.arbitrary_unit_cost', { of: 'item', name: 'arbitraryUnitCost', n: null }],
    ['quantity', { of: 'item', name: 'quantity', n: null }],
    ['order.creditCardNumber', { of: 'card' }],
    ['order.credit_card_expiration_month', { of: 'card' }],
    ['CVV2', { of: 'card' }],
    ['order.creditCardType', { of: 'nothing' }],
    ['order.considerRecurring', { of: 'nothing' }],
    ['order.coupons[0].code', { of: 'nothing' }],
  ])('[H3] %s is read in any spelling', (header, meaning) => {
    expect(columnMeaning(header)).toEqual(meaning)
  })

  test('[H3] every column that Millrace reads is read by its own header', () => {
    for (const name of Object.keys(ORDER_COLUMNS))
      expect(columnMeaning(`order.${name}`)).toMatchObject({ of: 'order', name })
    for (const name of Object.keys(ITEM_COLUMNS))
      expect(columnMeaning(`item.${name}`)).toMatchObject({ of: 'item', name })
  })

  test('[H3] a file is known by its column for the number at the channel', () => {
    expect(isChannelOrderFile(Object.keys(WHOLE))).toBe(true)
    expect(isChannelOrderFile(['order-id', 'sku', 'quantity'])).toBe(false)
  })

  test('[H3] columns that mean nothing here are told as not used; two that say the same, and missing ones, refuse the file', () => {
    expect(orderColumns([...Object.keys(WHOLE), 'order.mailingListOptIn', ''])).toMatchObject({
      ok: true,
      unused: ['order.mailingListOptIn'],
    })
    expect(orderColumns([...Object.keys(WHOLE), 'order_payment_method', 'paymentMethod'])).toMatchObject({ ok: false })
    expect(orderColumns(['order.channelPartnerOrderId'])).toMatchObject({
      ok: false,
      why: expect.stringContaining('order.paymentMethod, item.merchantItemId, item.quantity'),
    })
  })

  test('[H3] a file with a card number in it is refused whole; a blank column of cards is no fault', () => {
    const refused = fileOf({ ...WHOLE, 'order.creditCardNumber': '4111 1111 1111 1111' })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'channel-orders-file' } })
    expect(JSON.stringify(refused)).not.toContain('4111')
    expect(fileOf({ ...WHOLE, 'order.creditCardNumber': '' })).toMatchObject({ ok: true })
  })
})

describe('the cells of a file', () => {
  test('[H3] yes and no are read in all their spellings, and nothing else is', () => {
    for (const word of ['true', 'TRUE', 'yes', 'YES', 'on', 'ON', 'y', 'Y', '1', ' Yes '])
      expect(readYesNo(word)).toBe(true)
    for (const word of ['false', 'FALSE', 'no', 'NO', 'off', 'OFF', 'n', 'N', '0']) expect(readYesNo(word)).toBe(false)
    for (const word of ['', 'ja', '2', 'x', 'truee']) expect(readYesNo(word)).toBeNull()
  })

  test.each([
    ['11/24/2026 14:05:06', '2026-11-24T19:05:06Z'],
    ['1/2/2026', '2026-01-02T05:00:00Z'],
    ['2026-11-24T14:05:06', '2026-11-24T19:05:06Z'],
    ['2026-11-24', '2026-11-24T05:00:00Z'],
    ['2026-11-24T14:05:06Z', '2026-11-24T14:05:06Z'],
  ])('[H3] the timestamp %s is one of the merchant’s zone', (text, instant) => {
    expect(readTime(text, { timeZone: 'America/New_York', late: false })).toBe(Date.parse(instant))
  })

  test('[H3] a day by which something must happen is its end; what is no day is not read', () => {
    expect(readTime('11/24/2026', { timeZone: 'America/New_York', late: true })).toBe(
      Date.parse('2026-11-25T04:59:00Z'),
    )
    for (const text of ['24/11/2026', '2/30/2026', '11/24/26', 'soon', '11/24/2026 25:00:00'])
      expect(readTime(text, { timeZone: 'UTC', late: false })).toBeNull()
  })

  test('[O15] amounts are read as people write them, in whole minor units, and never guessed', () => {
    for (const [text, minor] of [
      ['12.50', 1250],
      ['12,50', 1250],
      ['$1,234.50', 123450],
      ['0', 0],
      ['1,234', 123400],
    ] as const)
      expect(readAmountCell(text, 'USD')).toBe(minor)
    for (const text of ['', '-1', '1.234,50', '12.505', 'free', '1e3']) expect(readAmountCell(text, 'USD')).toBeNull()
    expect(readAmountCell('1250', 'JPY')).toBe(1250)
  })

  test('[H3] a quantity is a whole number', () => {
    for (const [text, count] of [
      ['1', 1],
      ['12.0', 12],
      ['100000', 100_000],
      ['0', null],
      ['1.5', null],
      ['-1', null],
      ['1E+3', null],
    ] as const)
      expect(readCount(text)).toBe(count)
  })
})

test('[O15] an amount is shared without losing or making a cent', () => {
  for (let amount = 0; amount < 60; amount++)
    for (const weights of [[1, 1, 1], [0, 5, 0], [3, 0, 4, 9], [0, 0], [7]]) {
      const shares = shareAmount(amount, weights)
      const sum = weights.reduce((total, weight) => total + weight, 0)
      expect(shares.reduce((total, share) => total + share, 0)).toBe(amount)
      if (sum > 0)
        for (const [at, share] of shares.entries())
          expect(Math.abs(share - (amount * (weights[at] ?? 0)) / sum)).toBeLessThan(1)
    }
})

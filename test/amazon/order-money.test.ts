import { describe, expect, it } from 'vitest'
import type { WireOrder } from '#amazon/port.ts'
import { translateOrder } from '#amazon/translate-order.ts'
import { tell } from '#core/problems.ts'
import { proceeds, usd, wireLine, wireOrder } from './wire-orders.ts'

const order = (wire: WireOrder) => {
  const result = translateOrder(wire)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.order
}
type Part = readonly [string, string]
const lineOf = (total: string, parts: readonly Part[], more: object = {}) => {
  const read = order(
    wireOrder({
      proceeds: { grandTotal: usd(total) },
      orderItems: [wireLine({ proceeds: proceeds(total, parts), ...more })],
    }),
  )
  return { flags: read.flags, ...read.lines[0]!.money! }
}

describe('order money', () => {
  it('[O15] a discount may have either sign', () => {
    for (const discount of ['5.00', '-5.00'])
      expect(
        lineOf('38.20', [
          ['ITEM', '40.00'],
          ['TAX', '3.20'],
          ['DISCOUNT', discount],
        ]),
      ).toMatchObject({ discount: 500, total: 3820, flags: [] })
  })

  it('[O15] every kind of amount has its place, and unknown ones count as other', () => {
    const parts: Part[] = [
      ['ITEM', '10.00'],
      ['SHIPPING', '2.00'],
      ['GIFT_WRAP', '1.00'],
      ['COD_FEE', '0.50'],
      ['OTHER', '0.25'],
      ['TOMORROW', '0.25'],
      ['TAX', '1.00'],
    ]
    expect(lineOf('15.00', parts)).toEqual({
      item: 1000,
      shipping: 200,
      giftWrap: 100,
      other: 100,
      tax: 100,
      marketplaceTax: 0,
      discount: 0,
      total: 1500,
      flags: [],
    })
  })

  it('[O15] prices with the tax inside (Europe, Japan) and without it (United States) both add up', () => {
    expect(
      lineOf('119.00', [
        ['ITEM', '119.00'],
        ['TAX', '19.00'],
      ]),
    ).toMatchObject({ tax: 1900, total: 11900, flags: [] })
    expect(
      lineOf('138.00', [
        ['ITEM', '119.00'],
        ['TAX', '19.00'],
      ]),
    ).toMatchObject({ tax: 1900, total: 13800, flags: [] })
  })

  it('[O15] a line that adds up in neither way is imported and flagged', () => {
    expect(
      lineOf('130.00', [
        ['ITEM', '119.00'],
        ['TAX', '19.00'],
      ]),
    ).toMatchObject({ total: 13000, flags: ['line-money-mismatch'] })
  })

  it('[O15] tax that the marketplace collects is kept as such', () => {
    const tax = { taxCollections: [{ model: 'MARKETPLACE_FACILITATOR', responsibleParty: 'Amazon Services, Inc.' }] }
    expect(
      lineOf(
        '43.20',
        [
          ['ITEM', '40.00'],
          ['TAX', '3.20'],
        ],
        { tax },
      ),
    ).toMatchObject({ tax: 320, marketplaceTax: 320 })
  })

  it('[O15] zero prices are legal', () => {
    expect(lineOf('0.00', [['ITEM', '0.00']])).toMatchObject({ item: 0, total: 0, flags: [] })
  })

  it('[O15] a line without proceeds has no money, and nothing is flagged', () => {
    const read = order(
      wireOrder({
        proceeds: undefined,
        orderItems: [wireLine({ proceeds: undefined }), wireLine({ orderItemId: '2', proceeds: {} })],
      }),
    )
    expect(read).toMatchObject({
      currency: null,
      grandTotal: null,
      flags: [],
      lines: [{ money: null }, { money: null }],
    })
  })

  it('[O15] a delivery tip stands outside the lines and belongs to the grand total', () => {
    const breakdowns = [
      { type: 'ITEM', subtotal: usd('40.00') },
      { type: 'TAX', subtotal: usd('3.20') },
      { type: 'DELIVERY_TIP', status: 'PENDING', subtotal: usd('5.00') },
    ]
    expect(order(wireOrder({ proceeds: { grandTotal: usd('48.20'), breakdowns } }))).toMatchObject({
      outsideLines: 500,
      flags: [],
    })
  })

  it('[O15] a kind of amount that the lines have too is not counted twice', () => {
    const breakdowns = [{ type: 'TOMORROW', subtotal: usd('1.00') }]
    const orderItems = [
      wireLine({
        proceeds: proceeds('41.00', [
          ['ITEM', '40.00'],
          ['TOMORROW', '1.00'],
        ]),
      }),
    ]
    expect(order(wireOrder({ proceeds: { grandTotal: usd('41.00'), breakdowns }, orderItems }))).toMatchObject({
      outsideLines: 0,
      flags: [],
    })
  })

  it('[O15] a sum that is not the grand total is imported and flagged', () => {
    expect(order(wireOrder({ proceeds: { grandTotal: usd('99.00') } })).flags).toEqual(['money-mismatch'])
  })

  it('[O15] two currencies in one order are flagged, and an amount in the other one is not taken for ours', () => {
    const yen = {
      proceedsTotal: { amount: '500', currencyCode: 'JPY' },
      breakdowns: [{ type: 'ITEM', subtotal: { amount: '500', currencyCode: 'JPY' } }],
    }
    const read = order(wireOrder({ orderItems: [wireLine(), wireLine({ orderItemId: '2', proceeds: yen })] }))
    expect(read).toMatchObject({
      currency: 'USD',
      flags: ['mixed-currencies'],
      lines: [{ money: { total: 4320 } }, { money: null }],
    })
    const within = {
      proceedsTotal: usd('43.20'),
      breakdowns: [{ type: 'ITEM', subtotal: { amount: '43', currencyCode: 'JPY' } }],
    }
    expect(order(wireOrder({ orderItems: [wireLine({ proceeds: within })] }))).toMatchObject({
      flags: ['mixed-currencies'],
      lines: [{ money: null }],
    })
  })

  it('[O15] yen have no decimals', () => {
    const yen = (amount: string) => ({ amount, currencyCode: 'JPY' })
    const orderItems = [
      wireLine({
        proceeds: {
          proceedsTotal: yen('1980'),
          breakdowns: [
            { type: 'ITEM', subtotal: yen('1980') },
            { type: 'TAX', subtotal: yen('180') },
          ],
        },
      }),
    ]
    expect(order(wireOrder({ proceeds: { grandTotal: yen('1980') }, orderItems }))).toMatchObject({
      currency: 'JPY',
      flags: [],
      lines: [{ money: { total: 1980, tax: 180 } }],
    })
  })

  it('[O15] yen may be written with zeros after the point, and dinars have three decimals', () => {
    const priced = (amount: string, currencyCode: string) =>
      order(
        wireOrder({
          proceeds: { grandTotal: { amount, currencyCode } },
          orderItems: [wireLine({ proceeds: { proceedsTotal: { amount, currencyCode } } })],
        }),
      ).grandTotal
    expect(priced('1234', 'JPY')).toEqual(priced('1234.00', 'JPY'))
    expect(priced('1234.00', 'JPY')).toEqual({ minor: 1234, currency: 'JPY' })
    expect(priced('12.345', 'KWD')).toEqual({ minor: 12345, currency: 'KWD' })
  })

  it('[O15] a currency that nobody knows holds the order, with a sentence that names it: how many decimals it has cannot be guessed', () => {
    const result = translateOrder(wireOrder({ proceeds: { grandTotal: { amount: '12.50', currencyCode: 'XXZ' } } }))
    expect(result.ok ? null : tell(result.problem).sentence).toBe(
      'The field [proceeds.grandTotal] of this order cannot be read: nobody knows the currency [XXZ] or how many decimals it has. The original is kept.',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { withoutBuyerData } from '#amazon/strip-buyer.ts'
import { translateOrder } from '#amazon/translate-order.ts'
import { sealingGrant } from '#core/pii/grant.ts'
import { unmask } from '#core/pii/masked.ts'
import { wireLine, wireOrder } from './wire-orders.ts'

const read = (changes: Parameters<typeof wireLine>[0]) => {
  const result = translateOrder(wireOrder({ orderItems: [wireLine(changes)] }))
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.order.lines[0]!.particulars
}
const yen = (amount: string) => ({ amount, currencyCode: 'JPY' })
const inYen = { proceedsTotal: yen('1980'), breakdowns: [{ type: 'ITEM', subtotal: yen('1980') }] }
const points = (number: unknown, worth: object) => ({
  pointsCost: { pointsGranted: { pointsNumber: number, pointsMonetaryValue: worth } },
})

describe('line particulars', () => {
  it('[O1] most lines have none', () => {
    expect(read({})).toBeNull()
    expect(read({ programs: [], expense: {}, fulfillment: { shipping: {}, packing: {} } })).toBeNull()
    expect(read({ product: { sellerSku: 'A', customization: { customizedUrl: '' } } })).toBeNull()
  })

  it('[O15] points of a Japanese buyer are kept with what they cost', () => {
    const granted = (number: unknown, worth: object) =>
      read({ proceeds: inYen, expense: points(number, worth) })?.points
    expect(granted(19, yen('19'))).toEqual({ number: 19, worth: 19 })
    expect(granted('19', yen('19.00'))).toEqual({ number: 19, worth: 19 })
    // What is worth something in another currency than the line is told as a number only.
    expect(granted(19, { amount: '0.13', currencyCode: 'USD' })).toEqual({ number: 19, worth: null })
    expect(granted(0, yen('0'))).toBeUndefined()
  })

  it('[O1] the window in which the buyer wants the delivery is kept, open ends too', () => {
    const window = (scheduledDeliveryWindow: object) =>
      read({ fulfillment: { shipping: { scheduledDeliveryWindow } } })?.scheduled
    const [earliestDateTime, latestDateTime] = ['2026-11-12T09:00:00+09:00', '2026-11-12T12:00:00+09:00']
    expect(window({ earliestDateTime, latestDateTime })).toEqual({
      from: Date.parse('2026-11-12T00:00:00Z'),
      to: Date.parse('2026-11-12T03:00:00Z'),
    })
    expect(window({ latestDateTime })).toEqual({ from: null, to: Date.parse('2026-11-12T03:00:00Z') })
    expect(window({})).toBeUndefined()
  })

  it('[O1] whether a buyer designed the item is kept; the design and the gift message are not in the order', () => {
    const result = translateOrder(
      wireOrder({
        orderItems: [
          wireLine({
            product: { sellerSku: 'A', customization: { customizedUrl: 'https://example.com/MARKER.zip' } },
            fulfillment: { packing: { giftOption: { giftMessage: 'MARKER', giftWrapLevel: 'PREMIUM' } } },
          }),
        ],
      }),
    )
    const order = result.ok ? result.value.order : null
    expect(order?.lines[0]).toMatchObject({ gift: true, particulars: { customized: true, giftWrap: 'PREMIUM' } })
    expect(JSON.stringify(order)).not.toContain('MARKER')
    const buyerData = result.ok && result.value.buyerData
    expect(JSON.stringify(buyerData)).toBe('{"masked":true}')
    expect(buyerData && JSON.stringify(unmask(buyerData, sealingGrant())).split('MARKER')).toHaveLength(3)
  })

  it('[O1] what Amazon demands of a delivery is kept; what is less than mandatory says so', () => {
    const shippingConstraints = { signatureConfirmation: 'MANDATORY', palletDelivery: 'WISHED' }
    const demands = read({ fulfillment: { shipping: { shippingConstraints } } })?.demands ?? []
    expect([...demands].sort()).toEqual(['palletDelivery: WISHED', 'signatureConfirmation'])
  })

  it('[O1] programs of a line and the number under which VAT is paid are kept', () => {
    const shipping = { internationalShipping: { iossNumber: 'IM0000000001' } }
    expect(read({ programs: ['SUBSCRIBE_AND_SAVE', 'TOMORROW'], fulfillment: { shipping } })).toMatchObject({
      programs: ['SUBSCRIBE_AND_SAVE', 'TOMORROW'],
      iossNumber: 'IM0000000001',
    })
  })

  it('[O1] particulars are no buyer data: all but the design stay in an order without its buyer', () => {
    const wire = wireOrder({
      orderItems: [
        wireLine({
          programs: ['TRANSPARENCY'],
          proceeds: inYen,
          expense: points(19, yen('19')),
          fulfillment: {
            packing: { giftOption: { giftMessage: 'Hello', giftWrapLevel: 'PREMIUM' } },
            shipping: {
              scheduledDeliveryWindow: { latestDateTime: '2026-11-12T12:00:00Z' },
              shippingConstraints: { signatureConfirmation: 'MANDATORY' },
              internationalShipping: { iossNumber: 'IM0000000001' },
            },
          },
        }),
      ],
    })
    const [whole, stripped] = [translateOrder(wire), translateOrder(withoutBuyerData(wire))]
    expect(stripped.ok && stripped.value.order.lines).toEqual(whole.ok && whole.value.order.lines)
  })
})

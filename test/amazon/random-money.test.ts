import fc from 'fast-check'
import { expect, test } from 'vitest'
import { translateOrder } from '#amazon/translate-order.ts'
import { decimalsOf } from '#core/money.ts'
import { wireLine, wireOrder } from './wire-orders.ts'

/** Minor units as Amazon writes them, by plain counting; yen with zeros after the point where `zeros` says so. */
function written(minor: number, { currency, zeros }: { currency: string; zeros: boolean }) {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return { amount: `${minor < 0 ? '-' : ''}${whole}${decimals === 0 && zeros ? '.00' : ''}`, currencyCode: currency }
}

const amount = fc.integer({ min: 0, max: 5_000_000 })
const part = fc.record({
  item: amount,
  shipping: amount,
  giftWrap: amount,
  codFee: amount,
  tax: amount,
  off: fc.double({ min: 0, max: 1, noNaN: true }),
  sign: fc.constantFrom(1, -1),
  taxInside: fc.boolean(),
  taxedByMarketplace: fc.boolean(),
})
const discountOf = (p: { item: number; shipping: number; off: number }) => Math.floor(p.off * (p.item + p.shipping))

const randomOrder = fc.record({
  currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
  zeros: fc.boolean(),
  parts: fc.array(part, { minLength: 1, maxLength: 6 }),
  tip: amount,
  error: fc.integer({ min: -1, max: 1 }),
})

test('[O15] an order of any country whose parts add up is never flagged, one that is off by the smallest coin always is', () => {
  fc.assert(
    fc.property(randomOrder, ({ parts, tip, error, ...style }) => {
      const money = (minor: number) => written(minor, style)
      const totals = parts.map(
        (p) => p.item + p.shipping + p.giftWrap + p.codFee + (p.taxInside ? 0 : p.tax) - discountOf(p),
      )
      const sum = totals.reduce((all, total) => all + total, tip)
      fc.pre(sum + error >= 0)
      const orderItems = parts.map((p, index) =>
        wireLine({
          orderItemId: String(index),
          proceeds: {
            proceedsTotal: money(totals[index]!),
            breakdowns: [
              { type: 'ITEM', subtotal: money(p.item) },
              { type: 'SHIPPING', subtotal: money(p.shipping) },
              { type: 'GIFT_WRAP', subtotal: money(p.giftWrap) },
              { type: 'COD_FEE', subtotal: money(p.codFee) },
              { type: 'TAX', subtotal: money(p.tax) },
              { type: 'DISCOUNT', subtotal: money(p.sign * discountOf(p)) },
            ],
          },
          ...(p.taxedByMarketplace ? { tax: { taxCollections: [{ model: 'MARKETPLACE_FACILITATOR' }] } } : {}),
        }),
      )
      const proceeds = {
        grandTotal: money(sum + error),
        breakdowns: [{ type: 'DELIVERY_TIP', subtotal: money(tip) }],
      }
      const result = translateOrder(wireOrder({ proceeds, orderItems }))
      const order = result.ok ? result.value.order : null
      expect(order).toMatchObject({
        currency: style.currency,
        grandTotal: { minor: sum + error, currency: style.currency },
        outsideLines: tip,
        flags: error === 0 ? [] : ['money-mismatch'],
      })
      expect(order?.lines.map((line) => line.money)).toEqual(
        parts.map((p, index) => ({
          item: p.item,
          shipping: p.shipping,
          giftWrap: p.giftWrap,
          other: p.codFee,
          tax: p.tax,
          marketplaceTax: p.taxedByMarketplace ? p.tax : 0,
          discount: discountOf(p),
          total: totals[index],
        })),
      )
    }),
  )
})

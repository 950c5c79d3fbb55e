import { expect, test } from 'vitest'
import { IN, makeSellerAbroad } from '../make/abroad.ts'
import { MINUTE } from '../make/seller.ts'
import { documentOf, endOf, orderOf, type Seller } from '../make/seller-views.ts'

const imported = async (seller: Seller, id: string) => {
  expect(await endOf(seller, id)).toBe('placed')
  return (await orderOf(seller, id))!
}

test('[O15] an order of Japan is in whole yen, tax inside the price, with the points of its buyer', async () => {
  const seller = await makeSellerAbroad(['US', 'JP'])
  const id = seller.control.placeOrder({
    marketplaceId: IN.JP,
    lines: [{ sku: 'MUG-BLUE', quantity: 2, price: '1980', shipping: '410', discount: '100' }],
  })
  await seller.pass(6 * MINUTE)
  const order = await imported(seller, id)
  expect(order).toMatchObject({ currency: 'JPY', grandTotal: 4270, outsideLines: 0, flags: [] })
  expect(order.lines[0]).toMatchObject({ item: 3960, shipping: 410, discount: 100, marketplaceTax: 0, total: 4270 })
  expect(order.lines[0]!.tax).toBeGreaterThan(0)
  const { points } = order.lines[0]!.particulars!
  expect(points?.number).toBeGreaterThan(0)
  expect(points?.worth).toBe(points?.number)
})

test('[O15] Europe has the tax inside the price, North America beside it: both add up, and the tax that Amazon collects is told apart', async () => {
  const seller = await makeSellerAbroad(['US', 'CA', 'MX', 'GB', 'DE', 'IN', 'AU'])
  const place = (country: keyof typeof IN) =>
    seller.control.placeOrder({
      marketplaceId: IN[country],
      lines: [{ sku: 'MUG-BLUE', quantity: 2, price: '50.00', shipping: '7.00', discount: '10.00' }],
      discountSign: country === 'DE' || country === 'CA' ? 'negative' : 'positive',
    })
  const inside = (['MX', 'GB', 'DE', 'IN', 'AU'] as const).map((country) => [country, place(country)] as const)
  const beside = (['US', 'CA'] as const).map((country) => [country, place(country)] as const)
  await seller.pass(6 * MINUTE)
  for (const [country, id] of inside) {
    const order = await imported(seller, id)
    expect([country, order.flags, order.grandTotal]).toEqual([country, [], 9700])
    expect(order.lines[0]).toMatchObject({ item: 10000, discount: 1000, marketplaceTax: 0, total: 9700 })
    expect(order.lines[0]!.tax).toBeGreaterThan(0)
  }
  for (const [country, id] of beside) {
    const order = await imported(seller, id)
    const [line] = order.lines
    expect([country, order.flags]).toEqual([country, []])
    expect(line).toMatchObject({ item: 10000, discount: 1000, total: 9700 + line!.tax!, marketplaceTax: line!.tax })
    expect(line!.tax).toBeGreaterThan(0)
    expect(order.grandTotal).toBe(line!.total)
  }
})

test('[O15] a delivery tip stands outside the lines; replacement and Vine are worth zero; all of them import', async () => {
  const seller = await makeSellerAbroad(['US', 'JP', 'GB'])
  const { control } = seller
  const tip = control.placeOrder({ like: 'tip', lines: [{ sku: 'MUG-BLUE', price: '12.00' }] })
  const vine = control.placeOrder({ like: 'vine', marketplaceId: IN.GB })
  const again = control.placeOrder({ like: 'replacement', marketplaceId: IN.JP, replaces: '249-0000000-0000900' })
  await seller.pass(6 * MINUTE)
  const tipped = await imported(seller, tip)
  expect(tipped).toMatchObject({ outsideLines: 500, grandTotal: tipped.lines[0]!.total! + 500, flags: [] })
  expect(await imported(seller, vine)).toMatchObject({
    grandTotal: 0,
    currency: 'GBP',
    lines: [{ total: 0 }],
    flags: [],
  })
  expect(await imported(seller, again)).toMatchObject({
    replaces: '249-0000000-0000900',
    grandTotal: 0,
    currency: 'JPY',
    flags: [],
  })
})

test('[O15] a currency that nobody knows holds its order with a sentence, and the other orders of the page import', async () => {
  const seller = await makeSellerAbroad(['US'])
  const { control } = seller
  const good = control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const odd = control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const stated = JSON.parse(JSON.stringify(control.order(odd)).replaceAll('"USD"', '"XXZ"'))
  control.alterOrder(odd, { replace: { proceeds: stated.proceeds, orderItems: stated.orderItems } })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, good)).toBe('placed')
  expect(await endOf(seller, odd)).toBe('held unreadable-order')
  const document = await documentOf(seller, odd)
  expect(document?.log.map((entry) => entry.sentence).join(' ')).toContain(
    'nobody knows the currency [XXZ] or how many decimals it has',
  )
})

test('[O15] dinars have three decimals, and yen may be written with zeros after the point', async () => {
  const seller = await makeSellerAbroad(['US', 'JP'])
  const { control } = seller
  const restated = (id: string, change: (text: string) => string) => {
    const { proceeds, orderItems } = JSON.parse(change(JSON.stringify(control.order(id))))
    control.alterOrder(id, { replace: { proceeds, orderItems } })
    return id
  }
  const dinars = restated(control.placeOrder({ lines: [{ sku: 'MUG-BLUE', price: '12.00' }], taxRate: 0 }), (text) =>
    text.replaceAll(/"amount":"(\d+\.\d\d)","currencyCode":"USD"/g, '"amount":"$15","currencyCode":"KWD"'),
  )
  const yen = restated(
    control.placeOrder({ marketplaceId: IN.JP, lines: [{ sku: 'MUG-RED', price: '1234', shipping: 0 }] }),
    (text) => text.replaceAll(/"amount":"(\d+)","currencyCode":"JPY"/g, '"amount":"$1.00","currencyCode":"JPY"'),
  )
  await seller.pass(6 * MINUTE)
  expect((await imported(seller, dinars)).lines[0]).toMatchObject({ item: 12005 })
  expect(await imported(seller, yen)).toMatchObject({ currency: 'JPY', grandTotal: 1234, flags: [] })
})

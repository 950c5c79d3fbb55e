import { describe, expect, it } from 'vitest'
import { readBuyer } from '#amazon/read-buyer.ts'
import { readOrderReport } from '#amazon/read-order-report.ts'
import { buyerDataOf } from '#amazon/strip-buyer.ts'
import { translateOrder } from '#amazon/translate-order.ts'
import { orderReportKind } from '#core/orders/order-report.ts'
import { CA, DE, FR, type ReportRowOf, ROW, reportOf, US } from '../make/order-report.ts'

function orderIn(row: ReportRowOf, options: Parameters<typeof reportOf>[1] = {}) {
  const [first] = reportOf([{ ...ROW, ...row }], options).orders
  if (!first?.read.ok) throw new Error(JSON.stringify(first?.read))
  const told = translateOrder(first.read.wire)
  if (!told.ok) throw new Error(JSON.stringify(told.problem))
  return { ...told.value, wire: first.read.wire }
}

const faultOf = (row: ReportRowOf) => {
  const [first] = reportOf([{ ...ROW, ...row }]).orders
  return first?.read.ok === false ? first.read.fault : null
}

describe('the report as orders', () => {
  it('[H1][O15] a row is an order as the API would tell it: amounts, dates with their zone, level, programs', () => {
    const { order, destination } = orderIn({})
    expect(order).toMatchObject({
      id: '111-0000001-0000001',
      marketplaceId: 'ATVPDKIKX0DER',
      placedAt: Date.parse('2026-11-10T14:12:33Z'),
      updatedAt: Date.parse('2026-11-10T14:40:00Z'),
      status: 'UNSHIPPED',
      fulfilledBy: 'MERCHANT',
      serviceLevel: 'EXPEDITED',
      shipBy: Date.parse('2026-11-13T07:59:59Z'),
      programs: ['AMAZON_BUSINESS'],
      hasPurchaseOrder: true,
      currency: 'USD',
      grandTotal: { minor: 4460, currency: 'USD' },
      flags: [],
      shipTo: { country: 'US', state: 'WA' },
      packages: null,
    })
    expect(order.lines).toMatchObject([
      {
        lineId: '11000000000001',
        sellerSku: 'MUG-BLUE',
        title: 'Blue mug',
        quantity: 2,
        money: { item: 4000, shipping: 500, tax: 360, discount: 400, marketplaceTax: 0, total: 4460 },
      },
    ])
    expect(destination).toMatchObject({ country: 'US', state: 'WA', postalCode: '98101' })
  })

  it('[H1][U4] who buys goes where all buyer data goes, and nothing of it into the order', () => {
    const { order, wire } = orderIn(
      { 'delivery-instructions': 'Ring twice' },
      { header: [...Object.keys(ROW), 'delivery-Instructions'] },
    )
    const buyer = readBuyer(buyerDataOf(wire) ?? {})
    expect(buyer).toMatchObject({
      name: 'Robin Example',
      email: 'robin@marketplace.amazon.example',
      phone: '555-0100',
      purchaseOrder: 'PO-ZQ-1',
      shipTo: { name: 'Robin Example', lines: ['1 Pier Rd'], city: 'Seattle', postalCode: '98101' },
    })
    expect(JSON.stringify(order)).not.toMatch(/Robin|Pier|555-0100|PO-ZQ|98101/)
  })

  it('[H1] several rows are one order: a later row may leave out what belongs to the order, and its id, and rows may stand apart', () => {
    const second = { 'order-item-id': '11000000000002', sku: 'TOWEL', 'quantity-purchased': '1', 'item-price': '10.00' }
    const other = { ...ROW, 'order-id': '111-0000001-0000002', 'order-item-id': '11000000000009' }
    const third = { ...second, 'order-id': ROW['order-id'], 'order-item-id': '11000000000003' }
    const report = reportOf([ROW, second, other, third])
    expect(report.orders.map(({ orderId, rows }) => [orderId, rows])).toEqual([
      ['111-0000001-0000001', [2, 3, 5]],
      ['111-0000001-0000002', [4]],
    ])
    const [first] = report.orders
    const told = first?.read.ok ? translateOrder(first.read.wire) : null
    expect(told?.ok && told.value.order.lines.map(({ sellerSku, quantity }) => [sellerSku, quantity])).toEqual([
      ['MUG-BLUE', 2],
      ['TOWEL', 1],
      ['TOWEL', 1],
    ])
    expect(told?.ok && told.value.order.grandTotal).toEqual({ minor: 6460, currency: 'USD' })
  })

  it('[H1] columns stand in any order and capitals, with a byte order mark, quotes and unknown ones beside them', () => {
    const header = Object.keys(ROW).reverse()
    const odd = header.map((name, at) => (at === 0 ? `\ufeff"${name.toUpperCase()}"` : ` ${name.toUpperCase()} `))
    const read = readOrderReport({
      header: odd,
      marketplaces: [US],
      rows: [{ row: 2, cells: header.map((name) => ROW[name as keyof typeof ROW]) }],
    })
    expect(read?.orders[0]?.read).toEqual(reportOf([ROW]).orders[0]?.read)
  })

  it('[H1][O15] where prices hold the tax, the total is without it once more; amounts may have a decimal comma', () => {
    const german = {
      currency: 'EUR',
      'item-price': '1.190,00',
      'item-tax': '190,00',
      'shipping-price': '',
      'shipping-tax': '',
      'item-promotion-discount': '-4,00',
      'sales-channel': 'Amazon.de',
    }
    const { order } = orderIn(german, { marketplaces: [FR, DE] })
    expect(order).toMatchObject({ marketplaceId: DE.id, grandTotal: { minor: 118600, currency: 'EUR' }, flags: [] })
    expect(order.lines[0]?.money).toMatchObject({ item: 119000, tax: 19000, discount: 400, total: 118600 })
  })

  it('[H1] a report without prices is of unshipped orders: it says how much is shipped, and when the rest must be', () => {
    const header = Object.keys(ROW).filter((name) => !/price$|tax$|currency|discount|sales|latest/.test(name))
    const full = [...header, 'promise-date', 'quantity-shipped', 'reporting-date']
    const more = { 'promise-date': '2026-11-12 23:59:59 PST', 'quantity-shipped': '1' }
    const { order } = orderIn(more, { header: full })
    expect(orderReportKind(full)).toBe('unshipped-orders')
    expect(order).toMatchObject({ status: 'PARTIALLY_SHIPPED', currency: null, grandTotal: null })
    expect(order.shipBy).toBe(Date.parse('2026-11-13T07:59:59Z'))
    expect(order.lines[0]).toMatchObject({ quantity: 2, quantityFulfilled: 1, money: null })
    expect(orderIn({ 'quantity-shipped': '0' }, { header: full }).order.status).toBe('UNSHIPPED')
  })

  it('[H1] without a channel the marketplace is the only one, or the only one with that currency or country', () => {
    const none = { 'sales-channel': '' }
    expect(orderIn(none).order.marketplaceId).toBe(US.id)
    expect(orderIn({ ...none, currency: 'CAD' }, { marketplaces: [US, CA] }).order.marketplaceId).toBe(CA.id)
    expect(
      orderIn({ ...none, currency: 'EUR', 'ship-country': 'FR' }, { marketplaces: [DE, FR] }).order.marketplaceId,
    ).toBe(FR.id)
    const read = reportOf([{ ...ROW, ...none, currency: 'EUR', 'ship-country': 'NL' }], { marketplaces: [DE, FR] })
    expect(read.orders[0]?.read).toMatchObject({ ok: false, fault: { column: 'sales-channel' } })
  })

  it('[H1][O16] columns of choice count: the wish to cancel, gifts, designs, who collects the tax', () => {
    const more = {
      'is-buyer-requested-cancellation': 'true',
      'buyer-requested-cancel-reason': 'Zorbalina moved',
      'gift-wrap-type': 'Classic',
      'gift-message-text': 'Happy birthday',
      'customized-url': 'https://designs.example.com/1.zip',
      'tax-collection-model': 'MarketplaceFacilitator',
      'tax-collection-responsible-party': 'Amazon Services, Inc.',
    }
    const { order, wire } = orderIn(more, { header: [...Object.keys(ROW), ...Object.keys(more)] })
    expect(order.lines[0]).toMatchObject({
      cancellationRequested: true,
      gift: true,
      money: { tax: 360, marketplaceTax: 360 },
      particulars: { customized: true, giftWrap: 'Classic' },
    })
    expect(JSON.stringify(order)).not.toMatch(/Zorbalina|birthday|designs/)
    expect(readBuyer(buyerDataOf(wire) ?? {}).lines).toMatchObject([{ giftMessage: 'Happy birthday' }])
  })

  it.each([
    ['Std US D2D Dom', 'STANDARD'],
    ['Standard', 'STANDARD'],
    ['Second US D2D Dom', 'SECOND_DAY'],
    ['SecondDay', 'SECOND_DAY'],
    ['NextDay', 'NEXT_DAY'],
    ['SameDay US D2D Dom', 'SAME_DAY'],
    ['FreeEconomy', 'FREE_ECONOMY'],
    ['Econ DE Dom', 'FREE_ECONOMY'],
    ['Pigeon', 'Pigeon'],
  ])('[H1][O10] the template [%s] is the level %s; one that nobody knows is told as it is', (cell, level) => {
    expect(orderIn({ 'ship-service-level': cell }).order.serviceLevel).toBe(level)
  })
})

describe('what cannot be read', () => {
  it.each([
    ['order-id', '1.11E+16', 'rounded by a spreadsheet'],
    ['order-id', 'S01-0000001-0000001', 'no Amazon order id'],
    ['order-item-id', '1.1E+13', 'rounded by a spreadsheet'],
    ['order-item-id', '', 'no order item id'],
    ['quantity-purchased', 'two', 'no quantity'],
    ['purchase-date', '2026-11-10', 'no date with a time and its zone'],
    ['payments-date', '2026-11-10 06:40', 'no date with a time and its zone'],
    ['item-price', '1,234', 'no amount in USD'],
    ['item-tax', 'none', 'no amount in USD'],
    ['sales-channel', 'Non-Amazon US', 'in which marketplace'],
    ['sales-channel', 'Amazon.de', 'in which marketplace'],
  ])(
    '[H1] the column %s with [%s] refuses the order by row and column, without a word of what it holds',
    (column, cell, why) => {
      const fault = faultOf({ [column]: cell })
      expect(fault).toMatchObject({ row: 2, column })
      expect(fault?.why).toContain(why)
    },
  )

  it('[H1][O12] one bad row refuses its whole order, and no other', () => {
    const bad = { 'order-id': ROW['order-id'], 'order-item-id': '2', sku: 'TOWEL', 'quantity-purchased': '-1' }
    const other = { ...ROW, 'order-id': '111-0000001-0000002' }
    const { orders } = reportOf([ROW, other, bad])
    expect(orders.map(({ read }) => read.ok)).toEqual([false, true])
    expect(orders[0]?.read).toMatchObject({ fault: { row: 4, column: 'quantity-purchased' } })
  })

  it("[H1] the report of all orders and a stranger's table are not taken for one", () => {
    const all = ['amazon-order-id', 'purchase-date', 'last-updated-date', 'sku', 'ship-country']
    expect(orderReportKind(all)).toBeNull()
    expect(readOrderReport({ header: all, rows: [], marketplaces: [US] })).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import type { ItemId, MethodId, SellerSku } from '../ids.ts'
import {
  byId,
  exampleContext,
  exampleItem,
  exampleMethod,
  exampleStock,
  placedOrder,
} from '../orders/import-examples.ts'
import { workingStock } from '../orders/working-stock.ts'
import { decide, factsOf, NOW, ordersOf, placed, refusals, WHOLE, whysOf } from './channel-examples.ts'
import { decideChannelOrder } from './decide-channel-order.ts'

describe('what becomes of an order of another channel', () => {
  test('[H3][O20] it is placed in Shipping Department with its stock, the cheapest method and its amounts', () => {
    const methods = byId([
      exampleMethod('GROUND'),
      exampleMethod('CHEAP', {
        zones: [{ country: 'US', states: [], exceptStates: [], postalCodes: [], rate: { kind: 'flat', amount: 100 } }],
      }),
    ])
    const { order } = placed(
      { 'order.arbitraryShippingHandlingTotal': '4.95', 'order.arbitraryTax': '1.65' },
      { context: exampleContext({ methods }) },
    )
    expect(order).toMatchObject({
      stage: 'Shipping Department',
      methodId: 'CHEAP',
      center: 'EAST',
      allocations: [{ line: '1', itemId: 'MUG', center: 'EAST', quantity: 2 }],
      used: [],
      toConfirm: true,
      payment: { method: 'Credit Card' },
      amazon: {
        id: 'WEB:W-1001',
        status: 'NOT_AT_AMAZON',
        marketplaceId: null,
        placedAt: NOW,
        grandTotal: { minor: 2660, currency: 'USD' },
        lines: [{ money: { item: 2000, shipping: 495, tax: 165, total: 2660 } }],
      },
    })
  })

  test('[H3] the item is the one of that id; a SKU mapping of Amazon counts only where no item is called so', () => {
    const mapping = (sku: string) => ({
      sellerSku: sku as SellerSku,
      itemId: 'CUP' as ItemId,
      ratio: { amazon: 1, ours: 6 },
      unit: '',
      note: '',
    })
    const context = exampleContext({
      mappings: new Map([
        ['MUG', mapping('MUG')],
        ['SIX', mapping('SIX')],
      ] as never),
    })
    expect(placed({}, { context }).order.lines).toMatchObject([{ itemId: 'MUG', ours: 2 }])
    expect(refusals({ 'item.merchantItemId': 'SIX' }, { context })).toEqual([
      expect.stringContaining('[CUP] is out of stock: 12 ordered, 0 free in WEST'),
    ])
  })

  test('[H3] twice the same order changes nothing; one that was taken back with its import comes in again', () => {
    const context = exampleContext({ placed: new Map([['WEB:W-1001', placedOrder()]] as never) })
    expect(decide({}, { context })).toEqual({ kind: 'unchanged', orderId: 1001, stage: 'Shipping Department' })
    expect(placed({}, { context, undone: new Set(['WEB:W-1001']) }).order.stage).toBe('Shipping Department')
  })

  test.each([
    ['an item that nobody knows', { 'item.merchantItemId': 'NOTHING' }, 'no item is called [NOTHING]'],
    ['too little stock', { 'item.quantity': '6' }, '[MUG] is out of stock: 6 ordered, 0 free in WEST'],
    ['an unknown shipping method', { 'order.shippingMethod': 'Pigeon' }, 'there is no shipping method [Pigeon]'],
    ['an unknown theme', { 'order.screenBrandingThemeCode': 'NEON' }, 'there is no theme [NEON]'],
  ])('[H3] %s is a warning: it keeps the order out, unless warnings are no errors', (_, change, why) => {
    expect(refusals(change)).toEqual([expect.stringContaining(why)])
    expect(refusals({ ...change, 'order.treatWarningsAsErrors': 'Y' })).toEqual([expect.stringContaining(why)])
    expect(whysOf(placed({ ...change, 'order.treatWarningsAsErrors': 'N' }).warnings)).toEqual([
      expect.stringContaining(why),
    ])
  })

  test.each([
    ['without an address', { 'order.shiptoAddress1': '' }, 'write street and number'],
    [
      'for a country that no method goes to',
      { 'order.shiptoCountryCode': 'DE' },
      'none of your shipping methods takes this order there',
    ],
    ['of a channel that is not there', { 'order.channelPartnerCode': 'SHOP' }, 'there is no channel [SHOP]'],
    [
      'with an item that nobody can price',
      { 'item.merchantItemId': 'NOTHING', 'item.arbitraryUnitCost': '' },
      'has no price',
    ],
  ])('[H3] an order %s is kept out whatever the file wishes', (_, change, why) => {
    expect(refusals({ ...change, 'order.treatWarningsAsErrors': 'N' })).toContainEqual(expect.stringContaining(why))
  })

  test('[H3] a method is named by its name or id; of several the cheapest that takes the order', () => {
    const at = (amount: number, country = 'US') => ({
      zones: [{ country, states: [], exceptStates: [], postalCodes: [], rate: { kind: 'flat', amount } as const }],
    })
    const methods = byId([
      exampleMethod('UPS-GND', { name: 'UPS Ground', ...at(900) }),
      exampleMethod('SLOW', { name: 'Slow boat', ...at(100) }),
      exampleMethod('ABROAD', at(50, 'DE')),
    ])
    const context = exampleContext({ methods })
    const methodOf = (change: Readonly<Record<string, string>>) =>
      placed({ 'order.treatWarningsAsErrors': 'N', ...change }, { context }).order.methodId as MethodId
    expect(methodOf({ 'order.shippingMethod': 'ups ground' })).toBe('UPS-GND')
    expect(methodOf({ 'order.shippingMethod': 'ups-gnd', 'order.leastCostRoute': 'yes' })).toBe('SLOW')
    expect(methodOf({ 'order.leastCostRouteShippingMethods': 'UPS-GND, ABROAD' })).toBe('UPS-GND')
    expect(methodOf({ 'order.shippingMethod': 'ABROAD' })).toBe('SLOW')
  })

  test('[H3] an order for the books is completed: its stock is used, and it needs neither address nor method', () => {
    const { order } = placed({
      'order.storeCompleted': 'on',
      'order.shiptoAddress1': '',
      'order.shiptoCountryCode': '',
      'order.shiptoCity': '',
    })
    expect(order).toMatchObject({
      stage: 'Completed Order',
      methodId: null,
      toConfirm: false,
      allocations: [],
      used: [{ itemId: 'MUG', quantity: 2 }],
    })
  })

  test.each([
    [
      'a purchase order that is not approved',
      { 'order.paymentMethod': 'purchase order', 'order.autoApprovePurchaseOrder': 'N' },
      'Accounts Receivable',
    ],
    ['one that waits for its payment', { 'order.noRealtimePaymentProcessing': 'Y' }, 'Accounts Receivable'],
    [
      'one that skips its payment',
      { 'order.noRealtimePaymentProcessing': 'Y', 'order.skipPaymentProcessing': 'Y' },
      'Shipping Department',
    ],
    ['an approved purchase order', { 'order.paymentMethod': 'PURCHASE_ORDER' }, 'Shipping Department'],
  ])('[H3] %s goes to %s', (_, change, stage) => {
    expect(placed(change).order.stage).toBe(stage)
  })

  test('[H3][O5] the number of a purchase order is the buyer’s, and the order’s own where none is given', () => {
    const po = { 'order.paymentMethod': 'Purchase Order' }
    expect(placed(po).order.payment).toEqual({ method: 'Purchase Order', number: 'W-1001', ofBuyer: false })
    const own = placed({ ...po, 'order.purchaseOrderNumber': 'PO 7' }).order
    expect(own.payment).toEqual({ method: 'Purchase Order', number: null, ofBuyer: true })
    expect(JSON.stringify(own)).not.toContain('PO 7')
  })

  test('[H3][O20] what one order takes, the next of the file no longer sees', () => {
    const orders = ordersOf(WHOLE, { ...WHOLE, 'order.channelPartnerOrderId': 'W-1002', 'item.quantity': '4' })
    const working = workingStock(exampleStock({ MUG: { EAST: [5, 0] } }))
    expect(orders.map((order) => decideChannelOrder(order, factsOf(), working).kind)).toEqual(['placed', 'refused'])
  })
})

test('[H3] the price of an item stands in where the file says none, in the merchant’s own currency only', () => {
  const context = exampleContext({ items: byId([exampleItem('MUG', { price: 1500 })]) })
  expect(placed({ 'item.arbitraryUnitCost': '' }, { context }).order.amazon.grandTotal).toEqual({
    minor: 3000,
    currency: 'USD',
  })
  expect(refusals({ 'item.arbitraryUnitCost': '', 'order.currencyCode': 'EUR' }, { context })).toContainEqual(
    expect.stringContaining('[MUG] has no price in EUR'),
  )
})

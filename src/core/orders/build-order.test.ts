import { describe, expect, test } from 'vitest'
import type { CenterCode, ItemId, MethodId, SellerSku } from '../ids.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { buildOrder, type Decided } from './build-order.ts'
import { exampleLine, exampleOrder, reserve } from './import-examples.ts'

const line = { ...exampleLine(), itemId: 'MUG' as ItemId, ours: 2, ratio: { amazon: 1, ours: 1 } }
const cup = exampleLine({ lineId: 'L2', sellerSku: 'CUP' as SellerSku, quantity: 3 })
const decided = (given: Partial<Decided> = {}): Decided => ({
  settings: DEFAULT_SETTINGS.orders,
  order: exampleOrder({ lines: [line, cup], grandTotal: { minor: 5330, currency: 'USD' } }),
  stage: 'Shipping Department',
  lines: [line],
  dropped: [],
  method: { methodId: 'GROUND' as MethodId, cost: 500 },
  allocated: { center: 'EAST' as CenterCode, allocations: [reserve('L1', 'MUG', 2)] },
  ...given,
})

describe('build order', () => {
  test('[O5] an order is paid by Amazon SC', () => {
    expect(buildOrder(decided()).payment).toEqual({ method: 'Amazon SC' })
  })

  test('[O5] a purchase order has the Amazon order id as its number, unless the buyer gave one, which is not here', () => {
    const settings = { ...DEFAULT_SETTINGS.orders, asPurchaseOrders: true }
    const { id } = decided().order
    expect(buildOrder(decided({ settings })).payment).toEqual({ method: 'Purchase Order', number: id, ofBuyer: false })
    const order = exampleOrder({ hasPurchaseOrder: true })
    expect(buildOrder(decided({ settings, order })).payment).toEqual({
      method: 'Purchase Order',
      number: null,
      ofBuyer: true,
    })
  })

  test('[O6] a completed order has used what another one reserves, and is not confirmed', () => {
    expect(buildOrder(decided({ stage: 'Completed Order' }))).toMatchObject({
      allocations: [],
      used: [reserve('L1', 'MUG', 2)],
      toConfirm: false,
    })
    expect(buildOrder(decided())).toMatchObject({ used: [], toConfirm: true })
  })

  test('[O7] the theme of the settings is stamped on it', () => {
    expect(buildOrder(decided()).themeCode).toBeNull()
    expect(buildOrder(decided({ settings: { ...DEFAULT_SETTINGS.orders, themeCode: 'HARBOR' } })).themeCode).toBe(
      'HARBOR',
    )
  })

  test('[O4] without dropped lines the order is what Amazon states', () => {
    const given = decided()
    expect(buildOrder(given).amazon).toBe(given.order)
  })

  test('[O4] the totals are those of the remaining lines and the shipping charge of the dropped ones', () => {
    const { amazon, dropped } = buildOrder(decided({ dropped: [cup] }))
    expect(amazon.grandTotal).toEqual({ minor: 2665 + 500, currency: 'USD' })
    expect(amazon.outsideLines).toBe(500)
    expect(dropped).toEqual([{ sellerSku: 'CUP', asin: 'B000000001', quantity: 3 }])
  })

  test('[O4] where a remaining line has no amounts no total is made up', () => {
    const silent = { ...line, money: null }
    expect(buildOrder(decided({ lines: [silent], dropped: [cup] })).amazon.grandTotal).toEqual({
      minor: 5330,
      currency: 'USD',
    })
  })
})

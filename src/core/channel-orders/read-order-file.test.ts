import { describe, expect, test } from 'vitest'
import { sealingGrant } from '../pii/grant.ts'
import { unmask } from '../pii/masked.ts'
import { tell } from '../problems.ts'
import { decide, ordersOf, refusals, WHOLE, whysOf } from './channel-examples.ts'
import { tellFaults } from './tell-faults.ts'

describe('an order of a file', () => {
  test('[H3] rows with the same number are one order, also with others between them; numbered columns are its items too', () => {
    const second = { ...WHOLE, 'item.merchantItemId': 'CUP', 'item.quantity': '1' }
    const other = { ...WHOLE, 'order.channelPartnerOrderId': 'W-1002' }
    expect(ordersOf(WHOLE, other, second)).toMatchObject([
      {
        id: 'W-1001',
        rows: [2, 4],
        lines: [
          { item: 'MUG', row: 2 },
          { item: 'CUP', row: 4 },
        ],
      },
      { id: 'W-1002', rows: [3] },
    ])
    const wide = { ...WHOLE, 'items[0].merchantItemId': 'CUP', 'items[0].quantity': '3' }
    expect(ordersOf(wide)).toMatchObject([{ lines: [{ item: 'MUG' }, { item: 'CUP', quantity: 3 }] }])
  })

  test('[H3] everything that is wrong with an order is told at once, and nothing of a buyer with it', () => {
    const bad = {
      ...WHOLE,
      'order.paymentMethod': 'Barter',
      'order.shiptoCountryCode': 'Texas Republic',
      'order.orderDate': 'yesterday',
      'item.quantity': 'two',
      'item.merchantItemId': 'NOTHING',
    }
    const told = refusals(bad)
    expect(told).toHaveLength(5)
    expect(told).toEqual([
      expect.stringContaining('order.paymentMethod: says [Barter]; write one of Credit Card'),
      expect.stringContaining('order.orderDate: says [yesterday]; write it as MM/DD/YYYY HH:MM:SS'),
      expect.stringContaining('item.quantity: says [two]'),
      expect.stringContaining('order.shiptoCountryCode: write the country in two letters'),
      expect.stringContaining('item.merchantItemId: no item is called [NOTHING]'),
    ])
    expect(String(told)).not.toContain('Republic')
    const header = Object.keys(bad)
    const decision = decide(bad)
    if (decision.kind !== 'refused') throw new Error('It was placed.')
    const { problem } = tellFaults(decision.faults, header, false)
    expect(tell(problem).sentence).toContain('B2 [order.paymentMethod]: says [Barter]')
  })

  test('[H3] rows of one order that contradict each other keep it out, and what a buyer wrote is not told', () => {
    const [order] = ordersOf(WHOLE, { ...WHOLE, 'order.shiptoCity': 'Dallas' })
    expect(whysOf(order?.faults ?? [])).toEqual(['order.shiptoCity: says otherwise than row 2, and both are one order'])
    const [nobody] = ordersOf({ ...WHOLE, 'order.channelPartnerOrderId': '' })
    expect(whysOf(nobody?.faults ?? [])).toEqual([
      expect.stringContaining('write the number of the order at the channel'),
    ])
  })

  test('[H3][U3] the buyer is masked from the first moment, with the address of who pays where no other is given', () => {
    const { shiptoCity: _, ...bill } = Object.fromEntries(
      Object.entries(WHOLE).map(([name, text]) => [name.replace('shipto', 'billto'), text]),
    )
    const [order] = ordersOf({ ...bill, 'order.email': 'ada@example.com', 'order.giftMessage': 'For you' })
    expect(JSON.stringify(order)).not.toMatch(/Ada|Test Street|example\.com|For you/)
    const { ownBuyer } = unmask(order?.buyer as never, sealingGrant()) as { ownBuyer: object }
    expect(ownBuyer).toMatchObject({
      name: 'Ada Sample',
      email: 'ada@example.com',
      shipTo: { name: 'Ada Sample', lines: ['12 Test Street'], city: 'Austin', country: 'US' },
      lines: [{ giftMessage: 'For you' }],
    })
    expect(order).toMatchObject({ shipTo: { country: 'US', state: 'TX' }, destination: { postalCode: '73301' } })
  })
})

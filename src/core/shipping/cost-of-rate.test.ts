import { describe, expect, it } from 'vitest'
import { exampleParcel, TEXAS } from '../orders/import-examples.ts'
import { costOfRate } from './cost-of-rate.ts'
import type { Parcel, Rate } from './shipping-method.ts'

const share = (basisPoints: number, minimum: number | null = null, maximum: number | null = null): Rate => ({
  kind: 'percentage',
  basisPoints,
  minimum,
  maximum,
})
const perItem: Rate = { kind: 'per-item', first: 450, further: 125 }
const ask = (rate: Rate, parcel: Partial<Parcel>) => {
  const rating = costOfRate(rate, { parcel: exampleParcel(parcel), destination: TEXAS, merchantCurrency: 'USD' })
  return rating.ok ? rating.cost : rating.reason.code
}

describe('cost of a rate', () => {
  it.each<[string, Rate, Partial<Parcel>, number | string]>([
    ['a percentage of the subtotal', share(1250), { subtotal: 2000 }, 250],
    ['half a minor unit is rounded up', share(1000), { subtotal: 1005 }, 101],
    ['less than half is rounded down', share(1000), { subtotal: 1004 }, 100],
    ['more than half is rounded up', share(1000), { subtotal: 1006 }, 101],
    ['a half is seen at the hundredth of a percent', share(1), { subtotal: 5000 }, 1],
    ['just below that half', share(1), { subtotal: 4999 }, 0],
    ['the minimum counts where the share is less', share(500, 300), { subtotal: 2000 }, 300],
    ['the share counts above the minimum', share(500, 99), { subtotal: 2000 }, 100],
    ['the maximum counts where the share is more', share(500, null, 90), { subtotal: 2000 }, 90],
    ['the bounds themselves are kept', share(500, 100, 100), { subtotal: 2000 }, 100],
    ['of nothing the minimum', share(500, 300), { subtotal: 0 }, 300],
    ['of nothing nothing', share(500), { subtotal: 0 }, 0],
    ['of less than nothing nothing', share(500), { subtotal: -100 }, 0],
    ['no percentage of another currency', share(500), { currency: 'EUR' }, 'other-currency'],
    ['huge amounts stay exact', share(9999), { subtotal: 999_999_999_999_999 }, 999_899_999_999_999],
    ['per item: one unit', perItem, { units: 1 }, 450],
    ['per item: three units', perItem, { units: 3 }, 700],
    ['per item: nothing left to send costs as one', perItem, { units: 0 }, 450],
    ['per item: the currency of the order does not matter', perItem, { units: 2, currency: 'EUR' }, 575],
    [
      'per item: no cost is more than can be stored',
      { kind: 'per-item', first: 1, further: 10 ** 15 },
      { units: 10 ** 9 },
      Number.MAX_SAFE_INTEGER,
    ],
  ])('[O9] %s', (...[, rate, parcel, expected]) => {
    expect(ask(rate, parcel)).toBe(expected)
  })
})

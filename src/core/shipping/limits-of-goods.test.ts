import { describe, expect, it, test } from 'vitest'
import type { ItemId } from '../ids.ts'
import { exampleMethod, exampleParcel, TEXAS } from '../orders/import-examples.ts'
import { rateMethod } from './rate-method.ts'
import type { Good, Parcel, Rate, ShippingMethod, Zone } from './shipping-method.ts'

const items = (...ids: string[]) => ids as ItemId[]
const good = (itemId: string, ...components: string[]): Good => ({
  itemId: itemId as ItemId,
  components: items(...components),
})
const zoneWith = (rate: Rate): Zone => ({ country: 'US', states: [], exceptStates: [], postalCodes: [], rate })
const byWeight: Rate = { kind: 'by-weight', steps: [{ upToGrams: 900, amount: 700 }] }
const rateOf = (method: Partial<ShippingMethod>, parcel: Partial<Parcel> = {}) =>
  rateMethod(exampleMethod('M', method), {
    destination: TEXAS,
    parcel: exampleParcel(parcel),
    merchantCurrency: 'USD',
  })
const ask = (method: Partial<ShippingMethod>, parcel: Partial<Parcel>) => {
  const rating = rateOf(method, parcel)
  return rating.ok ? rating.cost : rating.reason.code
}

describe('limits of the goods', () => {
  it.each<[string, Partial<ShippingMethod>, Partial<Parcel>, number | string]>([
    ['the limit of value is inclusive', { maxValue: 2000 }, { subtotal: 2000 }, 500],
    ['a minor unit above is too valuable', { maxValue: 2000 }, { subtotal: 2001 }, 'too-valuable'],
    ['a limit of value of zero', { maxValue: 0 }, { subtotal: 1 }, 'too-valuable'],
    ['a value in another currency cannot be compared', { maxValue: 2000 }, { currency: 'EUR' }, 'other-currency'],
    ['full packages', { maxPackages: 2, packageGrams: 500 }, { grams: 1000 }, 500],
    ['a gram more takes one more', { maxPackages: 2, packageGrams: 500 }, { grams: 1001 }, 'too-many-packages'],
    ['what weighs nothing takes one', { maxPackages: 1, packageGrams: 500 }, { grams: 0 }, 500],
    [
      'a rate counts once however many packages',
      { maxPackages: 9, packageGrams: 100, zones: [zoneWith(byWeight)] },
      { grams: 900 },
      700,
    ],
    ['a limit of packages needs their weight', { maxPackages: 1 }, { grams: 9999 }, 500],
  ])('[O9] %s', (...[, method, parcel, expected]) => {
    expect(ask(method, parcel)).toBe(expected)
  })

  it.each<[string, Partial<ShippingMethod>, Good[], number | string]>([
    ['without an excluded item', { excludedItems: items('LAMP') }, [good('MUG')], 500],
    ['one excluded item of many', { excludedItems: items('LAMP') }, [good('MUG'), good('LAMP')], 'excluded-item'],
    ['a kit that is excluded', { excludedItems: items('SET') }, [good('SET', 'MUG')], 'excluded-item'],
    ['a kit of an excluded item', { excludedItems: items('MUG') }, [good('SET', 'CUP', 'MUG')], 'excluded-item'],
    ['only items that are listed', { onlyItems: items('MUG', 'CUP') }, [good('MUG'), good('CUP')], 500],
    ['an item that is not listed', { onlyItems: items('MUG') }, [good('MUG'), good('CUP')], 'other-item'],
    ['a kit that is listed', { onlyItems: items('SET') }, [good('SET', 'MUG')], 500],
    ['a kit of listed items', { onlyItems: items('MUG', 'CUP') }, [good('SET', 'CUP', 'MUG')], 500],
    ['a kit of which one item is not listed', { onlyItems: items('MUG') }, [good('SET', 'CUP', 'MUG')], 'other-item'],
    [
      'a listed kit of an excluded item',
      { onlyItems: items('SET'), excludedItems: items('MUG') },
      [good('SET', 'MUG')],
      'excluded-item',
    ],
    ['an id in other letters is another item', { excludedItems: items('mug') }, [good('MUG')], 500],
    ['nothing left to send keeps every list', { excludedItems: items('MUG'), onlyItems: items('CUP') }, [], 500],
  ])('[O9] items of a method: %s', (...[, method, goods, expected]) => {
    expect(ask(method, { goods })).toBe(expected)
  })

  test('[E4] a reason names the limit', () => {
    const words = (method: Partial<ShippingMethod>) => {
      const rating = rateOf(method)
      return rating.ok ? '' : rating.reason.words
    }
    expect(words({ maxValue: 1999 })).toBe('worth too much (over 19.99 USD)')
    expect(words({ maxPackages: 1, packageGrams: 599 })).toBe('too many packages (2, at most 1)')
    expect(words({ excludedItems: items('MUG') })).toBe('does not take the item MUG')
    expect(words({ onlyItems: items('CUP') })).toBe('takes only some items, not MUG')
  })
})

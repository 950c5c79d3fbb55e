import { describe, expect, test } from 'vitest'
import { readErrorSearch } from '../pages/errors/errors-search.ts'
import { readItemSearch } from '../pages/items/items-search.ts'
import { readOrderSearch } from '../pages/order-search.ts'
import { readStockSearch } from '../pages/stock/stock-search.ts'
import { readSubmissionsSearch } from '../pages/submissions/submissions-search.ts'
import { readUsersSearch } from '../pages/users/users-search.ts'

describe('an address', () => {
  test('[X1] is read as it was written', () => {
    const orders = { find: 'MUG', stage: 'Hold', from: '2026-11-01', dueTo: '2026-11-30', sort: '-placed' }
    expect(readOrderSearch(orders)).toEqual(orders)
    const up = { tab: 'audits', audit: 7, what: 'price' }
    expect(readSubmissionsSearch(up)).toEqual(up)
    expect(readUsersSearch({ tab: 'keys', sort: '-used' })).toEqual({ tab: 'keys', sort: '-used' })
  })

  test('[X1] whose words the router took for numbers keeps them as words', () => {
    expect(readItemSearch({ tab: 'amazon', sku: 12345 })).toEqual({ tab: 'amazon', sku: '12345' })
    expect(readStockSearch({ find: 400 })).toEqual({ find: '400' })
  })

  test('[X1] keeps nothing of what no page knows: other words, days that are none, numbers below one, blanks', () => {
    const junk = { stage: 'gone', from: '2026-02-30', dueTo: 'soon', find: '   ', sort: 'buyer', other: 'x' }
    expect(Object.keys(readOrderSearch(junk))).toEqual([])
    expect(Object.keys(readErrorSearch({ document: -1, view: 'all', kind: {}, text: '' }))).toEqual([])
    expect(Object.keys(readSubmissionsSearch({ run: 1.5, file: '0', audit: 'x' }))).toEqual([])
    expect(readUsersSearch({ tab: 'people', sort: 'used' })).toEqual({ tab: 'people' })
  })

  test('[X1] never gives a text longer than its list can look for', () => {
    expect(readErrorSearch({ text: 'x'.repeat(999) }).text).toHaveLength(200)
  })
})

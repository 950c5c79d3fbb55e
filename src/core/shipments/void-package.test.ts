import { describe, expect, test } from 'vitest'
import { tell } from '../problems.ts'
import { entered, line, order, sum } from './package-examples.ts'
import { voidPackage } from './void-package.ts'

describe('voiding a package', () => {
  const confirmation = { state: 'waiting', attempts: 0, called: false, sentVersion: null } as const
  const shippedAll = entered(order([line()]))
  const after = order([line({ fulfilledAmazon: 3 })], { stage: 'Completed Order' })
  const voided = { package: shippedAll.package, used: shippedAll.stock.used, confirmation }

  test('[S2][O20] the stock comes back and is reserved again; the order goes back to the Shipping Department', () => {
    const result = voidPackage(after, voided)
    if (!result.ok) throw new Error('It was refused.')
    expect(result.value).toMatchObject({ stage: 'Shipping Department', lines: [{ lineId: '1', fulfilledAmazon: 0 }] })
    expect([sum(result.value.stock.after), sum(result.value.stock.used)]).toEqual([3, -3])
  })

  test('[S2] what Amazon took off meanwhile is not reserved again', () => {
    const less = order([line({ quantityAmazon: 2, fulfilledAmazon: 3 })], { stage: 'Completed Order' })
    const result = voidPackage(less, voided)
    if (!result.ok) throw new Error('It was refused.')
    expect([sum(result.value.stock.after), sum(result.value.stock.used)]).toEqual([2, -3])
  })

  test.each([
    ['sent', 0, 'UNSHIPPED', 'was told'],
    ['settled', 0, 'UNSHIPPED', 'was told'],
    ['waiting', 1, 'UNSHIPPED', 'may have been told'],
    ['waiting', 0, 'SHIPPED', 'shows the order as shipped'],
  ] as const)(
    '[S2] not when it is %s after %i attempts and Amazon says %s',
    (...[state, attempts, amazonStatus, words]) => {
      const result = voidPackage(
        { ...after, amazonStatus },
        { ...voided, confirmation: { state, attempts, called: false, sentVersion: null } },
      )
      if (result.ok) throw new Error('It was voided.')
      expect(tell(result.problem).sentence).toContain(words)
    },
  )
})

import { expect, it, test } from 'vitest'
import { checkReturn, type RestockWish, type ReturnedOrder } from './check-return.ts'
import { nothingFor } from './refund.ts'
import type { Stage } from './stage.ts'

const line = { lineId: 'L1', sellerSku: 'MUG', quantityAmazon: 4, fulfilledAmazon: 2, ratio: { amazon: 1, ours: 3 } }
const order = (given: Partial<ReturnedOrder> = {}): ReturnedOrder => ({
  amazonStatus: 'CANCELLED',
  completed: false,
  lines: [line, { ...line, lineId: 'L2', sellerSku: 'TEA', fulfilledAmazon: 0 }],
  ...given,
})
const check = (wish: RestockWish, given: Partial<ReturnedOrder> = {}, to: Stage = 'Rejected') =>
  checkReturn(order(given), { to, wish, earlier: [] })

test('[O13][O20] everything that had left, in our units; of a completed order all', () => {
  expect(check('all')).toEqual({ ok: true, value: [{ lineId: 'L1', quantity: 6 }] })
  expect(check('all', { completed: true })).toMatchObject({ value: [{ quantity: 12 }, { quantity: 12 }] })
  // Amazon states no quantity any more for what it cancelled.
  expect(check('all', { lines: [{ ...line, quantityAmazon: 0 }] })).toMatchObject({ value: [{ quantity: 6 }] })
})

test('[O20] a part, and never what came back before', () => {
  expect(check({ MUG: 5 })).toEqual({ ok: true, value: [{ lineId: 'L1', quantity: 5 }] })
  const earlier = [{ lines: [{ ...nothingFor('L1'), restock: 4 }] }]
  expect(checkReturn(order(), { to: 'Rejected', wish: 'all', earlier })).toMatchObject({ value: [{ quantity: 2 }] })
})

it.each<[string, ReturnType<typeof check>]>([
  ['more than had left', check({ L1: 7 })],
  ['half a unit', check({ L1: 0.5 })],
  ['a line that never left', check({ TEA: 1 })],
  ['a line of another order', check({ L9: 1 })],
  ['one line under two names', check({ L1: 1, MUG: 1 })],
  ['no line', check({})],
  ['nothing had left', check('all', { lines: [] })],
  ['an order that Amazon has not cancelled', check('all', { amazonStatus: 'SHIPPED' })],
  ['a move to another stage', check('all', {}, 'Completed Order')],
])('[O20] refused: %s', (_, refused) => {
  expect(refused).toMatchObject({ ok: false, problem: { code: 'no-restock' } })
})

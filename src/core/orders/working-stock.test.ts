import { expect, test } from 'vitest'
import type { CenterCode, ItemId } from '../ids.ts'
import { exampleStock, reserve } from './import-examples.ts'
import { workingStock } from './working-stock.ts'

const given = exampleStock({ MUG: { EAST: [10, 1], WEST: [5, 0] } })
const at = (stock: ReturnType<typeof workingStock>, center: string) =>
  stock.level('MUG' as ItemId, center as CenterCode)

test('[O20] what is taken, released and used is seen at once, and the given stock stays as it is', () => {
  const stock = workingStock(given)
  stock.take([reserve('L1', 'MUG', 2), reserve('L2', 'MUG', 3)])
  expect(at(stock, 'EAST')).toEqual({ onHand: 10, allocated: 6 })
  stock.release([reserve('L1', 'MUG', 2)])
  stock.use([reserve('L1', 'MUG', 2)])
  expect(at(stock, 'EAST')).toEqual({ onHand: 8, allocated: 4 })
  expect(at(stock, 'WEST')).toEqual({ onHand: 5, allocated: 0 })
  expect(at(workingStock(given), 'EAST')).toEqual({ onHand: 10, allocated: 1 })
})

test('[O20] reserving where the item is not handled does not make the center handle it', () => {
  const stock = workingStock(given)
  stock.take([reserve('L1', 'MUG', 2, 'NORTH')])
  expect(at(stock, 'NORTH')).toBeNull()
})

import { expect, test } from 'vitest'
import { unitsByItem } from './units-by-item.ts'

const line = (count: number, sellerSku: string, itemId: string | null = null) => ({ count, sellerSku, itemId })

test.each([
  [[], ''],
  [[line(1, 'MUG-BLUE'), line(1, 'MUG-BLUE')], '2 × MUG-BLUE'],
  [[line(1, 'A-1', 'MUG-BLUE'), line(3, 'TEA'), line(4, 'A-2', 'MUG-BLUE')], '5 × MUG-BLUE, 3 × TEA'],
])('[O11] what is in an order is told by item, not by line: %j', (lines, text) => {
  expect(unitsByItem(lines)).toBe(text)
})

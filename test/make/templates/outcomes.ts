import type { MadeTemplate } from './made-template.ts'

const UNIFIED = ['TEA-MUG-01 created', '00123 created', 'TEA-MUG-03 created fba', 'TEA-MUG-04 unchanged']
const PRICES = ['TEA-MUG-01 created', '00123 created', 'TEA-FBA-1 created fba']
const CLASSIC = ['SHIRT-1 unchanged', 'SHIRT-1-S created', 'SHIRT-1-M created', '00123 created', 'SHIRT-OLD unchanged']

/**
 * How each row of a template ends in a shop that has none of its items, as `TEA-MUG-01 created`; `fba` where Amazon keeps the stock. A
 * parent is no item; a row that deletes never deletes one; a template of prices has no actions.
 */
export function outcomesOf({ name, expected: { generation } }: MadeTemplate): readonly string[] {
  if (name === 'inventory loader')
    return ['TEA-MUG-01 created', '00123 created fba', 'TEA-OLD-1 unchanged', 'TEA-OLD-2 unchanged']
  if (generation === 'loader') return PRICES
  if (generation === 'classic') return CLASSIC
  return name.includes('32 columns') ? UNIFIED.with(3, 'TEA-MUG-04 created') : UNIFIED
}

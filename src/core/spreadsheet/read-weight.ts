import { bad, good, isSpoilt, type ReadCell, readWhole, SPOILT } from './written-cell.ts'

/** Grams of one unit of each measure. */
const MEASURES: Readonly<Record<string, number>> = {
  g: 1,
  gr: 1,
  kg: 1000,
  oz: 28.349_523_125,
  lb: 453.592_37,
  lbs: 453.592_37,
}

/** Reads a weight in grams: 850, or with its measure 0.85 kg, 1,5 kg, 30 oz, 2 lb (T5). */
export function readWeight(cell: string): ReadCell<number> {
  const [, amount = '', measure = ''] = /^([\d.,'\s]+?)\s*([a-z]{1,3})\.?$/i.exec(cell) ?? []
  const grams = MEASURES[measure.toLowerCase()]
  if (grams === undefined || isSpoilt(cell)) {
    if (isSpoilt(cell)) return bad(SPOILT, SUCH)
    const whole = readWhole(cell)
    return whole.ok && whole.value >= 0 ? whole : bad('is no whole number of grams', SUCH)
  }
  if (!/^\d+([.,]\d+)?$/.test(amount)) return bad('is no weight', SUCH)
  return good(Math.round(Number(amount.replace(',', '.')) * grams))
}

const SUCH = 'write grams such as 850, or a measure with it such as 0.85 kg'

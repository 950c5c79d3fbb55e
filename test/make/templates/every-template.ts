import { classicTemplate, lateTemplate } from './classic.ts'
import { inventoryLoader, priceLoader } from './loader.ts'
import type { MadeTemplate } from './made-template.ts'
import { unifiedTemplate } from './unified.ts'
import type { Tongue } from './words.ts'

/**
 * Every generation of Amazon's templates and every kind of it that merchants have (T3), in a language. The real ones have up to 1.2
 * million characters of settings: `whole` makes them so, else they are over as many cells and shorter.
 */
export function everyTemplate(tongue: Tongue, whole = false): readonly MadeTemplate[] {
  const short = (cells: number) => (whole ? {} : { settings: { characters: cells * 400, cells } })
  return [
    priceLoader(tongue, 'time first'),
    priceLoader(tongue, 'channel first'),
    inventoryLoader(tongue),
    classicTemplate(tongue),
    classicTemplate(tongue, 'Home'),
    lateTemplate(tongue, false),
    lateTemplate(tongue, true),
    unifiedTemplate(tongue, 'loader of Egypt', { dataRow: 8, ...short(2) }),
    unifiedTemplate(tongue, 'loader of Spain', short(3)),
    unifiedTemplate(tongue, 'prices', short(1)),
    unifiedTemplate(tongue, 'full', short(38)),
    unifiedTemplate(tongue, 'report', short(13)),
  ]
}

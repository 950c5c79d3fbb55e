import { countText } from '../../format.ts'
import { importWords } from '../../words/imports.ts'
import { type Import, isOver, outcomesOf } from './import-standing.ts'

const say = importWords.recognised

type Told = Pick<Import, 'kind' | 'generation' | 'productTypes' | 'language' | 'marketplaceId' | 'rows' | 'columns'>

/** What a file was taken for, in plain words: "Amazon's template for SHIRT, US, Spanish, 312 rows" (T3). */
export function recognisedText(told: Told, countryOf: (marketplaceId: string) => string): string {
  const parts = [
    whatText(told),
    told.marketplaceId === null ? null : countryOf(told.marketplaceId),
    told.language === null ? null : languageText(told.language),
    told.rows > 0 ? unitsOf(told)(countText(told.rows), told.rows === 1) : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** Of orders each is one, on however many rows it stands. */
const unitsOf = ({ kind }: Told) => (kind === 'channel-orders' ? say.orders : say.rows)

function whatText({ kind, generation, productTypes, columns }: Told): string {
  if (kind === null) return say.unknown(columns.length)
  if (kind !== 'template') return importWords.kinds[kind]
  const what = generation === 'loader' ? say.loader : say.template
  const [first, ...more] = productTypes
  return first === undefined ? what : say.of(what, say.types(first, more.length))
}

/** "Spanish" of es_ES, in the reader's language. */
function languageText(tag: string): string | null {
  const [language = ''] = tag.split(/[_-]/)
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(language) ?? null
  } catch {
    return null
  }
}

/** "3 created, 2 refused" of what was applied, "3 to create" of what would be; of an undone one also what came back. */
export function countsText(told: Pick<Import, 'counts' | 'state' | 'appliedAt'>): string {
  const words = isOver(told) ? importWords.outcomes : importWords.would
  const { undone, kept } = told.counts
  const parts = [
    ...outcomesOf(told).map(([outcome, count]) => [count, words[outcome].toLowerCase()] as const),
    [undone, importWords.back.undone] as const,
    [kept, importWords.back.kept] as const,
  ]
  return parts.flatMap(([count, what]) => (count > 0 ? importWords.counted(countText(count), what) : [])).join(', ')
}

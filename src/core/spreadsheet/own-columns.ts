import { OWN_KINDS, type OwnKind } from './own-field.ts'
import { OWN_FIELDS } from './own-fields.ts'

/** For each column of a sheet the field that it is, or null. */
export type ColumnFields = readonly (string | null)[]

/** What an own spreadsheet was recognised as. */
export type RecognizedColumns = { readonly kind: OwnKind; readonly fields: ColumnFields }

/** The words of a head as they are compared: small letters without accents, one blank for whatever lies between. */
export const headWords = (head: string): string =>
  head
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Which columns of a kind the heads are; of two that fit one field the one with the better word, then the first (T5). */
export function columnsOf(kind: OwnKind, heads: readonly string[]): ColumnFields {
  const words = heads.map(headWords)
  const fields: (string | null)[] = heads.map(() => null)
  for (const { field, words: known } of OWN_FIELDS[kind]) {
    const word = known.find((each) => words.some((said, at) => said === each && fields[at] === null))
    const at = words.findIndex((said, place) => said === word && fields[place] === null)
    if (word !== undefined && at >= 0) fields[at] = field
  }
  return fields
}

/** What is missing for a kind to be read at all: the heads of its required fields that no column is. */
export const missingFields = (kind: OwnKind, fields: ColumnFields): readonly string[] =>
  OWN_FIELDS[kind].flatMap(({ field, head, required }) => (required && !fields.includes(field) ? [head] : []))

/** What only columns of this kind say: without one of them a sheet with ids alone could be anything. */
const TELLING: Readonly<Record<OwnKind, readonly string[]>> = {
  items: ['description', 'price', 'grams', 'tracksStock', 'kit', 'leadTimeMinutes', 'barcode'],
  stock: ['center', 'onHand', 'change', 'restockOn'],
  mappings: ['sellerSku'],
}

/** True where a column says what only this kind has. */
export const tellsKind = (kind: OwnKind, fields: ColumnFields): boolean =>
  fields.some((field) => field !== null && TELLING[kind].includes(field))

/**
 * Recognises an own spreadsheet by its heads: the kind of which most columns are known and nothing needed is missing. Null where no
 * kind fits, two fit alike, or its rows are orders: then a person says what it is (T5).
 */
export function recognizeColumns(heads: readonly string[]): RecognizedColumns | null {
  if (heads.some((head) => /^(amazon )?order (id|number|no)$/.test(headWords(head)))) return null
  const fitting = OWN_KINDS.flatMap((kind) => {
    const fields = columnsOf(kind, heads)
    const known = fields.filter((field) => field !== null).length
    return tellsKind(kind, fields) && missingFields(kind, fields).length === 0 ? [{ kind, fields, known }] : []
  }).sort((one, other) => other.known - one.known)
  const [best, next] = fitting
  if (!best || best.known === next?.known) return null
  return { kind: best.kind, fields: best.fields }
}

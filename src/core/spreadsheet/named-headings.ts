import type { ImportColumn, RecognizedFile } from './import.ts'
import { headWords } from './own-columns.ts'
import { OWN_KINDS, type OwnKind } from './own-field.ts'

/** What a person said that a file with these headings is: its kind, and for each heading the field, or null (T5). */
export type NamedHeadings = { readonly kind: OwnKind; readonly fields: Readonly<Record<string, string | null>> }

/** The headings of a file as they are compared; of two that are alike the second is `name 2`. */
function keysOf(columns: readonly ImportColumn[]): readonly string[] {
  const seen = new Map<string, number>()
  return columns.map(({ header }) => {
    const word = headWords(header)
    const times = (seen.get(word) ?? 0) + 1
    seen.set(word, times)
    return times === 1 ? word : `${word} ${times}`
  })
}

/** All headings of a file as one text, in whatever order they stand. */
export const headingsText = ({ columns }: RecognizedFile): string => keysOf(columns).toSorted().join('\n')

/** What a person said that the columns of this file are, to be remembered; null where it is none of the merchant's own kinds. */
export function namedHeadings({ kind, columns }: RecognizedFile): NamedHeadings | null {
  const own = OWN_KINDS.find((each) => each === kind)
  if (!own) return null
  const keys = keysOf(columns)
  return { kind: own, fields: Object.fromEntries(columns.map(({ field }, at) => [keys[at] ?? '', field])) }
}

/** A file with its columns as a person named them before. */
export function asNamed(file: RecognizedFile, { kind, fields }: NamedHeadings): RecognizedFile {
  const keys = keysOf(file.columns)
  const columns = file.columns.map((column, at) => ({ ...column, field: fields[keys[at] ?? ''] ?? null }))
  return { ...file, kind, columns, remembered: true }
}

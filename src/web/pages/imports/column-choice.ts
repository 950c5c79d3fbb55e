import { COLUMNS_OF_KINDS, columnsOf } from '#core/spreadsheet/columns-of-kind.ts'
import type { ImportKind } from '#core/spreadsheet/import.ts'
import { OWN_KINDS } from '#core/spreadsheet/own-field.ts'
import { OWN_FIELDS } from '#core/spreadsheet/own-fields.ts'
import { importWords } from '../../words/imports.ts'
import type { Import } from './import-standing.ts'

const say = importWords.columns

/** What each column holds, by its number from 0; null: it is not read. */
export type Chosen = Readonly<Record<number, string | null>>

/** The kinds of which people may say what the columns are: none with buyers in it (U3). */
export const namedKinds = (): readonly ImportKind[] =>
  COLUMNS_OF_KINDS.flatMap(({ kind, buyers }) => (buyers ? [] : [kind]))

/** The columns as they were recognized; of a kind that nobody had said yet, as its headings are read. */
export function chosenOf(columns: Import['columns'], kind: ImportKind | null, anew: boolean): Chosen {
  const read = anew ? columnsOf(kind)?.read(columns.map(({ header }) => header)) : undefined
  return Object.fromEntries(columns.map(({ column, field }, at) => [column, (read ? read[at] : field) ?? null]))
}

/** The fields that a column of such a file can be. */
export const choicesOf = (kind: ImportKind | null): { value: string; label: string }[] =>
  (columnsOf(kind)?.fields ?? []).map(({ field, label }) => ({ value: field, label }))

/** What a field means, for who chooses it. */
export const aboutField = (kind: ImportKind | null, field: string | null | undefined): string | undefined => {
  const own = OWN_KINDS.find((each) => each === kind)
  return own && OWN_FIELDS[own].find((each) => each.field === field)?.about
}

/** What is wrong with a choice, before the server says so: what is needed and missing, what is chosen twice. */
export function faultsOfColumns(kind: ImportKind | null, chosen: Chosen): readonly string[] {
  if (kind === null) return [say.noKind]
  const fields = Object.values(chosen)
  const known = columnsOf(kind)?.fields ?? []
  const missing = known.filter(({ field, required }) => required && !fields.includes(field))
  const twice = known.filter(({ field }) => fields.filter((each) => each === field).length > 1)
  return [
    ...(missing.length > 0 ? [say.needs(missing.map(({ label }) => label).join(', '))] : []),
    ...twice.map(({ label }) => say.twice(label)),
  ]
}

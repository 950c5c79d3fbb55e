import type { ColumnsOfKind } from './kind-columns.ts'
import { columnsOf, missingFields, recognizeColumns, tellsKind } from './own-columns.ts'
import { OWN_KINDS } from './own-field.ts'
import { OWN_FIELDS } from './own-fields.ts'

/** The merchant's own spreadsheets as kinds of files that come in; buyers are in none of them (T5). */
export const OWN_COLUMNS: readonly ColumnsOfKind[] = OWN_KINDS.map((kind) => ({
  kind,
  buyers: false,
  fields: OWN_FIELDS[kind].map(({ field, head, required = false }) => ({ field, label: head, required })),
  read: (headings) => columnsOf(kind, headings),
  fits: (fields) => tellsKind(kind, fields) && missingFields(kind, fields).length === 0,
  yields: (headings) => recognizeColumns(headings)?.kind !== kind,
}))

import { type RowDecision, unchangedRow } from './import.ts'
import type { OwnKind } from './own-field.ts'
import { OWN_FIELDS } from './own-fields.ts'
import type { Cells, OwnRow } from './own-row.ts'

/** True for the example that an empty template shows, as long as nobody made something of it: it is nobody's row (T5). */
export function isSampleRow(kind: OwnKind, row: OwnRow, isKnown: boolean): boolean {
  const [key] = OWN_FIELDS[kind]
  return !isKnown && key !== undefined && row.text(key.field) === key.sample
}

/** An example that is passed over. */
export const sampleRow = (row: number): RowDecision<never> => ({ ...unchangedRow(row, null), outcome: 'skipped' })

/** The example as a row of a spreadsheet. */
export const sampleCells = (kind: OwnKind): Cells =>
  Object.fromEntries(OWN_FIELDS[kind].map(({ field, sample }) => [field, sample]))

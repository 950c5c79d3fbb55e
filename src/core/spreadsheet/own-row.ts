import { problem } from '../problems.ts'
import type { ImportColumn, ImportRow, RowChange, RowFault } from './import.ts'
import type { OwnKind } from './own-field.ts'
import { OWN_FIELDS } from './own-fields.ts'
import { cellText, type ReadCell, saysNone, unguarded } from './written-cell.ts'

/** The columns of a file, and which kind of own spreadsheet it is. */
export type OwnSheet = { readonly kind: OwnKind; readonly columns: readonly ImportColumn[] }

/**
 * A row of an own spreadsheet, read field by field. A blank cell and a missing column say the same, which is nothing: what is there
 * stays. The first fault is kept (T5).
 */
export type OwnRow = {
  readonly row: number
  text(field: string): string
  /** The cell as it stands. */
  raw(field: string): string
  /** What a cell says, read so; where it says nothing or is wrong, the value that is there. */
  read<T>(field: string, there: T, how: (text: string) => ReadCell<T>): T
  /** Notes that a cell is wrong, and what to write instead. */
  refuse(field: string, why: string, instead: string): void
  fault(): RowFault | null
}

/** Begins to read a row; a formula or an error in a cell that counts is its first fault. */
export function ownRow({ kind, columns }: OwnSheet, { row, cells, faults }: ImportRow): OwnRow {
  const columnOf = (field: string) => columns.find((each) => each.field === field)?.column ?? null
  const raw = (field: string) => cells[columnOf(field) ?? -1] ?? ''
  const text = (field: string) => cellText(raw(field))
  let first: RowFault | null = null
  const refuse = (field: string, why: string, instead: string) => {
    const facts = { field: headOf(kind, field), why, instead: asSentence(instead) }
    first ??= { column: columnOf(field), value: raw(field), problem: problem('import-cell', facts) }
  }
  const broken = columns.find(({ field, column }) => field !== null && faults.includes(column))?.field
  if (broken) refuse(broken, 'is a formula or an error', 'write the value itself')
  return {
    row,
    raw,
    text,
    refuse,
    fault: () => first,
    read(field, there, how) {
      const said = text(field)
      if (said === '') return there
      const read = how(said)
      if (read.ok) return read.value
      refuse(field, read.why, read.instead)
      return there
    },
  }
}

/** The head of a field, as people know it. */
export const headOf = (kind: OwnKind, field: string): string =>
  OWN_FIELDS[kind].find((each) => each.field === field)?.head ?? field

const asSentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** A cell that may also say that there is none. */
export const orNone =
  <T>(how: (text: string) => ReadCell<T>) =>
  (text: string): ReadCell<T | null> =>
    saysNone(text) ? { ok: true, value: null } : how(text)

/** A text that stays as it is where the cell says it as an export writes it: without blanks around it, in one line. */
export const textOr =
  (there: string | null) =>
  (text: string): ReadCell<string> => ({ ok: true, value: there !== null && cellText(there) === text ? there : text })

/** The ids that a cell may mean, the likeliest first: as people mean it, as it stands, and without the apostrophe of an export alone. */
export const keysMeant = (row: OwnRow, field: string): readonly string[] => {
  const raw = row.raw(field)
  return [row.text(field), raw, unguarded(raw)]
}

/**
 * The id that a cell means, among those that are known: as it stands where such a one is known, else without what an export or a
 * spreadsheet put around it.
 */
export function keyIn(row: OwnRow, field: string, isKnown: (key: string) => boolean): string {
  return keysMeant(row, field).find(isKnown) ?? row.text(field)
}

/** What differs between two rows as they go out, under the heads of their columns. */
export function changesBetween({
  kind,
  before,
  after,
}: {
  readonly kind: OwnKind
  readonly before: Cells | null
  readonly after: Cells
}): readonly RowChange[] {
  return OWN_FIELDS[kind].flatMap(({ field, head }) => {
    const [from, to] = [shown(before?.[field]), shown(after[field])]
    return from === to ? [] : [{ field: head, from, to }]
  })
}

/** A row as it goes out: what stands under each field. */
export type Cells = Readonly<Record<string, string | number | boolean | null>>

const shown = (cell: Cells[string] | undefined): string =>
  typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell ?? '')

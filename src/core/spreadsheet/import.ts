import type { Problem } from '../problems.ts'
import type { Generation } from './template.ts'

/** What a file that a person brought can hold (T3, T5, H1, H3). */
export const IMPORT_KINDS = ['template', 'items', 'stock', 'mappings', 'order-report', 'channel-orders'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** Where an import stands. `columns`: a person must say what the columns are. */
export const IMPORT_STATES = [
  'reading',
  'columns',
  'previewed',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
  'dropped',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** How a row ends; the last three are of orders (T3, H1, H3). */
export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged', 'refused', 'placed', 'held', 'skipped'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** A column of the file: where it stands (from 0), what is above it, which field it is (null: none), and how its first cells look. */
export type ImportColumn = {
  readonly column: number
  readonly header: string
  readonly field: string | null
  /** True where it is known and its values are not taken: price and quantity of Amazon's template (T3). */
  readonly ignored?: boolean
  readonly samples: readonly string[]
}

/** What a file says of itself. */
export type RecognizedFile = {
  readonly kind: ImportKind | null
  readonly generation: Generation | null
  readonly version: string | null
  readonly marketplaceId: string | null
  readonly language: string | null
  readonly productTypes: readonly string[]
  /** Which sheet of the file has the rows, from 0, and the number of the first one. */
  readonly sheet: number
  readonly dataRow: number
  readonly columns: readonly ImportColumn[]
  /** True when a person said before what such columns are. */
  readonly remembered: boolean
}

/** What a person chose for an import. */
export type ImportOptions = {
  /** The marketplace of a template that names none. */
  readonly marketplaceId?: string
  /** The channel of orders that name none (H3). */
  readonly channel?: string
  /** True when a person confirmed that rows unlink listings. */
  readonly confirmUnlink?: boolean
}

/** A row as it was copied. `faults`: columns whose cell has no usable value. */
export type ImportRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly faults: readonly number[]
}

/** What is wrong with a row: with one of its cells, or with the whole of it (column null). */
export type RowFault = { readonly column: number | null; readonly value: string; readonly problem: Problem }

/** One thing that a row changes, as it is shown to people. */
export type RowChange = { readonly field: string; readonly from: string; readonly to: string }

/** What a row does, or why it does nothing. `before` and `after` are what undoing it needs; `plan` is what writing it needs, and is never stored. */
export type RowDecision<Plan = unknown> = {
  readonly row: number
  readonly target: string | null
  readonly outcome: ImportOutcome
  readonly fault: RowFault | null
  readonly changes: readonly RowChange[]
  readonly asks: 'unlink' | null
  readonly before: unknown
  readonly after: unknown
  readonly plan: Plan | null
}

/** A row that is refused, with what to write instead (T3). */
export const refusedRow = (row: number, target: string | null, fault: RowFault): RowDecision<never> => ({
  ...nothing(row, target),
  outcome: 'refused',
  fault,
})

/** A row that says what is there already. */
export const unchangedRow = (row: number, target: string | null): RowDecision<never> => ({
  ...nothing(row, target),
  outcome: 'unchanged',
})

const nothing = (row: number, target: string | null) => ({
  row,
  target,
  fault: null,
  changes: [],
  asks: null,
  before: null,
  after: null,
  plan: null,
})

const LAST_LETTER = 26

/** The letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LAST_LETTER))
    letters = String.fromCharCode(65 + ((rest - 1) % LAST_LETTER)) + letters
  return letters
}

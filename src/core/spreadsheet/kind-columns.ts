import type { ImportKind } from './import.ts'

/** A field that a column of the merchant's own file can be, as people choose it. */
export type ImportField = { readonly field: string; readonly label: string; readonly required: boolean }

/** A kind of file that is known by its headings, whatever their order (T5, H1, H3). */
export type ColumnsOfKind = {
  readonly kind: Exclude<ImportKind, 'template'>
  readonly fields: readonly ImportField[]
  /** The field of each heading, null where it is none; never one field twice. */
  read(headings: readonly string[]): readonly (string | null)[]
  /** True where so many fields say that the file is of this kind. */
  fits(fields: readonly (string | null)[]): boolean
  /** True where the headings say another kind as well or better; it is asked only where nobody said what the file is. */
  yields?(headings: readonly string[]): boolean
  /** True for files with buyers in them: no cell of them is ever kept or shown (U3). */
  readonly buyers: boolean
}

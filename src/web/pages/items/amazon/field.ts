import type { SchemaPart } from '#core/catalog/product-type.ts'

/** What every control of the form is given: the whole schema, its own part and value, and what is told of it. */
export type Field = {
  readonly root: SchemaPart
  readonly part: SchemaPart
  readonly label: string
  readonly required: boolean
  readonly value: unknown
  /** Where it lies, `color/0/value`. */
  readonly path: string
  /** What the server's check says, by path. */
  faultAt(path: string): string | null
  change(value: unknown): void
}

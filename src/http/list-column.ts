import type { z } from 'zod'
import type { changeUp } from '#contract/going-up.ts'
import type { money } from '#contract/parts.ts'

/**
 * One column of a file: its head, and what stands in it. In a workbook an instant is a date of the merchant's time zone, an amount a
 * number, and a column of texts stays one where somebody writes into it: 00412 keeps its zeros.
 */
export type Column<Row> = {
  readonly head: string
  of(row: Row): string | number | boolean | null | undefined
  readonly isInstant?: true
  readonly isAmount?: true
  readonly isText?: true
}

/** Lists that are given as files: the columns of each, by the address of its route. */
export type Lists = Readonly<Record<string, readonly Column<never>[]>>

type Money = z.output<typeof money> | null
type Told = { readonly sentence: string }
type Columns<Row> = readonly (Column<Row> | readonly Column<Row>[])[]

/** A column of texts, numbers or yes and no. */
export const column = <Row>(head: string, of: Column<Row>['of']): Column<Row> => ({ head, of })

/** A column of texts that may be digits only: in a workbook they keep their zeros. */
export const text = <Row>(head: string, of: (row: Row) => string | null): Column<Row> => ({ head, of, isText: true })

/** A column of instants. */
export const instant = <Row>(head: string, of: (row: Row) => string | null): Column<Row> => ({
  head,
  of,
  isInstant: true,
})

/** An amount and its currency, in a column each. */
export const amount = <Row>(head: string, of: (row: Row) => Money | undefined): Column<Row>[] => [
  { head, of: (row) => of(row)?.amount, isAmount: true },
  { head: `${head}, currency`, of: (row) => of(row)?.currency },
]

/** The sentences of problems, in one cell. */
export const sentences = (problems: readonly Told[]): string => problems.map((each) => each.sentence).join(' ')

/** The columns of a list, of rows as its contract shapes them. */
export const list = <Shape extends z.ZodType>(columns: Columns<z.output<Shape>>) =>
  columns.flat() as readonly Column<never>[]

/** A quantity or a price as a program reads it; the rest of what is said stands in the list itself. */
export const saidOf = (said: z.output<typeof changeUp>['wanted']) =>
  said === null ? null : 'price' in said ? said.price.amount : said.quantity

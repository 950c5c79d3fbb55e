import { readSort, type Sort } from '#core/sorting.ts'
import type { Pages } from './ListTable.tsx'

/** What the rows of a list that is here whole are sorted by; null comes last, whichever way round. */
export type SortBy<Row, Key extends string> = Readonly<Record<Key, (row: Row) => string | number | null>>

/** Rows in the order of one of their values; equal ones stay as they came (12 of the console's rules). */
export function sortRows<Row, Key extends string>(
  rows: readonly Row[],
  sort: Sort<Key>,
  by: SortBy<Row, Key>,
): readonly Row[] {
  const { key, downwards } = readSort(sort)
  const valued = rows.map((row) => ({ row, value: by[key](row) }))
  const compare = (one: string | number, other: string | number): number =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : String(one).localeCompare(String(other), undefined, { numeric: true, sensitivity: 'base' })
  return valued
    .toSorted(({ value: one }, { value: other }) => {
      if (one === null || other === null) return Number(one === null) - Number(other === null)
      return downwards ? compare(other, one) : compare(one, other)
    })
    .map(({ row }) => row)
}

/** The same of a list as `ListTable` shows it; without a sorting it stays as the server gives it. */
export const sortedList = <Row, Key extends string>(
  list: Pages<Row> & { readonly rows: readonly Row[] },
  sort: Sort<Key> | undefined,
  by: SortBy<Row, Key>,
): Pages<Row> =>
  list.data && sort !== undefined ? { ...list, data: { pages: [{ rows: sortRows(list.rows, sort, by) }] } } : list

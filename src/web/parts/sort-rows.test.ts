import { expect, test } from 'vitest'
import { sortRows } from './sort-rows.ts'

type Row = { readonly name: string; readonly used: number | null }
const rows: readonly Row[] = [
  { name: 'till 10', used: null },
  { name: 'Till 9', used: 5 },
  { name: 'ärmel', used: 70 },
  { name: 'till 9', used: 5 },
]
const by = { name: ({ name }: Row) => name, used: ({ used }: Row) => used }
const named = (found: readonly Row[]) => found.map(({ name }) => name)

test.each([
  ['name', ['ärmel', 'Till 9', 'till 9', 'till 10']],
  ['-name', ['till 10', 'Till 9', 'till 9', 'ärmel']],
  ['used', ['Till 9', 'till 9', 'ärmel', 'till 10']],
  ['-used', ['ärmel', 'Till 9', 'till 9', 'till 10']],
] as const)(
  '[X1] a list that is here whole is sorted by %s as people count, what has no value comes last',
  (sort, wanted) => {
    expect(named(sortRows(rows, sort, by))).toEqual(wanted)
  },
)

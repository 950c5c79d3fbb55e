import { Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import { readSort } from '#core/sorting.ts'

/** How a list is sorted, as it stands in the address, and what sorts it otherwise. */
export type Sorting = { readonly sort: string; go(sort: string): void }

type Shown = {
  readonly head: string
  /** The key, with a minus where the first press puts the largest first. */
  readonly by: string
  readonly sorting: Sorting
  readonly number: boolean
  readonly narrow: boolean
}

/** The head of a column that sorts its list: the first press in its usual way, the next the other way round. */
export function SortHead({ head, by, sorting, number, narrow }: Shown) {
  const now = readSort(sorting.sort)
  const sorts = now.key === readSort(by).key
  const other = now.downwards ? now.key : `-${now.key}`
  const Arrow = !sorts ? IconSelector : now.downwards ? IconArrowDown : IconArrowUp
  return (
    <Table.Th
      ta={number ? 'right' : 'left'}
      w={narrow ? 1 : undefined}
      aria-sort={!sorts ? 'none' : now.downwards ? 'descending' : 'ascending'}
    >
      <UnstyledButton className="sorts" data-on={sorts || undefined} onClick={() => sorting.go(sorts ? other : by)}>
        {head}
        <Arrow size={13} aria-hidden="true" />
      </UnstyledButton>
    </Table.Th>
  )
}

import { Skeleton, Stack, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { words } from '../words/en.ts'
import { Failed } from './Failed.tsx'
import { MoreButton } from './MoreButton.tsx'
import { SortHead, type Sorting } from './SortHead.tsx'
import { useHeldRows } from './use-held-rows.ts'
import { WaitingRows } from './WaitingRows.tsx'

/** One column: its heading, what stands in a cell, and whether it is a number. */
export type Column<Row> = {
  readonly head: string
  cell(row: Row): ReactNode
  readonly number?: boolean
  /** What the server sorts by; with a minus before it the first press puts the largest first. */
  readonly sort?: string
  /** As narrow as its content. */
  readonly narrow?: boolean
  /** Long text, which goes on in the next line. */
  readonly wraps?: boolean
}

/** A list as it comes page by page from the server. */
export type Pages<Row> = {
  readonly data?: { readonly pages: readonly { readonly rows: readonly Row[] }[] }
  readonly error: Error | null
  readonly isPending: boolean
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  /** What the list is called with its filters; of such a list no row moves under the hand. */
  readonly name?: string | undefined
  /** The rows are those of the filters before; the new ones are on their way. */
  readonly isPlaceholderData?: boolean
  refetch(): unknown
  fetchNextPage(): unknown
}

type Shown<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly list: Pages<Row>
  keyOf(row: Row): string | number
  /** What stands there without rows. */
  readonly empty: ReactNode
  /** Of a list whose heads sort it. */
  readonly sorting?: Sorting
}

/** A list: the same loading, empty, failed and further-pages state everywhere (12 of the console's rules). */
export function ListTable<Row>({ label, columns, list, keyOf, empty, sorting }: Shown<Row>) {
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const { shown, waiting, release, hand } = useHeldRows(rows, { name: list.name, keyOf })
  if (list.error && !list.data) return <Failed error={list.error} again={() => void list.refetch()} />
  if (list.isPending) return <Waiting />
  if (shown.length === 0) return <div className="card">{empty}</div>
  return (
    <Stack gap="sm" pos="relative">
      <WaitingRows waiting={waiting} release={release} />
      <section
        className="card list stacks"
        aria-label={label}
        tabIndex={0}
        aria-busy={list.isPlaceholderData}
        data-old={list.isPlaceholderData || undefined}
        {...hand}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Head key={column.head} column={column} sorting={sorting} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={keyOf(row)}>
                {columns.map((column) => (
                  <Table.Td
                    key={column.head}
                    data-head={column.head}
                    ta={column.number ? 'right' : 'left'}
                    className={column.wraps ? 'wraps' : undefined}
                  >
                    {column.cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <MoreButton list={list} />
    </Stack>
  )
}

type HeadShown = {
  readonly column: Pick<Column<never>, 'head' | 'number' | 'narrow' | 'sort'>
  readonly sorting: Sorting | undefined
}

const Head = ({ column: { head, number = false, narrow = false, sort }, sorting }: HeadShown) =>
  sort && sorting ? (
    <SortHead head={head} by={sort} sorting={sorting} number={number} narrow={narrow} />
  ) : (
    <Table.Th ta={number ? 'right' : 'left'} w={narrow ? 1 : undefined}>
      {head}
    </Table.Th>
  )

const ROWS = Array.from({ length: 12 }, (_, at) => `row ${at + 1}`)

/** As tall as the list will be, so that nothing jumps. */
const Waiting = () => (
  <Stack className="card" gap={13} p="md" role="status" aria-busy="true" aria-label={words.loading}>
    {ROWS.map((row) => (
      <Skeleton key={row} height={18} radius="sm" role="presentation" aria-busy={false} />
    ))}
  </Stack>
)

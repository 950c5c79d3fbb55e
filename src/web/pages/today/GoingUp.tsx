import { Anchor, Table, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { countText } from '../../format.ts'
import { todayWords } from '../../words/today.ts'
import type { SubmissionsSearch } from '../submissions/submissions-search.ts'
import type { Today } from './use-today.ts'

const say = todayWords.up
type Column = keyof typeof say.columns
const COLUMNS = Object.keys(say.columns) as Column[]
/** What a person should look at. */
const BAD: readonly Column[] = ['held', 'refused', 'differs']

/** The list behind each number of this table, as Submissions filters it. */
const searchOf = ({ field, column, day }: Omit<Counted, 'count'>): SubmissionsSearch =>
  column === 'held' ? { tab: 'approvals' } : { state: column, field, ...(column === 'confirmed' && { day }) }

/** Changes of stock and prices on their way to Amazon, by how far they are (I10). */
export function GoingUp({ today }: { readonly today: Today }) {
  const rows = (['stock', 'price'] as const).filter((field) => Object.keys(today[field]).length > 0)
  return (
    <section className="card rows" aria-labelledby="up-title">
      <Title order={2} id="up-title">
        {say.title}
      </Title>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say.none}
        </Text>
      ) : (
        <>
          <Table.ScrollContainer minWidth={420}>
            <Table withRowBorders={false} verticalSpacing={3} horizontalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Td />
                  {COLUMNS.map((column) => (
                    <Table.Th key={column} ta="right">
                      {say.columns[column]}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((field) => (
                  <Table.Tr key={field}>
                    <Table.Th scope="row">{say[field]}</Table.Th>
                    {COLUMNS.map((column) => (
                      <Table.Td key={column} ta="right">
                        <Count field={field} column={column} count={countOf(today[field], column)} day={today.day} />
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Text size="xs" c="dimmed">
            {say.explain}
          </Text>
        </>
      )}
    </section>
  )
}

/** In a feed or taken by Amazon is both on its way. */
const countOf = (counts: Today['stock'], column: Column): number =>
  column === 'sent' ? (counts.flying ?? 0) + (counts.accepted ?? 0) : (counts[column] ?? 0)

type Counted = {
  readonly field: 'stock' | 'price'
  readonly column: Column
  readonly count: number
  readonly day: string
}

const Count = ({ field, column, count, day }: Counted) =>
  count === 0 ? (
    <Text span size="sm" c="dimmed">
      0
    </Text>
  ) : (
    <Anchor
      size="sm"
      fw={600}
      c={BAD.includes(column) ? 'red' : undefined}
      aria-label={say.leads(say[field], say.columns[column], countText(count))}
      renderRoot={(props) => <Link to="/submissions" search={searchOf({ field, column, day })} {...props} />}
    >
      {countText(count)}
    </Anchor>
  )

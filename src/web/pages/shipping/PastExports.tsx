import { Group, Stack, Text } from '@mantine/core'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { shippingWords } from '../../words/shipping.ts'

type Row = components['schemas']['Export']
const say = shippingWords.export.past

const COLUMNS: readonly Column<Row>[] = [
  { head: say.when, cell: (row) => timeText(row.askedAt) },
  { head: say.who, cell: (row) => row.who },
  { head: say.orders, number: true, cell: (row) => row.orders.length },
  { head: say.columns, wraps: true, cell: (row) => row.layout ?? row.columns?.join(', ') ?? say.all },
  { head: say.taken, cell: (row) => (row.fetchedAt === null ? say.never : timeText(row.fetchedAt)) },
]

/** Who made files of addresses, when, of how many orders and with which columns; no address is in it (D35). */
export function PastExports() {
  const may = useMay('audit:read')
  if (!may)
    return (
      <Text size="sm" c="dimmed">
        {say.mayNot}
      </Text>
    )
  return <PastList />
}

function PastList() {
  const list = usePages(['exports'], ({ after, signal }) =>
    answer(api.GET('/api/v1/exports', { signal, params: { query: { after, limit: 20 } } })),
  )
  return (
    <Stack gap="sm">
      <Group justify="flex-end">
        <ExportButton small name="address-files" ask={(as) => api.GET('/api/v1/exports', as)} />
      </Group>
      <ListTable
        label={say.label}
        columns={COLUMNS}
        list={list}
        keyOf={(row) => row.export}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Stack>
  )
}

import { Group, Progress, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { knownSort } from '#core/sorting.ts'
import { answer, api } from '../../api.ts'
import { countText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { type SortBy, sortedList } from '../../parts/sort-rows.ts'
import { useRows } from '../../parts/use-rows.ts'
import { callsWords as say } from '../../words/deployment.ts'
import { CALL_SORT_KEYS, type DeploymentSearch } from './deployment-search.ts'

const route = getRouteApi('/deployment')
type Calls = components['schemas']['ConnectionCalls']
const shareOf = ({ calls, aDay }: Calls): number => (aDay ? Math.min(100, Math.round((100 * calls) / aDay)) : 0)

const shareText = (row: Calls): string => (shareOf(row) === 0 && row.calls > 0 ? '< 1 %' : `${shareOf(row)} %`)

const SORT_BY: SortBy<Calls, (typeof CALL_SORT_KEYS)[number]> = {
  connection: ({ merchantId, connection }) => `${merchantId} ${connection}`,
  operation: ({ operation }) => operation,
  calls: ({ calls }) => calls,
  share: (row) => (row.aDay === null ? null : row.calls / row.aDay),
  throttled: ({ throttled }) => throttled,
  failed: ({ failed }) => failed,
}

const COLUMNS: readonly Column<Calls>[] = [
  {
    head: say.columns.connection,
    sort: 'connection',
    cell: ({ merchantId, connection }) => `${merchantId} · ${connection}`,
  },
  { head: say.columns.operation, sort: 'operation', cell: ({ operation }) => operation },
  { head: say.columns.calls, sort: '-calls', number: true, cell: ({ calls }) => countText(calls) },
  { head: say.columns.aDay, number: true, cell: ({ aDay }) => (aDay === null ? '–' : countText(aDay)) },
  {
    head: say.columns.share,
    sort: '-share',
    cell: (row) =>
      row.aDay === null ? (
        '–'
      ) : (
        <Group gap={8} wrap="nowrap">
          <Progress
            value={shareOf(row)}
            w={90}
            color={shareOf(row) > 80 ? 'red' : 'race'}
            aria-label={say.columns.share}
          />
          <span>{shareText(row)}</span>
        </Group>
      ),
  },
  { head: say.columns.throttled, sort: '-throttled', number: true, cell: ({ throttled }) => countText(throttled) },
  { head: say.columns.failed, sort: '-failed', number: true, cell: ({ failed }) => countText(failed) },
]

/** What was asked of Amazon today, against what each quota lets through; the nearest to it first (X5). */
export function CallsTab() {
  const list = useRows<Calls>(['deployment', 'calls'], (signal) =>
    answer(api.GET('/api/v1/deployment/calls', { signal })),
  )
  const search: DeploymentSearch = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Text size="sm" c="dimmed" maw={760}>
          {say.about}
        </Text>
        <ExportButton name="calls" ask={(as) => api.GET('/api/v1/deployment/calls', as)} />
      </Group>
      <ListTable
        label={say.label}
        columns={COLUMNS}
        list={sortedList(list, search.sort, SORT_BY)}
        sorting={{
          sort: search.sort ?? '',
          go: (sort) => void navigate({ search: { ...search, sort: knownSort(CALL_SORT_KEYS, sort) } }),
        }}
        keyOf={({ merchantId, connection, operation }) => `${merchantId} ${connection} ${operation}`}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Stack>
  )
}

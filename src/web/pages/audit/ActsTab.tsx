import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { answer, api } from '../../api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { auditWords as say } from '../../words/audit.ts'
import { ACT_COLUMNS } from './act-columns.tsx'
import { ACT_CHOICES, type ListedAct } from './audit-api.ts'
import { ACT_FILTERS, type ActFilter } from './audit-search.ts'

const route = getRouteApi('/audit')

/** Everything that people and programs did, found by who, what, order and day (U6). */
export function ActsTab() {
  const { tab, ...filters } = route.useSearch()
  const list = usePages<ListedAct>(['audit', 'acts', filters], ({ after, signal }) =>
    answer(api.GET('/api/v1/audit/acts', { signal, params: { query: { ...filters, after, limit: 50 } } })),
  )
  const filtered = filters.review !== undefined || ACT_FILTERS.some((each) => filters[each] !== undefined)
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Filters />
        <ExportButton name="audit" ask={(as) => api.GET('/api/v1/audit/acts', { ...as, params: { query: filters } })} />
      </Group>
      {filters.review !== undefined && (
        <Text size="sm">
          {say.ofReview}{' '}
          <Link to="/audit" search={{ tab: 'acts' }}>
            {say.clear}
          </Link>
        </Text>
      )}
      <ListTable<ListedAct>
        label={say.tabs.acts}
        columns={ACT_COLUMNS}
        list={list}
        keyOf={({ audit, row }) => `${audit} ${row}`}
        empty={filtered ? <NoneFound /> : <Empty title={say.noActs} why={say.noActsWhy} />}
      />
    </Stack>
  )
}

const NoneFound = () => (
  <Empty title={say.noneFound} why={say.noneFoundWhy}>
    <Button variant="default" renderRoot={(props) => <Link to="/audit" search={{ tab: 'acts' }} {...props} />}>
      {say.clear}
    </Button>
  </Empty>
)

function Filters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (filter: ActFilter, value: string | null) =>
    void navigate({ search: { ...search, [filter]: value || undefined } as typeof search, replace: true })
  const names = useQuery({
    queryKey: ['audit', 'names'],
    staleTime: 300_000,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/audit/names', { signal })),
  })
  return (
    <Group gap="xs" align="flex-end" className="finder">
      <Select
        label={say.filters.who}
        placeholder={say.filters.allPeople}
        data={withChosen(names.data?.names ?? [], search.who)}
        value={search.who ?? null}
        onChange={(who) => set('who', who)}
        clearable
        searchable
        limit={100}
        w={195}
      />
      <Select
        label={say.filters.act}
        placeholder={say.filters.all}
        data={ACT_CHOICES}
        value={search.act ?? null}
        onChange={(act) => set('act', act)}
        clearable
        searchable
        w={215}
      />
      <OrderFilter order={search.order ?? ''} find={(order) => set('order', order)} />
      {(['from', 'to'] as const).map((day) => (
        <TextInput
          key={day}
          type="date"
          label={say.filters[day]}
          value={search[day] ?? ''}
          onChange={(event) => set(day, event.currentTarget.value)}
          w={138}
        />
      ))}
    </Group>
  )
}

/** Somebody who is chosen stands in the choice, also while the names are on their way. */
const withChosen = (names: readonly string[], chosen: string | undefined): string[] =>
  chosen === undefined || names.includes(chosen) ? [...names] : [chosen, ...names]

function OrderFilter({ order, find }: { readonly order: string; find(order: string): void }) {
  const [typed, setTyped] = useState(order)
  useEffect(() => setTyped(order), [order])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        find(typed.trim())
      }}
    >
      <TextInput
        label={say.filters.order}
        placeholder={say.filters.orderHint}
        value={typed}
        maxLength={60}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => typed.trim() !== order && find(typed.trim())}
        w={165}
      />
    </form>
  )
}

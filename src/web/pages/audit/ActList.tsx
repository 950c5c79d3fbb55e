import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { timeText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { wholeList } from '../../parts/use-rows.ts'
import { saveText } from '../../save-file.ts'
import { auditWords as say } from '../../words/audit.ts'
import { type Act, aboutText, actText } from './audit-api.ts'

const route = getRouteApi('/audit')
/** At most so many rows come with a review. */
const MOST = 500

const COLUMNS: readonly Column<Act>[] = [
  { head: say.columns.at, cell: ({ at }) => timeText(at) },
  { head: say.columns.who, cell: ({ who }) => who },
  { head: say.columns.what, cell: ({ act }) => actText(act) },
  { head: say.columns.about, wraps: true, cell: (act) => <About act={act} /> },
]

/** What people did since the last review, by who and what; and the same as a file. */
export function ActList({ acts }: { readonly acts: readonly Act[] }) {
  const search = route.useSearch()
  const shown = acts.filter(({ who, act }) => (search.who ?? who) === who && (search.act ?? act) === act)
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Title order={2}>{say.acts}</Title>
        <Filters acts={acts} shown={shown} />
      </Group>
      <ListTable
        label={say.acts}
        columns={COLUMNS}
        list={wholeList(shown)}
        keyOf={({ row }) => row}
        empty={<NoActs filtered={acts.length > 0} />}
      />
      {acts.length >= MOST && (
        <Text size="xs" c="dimmed">
          {say.newest(acts.length)}
        </Text>
      )}
    </Stack>
  )
}

function Filters({ acts, shown }: { readonly acts: readonly Act[]; readonly shown: readonly Act[] }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const names = (of: (act: Act) => string) => [...new Set(acts.map(of))].sort()
  return (
    <Group gap="xs">
      <Select
        aria-label={say.filters.who}
        placeholder={say.filters.allPeople}
        data={names(({ who }) => who)}
        value={search.who ?? null}
        onChange={(who) => void navigate({ search: { ...search, who: who ?? undefined } as typeof search })}
        clearable
        searchable
        w={220}
      />
      <Select
        aria-label={say.filters.act}
        placeholder={say.filters.all}
        data={names(({ act }) => act).map((value) => ({ value, label: actText(value) }))}
        value={search.act ?? null}
        onChange={(act) => void navigate({ search: { ...search, act: act ?? undefined } as typeof search })}
        clearable
        w={220}
      />
      <Button
        variant="default"
        disabled={shown.length === 0}
        onClick={() => saveText('audit.jsonl', shown.map((act) => JSON.stringify(act)).join('\n'))}
      >
        {say.take}
      </Button>
    </Group>
  )
}

/** The first order leads to its page; what else is told stands beside it. */
function About({ act }: { readonly act: Act }) {
  const [first] = act.orders
  if (first === undefined) return aboutText(act)
  return (
    <>
      <Link to="/orders/$order" params={{ order: String(first) }}>
        {say.order(first)}
      </Link>{' '}
      <Text span c="dimmed" inherit>
        {aboutText({ ...act, orders: act.orders.slice(1) })}
      </Text>
    </>
  )
}

const NoActs = ({ filtered }: { readonly filtered: boolean }) =>
  filtered ? (
    <Empty title={say.noneFound} why={say.noneFoundWhy}>
      <Button variant="default" renderRoot={(props) => <Link to="/audit" search={{}} {...props} />}>
        {say.clear}
      </Button>
    </Empty>
  ) : (
    <Empty title={say.none} why={say.noneWhy} />
  )

import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { goingUpChanged } from './going-up.ts'
import type { SubmissionsSearch } from './submissions-search.ts'

type Entry = components['schemas']['OutboxEntry']
const say = submissionsWords.orders
const route = getRouteApi('/submissions')
/** The states of the retry queue that the states of this page stand for. */
const STATES = { refused: 'refused', differs: 'unsure', confirmed: 'settled' } as const
type Shown = keyof typeof STATES
const SHOWN = Object.keys(STATES) as readonly Shown[]
/** What is not over: what this page shows first. */
const OPEN = 'open'
const shownOf = ({ state }: SubmissionsSearch): Shown | undefined => SHOWN.find((each) => each === state)
const COLORS = {
  waiting: 'blue',
  taken: 'blue',
  sent: 'blue',
  settled: 'race',
  refused: 'red',
  unsure: 'orange',
  removed: 'gray',
} as const

/** Confirmations of shipments, cancellations and refunds: on their way, refused in Amazon's words, confirmed (S1, S4, O16, E6). */
export function OrdersUpTab() {
  const search: SubmissionsSearch = route.useSearch()
  const { kind } = search
  const state = shownOf(search)
  const wish = { kind, state: state && STATES[state] }
  const list = usePages<Entry>(['outbox', wish], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/outbox', {
        signal,
        params: { query: { after, limit: '50', ...wish } as never },
      }),
    ),
  )
  const may = useMay('orders:write')
  const retry = useMutation({
    mutationFn: ({ outboxId }: Entry) =>
      answer(api.POST('/api/v1/outbox/{outboxId}/retry', { params: { path: { outboxId: String(outboxId) } } })),
    onSuccess: async () => {
      await goingUpChanged()
      tell(say.retried)
    },
    onError: tellError,
  })
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Filters search={search} />
        <ExportButton
          name="shipments-and-refunds"
          ask={(as) => api.GET('/api/v1/outbox', { ...as, params: { query: wish as never } })}
        />
      </Group>
      <ListTable
        label={submissionsWords.tabs.orders}
        columns={columnsFor(may, retry.mutate)}
        list={list}
        keyOf={({ outboxId }) => outboxId}
        empty={
          state === undefined && kind === undefined ? (
            <Empty title={say.none} why={say.noneWhy} />
          ) : (
            <Empty title={say.noneFound} why={say.noneFoundWhy} />
          )
        }
      />
    </Stack>
  )
}

function Filters({ search }: { readonly search: SubmissionsSearch }) {
  const navigate = route.useNavigate()
  const go = (change: SubmissionsSearch) => void navigate({ search: { ...search, ...change } })
  return (
    <Group gap="xs" className="finder">
      <Select
        aria-label={say.state}
        data={[
          { value: OPEN, label: say.open },
          ...SHOWN.map((value) => ({ value, label: say.states[STATES[value]] })),
        ]}
        value={shownOf(search) ?? OPEN}
        allowDeselect={false}
        onChange={(next) => go({ state: next === OPEN ? undefined : (next as Shown) })}
        w={170}
      />
      <Select
        aria-label={say.kind}
        placeholder={say.allKinds}
        data={(['confirmation', 'cancellation', 'refund'] as const).map((value) => ({
          value,
          label: say.kinds[value],
        }))}
        value={search.kind ?? null}
        onChange={(kind) => go({ kind: kind ?? undefined })}
        clearable
        w={170}
      />
    </Group>
  )
}

const columnsFor = (may: boolean, retry: (entry: Entry) => void): readonly Column<Entry>[] => [
  { head: say.kind, cell: ({ kind }) => say.kinds[kind] },
  {
    head: say.order,
    cell: ({ orderNumber, amazonOrderId }) => (
      <Link to="/orders/$order" params={{ order: String(orderNumber) }}>
        {amazonOrderId}
      </Link>
    ),
  },
  {
    head: say.state,
    cell: ({ state }) => (
      <>
        <Dot color={COLORS[state]} /> {say.states[state]}
      </>
    ),
  },
  { head: submissionsWords.changes.way, cell: ({ way }) => submissionsWords.changes.ways[way] },
  { head: say.entered, cell: ({ enteredAt }) => timeText(enteredAt) },
  { head: say.sent, cell: ({ sentAt }) => timeText(sentAt) },
  {
    head: say.problem,
    wraps: true,
    cell: (entry) => (
      <>
        {entry.problem && (
          <Text size="sm" className="breaks">
            {entry.problem.sentence}
          </Text>
        )}
        {entry.state === 'refused' && (
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={!may}
            title={may ? undefined : say.cannot}
            onClick={() => retry(entry)}
          >
            {say.retry}
          </Button>
        )}
      </>
    ),
  },
]

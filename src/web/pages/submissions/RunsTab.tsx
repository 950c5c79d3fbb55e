import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { FileEntries } from './FileEntries.tsx'
import type { SubmissionsSearch } from './submissions-search.ts'

type Run = components['schemas']['RunUp']
const say = submissionsWords.runs
const route = getRouteApi('/submissions')
const KINDS = ['changes', 'complete', 'manual', 'feed', 'file'] as const

/** Looks at SKUs, complete cycles, Manual Uploads, feeds and files with how far they are, the newest first (I1, I7, I8, S5). */
export function RunsTab() {
  const search: SubmissionsSearch = route.useSearch()
  const navigate = route.useNavigate()
  const { day, file } = search
  const kind = KINDS.find((each) => each === search.kind)
  const list = usePages<Run>(['going-up', 'runs', { kind, day }], ({ after, signal }) =>
    answer(api.GET('/api/v1/sending/runs', { signal, params: { query: { after, limit: '50', kind, day } as never } })),
  )
  const go = (change: SubmissionsSearch) => void navigate({ search: { ...search, ...change } })
  return (
    <Stack gap="sm">
      <Group gap="xs" className="finder">
        <Select
          aria-label={say.kind}
          placeholder={say.all}
          data={KINDS.map((value) => ({ value, label: say.kinds[value] }))}
          value={kind ?? null}
          onChange={(next) => go({ kind: next ?? undefined })}
          clearable
          w={190}
        />
        <TextInput
          type="date"
          aria-label={say.at}
          value={day ?? ''}
          onChange={(event) => go({ day: event.currentTarget.value || undefined })}
          w={150}
        />
        <ExportButton
          name="runs-and-feeds"
          ask={(as) => api.GET('/api/v1/sending/runs', { ...as, params: { query: { kind, day } as never } })}
        />
      </Group>
      <ListTable
        label={submissionsWords.tabs.runs}
        columns={COLUMNS}
        list={list}
        keyOf={(run) => `${run.of ?? 'look'} ${run.number}`}
        empty={
          kind || day ? (
            <Empty title={say.noneFound} why={say.noneFoundWhy}>
              <Button variant="default" onClick={() => go({ kind: undefined, day: undefined })}>
                {submissionsWords.changes.clear}
              </Button>
            </Empty>
          ) : (
            <Empty title={say.none} why={say.noneWhy} />
          )
        }
      />
      {file !== undefined && <FileEntries file={file} close={() => go({ file: undefined })} />}
    </Stack>
  )
}

/** Chosen or wanted by a person: a Manual Upload, whatever it looks at. */
const isManual = (run: Run) => run.kind === 'manual' || (run.of === null && run.by !== 'schedule')

const COLUMNS: readonly Column<Run>[] = [
  { head: say.at, cell: ({ at }) => timeText(at) },
  {
    head: say.kind,
    cell: (run) => (
      <>
        {isManual(run) ? say.kinds.manual : say.kinds[run.kind]}
        {run.of && `: ${say.files[run.of]}`}
      </>
    ),
  },
  { head: say.by, cell: ({ by }) => (by === 'schedule' || by === 'program' ? say.program : by) },
  { head: say.entries, number: true, cell: ({ entries }) => (entries === null ? say.every : countText(entries)) },
  { head: say.state, cell: (run) => <Stands run={run} /> },
  {
    head: say.result,
    wraps: true,
    cell: (run) => (
      <>
        {run.problem && (
          <Text size="sm" className="breaks">
            {run.problem.sentence}
          </Text>
        )}
        <Results run={run} />
      </>
    ),
  },
]

function Stands({ run }: { readonly run: Run }) {
  const bad = run.state === 'failed' || run.state === 'unsure'
  const color = bad ? 'red' : run.endedAt ? 'race' : 'blue'
  const word = run.state
    ? say.states[run.state]
    : run.endedAt
      ? say.over(timeText(run.endedAt))
      : run.walkedAt
        ? say.sending
        : say.looking
  return (
    <>
      <Dot color={color} /> {word}
    </>
  )
}

function Results({ run }: { readonly run: Run }) {
  if (isManual(run))
    return (
      <Link to="/submissions" search={{ run: run.number }}>
        {say.results}
      </Link>
    )
  // A file tells its lines, a feed of orders its entries; a feed of stock and prices what it took up.
  if (run.kind === 'file')
    return (
      <Link to="/submissions" search={{ tab: 'files', file: run.number }}>
        {say.show}
      </Link>
    )
  if (run.of !== null && run.of !== 'price-and-quantity')
    return (
      <Link to="/submissions" search={{ tab: 'runs', file: run.number }}>
        {say.show}
      </Link>
    )
  return (
    <Link
      to="/submissions"
      search={run.of === 'price-and-quantity' ? { file: run.number } : { day: run.at.slice(0, 10) }}
    >
      {say.show}
    </Link>
  )
}

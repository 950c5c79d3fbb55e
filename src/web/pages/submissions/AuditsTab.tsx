import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answer, api, queries } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { DriftRows } from './DriftRows.tsx'
import { at, nameOfConnection, type Standing } from './going-up.ts'
import { DRIFT_CLASSES, type SubmissionsSearch } from './submissions-search.ts'

type Audit = components['schemas']['DriftAudit']
const say = submissionsWords.audits
const route = getRouteApi('/submissions')

/** Drift audits of each connection: started, followed, and what they found by class (I12). */
export function AuditsTab({ connections }: { readonly connections: readonly Standing[] }) {
  const { audit, what, connection }: SubmissionsSearch = route.useSearch()
  const of = connections.find((each) => each.connection === connection) ?? connections[0]
  if (audit !== undefined && what !== undefined && of) return <DriftRows standing={of} audit={audit} what={what} />
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed" maw={760}>
        {say.about}
      </Text>
      {connections.map((each) => (
        <AuditList key={each.connection} standing={each} named={connections.length > 1} />
      ))}
    </Stack>
  )
}

function AuditList({ standing, named }: { readonly standing: Standing; readonly named: boolean }) {
  const { connection } = standing
  const list = usePages<Audit>(['drift', connection], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/connections/{connectionId}/audits', {
        signal,
        params: { path: { connectionId: connection }, query: { after, limit: '20' } as never },
      }),
    ),
  )
  const may = useMay('items:write')
  const start = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/connections/{connectionId}/audits', at(connection))),
    onSuccess: async ({ underWay }) => {
      await queries.invalidateQueries({ queryKey: ['drift'] })
      tell(underWay ? say.underWay : say.started)
    },
    onError: tellError,
  })
  const alive = standing.state === 'authorized'
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Title order={2}>{named ? nameOfConnection(standing) : say.last}</Title>
        <Group gap="sm">
          {standing.nextAuditAt && (
            <Text size="sm" c="dimmed">
              {say.next(timeText(standing.nextAuditAt))}
            </Text>
          )}
          <ExportButton
            name="drift-audits"
            ask={(as) =>
              api.GET('/api/v1/connections/{connectionId}/audits', {
                ...as,
                params: { path: { connectionId: connection } },
              })
            }
          />
          <Button
            disabled={!may || !alive}
            title={may ? undefined : submissionsWords.upload.cannot}
            loading={start.isPending}
            onClick={() => start.mutate()}
          >
            {say.start}
          </Button>
        </Group>
      </Group>
      <ListTable
        label={say.last}
        columns={columnsFor(standing)}
        list={list}
        keyOf={({ audit }) => audit}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Stack>
  )
}

const columnsFor = (standing: Standing): readonly Column<Audit>[] => [
  { head: say.began, cell: ({ beganAt }) => timeText(beganAt) },
  { head: say.by, cell: ({ askedBy }) => (askedBy === 'schedule' ? say.nightly : askedBy) },
  {
    head: say.marketplace,
    cell: ({ marketplaceId }) => standing.marketplaces.find(({ id }) => id === marketplaceId)?.name ?? marketplaceId,
  },
  {
    head: say.state,
    cell: ({ state }) => (
      <>
        <Dot color={state === 'done' ? 'race' : state === 'failed' ? 'red' : 'blue'} /> {say.states[state]}
      </>
    ),
  },
  { head: say.listed, number: true, cell: ({ listed }) => countText(listed) },
  { head: say.found, wraps: true, cell: (audit) => <Found audit={audit} connection={standing.connection} /> },
]

/** Each class with its count leads to its rows. */
function Found({ audit, connection }: { readonly audit: Audit; readonly connection: string }) {
  if (audit.problem)
    return (
      <Text size="sm" className="breaks">
        {audit.problem.sentence}
      </Text>
    )
  if (audit.endedAt === null) return null
  const found = DRIFT_CLASSES.filter((what) => (audit.counts[what] ?? 0) > 0)
  const gone = audit.counts.gone ?? 0
  if (found.length === 0 && gone === 0) return say.nothing
  return (
    <Group gap="xs">
      {found.map((what) => (
        <Link key={what} to="/submissions" search={{ tab: 'audits', audit: audit.audit, what, connection }}>
          {say.classes[what]} {countText(audit.counts[what] ?? 0)}
        </Link>
      ))}
      {gone > 0 && (
        <Text size="sm" c="dimmed">
          {say.classes.gone} {countText(gone)}
        </Text>
      )}
    </Group>
  )
}

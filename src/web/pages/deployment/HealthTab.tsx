import { Code, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { countText, distanceText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { useRows, wholeList } from '../../parts/use-rows.ts'
import { healthWords as say } from '../../words/deployment.ts'
import { words } from '../../words/en.ts'

type Work = components['schemas']['DeploymentWork']
type Kind = Work['work'][number]
type Finding = components['schemas']['Finding']
const MB = 1024 * 1024
const COLORS = { ok: 'race', warn: 'yellow', bad: 'red' } as const

/** How all work stands, and what the doctor finds: counts, dates and what mends it (M2, X3). */
export function HealthTab() {
  const work = useQuery({
    queryKey: ['deployment', 'work'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/deployment/work', { signal })),
    refetchInterval: 15_000,
  })
  const findings = useRows<Finding>(['deployment', 'findings'], (signal) =>
    answer(api.GET('/api/v1/deployment/findings', { signal })),
  )
  if (work.error && !work.data) return <Failed error={work.error} again={() => void work.refetch()} />
  if (!work.data) return <Skeleton height={420} aria-label={words.loading} />
  return (
    <Stack gap="lg">
      <Facts work={work.data} />
      <Stack gap={6}>
        <Title order={2}>{say.findings}</Title>
        <Text size="sm" c="dimmed">
          {say.findingsAbout}
        </Text>
        <ListTable
          label={say.findings}
          columns={FINDINGS}
          list={worstFirst(findings)}
          keyOf={({ about, sentence }) => `${about} ${sentence}`}
          empty={<Empty title={say.noFindings} why={say.noFindingsWhy} />}
        />
      </Stack>
      <Stack gap={6}>
        <Title order={2}>{say.queue}</Title>
        <ListTable
          label={say.queue}
          columns={columnsAt(Date.parse(work.data.at))}
          list={wholeList(work.data.work)}
          keyOf={({ kind }) => kind}
          empty={<Empty title={say.noWork} why={say.noWorkWhy} />}
        />
      </Stack>
    </Stack>
  )
}

const RANK = { bad: 0, warn: 1, ok: 2 } as const
const worstFirst = (list: ReturnType<typeof useRows<Finding>>) =>
  list.data ? { ...list, ...wholeList([...list.rows].sort((a, b) => RANK[a.state] - RANK[b.state])) } : list

function Facts({ work: { at, workers, database, backups } }: { readonly work: Work }) {
  const facts = [
    [say.workers, workers === 0 ? say.noWorkers : countText(workers)],
    [say.database, say.size(countText(Math.round(database.bytes / MB)), database.version)],
    [say.backup, backups?.newestAt ? distanceText(backups.newestAt, Date.parse(at)) : say.noBackup],
    [
      say.backups,
      backups ? say.backupsOf(backups.count, countText(Math.round(backups.bytes / MB)), backups.isDaily) : '–',
    ],
  ] as const
  return (
    <dl className="card facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const FINDINGS: readonly Column<Finding>[] = [
  {
    head: say.columns.state,
    narrow: true,
    cell: ({ state }) => (
      <>
        <Dot color={COLORS[state]} /> {say.states[state]}
      </>
    ),
  },
  { head: say.columns.about, cell: ({ about }) => about },
  { head: say.columns.sentence, wraps: true, cell: ({ sentence }) => sentence },
  { head: say.columns.mend, wraps: true, cell: ({ mend }) => mend && <Code>{mend}</Code> },
]

const columnsAt = (now: number): readonly Column<Kind>[] => [
  { head: say.work.kind, cell: ({ kind }) => say.kinds[kind] ?? kind },
  { head: say.work.due, number: true, cell: ({ due }) => countText(due) },
  { head: say.work.oldest, cell: ({ oldestAt }) => oldestAt && distanceText(oldestAt, now) },
  { head: say.work.waiting, number: true, cell: ({ waiting }) => countText(waiting) },
  { head: say.work.running, number: true, cell: ({ running }) => countText(running) },
  { head: say.work.failing, number: true, cell: ({ failing }) => countText(failing) },
  {
    head: say.work.error,
    cell: ({ failing, mostFailures, lastError }) =>
      failing === 0 ? null : say.work.failed(mostFailures, lastError ?? '–'),
  },
]

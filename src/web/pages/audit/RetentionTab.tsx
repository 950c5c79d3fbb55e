import { Button, Code, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText, dayText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { useRows, wholeList } from '../../parts/use-rows.ts'
import { useMay } from '../../session.ts'
import { retentionWords as say } from '../../words/audit.ts'
import { words } from '../../words/en.ts'
import { Clocks, HowLong, Part, SealingKeys, Seers } from './Compliance.tsx'

type Report = components['schemas']['RetentionReport']
type Held = Report['held'][number]
type Purge = Report['purges'][number]
type Certificate = components['schemas']['Certificate']

const HELD: readonly Column<Held>[] = [
  { head: say.columns.kind, cell: ({ kind }) => say.kinds[kind] },
  { head: say.columns.count, number: true, cell: ({ count }) => countText(count) },
  { head: say.columns.oldest, cell: ({ oldest }) => dayText(oldest) },
  { head: say.columns.goneBy, cell: ({ goneBy }) => dayText(goneBy) },
  { head: say.columns.overdue, number: true, cell: ({ overdue }) => countText(overdue) },
]
const PURGES: readonly Column<Purge>[] = [
  { head: say.purgeColumns.at, cell: ({ at }) => timeText(at) },
  {
    head: say.purgeColumns.counts,
    wraps: true,
    cell: ({ counts }) =>
      Object.entries(counts)
        .map(([kind, count]) => `${countText(count)} ${kind}`)
        .join(', '),
  },
  { head: say.purgeColumns.row, number: true, cell: ({ row }) => row },
]

/** What is kept of buyers, until when, and what was erased (U4). */
export function RetentionTab() {
  const report = useQuery({
    queryKey: ['audit', 'retention'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/retention', { signal })),
  })
  const seesPeople = useMay('users:read')
  if (report.error) return <Failed error={report.error} again={() => void report.refetch()} />
  if (!report.data) return <Skeleton height={360} aria-label={words.loading} />
  const { days, held, purges, keys } = report.data
  const late = held.reduce((sum, { overdue }) => sum + overdue, 0)
  return (
    <Stack gap="lg">
      <Text size="sm">
        {say.about(days)}{' '}
        <Text span fw={600} c={late > 0 ? 'red' : undefined} inherit>
          {late > 0 ? say.late(late) : say.well}
        </Text>
      </Text>
      <Part title={say.held}>
        <ListTable label={say.held} columns={HELD} list={wholeList(held)} keyOf={({ kind }) => kind} empty={null} />
      </Part>
      <Part title={say.purges}>
        <ListTable
          label={say.purges}
          columns={PURGES}
          list={wholeList(purges)}
          keyOf={({ row }) => row}
          empty={<Empty title={say.noPurges} why={say.noPurgesWhy} />}
        />
      </Part>
      {seesPeople && <Seers />}
      <SealingKeys keys={keys} />
      <HowLong days={days} />
      <Clocks />
      <Certificates />
    </Stack>
  )
}

function Certificates() {
  const list = useRows<Certificate>(['audit', 'certificates'], (signal) =>
    answer(api.GET('/api/v1/certificates', { signal })),
  )
  const [read, setRead] = useState<Certificate | null>(null)
  const columns: readonly Column<Certificate>[] = [
    { head: say.certificateColumns.at, cell: ({ writtenAt }) => timeText(writtenAt) },
    { head: say.certificateColumns.connection, cell: ({ connection }) => connection },
    { head: say.certificateColumns.fingerprint, cell: ({ fingerprint }) => <Code>{fingerprint.slice(0, 16)}…</Code> },
    {
      head: say.certificateColumns.read,
      narrow: true,
      cell: (each) => (
        <Button variant="subtle" size="compact-xs" onClick={() => setRead(each)}>
          {say.read}
        </Button>
      ),
    },
  ]
  return (
    <Part title={say.certificates}>
      <Group justify="flex-end">
        <ExportButton small name="certificates" ask={(as) => api.GET('/api/v1/certificates', as)} />
      </Group>
      <ListTable
        label={say.certificates}
        columns={columns}
        list={list}
        keyOf={({ id }) => id}
        empty={<Empty title={say.noCertificates} why={say.noCertificatesWhy} />}
      />
      {read && (
        <Dialog onClose={() => setRead(null)} title={say.certificates} size="xl">
          <Code block>{read.text}</Code>
        </Dialog>
      )}
    </Part>
  )
}

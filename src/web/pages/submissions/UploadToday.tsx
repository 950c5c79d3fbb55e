import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { useRows } from '../../parts/use-rows.ts'
import { useMay } from '../../session.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { nameOf } from './carried-file.ts'
import { ReportDialog } from './FileDialogs.tsx'
import { nameOfConnection, type Standing } from './going-up.ts'
import { TakeFileDialog } from './TakeFileDialog.tsx'

type Row = components['schemas']['FileOfToday']
type Deed =
  | { readonly kind: 'take'; readonly row: Row }
  | { readonly kind: 'report'; readonly row: Row; readonly file: number }
const say = byFilesWords.today
const files = submissionsWords.files

/** What to upload today: the four files of each seller, what waits in each, and those whose report is missing (H2). */
export function UploadToday({ connections }: { readonly connections: readonly Standing[] }) {
  const may = { orders: useMay('orders:write'), prices: useMay('items:write') }
  const [deed, setDeed] = useState<Deed | null>(null)
  const list = useRows<Row>(['files', 'today'], (signal) => answer(api.GET('/api/v1/files/today', { signal })))
  if (list.data && list.rows.length === 0) return null
  const mayTake = ({ kind }: Row) => (kind === 'price-and-quantity' ? may.prices : may.orders)
  const close = () => setDeed(null)
  return (
    <Stack gap="xs">
      <div>
        <Title order={2}>{say.title}</Title>
        <Text size="sm" c="dimmed" maw={760}>
          {say.about}
        </Text>
      </div>
      <ListTable
        label={say.title}
        columns={columnsFor({ connections, mayTake, act: setDeed })}
        list={list}
        keyOf={({ connection, kind }) => `${connection} ${kind}`}
        empty={null}
      />
      {deed?.kind === 'take' && (
        <TakeFileDialog
          connections={connections}
          of={{ kind: deed.row.kind, connection: deed.row.connection }}
          close={close}
        />
      )}
      {deed?.kind === 'report' && <ReportDialog file={{ file: deed.file, kind: deed.row.kind }} close={close} />}
    </Stack>
  )
}

type Shown = {
  readonly connections: readonly Standing[]
  mayTake(row: Row): boolean
  act(deed: Deed): void
}

const columnsFor = ({ connections, mayTake, act }: Shown): readonly Column<Row>[] => [
  { head: say.file, wraps: true, cell: (row) => <Name row={row} connections={connections} /> },
  { head: say.waits, wraps: true, cell: (row) => <Waits row={row} /> },
  { head: say.last, wraps: true, cell: (row) => <Last row={row} /> },
  {
    head: say.act,
    narrow: true,
    cell: (row) => (
      <Group gap={4} wrap="nowrap">
        <Button
          size="compact-sm"
          variant={row.waiting > 0 ? 'filled' : 'default'}
          disabled={!mayTake(row) || (row.waiting === 0 && row.kind !== 'price-and-quantity')}
          title={mayTake(row) ? (row.waiting === 0 ? say.nothing : undefined) : files.cannot}
          onClick={() => act({ kind: 'take', row })}
        >
          {say.take}
        </Button>
        {row.open.slice(0, 1).map((file) => (
          <Button
            key={file}
            size="compact-sm"
            variant="default"
            disabled={!mayTake(row)}
            onClick={() => act({ kind: 'report', row, file })}
          >
            {files.report}
          </Button>
        ))}
      </Group>
    ),
  },
]

function Name({
  row: { kind, connection },
  connections,
}: {
  readonly row: Row
  readonly connections: readonly Standing[]
}) {
  const found = connections.find((each) => each.connection === connection)
  return (
    <>
      <Text size="sm" fw={600}>
        {files.kinds[kind]}
        {connections.length > 1 && found && ` · ${nameOfConnection(found)}`}
      </Text>
      <Text size="xs" c="dimmed">
        {kind === 'price-and-quantity' ? files.where.prices : files.where.orders}
      </Text>
    </>
  )
}

function Waits({ row: { kind, waiting, dueBy } }: { readonly row: Row }) {
  if (waiting === 0)
    return (
      <Text size="sm" c="dimmed">
        {kind === 'price-and-quantity' ? say.prices : say.nothing}
      </Text>
    )
  const [one, many] = say.what[kind]
  return (
    <>
      <Text size="sm">{say.waiting(countText(waiting), waiting === 1 ? one : many)}</Text>
      {dueBy && (
        <Text size="xs" c="dimmed">
          {say.due(timeText(dueBy))}
        </Text>
      )}
    </>
  )
}

function Last({ row: { kind, last, open } }: { readonly row: Row }) {
  if (!last)
    return (
      <Text size="sm" c="dimmed">
        {say.never}
      </Text>
    )
  return (
    <>
      <Text size="sm">
        <Link to="/submissions" search={{ tab: 'files', file: last.file }}>
          {nameOf({ kind, file: last.file })}
        </Link>{' '}
        · {submissionsWords.runs.states[last.state]}
      </Text>
      <Text size="xs" c="dimmed">
        {last.madeBy}, {timeText(last.madeAt)}
        {open.length > 0 && ` · ${say.open(open.length)}`}
      </Text>
    </>
  )
}

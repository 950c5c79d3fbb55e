import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { distanceText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { errorWords } from '../../words/errors.ts'
import { GiveUp, reloadOutbox, retryEntry } from './OutboxRows.tsx'

type Row = components['schemas']['RetryEntry']
type Up = 'confirmation' | 'cancellation' | 'refund'
const say = errorWords.queue

const isUp = (kind: Row['kind']): kind is Up => ['confirmation', 'cancellation', 'refund'].includes(kind)

/** What is tried again by itself: what, why, when next, how often so far, and the two buttons (E6). */
export function RetryQueue() {
  const may = useMay('orders:write')
  const [given, setGiven] = useState<(Row & { readonly kind: Up }) | null>(null)
  const list = usePages<Row>(['retry-queue'], ({ after, signal }) =>
    answer(api.GET('/api/v1/retry-queue', { signal, params: { query: { after, limit: 50 } } })),
  )
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Text size="sm" c="dimmed" maw={760}>
          {say.about} {may ? '' : errorWords.needs['orders:write']}
        </Text>
        <ExportButton name="retry-queue" ask={(as) => api.GET('/api/v1/retry-queue', as)} />
      </Group>
      <ListTable
        label={say.label}
        columns={may ? [...COLUMNS, deeds(setGiven)] : COLUMNS}
        list={list}
        keyOf={(row) => `${row.kind} ${row.connection} ${row.number}`}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {given && <GiveUp kind={given.kind} outboxId={given.number} close={() => setGiven(null)} />}
    </Stack>
  )
}

function What({ row: { kind, name, count } }: { readonly row: Row }) {
  if (kind === 'feed') return say.feed(name, count)
  if (kind === 'stock') return say.stock(count)
  if (kind === 'price') return say.price(count)
  if (kind === 'inbound-order') return say.order(name)
  return (
    <Link to="/orders/$order" params={{ order: name }}>
      {`${errorWords.kinds[kind]}: ${name}`}
    </Link>
  )
}

const whyOf = ({ problem, kind, tries }: Row): string =>
  problem?.sentence ?? (kind === 'inbound-order' ? say.asked : tries === 0 ? say.first : '–')

const COLUMNS: readonly Column<Row>[] = [
  { head: say.columns.what, narrow: true, cell: (row) => <What row={row} /> },
  { head: say.columns.why, wraps: true, cell: whyOf },
  {
    head: say.columns.next,
    narrow: true,
    cell: ({ nextTry }) =>
      Date.parse(nextTry) <= Date.now() ? say.soon : `${timeText(nextTry)} · ${distanceText(nextTry, Date.now())}`,
  },
  { head: say.columns.tries, narrow: true, number: true, cell: ({ tries }) => tries },
  { head: say.columns.since, narrow: true, cell: ({ since }) => timeText(since) },
]

const deeds = (give: (row: Row & { readonly kind: Up }) => void): Column<Row> => ({
  head: say.columns.act,
  narrow: true,
  cell: (row) => {
    const { kind } = row
    return (
      <Group gap={4} wrap="nowrap">
        {(isUp(kind) || kind === 'inbound-order') && (
          <Button variant="subtle" size="compact-xs" onClick={() => void tryNow(row).catch(tellError)}>
            {errorWords.outbox.retry}
          </Button>
        )}
        {isUp(kind) && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => give({ ...row, kind })}>
            {errorWords.outbox.give}
          </Button>
        )}
      </Group>
    )
  },
})

async function tryNow({ kind, number }: Row): Promise<void> {
  if (kind === 'inbound-order') {
    const path = { documentId: String(number) }
    const after = await answer(api.POST('/api/v1/error-log/{documentId}/reprocess', { params: { path } }))
    tell(`${after.amazonOrderId}: ${errorWords.run.ends[after.state]}`)
    await queries.invalidateQueries({ queryKey: ['error-log'] })
  } else {
    await retryEntry(number)
    tell(errorWords.outbox.tried(1))
  }
  await reloadOutbox()
}

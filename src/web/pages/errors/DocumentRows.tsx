import { Button, Checkbox, Group, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { tellError } from '../../parts/told.tsx'
import { saveText } from '../../save-file.ts'
import { useMay } from '../../session.ts'
import { words } from '../../words/en.ts'
import { errorWords } from '../../words/errors.ts'
import { documentsOf, numbersOf, type OfCause, type Summary } from './error-api.ts'
import { RunLog } from './RunLog.tsx'
import { useKept } from './use-kept.ts'
import { type Deed, useRun } from './use-run.ts'

const say = errorWords.documents

/** The orders of one cause: some or all of them run again or ignored, with the log beside them (E1, E2, O3). */
export function DocumentRows({ of }: { readonly of: OfCause }) {
  const may = useMay('orders:write')
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [ignored, setIgnored] = useState<readonly number[] | null>(null)
  const { run, start, stop } = useRun()
  const list = useInfiniteQuery({
    queryKey: ['error-log', 'documents', of],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => documentsOf(of, { after: pageParam, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const found = list.data?.pages.flatMap((page) => page.rows)
  const rows = useKept(found, { keyOf: ({ documentId }) => String(documentId), list: JSON.stringify(of) })
  const doAll = async (deed: Deed, ids: readonly number[]) => {
    await start(deed, ids.length > 0 ? ids : await numbersOf(of))
    setChosen([])
  }
  if (list.error && !list.data) return <Failed error={list.error} again={() => void list.refetch()} />
  if (list.isPending) return <Skeleton height={160} className="group-inside" aria-label={words.loading} />
  return (
    <Stack gap="sm" className="group-inside">
      {may ? (
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            loading={run?.going ?? false}
            onClick={() => void doAll('reprocess', chosen).catch(tellError)}
          >
            {say.reprocess(chosen.length)}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIgnored(chosen)}>
            {say.ignore(chosen.length)}
          </Button>
          <ExportDocuments of={of} />
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {errorWords.needs['orders:write']}
        </Text>
      )}
      <section className="list stacks" aria-label={say.label} tabIndex={0}>
        <Rows rows={rows} chosen={chosen} choose={setChosen} again={(id) => void doAll('reprocess', [id])} />
      </section>
      {list.hasNextPage && (
        <Button variant="default" size="compact-sm" w="fit-content" onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {run && <RunLog run={run} stop={stop} />}
      {ignored && (
        <Ask
          title={say.ignoreTitle(ignored.length || (found?.length ?? 0))}
          does={say.ignoreDoes}
          danger
          run={() => doAll('ignore', ignored)}
          close={() => setIgnored(null)}
        >
          <Text size="sm">{say.ignoreWhy}</Text>
        </Ask>
      )}
    </Stack>
  )
}

const ExportDocuments = ({ of }: { readonly of: OfCause }) => (
  <ExportButton small name="held-orders" ask={(as) => api.GET('/api/v1/error-log', { ...as, params: { query: of } })} />
)

type Shown = {
  readonly rows: ReturnType<typeof useKept<Summary>>
  readonly chosen: readonly number[]
  choose(next: readonly number[]): void
  again(documentId: number): void
}

function Rows({ rows, chosen, choose, again }: Shown) {
  const may = useMay('orders:write')
  const there = rows.filter(({ gone }) => !gone).map(({ row }) => row.documentId)
  const { columns } = say
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {may && (
            <Table.Th w={1}>
              <Checkbox
                size="xs"
                aria-label={say.all}
                checked={there.length > 0 && there.every((id) => chosen.includes(id))}
                onChange={({ currentTarget }) => choose(currentTarget.checked ? there : [])}
              />
            </Table.Th>
          )}
          <Table.Th>{columns.order}</Table.Th>
          <Table.Th>{columns.since}</Table.Th>
          <Table.Th ta="right">{columns.quantity}</Table.Th>
          <Table.Th>{columns.more}</Table.Th>
          <Table.Th aria-label={errorWords.outbox.columns.act} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ row, gone }) => (
          <Table.Tr key={row.documentId} data-gone={gone || undefined}>
            {may && (
              <Table.Td>
                <Checkbox
                  size="xs"
                  aria-label={say.choose(row.amazonOrderId)}
                  disabled={gone}
                  checked={!gone && chosen.includes(row.documentId)}
                  onChange={({ currentTarget: { checked } }) =>
                    choose(checked ? [...chosen, row.documentId] : chosen.filter((id) => id !== row.documentId))
                  }
                />
              </Table.Td>
            )}
            <Table.Td>
              <OrderName row={row} />
            </Table.Td>
            <Table.Td data-head={columns.since}>{timeText(row.receivedAt)}</Table.Td>
            <Table.Td ta="right" data-head={columns.quantity}>
              {String(row.problems[0]?.facts.quantity ?? '–')}
            </Table.Td>
            <Table.Td data-head={columns.more}>
              {row.problems.length > 1 ? say.others(row.problems.length - 1) : '–'}
            </Table.Td>
            <Table.Td>{gone ? errorWords.gone : <Deeds row={row} may={may} again={again} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Who is placed already, as with a cancellation that its buyer asks for, is decided on at the order. */
const OrderName = ({ row: { amazonOrderId, state } }: { readonly row: Summary }) =>
  state === 'placed' || state === 'pending' ? (
    <Link to="/orders/$order" params={{ order: amazonOrderId }}>
      {amazonOrderId}
    </Link>
  ) : (
    amazonOrderId
  )

type OfRow = { readonly row: Summary; readonly may: boolean; again(documentId: number): void }

const Deeds = ({ row, may, again }: OfRow) => (
  <Group gap={4} justify="flex-end" wrap="nowrap">
    {may && (
      <Button variant="subtle" size="compact-xs" onClick={() => again(row.documentId)}>
        {say.reprocessOne}
      </Button>
    )}
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      title={say.downloadWhy}
      onClick={() => void download(row).catch(tellError)}
    >
      {say.download}
    </Button>
  </Group>
)

/** The order as Amazon sent it, without its buyer (U2, E2). */
export async function download({ documentId, amazonOrderId }: Pick<Summary, 'documentId' | 'amazonOrderId'>) {
  const path = { documentId: String(documentId) }
  const original = await answer(api.GET('/api/v1/error-log/{documentId}/download', { params: { path } }))
  saveText(`${amazonOrderId}.json`, `${JSON.stringify(original, null, 2)}\n`)
}

import { Button, Group, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { tell } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { words } from '../../words/en.ts'
import { errorWords } from '../../words/errors.ts'
import type { OfCause } from './error-api.ts'

type Entry = components['schemas']['OutboxEntry']
const say = errorWords.outbox
const MOST = 200

/** Fetches again what an entry of what goes up touches. */
export const reloadOutbox = () =>
  queries.invalidateQueries({
    predicate: ({ queryKey }) => ['error-log', 'retry-queue', 'order', 'status'].includes(String(queryKey[0])),
  })

/** Sends one now, from the beginning (E6). */
export const retryEntry = (outboxId: number) =>
  answer(api.POST('/api/v1/outbox/{outboxId}/retry', { params: { path: { outboxId: String(outboxId) } } }))

/** What went up and Amazon did not take: tried again, one or all, or given up (E5, E6). */
export function OutboxRows({ kind, of }: { readonly kind: Entry['kind']; readonly of: OfCause }) {
  const may = useMay('orders:write')
  const [given, setGiven] = useState<Entry | null>(null)
  const list = useQuery({
    queryKey: ['error-log', 'outbox', kind, of],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/outbox', { signal, params: { query: { kind, forPeople: 'yes', ...of, limit: MOST } } })),
  })
  const rows = list.data?.rows ?? []
  const again = useMutation({ mutationFn: retryAll, onSettled: reloadOutbox })
  if (list.error && !list.data) return <Failed error={list.error} again={() => void list.refetch()} />
  if (list.isPending) return <Skeleton height={160} className="group-inside" aria-label={words.loading} />
  return (
    <Stack gap="sm" className="group-inside">
      {may ? (
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          loading={again.isPending}
          disabled={rows.length === 0}
          onClick={() => again.mutate(rows)}
        >
          {say.retryAll(rows.length)}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {errorWords.needs['orders:write']}
        </Text>
      )}
      <section className="list stacks" aria-label={say.label} tabIndex={0}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.columns.order}</Table.Th>
              <Table.Th>{say.columns.what}</Table.Th>
              <Table.Th>{say.columns.since}</Table.Th>
              <Table.Th ta="right">{say.columns.tries}</Table.Th>
              <Table.Th aria-label={say.columns.act} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.outboxId}>
                <Table.Td>
                  <Link to="/orders/$order" params={{ order: String(row.orderNumber) }}>
                    {row.orderNumber}
                  </Link>{' '}
                  {row.amazonOrderId}
                </Table.Td>
                <Table.Td data-head={say.columns.what}>{say.what[row.kind](row.subject)}</Table.Td>
                <Table.Td data-head={say.columns.since}>
                  {timeText(row.failingSince ?? row.sentAt ?? row.enteredAt)}
                </Table.Td>
                <Table.Td ta="right" data-head={say.columns.tries}>
                  {row.attempts}
                </Table.Td>
                <Table.Td>
                  {may && (
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button variant="subtle" size="compact-xs" onClick={() => again.mutate([row])}>
                        {say.retry}
                      </Button>
                      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setGiven(row)}>
                        {say.give}
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {given && <GiveUp kind={given.kind} outboxId={given.outboxId} close={() => setGiven(null)} />}
    </Stack>
  )
}

/** One refused does not keep the others from their try. */
async function retryAll(rows: readonly Entry[]): Promise<void> {
  let failed = 0
  let why = ''
  for (const { outboxId } of rows)
    await retryEntry(outboxId).catch((error: Error) => {
      failed += 1
      why = error.message
    })
  if (rows.length > failed) tell(say.tried(rows.length - failed))
  if (failed > 0) tell(say.failed(failed, why), true)
}

type Given = { readonly kind: Entry['kind']; readonly outboxId: number; close(): void }

/** Asks before something is never sent (E6). */
export const GiveUp = ({ kind, outboxId, close }: Given) => (
  <Ask
    title={say.giveTitle}
    does={say.give}
    danger
    run={async () => {
      await answer(api.DELETE('/api/v1/outbox/{outboxId}', { params: { path: { outboxId: String(outboxId) } } }))
      await reloadOutbox()
    }}
    close={close}
  >
    <Text size="sm">{say.giveWhy[kind]}</Text>
  </Ask>
)

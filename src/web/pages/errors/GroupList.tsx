import { Group as Line, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ERROR_KINDS } from '#core/error-log.ts'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { words } from '../../words/en.ts'
import { errorWords as say } from '../../words/errors.ts'
import { type Group, groupQuery } from './error-api.ts'
import type { ErrorSearch } from './errors-search.ts'
import { GroupCard } from './GroupCard.tsx'
import { type Kept, useKept } from './use-kept.ts'

const EVERY = 30_000

/** What waits for a person, section by section, by its causes (E1, E4, E5). */
export function GroupList({ search }: { readonly search: ErrorSearch }) {
  const { kind, code, cause, connection, text } = search
  const list = useQuery({
    queryKey: ['error-log', 'groups', { kind, code, cause, connection, text }],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/error-log/groups', { signal, params: { query: groupQuery(search) } })),
    refetchInterval: EVERY,
    placeholderData: (before) => before,
  })
  const kept = useKept(list.isPlaceholderData ? undefined : list.data?.rows, {
    keyOf: nameOf,
    list: JSON.stringify([kind, code, cause, connection, text]),
  })
  const narrowed = [code, cause, connection, text].some((each) => each !== undefined)
  if (list.error && !list.data) return <Failed error={list.error} again={() => void list.refetch()} />
  if (list.isPending) return <Skeleton height={320} aria-label={words.loading} />
  if (kept.length === 0)
    return (
      <div className="card">
        {narrowed ? (
          <Empty title={say.noneFound} why={say.noneFoundWhy} />
        ) : kind !== undefined ? (
          <Empty title={say.noneOf} why={say.noneOfWhy[kind === 'connection' ? kind : 'others']} />
        ) : (
          <Empty title={say.none} why={say.noneWhy}>
            <MendedLast />
          </Empty>
        )}
      </div>
    )
  return (
    <Stack gap="lg">
      {ERROR_KINDS.map((each) => (
        <Section key={each} kind={each} rows={kept.filter(({ row }) => row.kind === each)} connection={connection} />
      ))}
    </Stack>
  )
}

/** What was mended last, so that a quiet page is believed. */
function MendedLast() {
  const list = useQuery({
    queryKey: ['error-log', 'mended'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/error-log/mended', { signal })),
  })
  const rows = list.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Stack gap={4} mt="sm" w="100%" maw={520}>
      <Text size="xs" c="dimmed">
        {say.mendedLast}
      </Text>
      {rows.map(({ documentId, amazonOrderId, state, mendedAt, problems: [problem] }) => (
        <Line key={documentId} justify="space-between" gap="xs" wrap="nowrap">
          <Text size="sm" truncate>
            {state === 'skipped' ? (
              amazonOrderId
            ) : (
              <Link to="/orders/$order" params={{ order: amazonOrderId }}>
                {amazonOrderId}
              </Link>
            )}
            {problem && ` · ${say.wasAbout(problem.code, problem.facts)}`}
          </Text>
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {timeText(mendedAt)}
          </Text>
        </Line>
      ))}
    </Stack>
  )
}

const nameOf = ({ kind, code, cause, name }: Group): string =>
  [kind, code, cause, kind === 'connection' ? name : ''].join(' ')

type OfKind = {
  readonly kind: Group['kind']
  readonly rows: readonly Kept<Group>[]
  readonly connection: string | undefined
}

const Section = ({ kind, rows, connection }: OfKind) =>
  rows.length === 0 ? null : (
    <section aria-labelledby={`errors-${kind}`}>
      <Title order={2} id={`errors-${kind}`} mb={6}>
        {say.kinds[kind]}
      </Title>
      <div className="card groups">
        {rows.map(({ row, gone }) => (
          <GroupCard key={nameOf(row)} group={row} gone={gone} connection={connection} />
        ))}
      </div>
    </section>
  )

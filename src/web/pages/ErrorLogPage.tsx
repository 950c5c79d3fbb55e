import { Badge, Button, Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { answer, api, queries } from '../api.ts'
import { timeText } from '../format.ts'
import type { components } from '../generated/api.ts'
import { Empty } from '../parts/Empty.tsx'
import { Failed } from '../parts/Failed.tsx'
import { words } from '../words/en.ts'

type Document = components['schemas']['DocumentSummary']
const say = words.errors

/** What could not be imported, why, and what mends it (E1, E4). */
export function ErrorLogPage() {
  const list = useQuery({
    queryKey: ['error-log'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/error-log', { signal, params: { query: { limit: 50 } } })),
    refetchInterval: 15_000,
  })
  return (
    <Stack gap="md">
      <Title order={1}>{say.title}</Title>
      <Title order={2} c="dimmed">
        {say.inbound}
      </Title>
      {list.isError && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={240} aria-label={words.loading} />}
      {list.data?.rows.length === 0 && (
        <div className="card">
          <Empty title={say.none} why={say.noneWhy} />
        </div>
      )}
      {list.data?.rows.map((document) => (
        <Held key={document.documentId} document={document} />
      ))}
    </Stack>
  )
}

function Held({ document }: { readonly document: Document }) {
  const path = { documentId: String(document.documentId) }
  const reload = () => queries.invalidateQueries({ queryKey: ['error-log'] })
  const retry = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/error-log/{documentId}/reprocess', { params: { path } })),
    onSettled: reload,
  })
  const ignore = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/error-log/{documentId}/ignore', { params: { path } })),
    onSettled: reload,
  })
  return (
    <Stack className="card" p="md" gap="sm" component="article">
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={650}>{document.amazonOrderId}</Text>
          <Text size="sm" c="dimmed">
            {say.received} {timeText(document.receivedAt)}
          </Text>
        </Group>
        <Group gap="xs">
          <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            {say.retry}
          </Button>
          <Button variant="subtle" color="gray" loading={ignore.isPending} onClick={() => ignore.mutate()}>
            {say.ignore}
          </Button>
        </Group>
      </Group>
      {document.problems.map((problem) => (
        <Stack key={`${problem.code} ${problem.sentence}`} gap={4}>
          <Text size="sm">{problem.sentence}</Text>
          <Group gap="xs">
            <Badge variant="default" size="sm" radius="sm" tt="none" fw={500}>
              {say.mendedBy[problem.mendedBy]}
            </Badge>
            {problem.mend && <Code>{problem.mend}</Code>}
          </Group>
        </Stack>
      ))}
      {[retry.error, ignore.error].map(
        (error) =>
          error && (
            <Text key={error.message} size="sm" c="red" role="alert">
              {error.message}
            </Text>
          ),
      )}
    </Stack>
  )
}

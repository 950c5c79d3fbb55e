import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { causeOfOrder } from '#core/error-log.ts'
import { timeText } from '../../format.ts'
import { Failed } from '../../parts/Failed.tsx'
import { tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { words } from '../../words/en.ts'
import { errorWords } from '../../words/errors.ts'
import { download } from './DocumentRows.tsx'
import { type Detail, documentAt, type Group as ErrorGroup } from './error-api.ts'
import { GroupCard } from './GroupCard.tsx'
import { RunLog } from './RunLog.tsx'
import { useRun } from './use-run.ts'

const say = errorWords.focus

type Shown = { readonly documentId: number; all(): void }

/** One document, where a mail leads to it: all that keeps it, each with its button, and its end once it is mended (E4, N1). */
export function FocusedDocument({ documentId, all }: Shown) {
  const found = useQuery({
    queryKey: ['error-log', 'document', documentId],
    queryFn: ({ signal }) => documentAt(documentId, signal),
  })
  if (found.error && !found.data) return <Failed error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Skeleton height={180} aria-label={words.loading} />
  return <Focused document={found.data} all={all} />
}

function Focused({ document, all }: { readonly document: Detail; all(): void }) {
  const { amazonOrderId, problems, state } = document
  const title = state === 'held' ? say.held : problems.length > 0 ? say.waits : say.over
  return (
    <section className="card focus" aria-label={say.label}>
      <Group justify="space-between" align="flex-start" p="md" gap="sm">
        <div>
          <Title order={2}>{title(amazonOrderId)}</Title>
          <Text size="sm" c="dimmed">
            {state === 'held' ? errorWords.since(timeText(document.receivedAt)) : say.overWhy[state]}
          </Text>
        </div>
        <Group gap="xs">
          {state !== 'held' && state !== 'skipped' && (
            <Button renderRoot={(props) => <Link to="/orders/$order" params={{ order: amazonOrderId }} {...props} />}>
              {errorWords.run.open}
            </Button>
          )}
          <Button variant="default" onClick={all}>
            {say.others}
          </Button>
        </Group>
      </Group>
      {problems.map((problem) => (
        <GroupCard key={`${problem.code} ${problem.sentence}`} group={asGroup(document, problem)} gone={false} />
      ))}
      {problems.length > 0 && <Deeds document={document} />}
    </section>
  )
}

const asGroup = (document: Detail, problem: Detail['problems'][number]): ErrorGroup => ({
  ...problem,
  kind: 'inbound-order',
  cause: causeOfOrder(problem.facts),
  count: 1,
  since: document.receivedAt,
  first: document.documentId,
  name: document.amazonOrderId,
})

function Deeds({ document }: { readonly document: Detail }) {
  const may = useMay('orders:write')
  const { run, start, stop } = useRun()
  return (
    <Stack gap="sm" p="md" className="group-inside">
      <Group gap="xs">
        {may && (
          <Button
            variant="default"
            size="compact-sm"
            loading={run?.going ?? false}
            onClick={() => void start('reprocess', [document.documentId])}
          >
            {errorWords.documents.reprocessOne}
          </Button>
        )}
        <Anchor component="button" type="button" size="sm" onClick={() => void download(document).catch(tellError)}>
          {errorWords.documents.download}
        </Anchor>
      </Group>
      {run && <RunLog run={run} stop={stop} />}
    </Stack>
  )
}

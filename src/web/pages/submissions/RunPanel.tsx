import { Button, Group, Progress, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { answer, api, queries } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import { Failed } from '../../parts/Failed.tsx'
import { words } from '../../words/en.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { WHILE_UNDER_WAY } from './going-up.ts'

const say = submissionsWords.upload

/** A Manual Upload as it runs: how far it is, who began it; the list below has the result of each SKU (I7). */
export function RunPanel({ run }: { readonly run: number }) {
  const found = useQuery({
    queryKey: ['going-up', 'look', run],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/sending/looks/{look}', { signal, params: { path: { look: String(run) } } })),
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : WHILE_UNDER_WAY),
  })
  const over = found.data?.endedAt ?? null
  // What is shown below follows what is under way, news or not.
  useEffect(() => {
    if (over !== null || !found.dataUpdatedAt) return
    void queries.invalidateQueries({ queryKey: ['going-up', 'changes'] })
  }, [over, found.dataUpdatedAt])
  if (found.error && !found.data) return <Failed error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Skeleton height={96} aria-label={words.loading} />
  const { looked, all, walkedAt, by, at } = found.data
  return (
    <section className="card connection" aria-label={say.run(run)}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {say.run(run)}
        </Title>
        <Button variant="default" renderRoot={(props) => <Link to="/submissions" search={{}} {...props} />}>
          {say.close}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {say.by(by, timeText(at))}
      </Text>
      <Progress value={all === 0 ? 100 : (looked / all) * 100} my={8} aria-label={say.progress} />
      <Text size="sm" aria-live="polite">
        {all === 0 ? say.lookedAll : say.looked(countText(looked), countText(all))}{' '}
        {over !== null ? say.ended(timeText(over)) : walkedAt !== null && say.flows}
      </Text>
    </section>
  )
}

import { Anchor, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { TOPIC_NAMES, TOPICS, type Topic } from '#core/notifications/topics.ts'
import { answer, api, queries } from '../api.ts'
import { Choices } from '../parts/Choices.tsx'
import { Failed } from '../parts/Failed.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { tell, tellError } from '../parts/told.tsx'
import { meWords as say } from '../words/deployment.ts'
import { words } from '../words/en.ts'

const KEY = ['me', 'notifications']
const CHOICES = TOPICS.map((value) => ({ value, label: TOPIC_NAMES[value], about: say.topics[value] }))

/** Of what one is told by mail, chosen by oneself (N1). */
export function MePage() {
  const own = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/me/notifications', { signal })),
  })
  const save = useMutation({
    mutationFn: (topics: Topic[]) => answer(api.PUT('/api/v1/me/notifications', { body: { topics } })),
    onSuccess: (saved) => {
      queries.setQueryData(KEY, saved)
      tell(say.saved)
    },
    onError: tellError,
  })
  const chosen = save.isPending ? save.variables : (own.data?.topics ?? [])
  const resting = own.data?.topics.filter((topic) => !own.data.told.includes(topic)) ?? []
  return (
    <Stack gap="md" maw={640}>
      <PageTitle title={say.title} about={say.about} />
      {own.error && <Failed error={own.error} again={() => void own.refetch()} />}
      {own.isPending && <Skeleton height={200} aria-label={words.loading} />}
      {own.data && (
        <Stack className="card" p="md" gap="sm">
          <Choices label={say.title} choices={CHOICES} chosen={chosen} choose={(topics) => save.mutate(topics)} />
          {resting.length > 0 && (
            <Text size="xs" c="dimmed">
              {say.rest(resting.map((topic) => TOPIC_NAMES[topic]).join(', '))}
            </Text>
          )}
        </Stack>
      )}
      <Anchor href="/account" size="sm">
        {say.account}
      </Anchor>
    </Stack>
  )
}

import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { TOPIC_NAMES, TOPICS, type Topic } from '#core/notifications/topics.ts'
import { answer, api, queries } from '../../api.ts'
import { Choices } from '../../parts/Choices.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { words } from '../../words/en.ts'
import { meWords } from '../../words/me.ts'

const say = meWords.mails
const KEY = ['me', 'notifications']
const CHOICES = TOPICS.map((value) => ({ value, label: TOPIC_NAMES[value], about: say.topics[value] }))

/** Of what one is told by mail, chosen by oneself (N1). */
export function OwnMails() {
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
  if (own.error) return <Failed error={own.error} again={() => void own.refetch()} />
  if (!own.data) return <Skeleton height={200} aria-label={words.loading} />
  const { topics, told } = own.data
  const chosen = save.isPending ? save.variables : topics
  const resting = topics.filter((topic) => !told.includes(topic))
  return (
    <Stack gap="sm">
      <Title order={2}>{say.title}</Title>
      <Stack className="card" p="md" gap="sm">
        <Choices label={say.label} choices={CHOICES} chosen={chosen} choose={(next) => save.mutate(next)} />
        {resting.length > 0 && (
          <Text size="xs" c="dimmed">
            {say.rest(resting.map((topic) => TOPIC_NAMES[topic]).join(', '))}
          </Text>
        )}
      </Stack>
    </Stack>
  )
}

import { Box, SimpleGrid, Text, Title } from '@mantine/core'
import { distanceText, timeText } from '../../format.ts'
import { Dot } from '../../parts/Dot.tsx'
import { connectionWords } from '../../words/connections.ts'
import type { Connection } from './use-connections.ts'

type Told = NonNullable<Connection['told']>
const say = connectionWords.told
const COLORS = { subscribed: 'race', refused: 'orange', waiting: 'gray' } as const

/** What Amazon tells of a connection by itself, where the deployment has a queue for it; everything works without (C5). */
export function ToldTopics({ told }: { readonly told: Told }) {
  const troubles = [...new Set(told.flatMap(({ problem }) => (problem ? [problem.sentence] : [])))]
  const [confirmed] = told.flatMap(({ state, checkedAt }) => (state === 'subscribed' && checkedAt ? [checkedAt] : []))
  return (
    <Box component="section" aria-label={say.title} mb="sm">
      <Title order={4} fz="sm">
        {say.title}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {say.about} {confirmed && say.confirmed(timeText(confirmed))}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md" verticalSpacing="xs">
        {told.map((each) => (
          <Topic key={each.topic} told={each} />
        ))}
      </SimpleGrid>
      {troubles.map((sentence) => (
        <Text key={sentence} size="sm" mt="xs">
          {sentence}
        </Text>
      ))}
    </Box>
  )
}

const Topic = ({ told: { topic, state, heardAt } }: { readonly told: Told[number] }) => (
  <div>
    <Text size="sm">
      <Dot color={COLORS[state]} /> {say.topics[topic]}: {say.states[state]}
    </Text>
    {(heardAt !== null || state === 'subscribed') && (
      <Text size="sm">{heardAt === null ? say.notHeard : say.heard(distanceText(heardAt, Date.now()))}</Text>
    )}
    <Text size="xs" c="dimmed">
      {say.brings[topic]}
    </Text>
  </div>
)

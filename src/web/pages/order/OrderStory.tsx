import { Stack, Text, Timeline, Title } from '@mantine/core'

/** One thing that happened. */
export type Step = { readonly key: string; readonly text: string; readonly at?: string; readonly bad?: boolean }

/** What happened, one after the other. */
export const OrderStory = ({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) => (
  <Stack gap={6}>
    <Title order={2}>{title}</Title>
    <div className="card">
      <Timeline bulletSize={10} lineWidth={1} p="md">
        {steps.map(({ text, at, bad, key }) => (
          <Timeline.Item key={key} color={bad ? 'red' : 'race'}>
            <Text size="sm">{text}</Text>
            {at && (
              <Text size="xs" c="dimmed">
                {at}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </div>
  </Stack>
)

import { Anchor, Badge, Group, SimpleGrid, Skeleton, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import { answer, api } from '../api.ts'
import { countText, distanceText, tellTimesIn, timeText } from '../format.ts'
import { Dot } from '../parts/Dot.tsx'
import { Failed } from '../parts/Failed.tsx'
import { words } from '../words/en.ts'

const say = words.today
/** Fetched only by those who have not begun yet. */
const Checklist = lazy(async () => ({ default: (await import('./amazon/Checklist.tsx')).Checklist }))

/** Is all well? Every number leads to the list behind it. */
export function TodayPage() {
  const status = useQuery({
    queryKey: ['status'],
    queryFn: async ({ signal }) => {
      const told = await answer(api.GET('/api/v1/status', { signal }))
      tellTimesIn(told.merchant.timeZone)
      return told
    },
    refetchInterval: 15_000,
  })
  if (status.isError) return <Failed error={status.error} again={() => void status.refetch()} />
  if (status.isPending) return <Skeleton height={240} aria-label={words.loading} />
  const { orders, documents, problems } = status.data
  const held = documents.held ?? 0
  const open = held + problems
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>{say.title}</Title>
        <Badge
          variant="default"
          size="lg"
          radius="sm"
          tt="none"
          fw={600}
          leftSection={<Dot color={open > 0 ? 'orange' : 'race'} />}
        >
          {open > 0 ? say.open(open) : say.well}
        </Badge>
      </Group>
      {Object.values(orders).every((count) => count === 0) && (
        <Suspense>
          <Checklist />
        </Suspense>
      )}
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
        <UnstyledButton className="card" p="md" renderRoot={(props) => <Link to="/errors" {...props} />}>
          <Count label={say.held} count={held} />
        </UnstyledButton>
        {shownStages(orders).map((stage) => (
          <StageTile key={stage} stage={stage} count={orders[stage] ?? 0} />
        ))}
      </SimpleGrid>
      <Deadlines />
    </Stack>
  )
}

/** The stages of daily work, and any other in which there are orders. */
const shownStages = (orders: Readonly<Record<string, number>>): readonly Stage[] =>
  STAGES.filter((stage) => stage !== 'Accounts Receivable' || (orders[stage] ?? 0) > 0)

const StageTile = ({ stage, count }: { readonly stage: Stage; readonly count: number }) => (
  <UnstyledButton className="card" p="md" renderRoot={(props) => <Link to="/orders" search={{ stage }} {...props} />}>
    <Count label={stage} count={count} />
  </UnstyledButton>
)

const Count = ({ label, count }: { readonly label: string; readonly count: number }) => (
  <>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text fz={24} fw={700} lh={1.2}>
      {countText(count)}
    </Text>
  </>
)

function Deadlines() {
  const list = useQuery({
    queryKey: ['deadlines'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/deadlines', { signal, params: { query: { limit: 10 } } })),
    refetchInterval: 60_000,
  })
  if (!list.data) return null
  return (
    <Stack gap={6}>
      <Title order={2}>{say.deadlines}</Title>
      <Stack className="card" p="md" gap="xs">
        {list.data.rows.length === 0 && (
          <Text size="sm" c="dimmed">
            {say.noDeadlines}
          </Text>
        )}
        {list.data.rows.map((row) => (
          <Group key={row.orderNumber} justify="space-between">
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link to="/orders/$order" params={{ order: String(row.orderNumber) }} {...props} />
              )}
            >
              {row.orderNumber}
            </Anchor>
            <Text size="sm">
              {timeText(row.shipBy)} · {distanceText(row.shipBy, Date.now())}
            </Text>
          </Group>
        ))}
      </Stack>
    </Stack>
  )
}

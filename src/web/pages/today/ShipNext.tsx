import { Anchor, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { distanceText, timeText } from '../../format.ts'
import { todayWords as say } from '../../words/today.ts'

/** The orders whose deadline is the nearest, and those past it (S6). */
export function ShipNext() {
  const list = useQuery({
    queryKey: ['deadlines'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/deadlines', { signal, params: { query: { limit: 8 } } })),
    refetchInterval: 60_000,
  })
  return (
    <section className="card rows" aria-labelledby="next-title" aria-busy={list.isPending}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} id="next-title">
          {say.next}
        </Title>
        <Anchor size="sm" renderRoot={(props) => <Link to="/shipping" {...props} />}>
          {say.all}
        </Anchor>
      </Group>
      {list.error && !list.data && (
        <Text size="sm" c="red" role="alert">
          {list.error.message}
        </Text>
      )}
      {list.data?.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {say.noNext}
        </Text>
      )}
      {list.data?.rows.map(({ orderNumber, shipBy, late }) => (
        <Group key={orderNumber} justify="space-between" wrap="nowrap" gap="xs">
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/orders/$order" params={{ order: String(orderNumber) }} {...props} />}
          >
            {orderNumber}
          </Anchor>
          <Text size="sm" c={late ? 'red' : undefined} ta="right">
            {timeText(shipBy)} · {distanceText(shipBy, Date.now())}
          </Text>
        </Group>
      ))}
    </section>
  )
}

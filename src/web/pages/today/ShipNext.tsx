import { Anchor, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { distanceText, timeText } from '../../format.ts'
import { todayWords as say } from '../../words/today.ts'

const SHOWN = 8

/** The head of the clerk's queue: what must leave first, whether that is today or next week (S6). */
export function ShipNext() {
  const list = useQuery({
    queryKey: ['shipping', 'next'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shipping-queue', { signal, params: { query: { limit: SHOWN } } })),
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
            {shipBy === null ? say.noDeadline : `${timeText(shipBy)} · ${distanceText(shipBy, Date.now())}`}
          </Text>
        </Group>
      ))}
    </section>
  )
}

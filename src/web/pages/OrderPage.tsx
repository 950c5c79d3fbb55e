import { Anchor, Group, SimpleGrid, Skeleton, Stack, Table, Text, Timeline, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answer, api } from '../api.ts'
import { moneyText, placeText, timeText } from '../format.ts'
import type { components } from '../generated/api.ts'
import { Failed } from '../parts/Failed.tsx'
import { StageBadge } from '../parts/StageBadge.tsx'
import { words } from '../words/en.ts'

type Order = components['schemas']['Order']
const say = words.order
const route = getRouteApi('/orders/$order')

/** One order: what it is, what was bought for how much, what left, and how it came in. */
export function OrderPage() {
  const { order } = route.useParams()
  const found = useQuery({
    queryKey: ['order', order],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/orders/{order}', { signal, params: { path: { order } } })),
  })
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/orders" size="sm">
        ← {say.back}
      </Anchor>
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-label={words.loading} />}
      {found.data && <Whole order={found.data} />}
    </Stack>
  )
}

const Whole = ({ order }: { readonly order: Order }) => (
  <>
    <Group gap="sm">
      <Title order={1}>{order.orderNumber}</Title>
      <Text c="dimmed">{order.amazonOrderId}</Text>
      <StageBadge stage={order.stage} />
    </Group>
    <SimpleGrid className="card" p="md" cols={{ base: 2, sm: 3, lg: 6 }} spacing="md">
      <Fact label={say.placed} value={timeText(order.placedAt)} />
      <Fact label={say.shipBy} value={timeText(order.shipBy)} />
      <Fact label={say.method} value={order.shippingMethod ?? '–'} />
      <Fact label={say.center} value={order.center ?? '–'} />
      <Fact label={say.payment} value={order.paymentMethod} />
      <Fact label={say.goesTo} value={placeText(order.buyer)} note={say.masked} />
    </SimpleGrid>
    <Lines order={order} />
    <Packages order={order} />
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Story
        title={say.story}
        steps={order.log.map((entry, at) => ({ key: `${at}`, text: entry.sentence, bad: entry.level === 'error' }))}
      />
      <Story
        title={say.events}
        steps={order.events.map((event, at) => ({
          key: `${at}`,
          text: `${event.kind} · ${event.who}`,
          at: timeText(event.at),
        }))}
      />
    </SimpleGrid>
  </>
)

const Fact = ({ label, value, note }: { readonly label: string; readonly value: string; readonly note?: string }) => (
  <div>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text size="sm" fw={550}>
      {value}
    </Text>
    {note && (
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    )}
  </div>
)

const AMOUNTS = ['item', 'shipping', 'tax', 'total'] as const

const Lines = ({ order }: { readonly order: Order }) => (
  <Stack gap={6}>
    <Title order={2}>{say.lines}</Title>
    <div className="card list">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.item}</Table.Th>
            <Table.Th ta="right">{say.quantity}</Table.Th>
            {[say.price, say.shipping, say.tax, say.total].map((label) => (
              <Table.Th key={label} ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.lines.map((line) => (
            <Table.Tr key={line.lineId}>
              <Table.Td className="wraps">
                <Text size="sm" fw={600}>
                  {line.itemId ?? line.sellerSku}
                </Text>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {line.title}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{line.quantity}</Table.Td>
              {AMOUNTS.map((name) => (
                <Table.Td key={name} ta="right">
                  {moneyText(line.money[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={5} ta="right">
              {say.total}
            </Table.Th>
            <Table.Th ta="right" c="var(--mantine-color-text)">
              {moneyText(order.total)}
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
    {order.lines.some((line) => Number(line.money.marketplaceTax?.amount ?? 0) > 0) && (
      <Text size="xs" c="dimmed">
        {say.marketplaceTax}
      </Text>
    )}
  </Stack>
)

const Packages = ({ order }: { readonly order: Order }) => (
  <Stack gap={6}>
    <Title order={2}>{say.packages}</Title>
    <Stack className="card" p="md" gap="xs">
      {order.packages.length === 0 && (
        <Text size="sm" c="dimmed">
          {say.noPackages}
        </Text>
      )}
      {order.packages.map((each) => (
        <Text key={each.number} size="sm">
          {[each.carrier, each.tracking, timeText(each.shippedAt), each.confirmation?.state]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      ))}
    </Stack>
  </Stack>
)

type Step = { readonly key: string; readonly text: string; readonly at?: string; readonly bad?: boolean }

const Story = ({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) => (
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

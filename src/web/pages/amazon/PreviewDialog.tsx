import { Badge, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { connectionWords } from '../../words/connections.ts'
import { words } from '../../words/en.ts'
import { pathOf } from './use-connections.ts'

type Previewed = components['schemas']['PreviewedOrder']
type Preview = components['schemas']['Preview']
const say = connectionWords.shown
const COLORS = {
  placed: 'race',
  pending: 'yellow',
  held: 'orange',
  skipped: 'gray',
  updated: 'race',
  unchanged: 'gray',
} as const

/** The last 48 hours as what each order would become; nothing is written (C9). */
export function PreviewDialog({ connection, close }: { readonly connection: string; readonly close: () => void }) {
  const shown = useQuery({
    queryKey: ['preview', connection],
    queryFn: () => answer(api.POST('/api/v1/connections/{connectionId}/preview', pathOf({ id: connection }))),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return (
    <Dialog onClose={close} title={say.title} size={1080}>
      {shown.isPending && <Skeleton height={280} aria-label={words.loading} />}
      {shown.error && (
        <Text size="sm" c="red" role="alert">
          {shown.error.message}
        </Text>
      )}
      {shown.data && <Shown preview={shown.data} />}
    </Dialog>
  )
}

function Shown({ preview: { from, to, cutOff, more, orders } }: { readonly preview: Preview }) {
  if (orders.length === 0) return <Empty title={say.none} why={say.noneWhy} />
  const counts = Object.entries(say.what).flatMap(([becomes, what]) => {
    const count = orders.filter((order) => order.becomes === becomes).length
    return count > 0 ? [say.counted(count, what)] : []
  })
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={600}>
          {counts.join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          {say.span(timeText(from), timeText(to))} {cutOff && say.cutOff(timeText(cutOff))} {more && say.more}{' '}
          {say.nothing}
        </Text>
      </div>
      <section className="list stacks" aria-label={say.title} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {[say.order, say.placed, say.becomes, say.method, say.items, say.why].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {orders.map((order, at) => (
              <Line key={order.amazonOrderId ?? `unread ${at}`} order={order} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Stack>
  )
}

const Line = ({ order }: { readonly order: Previewed }) => (
  <Table.Tr style={{ verticalAlign: 'top' }}>
    <Table.Td>{order.amazonOrderId ?? say.unreadable}</Table.Td>
    <Table.Td data-head={say.placed}>{timeText(order.placedAt)}</Table.Td>
    <Table.Td data-head={say.becomes}>
      <Badge
        variant="default"
        size="sm"
        radius="sm"
        tt="none"
        fw={600}
        miw="max-content"
        leftSection={<Dot color={COLORS[order.becomes]} />}
      >
        {order.becomes === 'placed' && order.stage ? order.stage : say.what[order.becomes]}
      </Badge>
    </Table.Td>
    <Table.Td data-head={say.method}>{order.shippingMethod ?? '–'}</Table.Td>
    <Table.Td data-head={say.items}>
      {order.lines.map((line) => (
        <Text key={line.sellerSku} size="sm">
          {line.quantity} × {line.itemId ?? line.sellerSku}
        </Text>
      ))}
    </Table.Td>
    <Table.Td maw={360} className="wraps" data-head={say.why}>
      {order.reason && <Text size="sm">{say.reasons[order.reason] ?? order.reason}</Text>}
      {order.problems.map((problem) => (
        <Text key={`${problem.code} ${problem.sentence}`} size="sm">
          {problem.sentence}
        </Text>
      ))}
    </Table.Td>
  </Table.Tr>
)

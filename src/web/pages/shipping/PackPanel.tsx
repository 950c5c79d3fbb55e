import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { placeText, timeText } from '../../format.ts'
import { shippingWords as say } from '../../words/shipping.ts'
import { ChannelBadge } from './ChannelBadge.tsx'
import type { Queued } from './queue-pages.ts'
import { RunAddress } from './RunAddress.tsx'
import { ScanEntry } from './ScanEntry.tsx'
import type { EntryKeys } from './scan-entry.ts'
import type { Queue } from './use-queue.ts'

type Packed = {
  readonly queue: Queue
  readonly field: RefObject<HTMLInputElement | null>
  readonly keys: RefObject<EntryKeys | null>
  readonly run: number | null
}

/** The order that is packed now: what goes in, where to, and the field that is scanned into; Enter ships it. */
export function PackPanel({ queue, field, keys, run }: Packed) {
  const { order } = queue
  return (
    <Stack className="card pack" p="md" gap="sm">
      {order ? (
        <Contents order={order} run={run} />
      ) : (
        <Text size="sm" c="dimmed">
          {say.scan.nothingPacked}
        </Text>
      )}
      <ScanEntry queue={queue} order={order} field={field} keys={keys} />
    </Stack>
  )
}

const Contents = ({ order, run }: { readonly order: Queued; readonly run: number | null }) => (
  <>
    <Group justify="space-between" gap="xs">
      <Title order={2}>{say.packTitle(order.orderNumber)}</Title>
      <Anchor
        size="xs"
        renderRoot={(props) => <Link to="/orders/$order" params={{ order: String(order.orderNumber) }} {...props} />}
      >
        {say.openOrder}
      </Anchor>
    </Group>
    <Group gap={6}>
      <ChannelBadge channel={order.channel} />
      <Text size="xs" c={order.late ? 'red' : 'dimmed'}>
        {say.shipBy(timeText(order.shipBy), order.late)}
      </Text>
      <Text size="xs" c="dimmed">
        {[order.amazonOrderId, order.shippingMethod ?? '–', order.center, placeText(order.buyer)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Group>
    <Stack gap={6}>
      {order.lines.map((line) => (
        <Group key={line.lineId} gap="sm" wrap="nowrap" align="baseline">
          <Text fw={700} size="md" miw={34} ta="right">
            {line.open} ×
          </Text>
          <div className="grows breaks">
            <Text size="sm" fw={600}>
              {line.itemId ?? line.sellerSku}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={1}>
              {line.title}
            </Text>
          </div>
        </Group>
      ))}
    </Stack>
    <RunAddress order={order.orderNumber} run={run} />
  </>
)

import { Anchor, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RefObject, useState } from 'react'
import { placeText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { carrierFor, carrierNames } from '../../parts/carrier-for.ts'
import { tell } from '../../parts/told.tsx'
import { enterPackage, useCarriers } from '../../parts/use-ship.ts'
import { orderWords } from '../../words/order.ts'
import { shippingWords } from '../../words/shipping.ts'
import { RunAddress } from './RunAddress.tsx'

type Queued = components['schemas']['QueuedOrder']
const say = shippingWords
const ship = orderWords.ship

type Packed = {
  readonly order: Queued
  readonly field: RefObject<HTMLInputElement | null>
  readonly run: number | null
  /** It was shipped, or is left for later. */
  next(shipped: boolean): void
}

/** The order that is packed now: what goes in, where to, and its tracking number; Enter ships it. */
export function PackPanel({ order, field, run, next }: Packed) {
  return (
    <Stack className="card pack" p="md" gap="sm">
      <Group justify="space-between" gap="xs">
        <Title order={2}>{say.packTitle(order.orderNumber)}</Title>
        <Anchor
          size="xs"
          renderRoot={(props) => <Link to="/orders/$order" params={{ order: String(order.orderNumber) }} {...props} />}
        >
          {say.openOrder}
        </Anchor>
      </Group>
      <Text size="xs" c="dimmed">
        {[order.amazonOrderId, timeText(order.shipBy), order.shippingMethod ?? '–', placeText(order.buyer)].join(' · ')}
      </Text>
      <Stack gap={6}>
        {order.lines.map((line) => (
          <Group key={line.lineId} gap="sm" wrap="nowrap" align="baseline">
            <Text fw={700} size="md" miw={34} ta="right">
              {line.open} ×
            </Text>
            <div>
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
      <Entry key={order.orderNumber} order={order} field={field} run={run} next={next} />
    </Stack>
  )
}

function Entry({ order, field, next }: Packed) {
  const carriers = useCarriers()
  const [tracking, setTracking] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const likely = carrierFor(tracking, { carriers, usual: order.carrier })
  const carrier = chosen ?? likely.carrier
  const enter = useMutation({
    mutationFn: () =>
      enterPackage({ order: String(order.orderNumber), carrier, tracking: tracking.trim(), items: null }),
    onSuccess: (text) => {
      tell(text)
      next(true)
    },
    onError: () => field.current?.select(),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (tracking.trim() !== '' && !enter.isPending) enter.mutate()
      }}
    >
      <Stack gap="xs">
        <TextInput
          ref={field}
          size="md"
          label={ship.tracking}
          placeholder={ship.trackingHint}
          value={tracking}
          onChange={(event) => setTracking(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTracking('')
          }}
          error={enter.error?.message}
          autoComplete="off"
        />
        <Select
          label={ship.carrier}
          data={carrierNames(carriers, order.carrier, likely.carrier)}
          limit={40}
          value={carrier}
          onChange={setChosen}
          searchable
        />
        <Text size="xs" c="dimmed" aria-live="polite">
          {likely.why}
        </Text>
        <Group gap="xs">
          <Button type="submit" loading={enter.isPending} disabled={tracking.trim() === ''}>
            {ship.ship}
          </Button>
          <Button variant="default" onClick={() => next(false)}>
            {say.skip}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {say.keys}
        </Text>
      </Stack>
    </form>
  )
}

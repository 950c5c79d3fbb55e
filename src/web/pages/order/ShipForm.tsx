import { Button, Checkbox, Group, NumberInput, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { components } from '../../generated/api.ts'
import { carrierFor, carrierNames } from '../../parts/carrier-for.ts'
import { tell } from '../../parts/told.tsx'
import { enterPackage, useCarriers } from '../../parts/use-ship.ts'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
type Line = Order['lines'][number]
const say = orderWords.ship

/** Enters a package of an order: the tracking number, its carrier, and what of it leaves (S1, S2). */
export function ShipForm({ order }: { readonly order: Order }) {
  const carriers = useCarriers()
  const [tracking, setTracking] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [parts, setParts] = useState<Readonly<Record<string, number>> | null>(null)
  const likely = carrierFor(tracking, { carriers, usual: null })
  const carrier = chosen ?? likely.carrier
  const without = order.channel === 'amazon' ? say.without : say.withoutThere
  const open = order.lines.filter((line) => openOf(line) > 0)
  const ship = useMutation({
    mutationFn: () =>
      enterPackage({
        order: String(order.orderNumber),
        carrier,
        tracking: tracking.trim() || null,
        items: parts === null ? null : itemsOf(open, parts),
      }),
    onSuccess: ({ text }) => {
      tell(text)
      setTracking('')
      setChosen(null)
      setParts(null)
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        ship.mutate()
      }}
    >
      <Stack className="card" p="md" gap="sm">
        <Title order={2}>{say.title}</Title>
        <Group gap="xs" align="flex-end">
          <TextInput
            label={say.tracking}
            placeholder={say.trackingHint}
            value={tracking}
            onChange={(event) => setTracking(event.currentTarget.value)}
            flex="1 1 180px"
            autoComplete="off"
          />
          <Select
            label={say.carrier}
            placeholder={order.shippingMethod ?? undefined}
            data={carrierNames(carriers, likely.carrier)}
            limit={40}
            value={carrier}
            onChange={setChosen}
            searchable
            clearable
            flex="1 1 120px"
          />
          <Button type="submit" loading={ship.isPending}>
            {say.ship}
          </Button>
        </Group>
        <Text size="xs" c="dimmed" aria-live="polite">
          {tracking.trim() === '' ? without : likely.why || say.unknown}
        </Text>
        <Parts open={open} parts={parts} setParts={setParts} />
        {ship.error && (
          <Text size="sm" c="red" role="alert">
            {ship.error.message}
          </Text>
        )}
      </Stack>
    </form>
  )
}

type Chosen = {
  readonly open: readonly Line[]
  readonly parts: Readonly<Record<string, number>> | null
  setParts(parts: Readonly<Record<string, number>> | null): void
}

function Parts({ open, parts, setParts }: Chosen) {
  if (open.length === 1 && openOf(open[0] as Line) === 1) return null
  const all = Object.fromEntries(open.map((line) => [line.lineId, openOf(line)]))
  return (
    <>
      <Checkbox
        size="xs"
        label={say.part}
        checked={parts !== null}
        onChange={(event) => setParts(event.currentTarget.checked ? all : null)}
      />
      {parts !== null &&
        open.map((line) => (
          <Group key={line.lineId} gap="xs">
            <NumberInput
              w={80}
              aria-label={say.quantity(line.itemId ?? line.sellerSku)}
              min={0}
              max={openOf(line)}
              value={parts[line.lineId] ?? 0}
              onChange={(value) => setParts({ ...parts, [line.lineId]: Number(value) })}
            />
            <Text size="sm">{line.itemId ?? line.sellerSku}</Text>
            <Text size="xs" c="dimmed">
              {say.open(openOf(line))}
            </Text>
          </Group>
        ))}
    </>
  )
}

/** What of a line has not left, in our units. */
export const openOf = ({ quantity, quantityAmazon, fulfilledAmazon }: Line): number =>
  quantityAmazon === 0 ? 0 : Math.ceil((quantity * (quantityAmazon - fulfilledAmazon)) / quantityAmazon)

const itemsOf = (open: readonly Line[], parts: Readonly<Record<string, number>>) =>
  open
    .filter(({ lineId }) => (parts[lineId] ?? 0) > 0)
    .map(({ lineId }) => ({ line: lineId, sku: null, item: null, quantity: parts[lineId] ?? 0 }))

import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { CANCEL_REASONS, type CancelReason } from '#core/orders/decide-cancellation.ts'
import { answer, api, queries } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { useMay } from '../../session.ts'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
const say = orderWords.cancellation
const NOT_DONE: readonly (string | null)[] = ['refused', 'unsure', 'removed']

/** A request to cancel with its two buttons, and what became of it (O16). */
export function CancellationCard({ order }: { readonly order: Order }) {
  const may = useMay('orders:write')
  const [asked, setAsked] = useState<'cancel' | 'ship' | null>(null)
  const { cancellation } = order
  if (!cancellation) return null
  const undecided = cancellation.state === 'open' || NOT_DONE.includes(cancellation.up)
  const close = () => setAsked(null)
  return (
    <Stack
      className="card"
      p="md"
      gap="xs"
      component="section"
      aria-labelledby="cancellation"
      data-open={undecided || undefined}
    >
      <Title order={2} id="cancellation">
        {cancellation.byMerchant ? say.own : say.asked}
      </Title>
      <Text size="sm">
        {[
          say.askedAt(timeText(cancellation.askedAt)),
          cancellation.goneAt && undecided ? say.gone : '',
          say.decided[cancellation.state],
        ].join(' ')}
      </Text>
      {cancellation.problem && (
        <Text size="sm" c="red">
          {cancellation.problem.sentence}
        </Text>
      )}
      {may && undecided && (
        <Group gap="xs">
          <Button color="red.9" onClick={() => setAsked('cancel')}>
            {say.cancel}
          </Button>
          <Button variant="default" onClick={() => setAsked('ship')}>
            {say.shipAnyway}
          </Button>
        </Group>
      )}
      {asked === 'cancel' && <CancelDialog order={order} close={close} />}
      {asked === 'ship' && (
        <Ask title={say.shipTitle} does={say.shipAnyway} run={() => decide(order, null)} close={close}>
          <Text size="sm">{say.shipWhy}</Text>
        </Ask>
      )}
    </Stack>
  )
}

/** Cancels an order at Amazon after its reason was chosen; for a request, and without one. */
export function CancelDialog({ order, close }: { readonly order: Order; close(): void }) {
  const asked = order.cancellation?.state === 'open'
  const [reason, setReason] = useState<CancelReason>(asked ? 'buyer-cancelled' : 'no-inventory')
  const run = () => (asked ? decide(order, reason) : cancel(order, reason))
  return (
    <Ask title={say.cancelTitle} does={say.cancel} stays={say.keep} danger run={run} close={close}>
      <Text size="sm">{say.cancelWhy}</Text>
      <Select
        label={say.reason}
        data={CANCEL_REASONS.map((value) => ({ value, label: say.reasons[value] }))}
        value={reason}
        onChange={(value) => value && setReason(value as CancelReason)}
        allowDeselect={false}
      />
    </Ask>
  )
}

const paramsOf = (order: Order) => ({ path: { order: String(order.orderNumber) } })
const keep = (order: Order) => queries.setQueryData(['order', String(order.orderNumber)], order)

async function decide(order: Order, reason: CancelReason | null): Promise<void> {
  const body = reason === null ? { decision: 'ship-anyway' as const } : { decision: 'cancel' as const, reason }
  keep(await answer(api.POST('/api/v1/orders/{order}/cancellation', { params: paramsOf(order), body })))
}

async function cancel(order: Order, reason: CancelReason): Promise<void> {
  keep(await answer(api.POST('/api/v1/orders/{order}/cancel', { params: paramsOf(order), body: { reason } })))
}

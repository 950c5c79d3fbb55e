import { Button, Checkbox, Menu, Select, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { MethodId } from '#core/ids.ts'
import type { Stage } from '#core/orders/stage.ts'
import { checkMove, type MoveReason, REASONS, TRANSITIONS } from '#core/orders/stage-transitions.ts'
import { statusMeaning } from '#core/orders/status.ts'
import { tell as sentenceOf } from '#core/problems.ts'
import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
const say = orderWords.move

/** The stages to which a person may move the order now; those that it may not go to say why (O20). */
export function MoveMenu({ order }: { readonly order: Order }) {
  const [to, setTo] = useState<Stage | null>(null)
  const stages = TRANSITIONS[order.stage]
  if (stages.length === 0 || order.fulfilledByAmazon) return null
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            {say.button}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {stages.map((stage) => {
            const why = whyNot(order, stage)
            return (
              <Menu.Item key={stage} disabled={why !== null} onClick={() => setTo(stage)}>
                {stage}
                <Text size="xs" c="dimmed" className="lines">
                  {why ?? say.does[stage]}
                </Text>
              </Menu.Item>
            )
          })}
        </Menu.Dropdown>
      </Menu>
      {to && <MoveDialog order={order} to={to} close={() => setTo(null)} />}
    </>
  )
}

/** The sentence of the rule that stands against it, the same that the server gives; null where none does. */
function whyNot(order: Order, to: Stage): string | null {
  const reason = REASONS[to][0] ?? 'other'
  const lines = order.lines.map(({ itemId, sellerSku }) => ({ itemId: itemId as never, sellerSku }))
  const checked = checkMove({ ...order, methodId: order.shippingMethod as MethodId | null, lines }, to, reason)
  return checked.ok ? null : sentenceOf(checked.problem).sentence
}

type Asked = { readonly order: Order; readonly to: Stage; close(): void }

function MoveDialog({ order, to, close }: Asked) {
  const reasons = REASONS[to]
  const [reason, setReason] = useState<MoveReason | null>(null)
  const [back, setBack] = useState(false)
  const cameBack = to === 'Rejected' && statusMeaning(order.amazonStatus) === 'cancelled' && order.packages.length > 0
  const run = async () => {
    const params = { path: { order: String(order.orderNumber) } }
    const body = { to, reason: reason ?? 'other', ...(back ? { restock: 'all' as const } : {}) }
    const moved = await answer(api.POST('/api/v1/orders/{order}/move', { params, body }))
    queries.setQueryData(['order', String(order.orderNumber)], moved)
    void queries.invalidateQueries({ queryKey: ['orders'] })
    tell(say.done(to))
  }
  return (
    <Ask title={say.title(order.orderNumber, to)} does={say.move} disabled={reason === null} run={run} close={close}>
      <Text size="sm">
        {say.does[to]} {say.notTold}
      </Text>
      <Select
        label={say.reason}
        placeholder={say.choose}
        data={reasons.map((value) => ({ value, label: say.reasons[value] }))}
        value={reason}
        onChange={(value) => setReason(value as MoveReason | null)}
        data-autofocus
      />
      {cameBack && (
        <Checkbox
          size="xs"
          label={orderWords.refund.restock}
          checked={back}
          onChange={(event) => setBack(event.currentTarget.checked)}
        />
      )}
    </Ask>
  )
}

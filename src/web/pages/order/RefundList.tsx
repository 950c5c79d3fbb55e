import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatAmount, parseMoney } from '#core/money.ts'
import { answer, api, queries } from '../../api.ts'
import { moneyText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
type Refund = Order['refunds'][number]
const say = orderWords.refund
const PARTS = ['item', 'tax', 'shipping', 'shippingTax', 'giftWrap', 'giftWrapTax'] as const

/** Money that went back, how far it is, and what a person must still say of it (O16). */
export function RefundList({ order }: { readonly order: Order }) {
  if (order.refunds.length === 0) return null
  return (
    <Stack className="card" p="md" gap="sm" component="section" aria-labelledby="refunds">
      <Title order={2} id="refunds">
        {say.given}
      </Title>
      {order.refunds.map((refund) => (
        <One key={refund.id} refund={refund} />
      ))}
    </Stack>
  )
}

function One({ refund }: { readonly refund: Refund }) {
  const may = useMay('orders:write')
  const decide = useMutation({
    mutationFn: async (decision: 'paid' | 'not-paid') => {
      const params = { path: { refund: String(refund.id) } }
      await answer(api.POST('/api/v1/refunds/{refund}/decision', { params, body: { decision } }))
      await queries.invalidateQueries({ queryKey: ['order'] })
    },
    onError: tellError,
  })
  return (
    <div>
      <Text size="sm" fw={550}>
        {[moneyText(sumOf(refund)), say.states[refund.state]].join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {[say.reasons[refund.reason], say.byWhom(refund.enteredBy, timeText(refund.enteredAt))].join(' · ')}
      </Text>
      {refund.problem && (
        <Text size="xs" c="red">
          {refund.problem.sentence}
        </Text>
      )}
      {may && refund.state === 'unsure' && (
        <Group gap={6} mt={4}>
          <Button variant="default" size="compact-xs" onClick={() => decide.mutate('paid')}>
            {say.paid}
          </Button>
          <Button variant="default" size="compact-xs" onClick={() => decide.mutate('not-paid')}>
            {say.notPaid}
          </Button>
        </Group>
      )}
    </div>
  )
}

function sumOf({ lines }: Refund) {
  const all = lines.flatMap((line) => PARTS.map((part) => line[part]))
  return addUp(all)
}

/** The sum of amounts of one currency, to the cent; null of none. */
export function addUp(amounts: readonly (components['schemas']['Money'] | null)[]) {
  const known = amounts.filter((amount) => amount !== null)
  const currency = known[0]?.currency
  if (currency === undefined) return null
  const minor = known.reduce((sum, amount) => {
    const read = parseMoney(amount.amount, currency)
    return sum + (read.ok ? read.value.minor : 0)
  }, 0)
  return { amount: formatAmount({ minor, currency }), currency }
}

import { Checkbox, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { REFUND_REASONS, type RefundReason } from '#core/orders/refund.ts'
import { answer, api, queries, Refused } from '../../api.ts'
import { moneyText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
type Body = components['schemas']['EnterRefundInput']
const say = orderWords.refund
const PARTS = ['item', 'shipping'] as const
type Typed = Readonly<Record<string, string>>

/** Money back to the buyer: all of it, or amounts by line; says what happens before it does (O16). */
export function RefundDialog({ order, close }: { readonly order: Order; close(): void }) {
  const [full, setFull] = useState(true)
  const [reason, setReason] = useState<RefundReason>('customer-return')
  const [restock, setRestock] = useState(false)
  const [typed, setTyped] = useState<Typed>({})
  const [repeats, setRepeats] = useState(false)
  const [again, setAgain] = useState(false)
  const lines = linesOf(order, typed)
  const run = async () => {
    const what: Partial<Body> = full ? { full: true, ...(restock ? { restockAll: true } : {}) } : { lines }
    const body = { reason, ...what, ...(again ? { again: true as const } : {}) } as Body
    const params = { path: { order: String(order.orderNumber) } }
    await answer(api.POST('/api/v1/orders/{order}/refunds', { params, body })).catch((error: Error) => {
      if (error instanceof Refused && error.code === 'refund-repeated') setRepeats(true)
      throw error
    })
    await queries.invalidateQueries({ queryKey: ['order'] })
  }
  return (
    <Ask title={say.title} does={say.does} danger disabled={!full && lines.length === 0} run={run} close={close}>
      <SegmentedControl
        size="xs"
        aria-label={say.title}
        data={[
          { value: 'full', label: say.full },
          { value: 'lines', label: say.lines },
        ]}
        value={full ? 'full' : 'lines'}
        onChange={(value) => setFull(value === 'full')}
      />
      <Text size="sm" c="dimmed">
        {full ? say.fullWhy : say.lineWhy}
      </Text>
      {!full && <Amounts order={order} typed={typed} setTyped={setTyped} />}
      {full && order.packages.length > 0 && (
        <Checkbox
          size="xs"
          label={say.restock}
          checked={restock}
          onChange={(event) => setRestock(event.currentTarget.checked)}
        />
      )}
      <Select
        label={say.reason}
        data={REFUND_REASONS.map((value) => ({ value, label: say.reasons[value] }))}
        value={reason}
        onChange={(value) => value && setReason(value as RefundReason)}
        allowDeselect={false}
      />
      {repeats && (
        <Checkbox
          size="xs"
          label={say.again}
          checked={again}
          onChange={(event) => setAgain(event.currentTarget.checked)}
        />
      )}
    </Ask>
  )
}

type Entered = { readonly order: Order; readonly typed: Typed; setTyped(typed: Typed): void }

const Amounts = ({ order, typed, setTyped }: Entered) => (
  <Stack gap="xs">
    {order.lines.map((line) => (
      <Group key={line.lineId} gap="xs" wrap="nowrap" align="flex-end">
        <Text size="sm" fw={550} flex={1} truncate>
          {line.itemId ?? line.sellerSku}
        </Text>
        {PARTS.map((part) => (
          <TextInput
            key={part}
            w={96}
            label={say[part]}
            aria-label={`${say[part]}: ${line.itemId ?? line.sellerSku}`}
            placeholder={moneyText(line.money[part])}
            inputMode="decimal"
            value={typed[`${line.lineId} ${part}`] ?? ''}
            onChange={(event) => setTyped({ ...typed, [`${line.lineId} ${part}`]: event.currentTarget.value })}
          />
        ))}
      </Group>
    ))}
  </Stack>
)

/** The lines for which something was typed; the server says what is no amount, or too much. */
const linesOf = (order: Order, typed: Typed): NonNullable<Body['lines']> =>
  order.lines.flatMap((line) => {
    const given = PARTS.flatMap((part) => {
      const amount = typed[`${line.lineId} ${part}`]?.trim().replace(',', '.') ?? ''
      const currency = line.money[part]?.currency ?? order.total?.currency ?? ''
      return amount === '' ? [] : [[part, { amount, currency }] as const]
    })
    return given.length === 0 ? [] : [{ line: line.lineId, ...Object.fromEntries(given) }]
  })

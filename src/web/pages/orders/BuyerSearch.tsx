import { Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { SEARCH_FIELDS, type SearchField } from '#core/pii/search-words.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { ordersWords } from '../../words/orders.ts'

type Found = components['schemas']['OrdersOfBuyer']['orders']
const say = ordersWords.buyer
const FIELDS = Object.keys(say.fields) as SearchField[]

/** The orders of a buyer who calls. What is typed lies in this dialog alone, and is gone with it (U2, U3). */
export function BuyerSearch({ close }: { readonly close: () => void }) {
  const [field, setField] = useState<SearchField>('last-name')
  const [text, setText] = useState('')
  const [number, setNumber] = useState('')
  const find = useMutation({
    // Nothing of it may be kept after the dialog, not even in memory.
    gcTime: 0,
    mutationFn: () => {
      const body = { field, text: text.trim(), ...(field === 'postal-code' ? { number: number.trim() } : {}) }
      return withSecondFactor(() => answer(api.POST('/api/v1/orders/search-by-buyer', { body })))
    },
  })
  const lacks = text.trim() === '' || (field === 'postal-code' && number.trim() === '')
  return (
    <Dialog onClose={close} title={say.title} centered>
      <form
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          if (!lacks) find.mutate()
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {say.why}
          </Text>
          <Group gap="xs" align="flex-end">
            <Select
              label={say.by}
              data={FIELDS.filter((each) => each in SEARCH_FIELDS).map((value) => ({
                value,
                label: say.fields[value],
              }))}
              value={field}
              onChange={(value) => {
                if (value) setField(value as SearchField)
                find.reset()
              }}
              allowDeselect={false}
              w={150}
            />
            <TextInput
              label={say.fields[field]}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              maxLength={320}
              autoComplete="off"
              flex="1 1 150px"
              data-autofocus
            />
            {field === 'postal-code' && (
              <TextInput
                label={say.number}
                value={number}
                onChange={(event) => setNumber(event.currentTarget.value)}
                maxLength={20}
                autoComplete="off"
                w={110}
              />
            )}
          </Group>
          <Group justify="flex-end">
            <Button type="submit" disabled={lacks} loading={find.isPending}>
              {say.find}
            </Button>
          </Group>
          <div aria-live="polite" className="found">
            {find.error && (
              <Text size="sm" c="red">
                {find.error.message}
              </Text>
            )}
            {find.data && <Results orders={find.data.orders} />}
          </div>
        </Stack>
      </form>
    </Dialog>
  )
}

const Results = ({ orders }: { readonly orders: Found }) => (
  <Stack gap={6}>
    <Text size="sm" c={orders.length === 0 ? undefined : 'dimmed'}>
      {orders.length === 0 ? say.none : say.found(orders.length)}
    </Text>
    {orders.map(({ orderNumber, amazonOrderId, stage }) => (
      <Group key={orderNumber} gap="sm">
        <Anchor
          size="sm"
          fw={600}
          renderRoot={(props) => <Link to="/orders/$order" params={{ order: String(orderNumber) }} {...props} />}
        >
          {orderNumber}
        </Anchor>
        <Text size="sm">{amazonOrderId}</Text>
        <StageBadge stage={stage} />
      </Group>
    ))}
  </Stack>
)

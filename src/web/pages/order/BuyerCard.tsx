import { Button, Group, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { addressLines } from '#core/pii/label-page.ts'
import { REVEAL_PURPOSES, type RevealPurpose } from '#core/pii/purposes.ts'
import { answer, api } from '../../api.ts'
import { placeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { useMay } from '../../session.ts'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
type Buyer = components['schemas']['ShownBuyer']
const say = orderWords.buyer
/** What was pressed goes when the buyer comes, and the other way round: the focus goes to what takes its place. */
const focus = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true })

/** The buyer: hidden until it is asked for with a purpose, and forgotten when the page is left (U2, U3). */
export function BuyerCard({ order }: { readonly order: Order }) {
  const may = useMay('pii:reveal')
  const [buyer, setBuyer] = useState<Buyer | null>(null)
  const [hidden, setHidden] = useState(false)
  const hide = () => {
    setBuyer(null)
    setHidden(true)
  }
  useEffect(() => {
    const forget = () => setBuyer(null)
    addEventListener('pagehide', forget)
    return () => removeEventListener('pagehide', forget)
  }, [])
  return (
    <Stack className="card" p="md" gap="xs" component="section" aria-labelledby="buyer">
      <Group justify="space-between">
        <Title order={2} id="buyer">
          {say.title}
        </Title>
        {buyer && (
          <Button ref={focus} variant="default" size="compact-xs" onClick={hide}>
            {say.hide}
          </Button>
        )}
      </Group>
      {!buyer && (
        <>
          <Text size="sm" fw={550}>
            {placeText(order.buyer)}
          </Text>
          <Text size="xs" c="dimmed">
            {may ? say.hidden : say.mayNot}
          </Text>
          {may && <AskFor order={order.orderNumber} show={setBuyer} focused={hidden} />}
        </>
      )}
      {buyer && <Shown buyer={buyer} />}
    </Stack>
  )
}

type Asked = { readonly order: number; readonly focused: boolean; show(buyer: Buyer): void }

function AskFor({ order, focused, show }: Asked) {
  const [purpose, setPurpose] = useState<RevealPurpose>('ship')
  const [refusal, setRefusal] = useState('')
  const [busy, setBusy] = useState(false)
  // The buyer goes to the page alone, never into what was fetched and is kept.
  const reveal = async () => {
    setBusy(true)
    setRefusal('')
    const params = { path: { order: String(order) } }
    const asked = () => answer(api.POST('/api/v1/orders/{order}/reveal', { params, body: { purpose } }))
    await withSecondFactor(asked)
      .then(show)
      .catch((error: Error) => setRefusal(error.message))
    setBusy(false)
  }
  return (
    <>
      <Group gap="xs" align="flex-end">
        <Select
          label={say.purpose}
          data={REVEAL_PURPOSES.map((value) => ({ value, label: say.purposes[value] }))}
          value={purpose}
          onChange={(value) => value && setPurpose(value as RevealPurpose)}
          allowDeselect={false}
          w={170}
        />
        <Button ref={focused ? focus : undefined} variant="default" loading={busy} onClick={() => void reveal()}>
          {say.show}
        </Button>
      </Group>
      {refusal && (
        <Text size="sm" c="red" role="alert">
          {refusal}
        </Text>
      )}
    </>
  )
}

/** A buyer as it was opened; what the purpose does not show is left out. */
export function Shown({ buyer }: { readonly buyer: Buyer }) {
  const gifts = buyer.lines.flatMap(({ giftMessage }) => giftMessage ?? [])
  const designs = buyer.lines.flatMap(({ customization }) => customization ?? [])
  const rows: readonly (readonly [string, string])[] = [
    [say.fields.shipTo, addressLines(buyer.shipTo).join('\n')],
    [say.fields.name, buyer.shipTo?.name === buyer.name ? '' : (buyer.name ?? '')],
    [say.fields.company, buyer.shipTo?.company === buyer.company ? '' : (buyer.company ?? '')],
    [say.fields.phone, buyer.phone ?? ''],
    [say.fields.email, buyer.email ?? ''],
    [say.fields.deliveryNotes, buyer.deliveryNotes ?? ''],
    [say.fields.purchaseOrder, buyer.purchaseOrder ?? ''],
    [say.fields.taxNumbers, buyer.taxNumbers.join(', ')],
    [say.fields.gift, gifts.join('\n')],
    [say.fields.design, designs.join('\n')],
  ]
  const shown = rows.filter(([, text]) => text !== '')
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {shown.map(([label, text]) => (
          <div key={label}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text size="sm" className="lines">
              {text}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {shown.length === 0 ? say.nothing : say.shown}
      </Text>
    </>
  )
}

import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { carrierNames } from '../../parts/carrier-for.ts'
import { Dot } from '../../parts/Dot.tsx'
import { useCarriers } from '../../parts/use-ship.ts'
import { useMay } from '../../session.ts'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
type Package = Order['packages'][number]
const say = orderWords.packages

/** What left, with how far Amazon's knowledge of it is, and what may be mended of it (S2, S4). */
export const PackageList = ({ order }: { readonly order: Order }) => (
  <Stack className="card" p="md" gap="sm" component="section" aria-labelledby="packages">
    <Title order={2} id="packages">
      {say.title}
    </Title>
    {order.packages.length === 0 && (
      <Text size="sm" c="dimmed">
        {say.none}
      </Text>
    )}
    {order.packages.map((each) => (
      <OnePackage key={each.number} order={order} package={each} />
    ))}
  </Stack>
)

type One = { readonly order: Order; readonly package: Package }

function OnePackage({ order, package: each }: One) {
  const may = useMay('shipments:write')
  const [asked, setAsked] = useState<'correct' | 'void' | null>(null)
  const close = () => setAsked(null)
  const { confirmation } = each
  const unheard = confirmation === null || (confirmation.state === 'waiting' && confirmation.attempts === 0)
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div>
        <Text size="sm" fw={550}>
          {[each.carrier, each.tracking].filter(Boolean).join(' · ')}
        </Text>
        <Text size="xs" c="dimmed">
          {[say.of(each.number), timeText(each.shippedAt), contentOf(order, each)].join(' · ')}
        </Text>
        <Confirmation of={confirmation} />
      </div>
      {may && !order.fulfilledByAmazon && (
        <Group gap={6}>
          <Button variant="default" size="compact-xs" onClick={() => setAsked('correct')}>
            {say.correct}
          </Button>
          {unheard && (
            <Button variant="default" size="compact-xs" onClick={() => setAsked('void')}>
              {say.voided}
            </Button>
          )}
        </Group>
      )}
      {asked === 'correct' && <Correct order={order} package={each} close={close} />}
      {asked === 'void' && <TakeBack order={order} package={each} close={close} />}
    </Group>
  )
}

const COLORS: Readonly<Record<string, string>> = { settled: 'race', refused: 'red', unsure: 'orange', removed: 'gray' }

const Confirmation = ({ of: confirmation }: { readonly of: Package['confirmation'] }) => (
  <>
    <Text size="xs" aria-live="polite">
      <Dot color={COLORS[confirmation?.state ?? 'removed'] ?? 'yellow'} />{' '}
      {confirmation ? say.states[confirmation.state] : say.notTold}
    </Text>
    {confirmation?.problem && confirmation.state !== 'settled' && (
      <Text size="xs" c="red" maw={560}>
        {confirmation.problem.sentence}
      </Text>
    )}
  </>
)

const contentOf = (order: Order, { items }: Package): string =>
  items
    .map(({ line, quantity }) => {
      const found = order.lines.find(({ lineId }) => lineId === line)
      return `${quantity} × ${found?.itemId ?? found?.sellerSku ?? line}`
    })
    .join(', ')

type Dialog = One & { close(): void }
const pathOf = ({ order, package: each }: One) => ({
  params: { path: { order: String(order.orderNumber), number: each.number } },
})
const again = () => queries.invalidateQueries({ queryKey: ['order'] })

function Correct({ order, package: each, close }: Dialog) {
  const carriers = useCarriers()
  const [tracking, setTracking] = useState(each.tracking ?? '')
  const [carrier, setCarrier] = useState<string | null>(each.carrier)
  const run = async () => {
    const body = { tracking: tracking.trim() || null, ...(carrier === null ? {} : { carrier }) }
    const path = '/api/v1/orders/{order}/packages/{number}'
    await answer(api.PATCH(path, { ...pathOf({ order, package: each }), body }))
    await again()
  }
  return (
    <Ask title={say.correctTitle(each.number)} does={say.save} run={run} close={close}>
      <Text size="sm" c="dimmed">
        {say.correctWhy}
      </Text>
      <TextInput
        label={orderWords.ship.tracking}
        value={tracking}
        onChange={(event) => setTracking(event.currentTarget.value)}
        data-autofocus
      />
      <Select
        label={orderWords.ship.carrier}
        data={carrierNames(carriers, each.carrier)}
        limit={40}
        searchable
        value={carrier}
        onChange={setCarrier}
        allowDeselect={false}
      />
    </Ask>
  )
}

function TakeBack({ order, package: each, close }: Dialog) {
  const run = async () => {
    await answer(api.DELETE('/api/v1/orders/{order}/packages/{number}', pathOf({ order, package: each })))
    await again()
  }
  return (
    <Ask title={say.voidTitle(each.number)} does={say.voided} danger run={run} close={close}>
      <Text size="sm">{say.voidWhy}</Text>
    </Ask>
  )
}

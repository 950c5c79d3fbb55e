import { Button, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { answer, api } from '../api.ts'
import { timeText } from '../format.ts'
import type { components } from '../generated/api.ts'
import { BackLink } from '../parts/BackLink.tsx'
import { Failed } from '../parts/Failed.tsx'
import { StageBadge } from '../parts/StageBadge.tsx'
import { useMay } from '../session.ts'
import { channelWords } from '../words/channels.ts'
import { words } from '../words/en.ts'
import { orderWords } from '../words/order.ts'
import { eventText } from '../words/order-events.ts'
import { ordersWords } from '../words/orders.ts'
import { BuyerCard } from './order/BuyerCard.tsx'
import { CancelDialog, CancellationCard } from './order/CancellationCard.tsx'
import { LineTable } from './order/LineTable.tsx'
import { MailList } from './order/MailList.tsx'
import { MoveMenu } from './order/MoveMenu.tsx'
import { OrderStory } from './order/OrderStory.tsx'
import { OriginalCard } from './order/OriginalCard.tsx'
import { PackageList } from './order/PackageList.tsx'
import { PrintButton } from './order/PrintButton.tsx'
import { RefundDialog } from './order/RefundDialog.tsx'
import { RefundList } from './order/RefundList.tsx'
import { openOf, ShipForm } from './order/ShipForm.tsx'

type Order = components['schemas']['Order']
const say = words.order
const { facts } = orderWords
const route = getRouteApi('/orders/$order')

/** One order: what it is, what was bought for how much, what left, and how it came in. */
export function OrderPage() {
  const { order } = route.useParams()
  const found = useQuery({
    queryKey: ['order', order],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/orders/{order}', { signal, params: { path: { order } } })),
  })
  useEffect(() => {
    document.title = `${words.orders.title} · ${words.product}`
  }, [])
  return (
    <Stack gap="md">
      <BackLink to="/orders" label={say.back} />
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-label={words.loading} />}
      {found.data && <Whole key={order} order={found.data} />}
    </Stack>
  )
}

const Whole = ({ order }: { readonly order: Order }) => (
  <>
    <Head order={order} />
    {order.waits && (
      <Text className="card" p="md" size="sm">
        {order.waits.sentence}
      </Text>
    )}
    <CancellationCard order={order} />
    <Notes order={order} />
    <SimpleGrid className="card" p="md" cols={{ base: 2, sm: 4 }} spacing="md">
      {isOfAmazon(order) ? (
        <Fact label={facts.status} value={ordersWords.statuses[order.amazonStatus] ?? order.amazonStatus} />
      ) : (
        <Fact label={channelWords.order.channel} value={order.channel} />
      )}
      <Fact label={say.placed} value={timeText(order.placedAt)} />
      <Fact label={say.shipBy} value={timeText(order.shipBy)} />
      <Fact label={facts.deliverBy} value={timeText(order.deliverBy)} />
      {isOfAmazon(order) && <Fact label={facts.level} value={order.serviceLevel ?? '–'} />}
      <Fact label={say.method} value={order.shippingMethod ?? '–'} />
      <Fact label={say.center} value={order.center ?? '–'} />
      <Fact label={say.payment} value={order.paymentMethod} />
    </SimpleGrid>
    <Shipping order={order} />
    <LineTable order={order} />
    <RefundList order={order} />
    {isOfAmazon(order) && <MailList order={order} />}
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <OrderStory
        title={say.story}
        steps={order.log.map((entry, at) => ({ key: `${at}`, text: entry.sentence, bad: entry.level === 'error' }))}
      />
      <OrderStory
        title={say.events}
        steps={order.events.map((event, at) => ({
          key: `${at}`,
          text: eventText(event),
          at: `${event.who} · ${timeText(event.at)}`,
        }))}
      />
    </SimpleGrid>
    {isOfAmazon(order) && <OriginalCard order={order} />}
  </>
)

const AMOUNTS_MISSING = 'amounts-missing'

/** Of another channel Amazon knows nothing: there is nothing to cancel, refund or look up there (H3). */
const isOfAmazon = ({ channel }: Order): boolean => channel === 'amazon'

/** What is out of the ordinary, a sentence each. */
function Notes({ order }: { readonly order: Order }) {
  const dropped = order.droppedLines.map(({ sellerSku, quantity }) => `${quantity} × ${sellerSku}`).join(', ')
  const notes = [
    !isOfAmazon(order) && channelWords.order.notTold,
    order.fulfilledByAmazon && facts.byAmazon,
    isOfAmazon(order) && !order.toConfirm && !order.fulfilledByAmazon && facts.booksOnly,
    order.replaces !== null && facts.replaces(order.replaces),
    dropped !== '' && facts.dropped(dropped),
    order.flags.some((flag) => flag !== AMOUNTS_MISSING) && facts.mismatch,
    order.flags.includes(AMOUNTS_MISSING) && facts.amountsMissing,
    order.total === null && order.stage === 'Pre-ordered' && facts.noTotal,
  ].filter((note) => typeof note === 'string')
  return notes.map((note) => (
    <Text key={note} className="card" p="md" size="sm">
      {note}
    </Text>
  ))
}

function Head({ order }: { readonly order: Order }) {
  const may = useMay('orders:write')
  const [asked, setAsked] = useState<'refund' | 'cancel' | null>(null)
  const close = () => setAsked(null)
  const live = isOfAmazon(order) && !order.fulfilledByAmazon && order.toConfirm
  const cancellable = live && order.cancellation === null && order.packages.length === 0 && order.stage !== 'Rejected'
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="sm">
        <Title order={1}>{order.orderNumber}</Title>
        <Text c="dimmed">{order.amazonOrderId}</Text>
        <StageBadge stage={order.stage} />
      </Group>
      <Group gap="xs">
        <PrintButton order={order.orderNumber} />
        {may && <MoveMenu order={order} />}
        {may && live && order.stage !== 'Pre-ordered' && (
          <Button variant="default" onClick={() => setAsked('refund')}>
            {orderWords.refund.button}
          </Button>
        )}
        {may && cancellable && (
          <Button variant="default" onClick={() => setAsked('cancel')}>
            {orderWords.cancellation.cancelOrder}
          </Button>
        )}
      </Group>
      {asked === 'refund' && <RefundDialog order={order} close={close} />}
      {asked === 'cancel' && <CancelDialog order={order} close={close} />}
    </Group>
  )
}

function Shipping({ order }: { readonly order: Order }) {
  const may = useMay('shipments:write')
  const ships = order.stage === 'Shipping Department' && order.lines.some((line) => openOf(line) > 0)
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Stack gap="md">
        {may && ships && !order.fulfilledByAmazon && <ShipForm order={order} />}
        <PackageList order={order} />
      </Stack>
      <BuyerCard order={order} />
    </SimpleGrid>
  )
}

const Fact = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text size="sm" fw={550}>
      {value}
    </Text>
  </div>
)

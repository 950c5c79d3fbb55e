import { Button, Stack, Text } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { readSought } from '#core/orders/order-filter.ts'
import { ORDER_SORT_KEYS } from '#core/orders/order-sort.ts'
import { knownSort } from '#core/sorting.ts'
import { answer, api } from '../api.ts'
import { moneyText, placeText, timeText } from '../format.ts'
import type { components } from '../generated/api.ts'
import { useLeft } from '../parts/BackLink.tsx'
import { ExportButton } from '../parts/ExportButton.tsx'
import { type Column, ListTable } from '../parts/ListTable.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { StageBadge } from '../parts/StageBadge.tsx'
import { usePages } from '../parts/use-pages.ts'
import { useMay } from '../session.ts'
import { channelWords } from '../words/channels.ts'
import { words } from '../words/en.ts'
import { orderWords } from '../words/order.ts'
import { ordersWords } from '../words/orders.ts'
import { WhereIsOrder } from './order/WhereIsOrder.tsx'
import { type OrderSearch, queryOf, readOrderSearch, sortOf } from './order-search.ts'
import { NoOrders } from './orders/NoOrders.tsx'
import { OrderFilters } from './orders/OrderFilters.tsx'

type Row = components['schemas']['OrderSummary']
const route = getRouteApi('/orders')
const head = words.orders.columns

/** Fetched when somebody looks for a buyer. */
const BuyerSearch = lazy(async () => ({ default: (await import('./orders/BuyerSearch.tsx')).BuyerSearch }))

const COLUMNS: readonly Column<Row>[] = [
  {
    head: head.order,
    narrow: true,
    cell: (row) => (
      <Link to="/orders/$order" params={{ order: String(row.orderNumber) }}>
        {row.orderNumber}
      </Link>
    ),
  },
  { head: head.amazon, cell: (row) => row.amazonOrderId },
  { head: head.placed, sort: '-placed', cell: (row) => timeText(row.placedAt) },
  { head: head.stage, cell: (row) => <StageBadge stage={row.stage} /> },
  {
    head: head.atAmazon,
    cell: (row) => (
      <Text span inherit c="dimmed">
        {row.channel === 'amazon' ? (ordersWords.statuses[row.amazonStatus] ?? row.amazonStatus) : '–'}
      </Text>
    ),
  },
  { head: head.shipsBy, sort: 'shipBy', cell: (row) => timeText(row.shipBy) },
  { head: head.method, cell: (row) => row.shippingMethod ?? '–' },
  { head: head.goesTo, cell: (row) => placeText(row.buyer) },
  { head: head.total, number: true, cell: (row) => moneyText(row.total) },
]

/** The orders, the newest first, found and sorted by what stands in the address; by their buyer in a dialog that keeps nothing. */
export function OrdersPage() {
  const search: OrderSearch = route.useSearch()
  const navigate = route.useNavigate()
  const [open, setOpen] = useState<'where' | 'buyer' | null>(null)
  useLeft('/orders', search)
  const query = queryOf(search)
  const list = usePages(['orders', search], ({ after, signal }) =>
    answer(api.GET('/api/v1/orders', { signal, params: { query: { ...query, after, limit: 50 } } })),
  )
  const go = (change: OrderSearch) => void navigate({ search: readOrderSearch({ ...search, ...change }) })
  const id = readSought(search.find ?? '')
  return (
    <Stack gap="md">
      <PageTitle title={words.orders.title}>
        <ExportButton name="orders" ask={(as) => api.GET('/api/v1/orders', { ...as, params: { query } })} />
        <Doors open={setOpen} />
      </PageTitle>
      {open === 'where' && (
        <WhereIsOrder known={id?.kind === 'amazon-order' ? id.id : ''} close={() => setOpen(null)} />
      )}
      {open === 'buyer' && (
        <Suspense>
          <BuyerSearch close={() => setOpen(null)} />
        </Suspense>
      )}
      <OrderFilters search={search} go={go} byBuyer={() => setOpen('buyer')} />
      <ListTable
        label={words.orders.title}
        columns={COLUMNS}
        list={list}
        keyOf={(row) => row.orderNumber}
        sorting={{ sort: sortOf(search), go: (sort) => go({ sort: knownSort(ORDER_SORT_KEYS, sort) }) }}
        empty={<NoOrders search={search} ask={() => setOpen('where')} />}
      />
    </Stack>
  )
}

/** Two further ways to an order. Who may not see buyers is told so, and by whom it is given. */
function Doors({ open }: { open(which: 'where' | 'buyer'): void }) {
  const mayAsk = useMay('orders:write')
  const mayReveal = useMay('pii:reveal')
  return (
    <>
      <Button variant="default" renderRoot={(props) => <Link to="/orders/channels" {...props} />}>
        {channelWords.title}
      </Button>
      <Button
        variant="default"
        disabled={!mayReveal}
        title={mayReveal ? undefined : ordersWords.buyer.mayNot}
        onClick={() => open('buyer')}
      >
        {ordersWords.buyer.button}
      </Button>
      {mayAsk && (
        <Button variant="default" onClick={() => open('where')}>
          {orderWords.where.button}
        </Button>
      )}
    </>
  )
}

import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ORDER_SORT_KEYS, USUAL_ORDER_SORT } from '#core/orders/order-sort.ts'
import { STAGES } from '#core/orders/stage.ts'
import { knownSort } from '#core/sorting.ts'
import { answer, api } from '../api.ts'
import { moneyText, placeText, timeText } from '../format.ts'
import type { components } from '../generated/api.ts'
import { Empty } from '../parts/Empty.tsx'
import { ExportButton } from '../parts/ExportButton.tsx'
import { type Column, ListTable } from '../parts/ListTable.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { StageBadge } from '../parts/StageBadge.tsx'
import { usePages } from '../parts/use-pages.ts'
import { useMay } from '../session.ts'
import { words } from '../words/en.ts'
import { orderWords } from '../words/order.ts'
import { WhereIsOrder } from './order/WhereIsOrder.tsx'
import type { OrderSearch } from './order-search.ts'

type Row = components['schemas']['OrderSummary']
const route = getRouteApi('/orders')
const head = words.orders.columns

const COLUMNS: readonly Column<Row>[] = [
  {
    head: head.order,
    narrow: true,
    sort: '-number',
    cell: (row) => (
      <Link to="/orders/$order" params={{ order: String(row.orderNumber) }}>
        {row.orderNumber}
      </Link>
    ),
  },
  { head: head.amazon, cell: (row) => row.amazonOrderId },
  { head: head.placed, sort: '-placed', cell: (row) => timeText(row.placedAt) },
  { head: head.stage, cell: (row) => <StageBadge stage={row.stage} /> },
  { head: head.shipsBy, cell: (row) => timeText(row.shipBy) },
  { head: head.method, cell: (row) => row.shippingMethod ?? '–' },
  { head: head.center, cell: (row) => row.center ?? '–' },
  { head: head.goesTo, cell: (row) => placeText(row.buyer) },
  { head: head.total, number: true, cell: (row) => moneyText(row.total) },
]

/** The orders, the newest first, filtered by what stands in the address. */
export function OrdersPage() {
  const search: OrderSearch = route.useSearch()
  const mayAsk = useMay('orders:write')
  const [asks, setAsks] = useState(false)
  const navigate = route.useNavigate()
  const query = { stage: search.stage, amazonOrderId: search.id, sort: search.sort }
  const list = usePages(['orders', search], ({ after, signal }) =>
    answer(api.GET('/api/v1/orders', { signal, params: { query: { ...query, after, limit: 50 } } })),
  )
  return (
    <Stack gap="md">
      <PageTitle title={words.orders.title}>
        <ExportButton name="orders" ask={(as) => api.GET('/api/v1/orders', { ...as, params: { query } })} />
        {mayAsk && (
          <Button variant="default" onClick={() => setAsks(true)}>
            {orderWords.where.button}
          </Button>
        )}
      </PageTitle>
      {asks && <WhereIsOrder close={() => setAsks(false)} />}
      <Filters search={search} />
      <ListTable
        label={words.orders.title}
        columns={COLUMNS}
        list={list}
        keyOf={(row) => row.orderNumber}
        sorting={{
          sort: search.sort ?? USUAL_ORDER_SORT,
          go: (sort) => void navigate({ search: { ...search, sort: knownSort(ORDER_SORT_KEYS, sort) } }),
        }}
        empty={<NoOrders search={search} />}
      />
    </Stack>
  )
}

function Filters({ search }: { readonly search: OrderSearch }) {
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search.id ?? '')
  const go = (change: OrderSearch) => void navigate({ search: { ...search, ...change } })
  return (
    <Group
      gap="xs"
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        go({ id: typed.trim() || undefined })
      }}
    >
      <TextInput
        aria-label={words.orders.find}
        placeholder={words.orders.findHint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => go({ id: typed.trim() || undefined })}
        w={210}
      />
      <Select
        aria-label={words.orders.stage}
        placeholder={words.orders.allStages}
        data={[...STAGES]}
        value={search.stage ?? null}
        onChange={(stage) => go({ stage: (stage ?? undefined) as OrderSearch['stage'] })}
        clearable
        w={200}
      />
    </Group>
  )
}

function NoOrders({ search }: { readonly search: OrderSearch }) {
  const filtered = search.stage !== undefined || search.id !== undefined
  const { none, noneWhy, noneFound, noneFoundWhy, clear } = words.orders
  if (!filtered) return <Empty title={none} why={noneWhy} />
  return (
    <Empty title={noneFound} why={noneFoundWhy}>
      <Button variant="default" renderRoot={(props) => <Link to="/orders" search={{}} {...props} />}>
        {clear}
      </Button>
    </Empty>
  )
}

import { Button, Group, Select, Skeleton, Stack, Table, TextInput, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { STAGES } from '#core/orders/stage.ts'
import { answer, api } from '../api.ts'
import { moneyText, timeText } from '../format.ts'
import type { components } from '../generated/api.ts'
import { Empty } from '../parts/Empty.tsx'
import { Failed } from '../parts/Failed.tsx'
import { StageBadge } from '../parts/StageBadge.tsx'
import { words } from '../words/en.ts'
import type { OrderSearch } from './order-search.ts'

type Row = components['schemas']['OrderSummary']
const { columns } = words.orders
const route = getRouteApi('/orders')

/** The orders, the newest first, filtered by what stands in the address. */
export function OrdersPage() {
  const search: OrderSearch = route.useSearch()
  const list = useOrders(search)
  return (
    <Stack gap="md">
      <Title order={1}>{words.orders.title}</Title>
      <Filters search={search} />
      {list.isError ? <Failed error={list.error} again={() => void list.refetch()} /> : <Rows list={list} search={search} />}
    </Stack>
  )
}

const useOrders = (search: OrderSearch) =>
  useInfiniteQuery({
    queryKey: ['orders', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/orders', {
          signal,
          params: { query: { after: pageParam, limit: 50, stage: search.stage, amazonOrderId: search.id } },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 15_000,
  })

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

function Rows({ list, search }: { readonly list: ReturnType<typeof useOrders>; readonly search: OrderSearch }) {
  if (list.isPending) return <Waiting />
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  if (rows.length === 0) return <NoOrders search={search} />
  return (
    <>
      <div className="card list">
        <Table>
          <Table.Thead>
            <Table.Tr>
              {Object.entries(columns).map(([name, label]) => (
                <Table.Th key={name} ta={name === 'total' ? 'right' : 'left'}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <OrderRow key={row.orderNumber} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} w="fit-content">
          {words.more}
        </Button>
      )}
    </>
  )
}

const OrderRow = ({ row }: { readonly row: Row }) => (
  <Table.Tr>
    <Table.Td>
      <Link to="/orders/$order" params={{ order: String(row.orderNumber) }}>
        {row.orderNumber}
      </Link>
    </Table.Td>
    <Table.Td>{row.amazonOrderId}</Table.Td>
    <Table.Td>{timeText(row.placedAt)}</Table.Td>
    <Table.Td>
      <StageBadge stage={row.stage} />
    </Table.Td>
    <Table.Td>{timeText(row.shipBy)}</Table.Td>
    <Table.Td>{row.shippingMethod ?? '–'}</Table.Td>
    <Table.Td>{row.center ?? '–'}</Table.Td>
    <Table.Td>{[row.buyer.state, row.buyer.country].filter(Boolean).join(', ') || '–'}</Table.Td>
    <Table.Td ta="right">{moneyText(row.total)}</Table.Td>
  </Table.Tr>
)

function NoOrders({ search }: { readonly search: OrderSearch }) {
  const filtered = search.stage !== undefined || search.id !== undefined
  const { none, noneWhy, noneFound, noneFoundWhy, clear } = words.orders
  if (!filtered)
    return (
      <div className="card">
        <Empty title={none} why={noneWhy} />
      </div>
    )
  return (
    <div className="card">
      <Empty title={noneFound} why={noneFoundWhy}>
        <Button variant="default" renderRoot={(props) => <Link to="/orders" search={{}} {...props} />}>
          {clear}
        </Button>
      </Empty>
    </div>
  )
}

const Waiting = () => (
  <div className="card" aria-busy="true" aria-label={words.loading}>
    <Stack gap={12} p="md">
      {Array.from({ length: 12 }, (_, at) => (
        <Skeleton key={`row ${at + 1}`} height={18} radius="sm" />
      ))}
    </Stack>
  </div>
)

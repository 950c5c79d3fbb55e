import { Badge, Button, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText, moneyText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { itemsWords as say } from '../../words/items.ts'
import type { ItemSearch } from './items-search.ts'

type Row = components['schemas']['CatalogRow']
const route = getRouteApi('/items')

/** A number of what is counted; what is not counted has none. */
const countedText = (row: Row, count: number) =>
  row.tracksStock ? (
    countText(count)
  ) : (
    <Text span inherit c="dimmed">
      {say.notCounted}
    </Text>
  )

const COLUMNS: readonly Column<Row>[] = [
  {
    head: say.columns.item,
    narrow: true,
    cell: ({ id }) => (
      <Link to="/items/$item" params={{ item: id }}>
        {id}
      </Link>
    ),
  },
  {
    head: say.columns.description,
    wraps: true,
    cell: ({ description, isKit }) => (
      <>
        {description}{' '}
        {isKit && (
          <Badge size="xs" variant="default" radius="sm" tt="none">
            {say.kit}
          </Badge>
        )}
      </>
    ),
  },
  { head: say.columns.price, number: true, cell: ({ price }) => moneyText(price) },
  { head: say.columns.onHand, number: true, cell: (row) => countedText(row, row.onHand) },
  { head: say.columns.free, number: true, cell: (row) => countedText(row, row.onHand - row.allocated) },
  { head: say.columns.listings, cell: ({ active, listings }) => say.activeOf(active, listings) },
]

/** The items with price, stock and listings, found by what stands in the address. */
export function ItemsPage() {
  const search: ItemSearch = route.useSearch()
  const list = usePages<Row>(['items', search], ({ after, signal }) =>
    answer(api.GET('/api/v1/catalog', { signal, params: { query: { after, limit: 50, search: search.find } } })),
  )
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <Find search={search} />
      <ListTable
        label={say.title}
        columns={COLUMNS}
        list={list}
        keyOf={({ id }) => id}
        empty={<NoItems filtered={search.find !== undefined} />}
      />
    </Stack>
  )
}

function Find({ search }: { readonly search: ItemSearch }) {
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search.find ?? '')
  const go = () => void navigate({ search: typed.trim() ? { find: typed.trim() } : {} })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <TextInput
        aria-label={say.find}
        placeholder={say.find}
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={go}
        maw={300}
      />
    </form>
  )
}

const NoItems = ({ filtered }: { readonly filtered: boolean }) =>
  filtered ? (
    <Empty title={say.noneFound} why={say.noneFoundWhy}>
      <Button variant="default" renderRoot={(props) => <Link to="/items" search={{}} {...props} />}>
        {say.clear}
      </Button>
    </Empty>
  ) : (
    <Empty title={say.none} why={say.noneWhy} />
  )

import { Badge, Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CatalogSort } from '#core/catalog/catalog-list.ts'
import { answer, api } from '../../api.ts'
import { countText, moneyText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { useLeft } from '../../parts/BackLink.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { ImportButton, OwnFiles } from '../../parts/OwnFiles.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { itemsWords as say } from '../../words/items.ts'
import { PricesThere, StandingsThere } from './AtAmazon.tsx'
import { ItemFilters } from './ItemFilters.tsx'
import type { ItemsSearch } from './items-search.ts'
import { NewItem } from './NewItem.tsx'
import { usePlaces } from './use-places.ts'

type Row = components['schemas']['CatalogRow']
const route = getRouteApi('/items')

/** A number of what is counted; what is not counted has none. */
const countedText = (row: Row, count: number) =>
  row.tracksStock ? (
    countText(count)
  ) : (
    <Text span inherit c="dimmed">
      –
    </Text>
  )

const columnsFor = (countryOf: (marketplaceId: string) => string): readonly Column<Row>[] => [
  {
    head: say.columns.item,
    narrow: true,
    sort: 'id',
    cell: ({ id }) => (
      <Link to="/items/$item" params={{ item: id }}>
        {id}
      </Link>
    ),
  },
  {
    head: say.columns.description,
    wraps: true,
    sort: 'description',
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
  { head: say.columns.onHand, number: true, cell: (row) => countedText(row, row.onHand) },
  { head: say.columns.free, number: true, cell: (row) => countedText(row, row.onHand - row.allocated) },
  {
    head: say.columns.reported,
    number: true,
    cell: ({ reported }) => (reported === 'always' ? say.always : countText(reported)),
  },
  { head: say.columns.price, number: true, sort: '-price', cell: ({ price }) => moneyText(price) },
  { head: say.columns.priceThere, number: true, cell: (row) => <PricesThere row={row} countryOf={countryOf} /> },
  { head: say.columns.listings, cell: (row) => <StandingsThere row={row} /> },
]

/** The items with stock, prices and how their listings stand, found by what stands in the address. */
export function ItemsPage() {
  const search: ItemsSearch = route.useSearch()
  const navigate = route.useNavigate()
  useLeft('/items', search)
  const may = useMay('items:write')
  const { countryOf } = usePlaces()
  const [adds, setAdds] = useState(false)
  const query = { search: search.find, only: search.only, sort: search.sort }
  const list = usePages<Row>(['items', search], ({ after, signal }) =>
    answer(api.GET('/api/v1/catalog', { signal, params: { query: { ...query, after, limit: 50 } } })),
  )
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about}>
        <Button variant="default" renderRoot={(props) => <Link to="/items/match" {...props} />}>
          {say.match.open}
        </Button>
        <ExportButton name="catalog" ask={(as) => api.GET('/api/v1/catalog', { ...as, params: { query } })}>
          <OwnFiles kinds={['items', 'mappings']} />
        </ExportButton>
        <ImportButton />
        <Button
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          disabled={!may}
          title={may ? undefined : say.stock.cannot}
          onClick={() => setAdds(true)}
        >
          {say.create.open}
        </Button>
      </PageTitle>
      <ItemFilters search={search} />
      <ListTable
        label={say.title}
        columns={columnsFor(countryOf)}
        list={list}
        keyOf={({ id }) => id}
        sorting={{
          sort: search.sort ?? 'id',
          go: (sort) => void navigate({ search: { ...search, sort: sort as CatalogSort } }),
        }}
        empty={<NoItems search={search} />}
      />
      {adds && <NewItem close={() => setAdds(false)} />}
    </Stack>
  )
}

const NoItems = ({ search }: { readonly search: ItemsSearch }) =>
  search.find || search.only ? (
    <Empty title={say.noneFound} why={search.only && !search.find ? say.filters[search.only].none : say.noneFoundWhy}>
      <Button variant="default" renderRoot={(props) => <Link to="/items" search={{}} {...props} />}>
        {say.clear}
      </Button>
    </Empty>
  ) : (
    <Empty title={say.none} why={say.noneWhy} />
  )

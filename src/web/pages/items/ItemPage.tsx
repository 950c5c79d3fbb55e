import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { BackLink } from '../../parts/BackLink.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { UnsavedGuard } from '../../parts/unsaved.tsx'
import { words } from '../../words/en.ts'
import { itemsWords } from '../../words/items.ts'
import { ItemFacts } from './ItemFacts.tsx'
import { ItemHistory } from './ItemHistory.tsx'
import { ItemInventory } from './ItemInventory.tsx'
import { ItemMappings } from './ItemMappings.tsx'
import { type Item, readItem } from './item-api.ts'
import { ITEM_TABS, type ItemSearch } from './items-search.ts'
import { OffersSection } from './OffersSection.tsx'

const say = itemsWords.tabs
const route = getRouteApi('/items/$item')
const AmazonTab = lazy(async () => ({ default: (await import('./amazon/AmazonTab.tsx')).AmazonTab }))

/** One item in tabs: what it is, what lies where, how it stands at Amazon, what it is sold as, and what happened. */
export function ItemPage() {
  const { item } = route.useParams()
  const found = useQuery({ queryKey: ['item', item], queryFn: ({ signal }) => readItem(item, signal) })
  return (
    <Stack gap="md">
      <BackLink to="/items" label={itemsWords.back} />
      {found.isError && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-label={words.loading} />}
      {found.data && <Editor key={item} item={found.data} />}
    </Stack>
  )
}

function Editor({ item }: { readonly item: Item }) {
  const search: ItemSearch = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <UnsavedGuard />
      <PageTitle title={item.id} about={item.description} />
      <PageTabs
        tabs={ITEM_TABS}
        shown={search.tab ?? 'item'}
        nameOf={(each) => say[each]}
        pages={{
          item: <ItemFacts item={item} />,
          inventory: <ItemInventory item={item} />,
          amazon: (
            <Suspense fallback={<Skeleton height={320} aria-label={words.loading} />}>
              <AmazonTab item={item} search={search} />
            </Suspense>
          ),
          other: (
            <Stack gap="lg">
              <ItemMappings item={item.id} />
              <OffersSection item={item} />
            </Stack>
          ),
          history: <ItemHistory item={item.id} sku={search.sku} />,
        }}
        open={(next) => void navigate({ search: next })}
      />
    </>
  )
}

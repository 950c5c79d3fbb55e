import { SegmentedControl, Select, Skeleton, Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { Empty } from '../../../parts/Empty.tsx'
import { Failed } from '../../../parts/Failed.tsx'
import { words } from '../../../words/en.ts'
import { itemsWords } from '../../../words/items.ts'
import type { Item } from '../item-api.ts'
import type { ItemSearch } from '../items-search.ts'
import { usePlaces } from '../use-places.ts'
import { ListingsHere } from './ListingsHere.tsx'
import { TabSection } from './TabSection.tsx'

const say = itemsWords.amazon
const route = getRouteApi('/items/$item')
/** More marketplaces do not fit beside each other. */
const MOST_BESIDE = 5

/** How the item stands at Amazon, and its form there, one marketplace at a time (T1, I10). */
export function AmazonTab({ item, search }: { readonly item: Item; readonly search: ItemSearch }) {
  const { rows, isPending, error } = usePlaces()
  const navigate = route.useNavigate()
  if (error) return <Failed error={error} again={() => location.reload()} />
  if (isPending) return <Skeleton height={320} aria-label={words.loading} />
  const places = [...new Map(rows.map((each) => [each.marketplaceId, each])).values()]
  const place = places.find(({ marketplaceId }) => marketplaceId === search.place) ?? places[0]
  if (!place)
    return (
      <div className="card">
        <Empty title={itemsWords.match.noConnection} why={itemsWords.match.noConnectionWhy} />
      </div>
    )
  const chosen = {
    'aria-label': say.where,
    data: places.map(({ marketplaceId, name }) => ({ value: marketplaceId, label: name })),
    value: place.marketplaceId,
    onChange: (next: string | null) => void navigate({ search: { tab: 'amazon', ...(next && { place: next }) } }),
  }
  return (
    <Stack gap="lg">
      {places.length > MOST_BESIDE ? (
        <Select {...chosen} allowDeselect={false} maw={300} />
      ) : (
        places.length > 1 && <SegmentedControl {...chosen} w="fit-content" maw="100%" />
      )}
      <ListingsHere item={item.id} place={place} />
      <TabSection key={place.marketplaceId} item={item.id} place={place.marketplaceId} name={place.name} />
    </Stack>
  )
}

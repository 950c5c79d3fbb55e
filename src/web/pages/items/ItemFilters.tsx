import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { CATALOG_FILTERS, type CatalogFilter, MOST_ITEMS_COUNTED } from '#core/catalog/catalog-list.ts'
import { answer, api } from '../../api.ts'
import { cappedText } from '../../format.ts'
import { useFind } from '../../parts/use-find.ts'
import { itemsWords as say } from '../../words/items.ts'
import type { ItemsSearch } from './items-search.ts'

const route = getRouteApi('/items')

/** Search and filters of the list; each filter has its number where it can be counted at once (T4). */
export function ItemFilters({ search }: { readonly search: ItemsSearch }) {
  const counts = useQuery({
    queryKey: ['items', 'counts'],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/catalog/counts', { signal })),
  })
  const countOf = (only: CatalogFilter | undefined): number | undefined =>
    // Beside a search the number would be another's.
    search.find !== undefined
      ? undefined
      : only === undefined
        ? counts.data?.items
        : only === 'out-of-stock'
          ? undefined
          : (counts.data?.[only] ?? undefined)
  return (
    <Group gap="sm" className="finder">
      <Find search={search} />
      <Group gap={4} component="nav" aria-label={say.filterLabel} {...({} as object)}>
        {[undefined, ...CATALOG_FILTERS].map((only) => {
          const count = countOf(only)
          const on = search.only === only
          const { only: _, ...rest } = search
          return (
            <Button
              key={only ?? 'all'}
              size="compact-sm"
              variant={on ? 'light' : 'subtle'}
              color={on ? undefined : 'gray'}
              aria-current={on ? 'true' : undefined}
              renderRoot={(props) => <Link to="/items" search={only ? { ...rest, only } : rest} {...props} />}
            >
              {only ? say.filters[only].name : say.all}
              {count !== undefined && (
                <Text span inherit c="dimmed" ml={5}>
                  {cappedText(count, MOST_ITEMS_COUNTED)}
                </Text>
              )}
            </Button>
          )
        })}
      </Group>
    </Group>
  )
}

function Find({ search }: { readonly search: ItemsSearch }) {
  const navigate = route.useNavigate()
  const { typed, type } = useFind(search.find ?? '', (find) => {
    void navigate({ search: ({ find: _, ...rest }) => (find ? { ...rest, find } : rest), replace: true })
  })
  return (
    <TextInput
      aria-label={say.find}
      placeholder={say.find}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      value={typed}
      maxLength={100}
      onChange={(event) => type(event.currentTarget.value)}
      w={300}
      maw="100%"
      type="search"
    />
  )
}

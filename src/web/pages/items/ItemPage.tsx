import { Anchor, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { countText, moneyText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Failed } from '../../parts/Failed.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { words } from '../../words/en.ts'
import { itemsWords } from '../../words/items.ts'
import { ItemMappings } from './ItemMappings.tsx'
import { ItemStock } from './ItemStock.tsx'
import { StockHistory } from './StockHistory.tsx'

type Item = components['schemas']['Item']
const say = itemsWords.facts
const route = getRouteApi('/items/$item')

/** One item: what it is, what lies where, the SKUs it is sold as, and why its stock moved. */
export function ItemPage() {
  const { item } = route.useParams()
  const found = useQuery({
    queryKey: ['item', item],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/items/{itemId}', { signal, params: { path: { itemId: item } } })),
  })
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/items" size="sm">
        ← {itemsWords.back}
      </Anchor>
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-label={words.loading} />}
      {found.data && <Whole item={found.data} />}
    </Stack>
  )
}

const Whole = ({ item }: { readonly item: Item }) => (
  <>
    <PageTitle title={item.id} about={item.description} />
    <SimpleGrid className="card" p="md" cols={{ base: 2, sm: 3, lg: 5 }} spacing="md">
      <Fact label={say.price} value={moneyText(item.price)} />
      <Fact label={say.weight} value={say.grams(countText(item.grams))} />
      <Fact label={say.barcode} value={item.barcode ?? '–'} />
      <Fact
        label={say.leadTime}
        value={item.leadTimeMinutes === null ? say.usual : say.minutes(countText(item.leadTimeMinutes))}
      />
      <Fact label={say.counted} value={item.kit ? say.ofKit : item.tracksStock ? say.yes : say.no} />
    </SimpleGrid>
    {item.kit && <Components kit={item.kit} />}
    {item.tracksStock && !item.kit && <ItemStock item={item.id} />}
    <ItemMappings item={item.id} />
    {item.tracksStock && <StockHistory item={item.id} />}
  </>
)

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

const Components = ({ kit }: { readonly kit: NonNullable<Item['kit']> }) => (
  <Stack gap={6}>
    <Title order={2}>{itemsWords.components}</Title>
    <Stack className="card" p="md" gap={6}>
      {kit.map(({ itemId, quantity }) => (
        <Group key={itemId} gap={6}>
          <Text size="sm" c="dimmed">
            {itemsWords.times(countText(quantity))}
          </Text>
          <Anchor component={Link} to="/items/$item" params={{ item: itemId } as never} size="sm">
            {itemId}
          </Anchor>
        </Group>
      ))}
    </Stack>
  </Stack>
)

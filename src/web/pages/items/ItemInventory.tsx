import { Anchor, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { countText } from '../../format.ts'
import { Option, Section } from '../../parts/Section.tsx'
import { type FieldFaults, useSection } from '../../parts/use-section.ts'
import { itemsWords } from '../../words/items.ts'
import { numberOrNull } from '../amazon/form.ts'
import { ItemStock } from './ItemStock.tsx'
import { changeItem, type Item, readItem } from './item-api.ts'

type Form = { readonly tracksStock: boolean; readonly leadTime: string }
const say = itemsWords.inventory

/** What lies where, what Amazon is told of it and why, and how long it takes to ship (I2, I5). */
export function ItemInventory({ item }: { readonly item: Item }) {
  return (
    <Stack gap="lg">
      <Reported item={item} />
      {item.kit && <Components kit={item.kit} />}
      {item.tracksStock && !item.kit && <ItemStock item={item.id} />}
      <Selling item={item} />
    </Stack>
  )
}

/** How a listing stands is asked for once for all parts of the page that tell it. */
export const useListings = (itemId: string) =>
  useQuery({
    queryKey: ['item', itemId, 'listings'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/items/{itemId}/listings', { signal, params: { path: { itemId } } })),
  })

function Reported({ item }: { readonly item: Item }) {
  const { data } = useListings(item.id)
  if (!data) return null
  const many = data.reported === 'always' ? itemsWords.always : countText(data.reported)
  const others = data.rows.length > 0 && data.rows.every(({ channel }) => channel !== null && channel !== 'DEFAULT')
  return (
    <Text size="sm" className="card" p="md">
      {others
        ? say.byAmazon
        : item.kit
          ? say.reportedKit(many)
          : item.tracksStock
            ? say.reported(many)
            : say.untracked(many)}
    </Text>
  )
}

const Components = ({ kit }: { readonly kit: NonNullable<Item['kit']> }) => (
  <Stack gap={6}>
    <Title order={2}>{itemsWords.components}</Title>
    <Stack className="card" p="md" gap={6}>
      {kit.map(({ itemId, quantity }) => (
        <Group key={itemId} gap={6}>
          <Text size="sm" c="dimmed">
            {itemsWords.times(countText(quantity))}
          </Text>
          <Anchor
            component={Link}
            to="/items/$item"
            params={{ item: itemId } as never}
            search={{ tab: 'inventory' } as never}
            size="sm"
          >
            {itemId}
          </Anchor>
        </Group>
      ))}
    </Stack>
  </Stack>
)

const MOST_MINUTES = 86_400

function Selling({ item }: { readonly item: Item }) {
  const state = useSection<Form>({
    title: say.title,
    key: ['item', item.id, 'selling'],
    read: async (signal) => {
      const now = await readItem(item.id, signal)
      return { tracksStock: now.tracksStock, leadTime: now.leadTimeMinutes === null ? '' : String(now.leadTimeMinutes) }
    },
    check: ({ leadTime }) => {
      const minutes = numberOrNull(leadTime)
      const faults: FieldFaults =
        minutes === null || minutes <= MOST_MINUTES ? {} : { leadTimeMinutes: say.leadTimeWrong }
      return faults
    },
    save: ({ tracksStock, leadTime }) => changeItem(item.id, { tracksStock, leadTimeMinutes: numberOrNull(leadTime) }),
  })
  return (
    <Section id="selling" needs="items:write" about={say.about} state={state}>
      {({ form, set, fault }) => (
        <>
          {!item.kit && (
            <Option explain={say.tracksHint}>
              <Checkbox
                label={itemsWords.facts.tracks}
                checked={form.tracksStock}
                onChange={({ currentTarget }) => set({ tracksStock: currentTarget.checked })}
              />
            </Option>
          )}
          <Option explain={say.leadTimeHint} example={say.leadTimeExample}>
            <TextInput
              label={say.leadTime}
              inputMode="numeric"
              value={form.leadTime}
              error={fault('leadTimeMinutes')}
              onChange={({ currentTarget }) => set({ leadTime: currentTarget.value })}
            />
          </Option>
        </>
      )}
    </Section>
  )
}

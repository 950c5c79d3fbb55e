import { Group, Select, Stack, Text } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { countText, moneyText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { itemsWords, STOCK_REASON_WORDS } from '../../words/items.ts'
import { useListings } from './ItemInventory.tsx'
import { usePlaces } from './use-places.ts'

type Event = components['schemas']['ItemEvent']
type Said = Event['after']
const say = itemsWords.history
const head = say.columns
const REASONS: Readonly<Record<string, string>> = STOCK_REASON_WORDS
const WHAT: Readonly<Record<string, string>> = { ...say.kinds, ...say.amazon }
const DRIFT: Readonly<Record<string, string>> = say.drift
const route = getRouteApi('/items/$item')

/** A stock or a price as it was said, in a few words. */
export function saidText(said: Said): string {
  if (!said) return ''
  if ('price' in said) return moneyText(said.price)
  return said.quantity === 'always' ? itemsWords.always : countText(said.quantity)
}

function whatText({ source, what, field }: Event): string {
  if (source === 'drift') return DRIFT[what] ?? what
  const told = WHAT[what] ?? what
  return field === 'stock' || field === 'price' ? `${say.fields[field]}: ${told}` : told
}

function changeText(event: Event): string {
  if (event.source === 'stock') {
    const { change, onHand } = event
    return say.move(`${(change ?? 0) > 0 ? '+' : ''}${countText(change ?? 0)}`, countText(onHand ?? 0))
  }
  if (event.found) return say.found(event.found.ours ?? '–', event.found.amazons ?? '–')
  const [before, after] = [saidText(event.before), saidText(event.after)]
  return before && after && before !== after ? `${before} → ${after}` : after || before
}

const whyText = ({ source, reference }: Event): string => {
  const [reason = '', ...own] = reference.split(' · ')
  return source === 'stock' ? [REASONS[reason] ?? reason, ...own].filter(Boolean).join(' · ') : ''
}

const columnsFor = (countryOf: (id: string) => string): readonly Column<Event>[] => [
  { head: head.at, narrow: true, cell: ({ at }) => timeText(at) },
  { head: head.kind, cell: whatText },
  { head: head.change, cell: changeText },
  {
    head: head.where,
    cell: ({ sellerSku, marketplaceId, center }) =>
      center ?? [sellerSku, marketplaceId && countryOf(marketplaceId)].filter(Boolean).join(' · '),
  },
  { head: head.why, wraps: true, cell: (event) => whyText(event) || '–' },
  { head: head.who, cell: ({ who }) => (who === 'program' || who === 'schedule' ? say.program : who) },
]

/** What happened to the item: sent, answered, found to differ, approved, moved on the shelf; the newest first (I12, O20). */
export function ItemHistory({ item, sku }: { readonly item: string; readonly sku: string | undefined }) {
  const navigate = route.useNavigate()
  const { countryOf } = usePlaces()
  const listings = useListings(item)
  const skus = [...new Set([...(sku ? [sku] : []), ...(listings.data?.rows ?? []).map(({ sellerSku }) => sellerSku)])]
  const list = usePages<Event>(['item', item, 'history', { sku }], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/items/{itemId}/history', {
        signal,
        params: { path: { itemId: item }, query: { after, sellerSku: sku, limit: 50 } },
      }),
    ),
  )
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Text size="sm" c="dimmed" maw={760}>
          {say.about}
        </Text>
        <ExportButton
          name="item-history"
          ask={(as) =>
            api.GET('/api/v1/items/{itemId}/history', {
              ...as,
              params: { path: { itemId: item }, query: { sellerSku: sku } },
            })
          }
        />
      </Group>
      {skus.length > 1 && (
        <Select
          aria-label={say.ofSku}
          placeholder={say.allSkus}
          clearable
          searchable
          data={skus}
          value={sku ?? null}
          onChange={(next) => void navigate({ search: { tab: 'history', ...(next && { sku: next }) } })}
          maw={300}
        />
      )}
      <ListTable
        label={say.title}
        columns={columnsFor(countryOf)}
        list={list}
        keyOf={(event) => JSON.stringify(event)}
        empty={
          <Empty title={say.none} why={say.noneWhy}>
            <Link to="/items/$item" params={{ item }} search={{ tab: 'amazon' }}>
              {say.toAmazon}
            </Link>
          </Empty>
        }
      />
    </Stack>
  )
}

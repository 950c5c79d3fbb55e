import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer, api, queries } from '../../../api.ts'
import { countText, moneyText, timeText } from '../../../format.ts'
import { Empty } from '../../../parts/Empty.tsx'
import { type Column, ListTable } from '../../../parts/ListTable.tsx'
import { tell, tellError } from '../../../parts/told.tsx'
import { wholeList } from '../../../parts/use-rows.ts'
import { useMay } from '../../../session.ts'
import { itemsWords } from '../../../words/items.ts'
import { saidText } from '../ItemHistory.tsx'
import { useListings } from '../ItemInventory.tsx'
import type { ItemListing } from '../item-api.ts'
import { linkAll, linksChanged } from '../match-api.ts'
import { StandingBadge } from '../StandingBadge.tsx'
import type { Place } from '../use-places.ts'
import { reasonsOf } from './reasons.ts'

const say = itemsWords.here

/** The listings of the item in one marketplace: how each stands, what was sent and confirmed, and Amazon's own words (I10). */
export function ListingsHere({ item, place }: { readonly item: string; readonly place: Place }) {
  const may = useMay('items:write')
  const found = useListings(item)
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onError: tellError })
  const rows = (found.data?.rows ?? []).filter(({ marketplaceId }) => marketplaceId === place.marketplaceId)
  const does: Does = {
    may: may && !act.isPending,
    item,
    act: (work) => act.mutate(work),
  }
  const list = { ...wholeList(rows), isPending: found.isPending, error: found.data ? null : found.error }
  return (
    <Stack gap={6}>
      <Title order={2}>{say.title(place.name)}</Title>
      <ListTable
        label={say.title(place.name)}
        columns={columnsFor(does)}
        list={{ ...list, refetch: found.refetch }}
        keyOf={({ connection, sellerSku }) => `${connection} ${sellerSku}`}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Stack>
  )
}

type Does = { readonly may: boolean; readonly item: string; act(work: () => Promise<unknown>): void }

const columnsFor = (does: Does): readonly Column<ItemListing>[] => [
  {
    head: say.columns.sku,
    narrow: true,
    cell: ({ sellerSku }) => (
      <Link to="/items/$item" params={{ item: does.item }} search={{ tab: 'history', sku: sellerSku }}>
        {sellerSku}
      </Link>
    ),
  },
  { head: say.columns.standing, wraps: true, cell: (row) => <Standing row={row} /> },
  { head: say.columns.stock, cell: (row) => <Told row={row} field="stock" /> },
  { head: say.columns.price, cell: (row) => <Told row={row} field="price" /> },
  { head: say.columns.act, narrow: true, cell: (row) => <Acts row={row} does={does} /> },
]

const Standing = ({ row }: { readonly row: ItemListing }) => (
  <Stack gap={4}>
    <Group gap={6}>
      <StandingBadge standing={row.standing} />
      {row.asin && (
        <Text span size="xs" c="dimmed">
          {row.asin}
        </Text>
      )}
    </Group>
    <List size="sm" listStyleType="none" p={0}>
      {reasonsOf(row).map((reason) => (
        <List.Item key={reason}>{reason}</List.Item>
      ))}
    </List>
  </Stack>
)

/** What Amazon shows, and where it is another what we say. */
function Told({ row, field }: { readonly row: ItemListing; readonly field: 'stock' | 'price' }) {
  const there = field === 'price' ? moneyText(row.price) : row.quantity === null ? '–' : countText(row.quantity)
  const sent = row.fields.find((each) => each.field === field)
  const now = row.now.find((each) => each.field === field)
  const ours = saidText(now?.value ?? sent?.wanted ?? null)
  return (
    <Stack gap={0}>
      <span>{there}</span>
      {ours && ours !== there && (
        <Text span size="xs" c="dimmed">
          {say.wesay(ours)}
        </Text>
      )}
      {sent && (
        <Text span size="xs" c="dimmed">
          {say.states[sent.state]}
          {sent.confirmedAt && sent.state === 'confirmed' && ` ${timeText(sent.confirmedAt)}`}
        </Text>
      )}
    </Stack>
  )
}

function Acts({ row, does: { may, item, act } }: { readonly row: ItemListing; readonly does: Does }) {
  const path = { path: { connectionId: row.connection } }
  const waits = row.fields.some(({ state }) => state === 'accepted')
  const link = async () => {
    const { linked, refused } = await linkAll(row.connection, [{ sellerSku: row.sellerSku, itemId: item }])
    if (linked > 0) tell(say.linked)
    for (const sentence of refused) tell(sentence, true)
  }
  const unlink = async () => {
    const body = { sellerSku: row.sellerSku }
    await answer(api.POST('/api/v1/connections/{connectionId}/listings/unlink', { params: path, body }))
    await linksChanged()
    tell(say.unlinked)
  }
  const again = async () => {
    const body = { sellerSkus: [row.sellerSku] }
    await answer(api.POST('/api/v1/connections/{connectionId}/sending/read-back', { params: path, body }))
    await queries.invalidateQueries({ queryKey: ['item', item] })
    tell(say.asked)
  }
  return (
    <Group gap={4} wrap="nowrap">
      {waits && (
        <Button size="compact-xs" variant="light" disabled={!may} onClick={() => act(again)}>
          {say.askAgain}
        </Button>
      )}
      <Anchor
        component="button"
        type="button"
        size="xs"
        disabled={!may}
        aria-label={row.linked ? say.unlinkOf(row.sellerSku) : say.linkOf(row.sellerSku)}
        onClick={() => act(row.linked ? unlink : link)}
      >
        {row.linked ? say.unlink : say.link}
      </Anchor>
    </Group>
  )
}

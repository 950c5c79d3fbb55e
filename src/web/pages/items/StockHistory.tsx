import { Stack, Title } from '@mantine/core'
import { answer, api } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { itemsWords, STOCK_REASON_WORDS } from '../../words/items.ts'

type Move = components['schemas']['StockMove']
const say = itemsWords.history
const head = say.columns
const REASONS: Readonly<Record<string, string>> = STOCK_REASON_WORDS

const COLUMNS: readonly Column<Move>[] = [
  { head: head.at, cell: ({ at }) => timeText(at) },
  { head: head.kind, cell: ({ kind }) => say.kinds[kind] },
  { head: head.center, cell: ({ center }) => center },
  { head: head.change, number: true, cell: ({ change }) => (change > 0 ? `+${countText(change)}` : countText(change)) },
  { head: head.onHand, number: true, cell: ({ onHand }) => countText(onHand) },
  {
    head: head.why,
    wraps: true,
    cell: ({ reason, reference }) => [REASONS[reason] ?? reason, reference].filter(Boolean).join(' · '),
  },
  { head: head.who, cell: ({ who }) => who },
]

/** Why the stock of an item moved, the newest first. */
export function StockHistory({ item }: { readonly item: string }) {
  const list = usePages<Move>(['moves', item], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/items/{itemId}/stock-moves', {
        signal,
        params: { path: { itemId: item }, query: { after, limit: 20 } },
      }),
    ),
  )
  return (
    <Stack gap={6}>
      <Title order={2}>{say.title}</Title>
      <ListTable
        label={say.title}
        columns={COLUMNS}
        list={list}
        keyOf={({ moveId }) => moveId}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Stack>
  )
}

import { Button, Group, Select, Text, TextInput, UnstyledButton } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { itemsWords, STOCK_REASON_WORDS } from '../../words/items.ts'
import { stockWords } from '../../words/stock.ts'
import { useCenters } from './stock-api.ts'
import { MOVE_KINDS, type MoveKind, type StockSearch } from './stock-search.ts'

type Move = components['schemas']['StockMove']
const say = stockWords.history
const route = getRouteApi('/stock')
const REASONS: Readonly<Record<string, string>> = STOCK_REASON_WORDS

/** Why stock moved, by kind, person, day, center and item (O20). */
export function MovesTab() {
  const search = route.useSearch()
  const { kind, who, day, center, item } = search
  const wish = { kind, who, day, center, itemId: item }
  const list = usePages<Move>(['moves', wish], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/stock/moves', {
        signal,
        params: { query: { after, limit: '50', ...wish } as never },
      }),
    ),
  )
  const filtered = [kind, who, day, center, item].some((each) => each !== undefined)
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Filters search={search} />
        <ExportButton
          name="stock-moves"
          ask={(as) => api.GET('/api/v1/stock/moves', { ...as, params: { query: wish as never } })}
        />
      </Group>
      <ListTable
        label={stockWords.tabs.history}
        columns={COLUMNS}
        list={list}
        keyOf={({ moveId }) => moveId}
        empty={
          filtered ? (
            <Empty title={say.noneFound} why={say.noneFoundWhy}>
              <Button
                variant="default"
                renderRoot={(props) => <Link to="/stock" search={{ tab: 'history' }} {...props} />}
              >
                {say.drop}
              </Button>
            </Empty>
          ) : (
            <Empty title={say.none} why={say.noneWhy} />
          )
        }
      />
    </>
  )
}

function Filters({ search }: { readonly search: StockSearch }) {
  const navigate = route.useNavigate()
  const centers = useCenters()
  const go = (change: StockSearch) => void navigate({ search: { ...search, ...change } })
  return (
    <Group gap="xs" className="finder">
      <Select
        aria-label={say.kind}
        placeholder={say.everything}
        data={MOVE_KINDS.map((value) => ({ value, label: itemsWords.history.kinds[value] }))}
        value={search.kind ?? null}
        onChange={(kind) => go({ kind: (kind as MoveKind | null) ?? undefined })}
        clearable
        w={170}
      />
      {centers.rows.length > 1 && (
        <Select
          aria-label={stockWords.filters.center}
          placeholder={stockWords.filters.everyCenter}
          data={centers.rows.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.center ?? null}
          onChange={(center) => go({ center: center ?? undefined })}
          clearable
          w={170}
        />
      )}
      <TextInput
        type="date"
        aria-label={say.day}
        value={search.day ?? ''}
        onChange={(event) => go({ day: event.currentTarget.value || undefined })}
        w={150}
      />
      {(['who', 'item'] as const).map((name) => {
        const value = search[name]
        return (
          value !== undefined && (
            <Button key={name} variant="default" onClick={() => go({ [name]: undefined })} title={say.drop}>
              {say.of(value)} ×
            </Button>
          )
        )
      })}
    </Group>
  )
}

const COLUMNS: readonly Column<Move>[] = [
  { head: say.columns.at, cell: ({ at }) => timeText(at) },
  { head: say.columns.kind, cell: ({ kind }) => itemsWords.history.kinds[kind] },
  {
    head: say.columns.item,
    cell: ({ itemId }) => (
      <Link to="/items/$item" params={{ item: itemId }}>
        {itemId}
      </Link>
    ),
  },
  { head: say.columns.center, cell: ({ center }) => center },
  {
    head: say.columns.change,
    number: true,
    cell: ({ change }) => (change > 0 ? `+${countText(change)}` : countText(change)),
  },
  { head: say.columns.onHand, number: true, cell: ({ onHand }) => countText(onHand) },
  { head: say.columns.why, wraps: true, cell: (move) => <Why move={move} /> },
  { head: say.columns.who, cell: ({ who }) => <Who who={who} /> },
]

/** The reason; what orders did leads to the order. */
function Why({ move: { reason, reference } }: { readonly move: Move }) {
  const order = /^order (\d+)$/.exec(reference)?.[1]
  return (
    <>
      {REASONS[reason] ?? reason}{' '}
      {order ? (
        <Link to="/orders/$order" params={{ order }}>
          {reference}
        </Link>
      ) : (
        <Text span c="dimmed" inherit>
          {reference}
        </Text>
      )}
    </>
  )
}

function Who({ who }: { readonly who: string }) {
  const navigate = route.useNavigate()
  return (
    <UnstyledButton
      className="filters"
      aria-label={say.onlyWho(who)}
      onClick={() => void navigate({ search: (before) => ({ ...before, tab: 'history' as const, who }) })}
    >
      {who}
    </UnstyledButton>
  )
}

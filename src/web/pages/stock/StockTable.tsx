import { Button, Text, UnstyledButton } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { countText, dateText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { useMay } from '../../session.ts'
import { stockWords as say } from '../../words/stock.ts'
import { ChangeStock } from './ChangeStock.tsx'
import { type Center, type Shelved, useStock } from './stock-api.ts'
import type { StockSearch } from './stock-search.ts'

const route = getRouteApi('/stock')
type Changed = { readonly item: Shelved; readonly center: Center }

/** Items with what is free, reserved and reported, and what lies in each center; a cell is changed where it stands (O20). */
export function StockTable({ search, centers }: { readonly search: StockSearch; readonly centers: readonly Center[] }) {
  const list = useStock(search)
  const may = useMay('items:write')
  const [changed, setChanged] = useState<Changed | null>(null)
  const shown = search.center === undefined ? centers : centers.filter(({ code }) => code === search.center)
  const { find, center, show, sort } = search
  const navigate = route.useNavigate()
  const filtered = [find, center, show, sort].some((each) => each !== undefined)
  return (
    <>
      <ListTable
        label={say.title}
        columns={[...COLUMNS, ...shown.map((each) => columnOf(each, { may, change: setChanged }))]}
        list={list}
        sorting={{ sort: sort ?? 'item', go: (next) => void navigate({ search: { ...search, sort: next as never } }) }}
        keyOf={({ itemId }) => itemId}
        empty={<NoStock filtered={filtered} />}
      />
      {changed && <ChangeStock {...changed} centers={centers} close={() => setChanged(null)} />}
    </>
  )
}

const COLUMNS: readonly Column<Shelved>[] = [
  {
    head: say.columns.item,
    sort: 'item',
    narrow: true,
    cell: ({ itemId }) => (
      <Link to="/items/$item" params={{ item: itemId }}>
        {itemId}
      </Link>
    ),
  },
  { head: say.columns.description, wraps: true, cell: ({ description }) => description },
  {
    head: say.columns.free,
    sort: 'free',
    number: true,
    cell: ({ itemId, free }) => (
      <Link to="/stock" search={{ tab: 'history', item: itemId }} className={free <= 0 ? 'bad' : undefined}>
        {countText(free)}
      </Link>
    ),
  },
  {
    head: say.columns.reserved,
    number: true,
    cell: ({ allocated }) => countText(allocated),
  },
  {
    head: say.columns.reported,
    number: true,
    cell: ({ reported }) => <span title={say.reportedHint}>{countText(reported)}</span>,
  },
]

type Can = { readonly may: boolean; change(changed: Changed): void }

const columnOf = (center: Center, { may, change }: Can): Column<Shelved> => ({
  head: center.name,
  number: true,
  cell: (item) => {
    const shelf = item.shelves.find((each) => each.center === center.code)
    return (
      <UnstyledButton
        className="shelf"
        disabled={!may}
        title={may ? undefined : say.cannot}
        aria-label={`${say.shelf(center.name, item.itemId)}: ${shelf ? countText(shelf.onHand) : say.keptNot}`}
        onClick={() => change({ item, center })}
      >
        {shelf ? countText(shelf.onHand) : '–'}
        {shelf && (shelf.allocated > 0 || shelf.restockOn !== null) && (
          <Text span size="xs" c="dimmed" display="block">
            {[
              shelf.allocated > 0 && say.reservedOf(countText(shelf.allocated)),
              shelf.restockOn && say.awaitedOn(dateText(shelf.restockOn)),
            ]
              .filter(Boolean)
              .join(', ')}
          </Text>
        )}
      </UnstyledButton>
    )
  },
})

const NoStock = ({ filtered }: { readonly filtered: boolean }) =>
  filtered ? (
    <Empty title={say.noneFound} why={say.noneFoundWhy}>
      <Button variant="default" renderRoot={(props) => <Link to="/stock" search={{}} {...props} />}>
        {say.clear}
      </Button>
    </Empty>
  ) : (
    <Empty title={say.none} why={say.noneWhy} />
  )

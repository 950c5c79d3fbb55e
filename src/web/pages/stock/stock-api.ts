import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { usePages } from '../../parts/use-pages.ts'
import { useRows } from '../../parts/use-rows.ts'
import type { StockSearch, StockShow } from './stock-search.ts'

/** An item with what lies of it in each center. */
export type Shelved = components['schemas']['ShelvedItem']
/** A place that holds stock. */
export type Center = components['schemas']['DistributionCenter']
/** What lies of an item in one center. */
export type Shelf = Shelved['shelves'][number]

/** The centers in their order. */
export const useCenters = () =>
  useRows<Center>(['stock', 'centers'], (signal) => answer(api.GET('/api/v1/distribution-centers', { signal })))

const SHOWN: Readonly<Record<StockShow, { readonly atMost?: string; readonly only?: 'reserved' | 'awaited' }>> = {
  out: { atMost: '0' },
  few: { atMost: '5' },
  some: { atMost: '20' },
  reserved: { only: 'reserved' },
  awaited: { only: 'awaited' },
}

/** What the address asks of the table. */
export const stockQuery = ({ find, center, show, sort }: StockSearch) => ({
  search: find,
  center,
  sort,
  ...(show && SHOWN[show]),
})

/** The items that the address asks for, with their centers. */
export const useStock = (search: StockSearch) =>
  usePages<Shelved>(['stock', 'table', stockQuery(search)], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/stock/table', {
        signal,
        params: { query: { after, limit: '50', ...stockQuery(search) } as never },
      }),
    ),
  )

/** What an item has in a center; nothing where it was never kept there. */
export const shelfIn = (item: Shelved, center: string): Shelf =>
  item.shelves.find((each) => each.center === center) ?? { center, onHand: 0, allocated: 0, restockOn: null }

/** What shows stock is fetched again. */
export const stockChanged = (): Promise<unknown> =>
  Promise.all(['stock', 'items', 'item', 'moves'].map((name) => queries.invalidateQueries({ queryKey: [name] })))

import { knownSort, type Sort } from '#core/sorting.ts'
import { dayOf, oneOf, saidIn, textOf } from '../../parts/read-address.ts'

/** The parts of the page about stock. */
export const STOCK_TABS = ['table', 'history', 'centers'] as const
export type StockTab = (typeof STOCK_TABS)[number]
/** Which items are shown: those with few free ones, those that orders hold, those of which more comes. */
export const STOCK_SHOWS = ['out', 'few', 'some', 'reserved', 'awaited'] as const
export type StockShow = (typeof STOCK_SHOWS)[number]
/** Why stock moved, as the history names it. */
export const MOVE_KINDS = ['adjustment', 'transfer', 'receipt', 'count', 'shipment', 'restock'] as const
export type MoveKind = (typeof MOVE_KINDS)[number]

/** What stands in the address. `count`: the center that is being counted. */
export type StockSearch = {
  readonly tab?: StockTab | undefined
  readonly find?: string | undefined
  readonly center?: string | undefined
  readonly show?: StockShow | undefined
  readonly sort?: Sort<'item' | 'free'> | undefined
  readonly count?: string | undefined
  readonly kind?: MoveKind | undefined
  readonly who?: string | undefined
  readonly day?: string | undefined
  readonly item?: string | undefined
}

/** Reads it, whatever somebody typed there. */
export const readStockSearch = (search: Record<string, unknown>): StockSearch =>
  saidIn({
    tab: oneOf(search.tab, STOCK_TABS),
    find: textOf(search.find, 100),
    center: textOf(search.center, 20),
    show: oneOf(search.show, STOCK_SHOWS),
    sort: knownSort(['item', 'free'], search.sort),
    count: textOf(search.count, 20),
    kind: oneOf(search.kind, MOVE_KINDS),
    who: textOf(search.who, 254),
    day: dayOf(search.day),
    item: textOf(search.item, 40),
  })

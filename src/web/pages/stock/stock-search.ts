import { faultOfDay } from '#core/settings/calendar-day.ts'
import { knownSort, type Sort } from '#core/sorting.ts'

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
export function readStockSearch(search: Record<string, unknown>): StockSearch {
  const text = (name: string, most: number) => {
    const value = search[name]
    const written = typeof value === 'number' ? String(value) : value
    return typeof written === 'string' && written !== '' ? { [name]: written.slice(0, most) } : {}
  }
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) => {
    const value = values.find((each) => each === search[name])
    return value === undefined ? {} : { [name]: value }
  }
  const { day } = search
  const sort = knownSort(['item', 'free'], search.sort)
  return {
    ...oneOf('tab', STOCK_TABS),
    ...text('find', 100),
    ...text('center', 20),
    ...oneOf('show', STOCK_SHOWS),
    ...(sort !== undefined && { sort }),
    ...text('count', 20),
    ...oneOf('kind', MOVE_KINDS),
    ...text('who', 254),
    ...(typeof day === 'string' && faultOfDay(day) === null && { day }),
    ...text('item', 40),
  }
}

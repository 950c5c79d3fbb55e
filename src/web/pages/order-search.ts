import { LONGEST_SOUGHT } from '#core/orders/order-filter.ts'
import { ORDER_SORT_KEYS, type OrderSort, usualOrderSort } from '#core/orders/order-sort.ts'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import { knownSort } from '#core/sorting.ts'
import { dayOf, oneOf, saidIn, textOf } from '../parts/read-address.ts'

/** What the list of orders is filtered and sorted by, as it stands in the address; never a buyer. */
export type OrderSearch = {
  readonly find?: string | undefined
  readonly stage?: Stage | undefined
  readonly status?: string | undefined
  readonly marketplace?: string | undefined
  readonly connection?: string | undefined
  /** `amazon`, or the code of another channel. */
  readonly channel?: string | undefined
  /** Days on which they were placed, in the merchant's zone. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Days of the deadline. */
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly sort?: OrderSort | undefined
}

const wordOf = (value: unknown) => textOf(value, LONGEST_SOUGHT)

/** Reads the filters from the address; what is none is left out. */
export const readOrderSearch = (search: Record<string, unknown>): OrderSearch =>
  saidIn({
    find: wordOf(search.find),
    stage: oneOf(search.stage, STAGES),
    status: wordOf(search.status),
    marketplace: wordOf(search.marketplace),
    connection: wordOf(search.connection),
    channel: wordOf(search.channel),
    from: dayOf(search.from),
    to: dayOf(search.to),
    dueFrom: dayOf(search.dueFrom),
    dueTo: dayOf(search.dueTo),
    sort: knownSort(ORDER_SORT_KEYS, search.sort),
  })

/** By what the list is sorted: who looks for deadlines wants the earliest first. */
export const sortOf = ({ sort, dueFrom, dueTo }: OrderSearch): OrderSort =>
  sort ?? usualOrderSort(dueFrom !== undefined || dueTo !== undefined)

/** The same as the server is asked for it. */
export const queryOf = (search: OrderSearch) => ({
  find: search.find,
  stage: search.stage,
  amazonStatus: search.status,
  marketplaceId: search.marketplace,
  connection: search.connection,
  channel: search.channel,
  placedFrom: search.from,
  placedTo: search.to,
  shipByFrom: search.dueFrom,
  shipByTo: search.dueTo,
  sort: sortOf(search),
})

/** What filters stand in, and how they change. */
export type Filtered = { readonly search: OrderSearch; go(change: OrderSearch): void }

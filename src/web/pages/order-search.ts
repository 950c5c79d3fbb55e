import { ORDER_SORT_KEYS, type OrderSort } from '#core/orders/order-sort.ts'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import { knownSort } from '#core/sorting.ts'

/** What the list of orders is filtered and sorted by, as it stands in the address. */
export type OrderSearch = { readonly stage?: Stage; readonly id?: string; readonly sort?: OrderSort }

/** Reads the filters from the address; what is none is left out. */
export function readOrderSearch({ stage, id, sort }: Record<string, unknown>): OrderSearch {
  const known = STAGES.find((each) => each === stage)
  const sorted = knownSort(ORDER_SORT_KEYS, sort)
  return {
    ...(sorted === undefined ? {} : { sort: sorted }),
    ...(known === undefined ? {} : { stage: known }),
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
  }
}

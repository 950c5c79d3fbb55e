import { STAGES, type Stage } from '#core/orders/stage.ts'

/** What the list of orders is filtered by, as it stands in the address. */
export type OrderSearch = { readonly stage?: Stage; readonly id?: string }

/** Reads the filters from the address; what is none is left out. */
export function readOrderSearch({ stage, id }: Record<string, unknown>): OrderSearch {
  const known = STAGES.find((each) => each === stage)
  return {
    ...(known === undefined ? {} : { stage: known }),
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
  }
}

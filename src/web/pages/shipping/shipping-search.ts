import { QUEUE_DEADLINES, type QueueDeadline } from '#core/shipments/queue-filter.ts'

/** What the queue is filtered by, as it stands in the address. */
export type ShippingSearch = {
  readonly center?: string
  readonly method?: string
  readonly channel?: string
  readonly deadline?: QueueDeadline
}

const named = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 100

/** Reads the filters from the address; what is none is left out. */
export function readShippingSearch({ center, method, channel, deadline }: Record<string, unknown>): ShippingSearch {
  const known = QUEUE_DEADLINES.find((each) => each === deadline)
  return {
    ...(named(center) && { center }),
    ...(named(method) && { method }),
    ...(named(channel) && { channel }),
    ...(known && { deadline: known }),
  }
}

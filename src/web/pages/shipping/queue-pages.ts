import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import type { PagesAsked } from '../../parts/pages-of.ts'
import type { ShippingSearch } from './shipping-search.ts'

/** An order of the queue. */
export type Queued = components['schemas']['QueuedOrder']

/** The queue by its filters: for its page, and for whoever fetches it while that page is still on its way. */
export const queuePages = (search: ShippingSearch): PagesAsked<Queued> => [
  ['shipping', search],
  ({ after, signal }) =>
    answer(api.GET('/api/v1/shipping-queue', { signal, params: { query: { ...search, after, limit: 50 } } })),
]

import { buyerSearch, foundOrders, writeFound } from '#contract/buyer-search.ts'
import type { Deps } from '#flows/deps.ts'
import { findBuyer } from '#flows/find-buyer.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'
import { viewerOf } from '../viewer.ts'

/** The orders of a buyer who calls: by name, e-mail, phone or address; nothing of the buyer goes out (U3). */
export function buyerSearchRoutes(api: Api, deps: Deps): void {
  const words = [
    'searchByBuyer',
    'Buyer data',
    'The orders of a buyer, by what the buyer says; it stands in the audit',
  ] as const
  const search = about('pii:reveal', words, foundOrders)
  api.post(
    '/orders/search-by-buyer',
    { ...search, schema: { ...search.schema, body: buyerSearch } },
    async (request) => {
      const caller = callerOf(request)
      return writeFound(
        goodValue(await findBuyer(deps, caller.merchant, { viewer: viewerOf(caller), asked: request.body })),
      )
    },
  )
}

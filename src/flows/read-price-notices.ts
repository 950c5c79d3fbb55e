import { type PriceNotice, priceNotices } from '#core/inventory/fair-pricing.ts'
import type { Tx } from './deps.ts'

/** What the rules of the merchant's marketplaces say about prices today; before it is connected, those of its own country (I13). */
export async function readPriceNotices(store: Tx['store']): Promise<PriceNotice[]> {
  const places = (await store.listConnections()).flatMap(({ marketplaces }) => marketplaces)
  const countries = places.filter(({ participating }) => participating).map(({ country }) => country)
  return priceNotices(countries.length > 0 ? countries.sort() : [(await store.merchantFacts()).country])
}

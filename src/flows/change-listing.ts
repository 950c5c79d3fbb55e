import type { ListingPatch } from '#amazon/listing-patches.ts'
import type { Connection } from '#core/connection.ts'
import type { SellerSku } from '#core/ids.ts'
import { readOffer, readStock } from '#core/inventory/due-changes.ts'
import { whyNoQuantity } from '#core/inventory/listing.ts'
import { blamedFields, refusedFirst } from '#core/inventory/read-back.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { DueField } from '#store/due-fields.ts'
import type { ListingToChange } from '#store/sending.ts'
import type { Deps } from './deps.ts'

/** One SKU with what is due of it and its listings as they were last read. */
export type SkuToChange = {
  readonly connection: Connection
  readonly fields: readonly DueField[]
  readonly listings: readonly ListingToChange[]
}

/** How a call ended: Amazon's answer, a problem that is no answer, or when to come again. `blamed`: the fields that the refusal is about. */
export type Changed =
  | { readonly end: 'accepted' }
  | { readonly end: 'refused'; readonly problem: Problem; readonly blamed: readonly DueField['field'][] }
  | { readonly end: 'wait'; readonly readyAt: number }
  | { readonly end: 'away'; readonly problem: Problem }

/** The product type of a SKU of which none is known: right for stock and price of anything. */
export const ANY_PRODUCT = 'PRODUCT'

const BOTH = ['stock', 'price'] as const

/** Answers that are about this SKU and no other. */
const ABOUT_THE_SKU: readonly string[] = ['request-refused', 'not-found-at-amazon']

/** Tells Amazon by one call all that is due of a SKU (I8). The hard stop of I9 stands here once more, whatever decided before. */
export async function changeListing(deps: Deps, { connection, fields, listings }: SkuToChange): Promise<Changed> {
  const [first] = fields
  if (!first) throw new Error('Nothing is due.')
  const stock = fields.find(({ field }) => field === 'stock')
  const facts = { sku: first.sellerSku }
  if (stock && whyNoQuantity(listings) !== null)
    return { end: 'refused', problem: problem('not-merchant-channel', facts), blamed: ['stock'] }
  const prices = fields.filter(({ field }) => field === 'price')
  const told = fields.map(({ field }) => field)
  const answer = await deps.amazon.changeListing(connection, {
    sellerSku: first.sellerSku,
    productType: first.productType ?? ANY_PRODUCT,
    // Only marketplaces whose offer is in the body may be named; stock is one for all, so any one will do.
    marketplaceIds:
      prices.length > 0
        ? prices.map(({ marketplaceId }) => marketplaceId)
        : placesThatSell(connection, listings).slice(0, 1),
    patches: patchesOf(deps, { stock, prices, listings }),
  })
  if (answer.ok === 'wait') return { end: 'wait', readyAt: answer.wait.readyAt }
  if (!answer.ok) {
    const refused = ABOUT_THE_SKU.includes(answer.problem.code)
    return refused
      ? { end: 'refused', problem: answer.problem, blamed: refusedFirst(BOTH, told) }
      : { end: 'away', problem: answer.problem }
  }
  if (answer.value.taken) return { end: 'accepted' }
  const { words, blamed } = blamedFields(answer.value.issues)
  return {
    end: 'refused',
    problem: problem('listing-refused', { ...facts, message: words }),
    blamed: refusedFirst(blamed, told),
  }
}

/** Where a SKU is listed and the seller sells; where that is nowhere, or nobody knows, all places where it is listed (C7). */
export function placesThatSell(
  { marketplaces }: Connection,
  listings: readonly Pick<ListingToChange, 'marketplaceId'>[],
): readonly string[] {
  const places = listings.map(({ marketplaceId }) => marketplaceId)
  const open = marketplaces.filter(({ participating, refusedAt }) => participating && refusedAt === null)
  const selling = places.filter((place) => open.some(({ id }) => id === place))
  return selling.length > 0 ? selling : places
}

type DueText = Pick<DueField, 'marketplaceId' | 'desired' | 'before'>
type Parts = {
  readonly stock: DueText | undefined
  readonly prices: readonly DueText[]
  readonly listings: readonly ListingToChange[]
}

/** The changes of a listing that tell what is due, exactly as they go up (I14). */
export function patchesOf(
  { amazon }: Pick<Deps, 'amazon'>,
  { stock, prices, listings }: Parts,
): readonly ListingPatch[] {
  const keptOf = (marketplaceId: string) =>
    listings.find((each) => each.marketplaceId === marketplaceId)?.keptOffer ?? null
  const before = stock?.before ? readStock(stock.before) : null
  const liveLeadDays = listings.find(({ leadDays }) => leadDays !== null)?.leadDays ?? null
  const offers = prices.map(({ marketplaceId, desired }) => ({
    marketplaceId,
    value: readOffer(desired),
    kept: keptOf(marketplaceId),
  }))
  return [
    ...(offers.length > 0 ? [amazon.offerPatch(offers)] : []),
    ...(stock ? [amazon.stockPatch({ value: readStock(stock.desired), before, liveLeadDays })] : []),
  ]
}

/** Listings by SKU. */
export function listingsBySku(rows: readonly ListingToChange[]): ReadonlyMap<SellerSku, readonly ListingToChange[]> {
  const groups = new Map<SellerSku, ListingToChange[]>()
  for (const row of rows) {
    const group = groups.get(row.sellerSku)
    if (group) group.push(row)
    else groups.set(row.sellerSku, [row])
  }
  return groups
}

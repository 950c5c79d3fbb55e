import type { Connection } from '#core/connection.ts'
import { readOffer, readStock } from '#core/inventory/due-changes.ts'
import { MERCHANT_CHANNEL } from '#core/inventory/listing.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { ListingToChange } from '#store/sending.ts'
import type { DueField } from '#store/sku-fields.ts'
import type { Deps } from './deps.ts'

/** One SKU with what is due of it and its listings as they were last read. */
export type SkuToChange = {
  readonly connection: Connection
  readonly fields: readonly DueField[]
  readonly listings: readonly ListingToChange[]
}

/** How a call ended: Amazon's answer, a problem that is no answer, or when to come again. */
export type Changed =
  | { readonly end: 'accepted' }
  | { readonly end: 'refused'; readonly problem: Problem }
  | { readonly end: 'wait'; readonly readyAt: number }
  | { readonly end: 'away'; readonly problem: Problem }

const ANY_PRODUCT = 'PRODUCT'

/** Tells Amazon by one call all that is due of a SKU (I8). The hard stop of I9 stands here once more, whatever decided before. */
export async function changeListing(deps: Deps, { connection, fields, listings }: SkuToChange): Promise<Changed> {
  const [first] = fields
  if (!first) throw new Error('Nothing is due.')
  const stock = fields.find(({ field }) => field === 'stock')
  const facts = { sku: first.sellerSku }
  if (stock && (listings.length === 0 || listings.some(({ channel }) => channel !== MERCHANT_CHANNEL)))
    return { end: 'refused', problem: problem('not-merchant-channel', facts) }
  const prices = fields.filter(({ field }) => field === 'price')
  const answer = await deps.amazon.changeListing(connection, {
    sellerSku: first.sellerSku,
    productType: first.productType ?? ANY_PRODUCT,
    // Only marketplaces whose offer is in the body may be named; stock is one for all, so any one will do.
    marketplaceIds:
      prices.length > 0
        ? prices.map(({ marketplaceId }) => marketplaceId)
        : listings.slice(0, 1).map((l) => l.marketplaceId),
    patches: patchesOf(deps, { stock, prices, listings }),
  })
  if (answer.ok === 'wait') return { end: 'wait', readyAt: answer.wait.readyAt }
  if (!answer.ok) {
    const refused = answer.problem.code === 'request-refused' || answer.problem.code === 'not-found'
    return { end: refused ? 'refused' : 'away', problem: answer.problem }
  }
  if (answer.value.taken) return { end: 'accepted' }
  const worst = answer.value.issues.find(({ severity }) => severity === 'ERROR') ?? answer.value.issues[0]
  const message = worst ? `${worst.message} (${worst.code})` : 'it gives no reason'
  return { end: 'refused', problem: problem('listing-refused', { ...facts, message }) }
}

type DueText = Pick<DueField, 'marketplaceId' | 'desired' | 'sent'>
type Parts = {
  readonly stock: DueText | undefined
  readonly prices: readonly DueText[]
  readonly listings: readonly ListingToChange[]
}

/** The changes of a listing that tell what is due, exactly as they go up (I14). */
export function patchesOf({ amazon }: Pick<Deps, 'amazon'>, { stock, prices, listings }: Parts) {
  const keptOf = (marketplaceId: string) =>
    listings.find((each) => each.marketplaceId === marketplaceId)?.keptOffer ?? null
  const before = stock?.sent ? readStock(stock.sent) : null
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

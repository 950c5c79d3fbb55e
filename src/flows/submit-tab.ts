import { type AmazonTab, type FieldIssue, issuesByField } from '#core/catalog/amazon-tab.ts'
import type { Definition, ListingAttributes } from '#core/catalog/product-type.ts'
import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import { desiredOffer } from '#core/inventory/desired-offer.ts'
import { type Listing, MERCHANT_CHANNEL } from '#core/inventory/listing.ts'
import { failed, ok, type Result, tell } from '#core/problems.ts'
import type { TabPlace } from '#store/amazon-tabs.ts'
import { faultsOf } from './amazon-tab.ts'
import type { Deps, Tx } from './deps.ts'
import { definitionOf, sellerIn } from './product-types.ts'

/** So soon Amazon may show a listing that it took. */
const READ_AFTER = 5 * 60_000

/** Whose listing is meant: the seller SKU and the connection are only named where there are several. */
export type TabWish = TabPlace & {
  readonly sellerSku?: SellerSku | undefined
  readonly connection?: ConnectionId | undefined
}

/** What Amazon says of a tab: `listed`: it has the SKU already; `attributes`: what was shown to it. */
export type TabVerdict = {
  readonly sellerSku: SellerSku
  readonly connection: ConnectionId
  readonly listed: boolean
  readonly taken: boolean
  readonly issues: readonly FieldIssue[]
  readonly attributes: ListingAttributes
}

/** Asks Amazon whether it would take the tab, by its validation preview; nothing changes (T1). */
export async function previewTab(deps: Deps, merchant: MerchantId, wish: TabWish): Promise<Result<TabVerdict>> {
  const ready = await prepare(deps, merchant, wish)
  if (!ready.ok) return ready
  const { connection, listing, listed, definition } = ready.value
  const answer = await deps.amazon.previewListing(connection, listing, listed)
  if (answer.ok === 'wait') return failed('throttled', { operation: 'putListingsItem' })
  if (!answer.ok) return answer
  return ok(verdict(ready.value, answer.value.taken, issuesByField(definition, answer.value.issues)))
}

/**
 * Creates the listing of a tab at Amazon, when a person has confirmed it (T1). Only a SKU that Amazon does not list: a PUT replaces
 * everything. It begins with a stock of zero; price and stock go in only where their sending is on (I14).
 */
export async function submitTab(
  deps: Deps,
  merchant: MerchantId,
  { confirmed, who, ...wish }: TabWish & { readonly confirmed: boolean; readonly who: string },
): Promise<Result<TabVerdict>> {
  const ready = await prepare(deps, merchant, wish)
  if (!ready.ok) return ready
  const { connection, listing, listed, definition, tab } = ready.value
  const facts = { sku: listing.sellerSku, marketplace: listing.marketplaceId }
  if (listed) return failed('sku-listed-already', facts)
  const faults = faultsOf(deps, definition, tab.attributes)
  if (!faults.ok) return faults
  const [first] = faults.value
  if (first) {
    const { sentence } = tell(first.problem)
    return failed('tab-has-faults', { item: tab.itemId, count: faults.value.length, first: sentence })
  }
  if (!confirmed) return failed('submit-not-confirmed', facts)
  const answer = await deps.amazon.putListing(connection, listing)
  if (answer.ok === 'wait') return failed('throttled', { operation: 'putListingsItem' })
  if (!answer.ok) return answer
  const { taken, issues } = answer.value
  const submission = { at: deps.now(), by: who, connection: connection.id, sellerSku: listing.sellerSku, taken, issues }
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.keepTabSubmission({ ...wish, submission })
    const places = [{ sellerSku: listing.sellerSku, marketplaceId: listing.marketplaceId }]
    if (taken) await tx.store.readSoon({ connection: connection.id, places, at: deps.now() + READ_AFTER })
  })
  return ok(verdict(ready.value, taken, issuesByField(definition, issues)))
}

type Ready = {
  readonly connection: Connection
  readonly tab: AmazonTab
  readonly definition: Definition
  readonly listed: boolean
  readonly listing: Parameters<Deps['amazon']['putListing']>[1]
}

const verdict = (
  { connection, listing, listed }: Ready,
  taken: boolean,
  issues: readonly FieldIssue[],
): TabVerdict => ({
  sellerSku: listing.sellerSku,
  connection: connection.id,
  listed,
  taken,
  issues,
  attributes: listing.attributes,
})

async function prepare(deps: Deps, merchant: MerchantId, wish: TabWish): Promise<Result<Ready>> {
  const { itemId, marketplaceId } = wish
  const seller = await sellerIn(deps, merchant, wish)
  if (!seller.ok) return seller
  const connection = seller.value
  const found = await deps.transaction(merchant, 'app', async (tx) => {
    const tab = await tx.store.findTab(wish)
    return { tab, sku: chooseSku(await tx.store.skusForItem(itemId), wish) }
  })
  const { tab, sku } = found
  if (!tab) return failed('tab-missing', { item: itemId, marketplace: marketplaceId })
  if (!sku.ok) return sku
  const { productType, requirements, attributes } = tab
  const key = { marketplaceId, productType, requirements, locale: 'DEFAULT' }
  const { definition, problem } = await definitionOf(deps, merchant, key)
  if (problem) return { ok: false, problem }
  if (!definition) return failed('product-type-unknown', { type: productType, marketplace: marketplaceId })
  const read = await deps.amazon.readListing(connection, { marketplaceId, sellerSku: sku.value })
  if (read.ok === 'wait') return failed('throttled', { operation: 'getListingsItem' })
  if (!read.ok) return read
  const listed = read.value.length > 0
  // Of a listing that is there, price and stock have their own way up, with its guards.
  const ours = listed
    ? ok({})
    : await deps.transaction(merchant, 'app', (tx) => sayOurs(deps, tx, { connection, marketplaceId, sku: sku.value }))
  if (!ours.ok) return ours
  const whole = { ...attributes, ...ours.value }
  const listing = { sellerSku: sku.value, marketplaceId, productType, requirements, attributes: whole }
  return ok({ connection, tab, definition, listed, listing })
}

function chooseSku(skus: readonly SellerSku[], { itemId, sellerSku }: TabWish): Result<SellerSku> {
  if (sellerSku !== undefined)
    return skus.includes(sellerSku)
      ? ok(sellerSku)
      : failed('not-valid', { field: 'sellerSku', why: `[${sellerSku}] is not a seller SKU of the item [${itemId}]` })
  const mapped = skus.filter((sku) => String(sku) !== String(itemId))
  const [only, second] = mapped.length > 0 ? mapped : skus
  if (only === undefined) return failed('not-found', { what: `item [${itemId}]` })
  return second === undefined ? ok(only) : failed('sku-to-be-named', { item: itemId, skus: mapped.join(', ') })
}

type NewSku = { readonly connection: Connection; readonly marketplaceId: string; readonly sku: SellerSku }

/** What Millrace says itself of a new listing: a stock of zero, and the item's price with its guards (I4, I9, I14). */
async function sayOurs(
  deps: Deps,
  tx: Tx,
  { connection, marketplaceId, sku }: NewSku,
): Promise<Result<ListingAttributes>> {
  const switches = await tx.store.readSwitches(connection.id)
  const { includePrice } = await tx.store.readInventorySettings()
  const none = { quantity: 0, leadDays: null, restockOn: null } as const
  const stock = deps.amazon.stockPatch({ value: none, before: null, liveLeadDays: null })
  const ours: ListingAttributes = switches?.stock ? { fulfillment_availability: stock.value } : {}
  const place = connection.marketplaces.find(({ id }) => id === marketplaceId)
  if (!switches?.price || !includePrice || !place) return ok(ours)
  const { currency } = await tx.store.merchantFacts()
  const { skus } = await tx.store.skuPictures({ connection: connection.id, skus: [sku], places: [place], currency })
  const terms = skus[0]?.terms.get(marketplaceId)
  if (!terms) return ok(ours)
  const desired = desiredOffer(newListing(sku, marketplaceId), terms, { marketplace: place, lastSent: null })
  if ('silent' in desired) return ok(ours)
  const [held] = desired.held
  if (held) return { ok: false, problem: held }
  if (desired.say === null) return ok(ours)
  const offer = deps.amazon.offerPatch([{ marketplaceId, value: desired.say, kept: null }])
  return ok({ ...ours, purchasable_offer: offer.value })
}

const newListing = (sellerSku: SellerSku, marketplaceId: string): Listing => ({
  sellerSku,
  marketplaceId,
  itemId: null,
  productType: null,
  channel: MERCHANT_CHANNEL,
  active: true,
  quantity: null,
  leadDays: null,
  price: null,
  currency: null,
  offerRead: true,
  pricingRule: false,
  automatedHandling: false,
})

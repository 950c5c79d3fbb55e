import type { SimulatorOptions } from '../../src/simulator/server.ts'
import { feedDesk } from './feed-desk.ts'
import { type Answer, MINUTE, SELLER, US } from './seller-central.ts'

export const CANADA = 'A2EUQ1WTGCTBG2'
export const GERMANY = 'A1PA6795UKMFR9'
export const ITEMS = `/listings/2021-08-01/items/${SELLER}`
export const TYPES = '/definitions/2020-09-01/productTypes'
export const LISTINGS_FEED = 'JSON_LISTINGS_FEED'
const JSON_TEXT = 'application/json; charset=UTF-8'
const EVERY_DATASET = 'summaries,attributes,issues,offers,fulfillmentAvailability,relationships,productTypes'

type Fields = Record<string, unknown>
type Query = Record<string, string>

/** One patch of an attribute. */
export const patchOf = (op: string, attribute: string, ...value: Fields[]) => ({
  op,
  path: `/attributes/${attribute}`,
  ...(value.length > 0 ? { value } : {}),
})
export const stock = (op: string, entry: Fields) =>
  patchOf(op, 'fulfillment_availability', { fulfillment_channel_code: 'DEFAULT', ...entry })
export const price = (amount: number) => [{ schedule: [{ value_with_tax: amount }] }]
/** The price of a listing, whole. */
export const offer = (amount: number, more: Fields = {}) =>
  patchOf('replace', 'purchasable_offer', {
    marketplace_id: US,
    currency: 'USD',
    audience: 'ALL',
    our_price: price(amount),
    ...more,
  })
/** A message of a feed that sets a quantity. */
export const quantityMessage = (messageId: number, sku: string, quantity: number) => ({
  messageId,
  sku,
  operationType: 'PATCH',
  productType: 'PRODUCT',
  patches: [stock('merge', { quantity })],
})

/** Everything that a new kitchen product must tell, in the United States. */
export function newProduct(more: Fields = {}): Fields {
  const said = (value: string) => [{ value, language_tag: 'en_US', marketplace_id: US }]
  const one = (value: unknown) => [{ value, marketplace_id: US }]
  return {
    item_name: said('Harbor Goods Invented Bowl'),
    brand: said('Harbor Goods'),
    bullet_point: said('Holds soup'),
    product_description: said('A bowl that was invented.'),
    item_type_keyword: one('bowls'),
    country_of_origin: one('US'),
    supplier_declared_dg_hz_regulation: one('not_applicable'),
    number_of_pieces: one(1),
    condition_type: one('new_new'),
    merchant_suggested_asin: one('B0INVENT01'),
    fulfillment_availability: [{ fulfillment_channel_code: 'DEFAULT', quantity: 7 }],
    purchasable_offer: [{ marketplace_id: US, currency: 'USD', audience: 'ALL', our_price: price(15) }],
    ...more,
  }
}

/** A seller central with the calls that listings need, quotas out of the way. */
export async function listingsDesk(options: SimulatorOptions = {}) {
  const desk = await feedDesk(options)
  for (const operation of ['patchListingsItem', 'putListingsItem', 'getListingsItem', 'searchListingsItems'])
    desk.control.setQuota(operation, { rate: 100, burst: 1000 })
  const path = (sku: string, query: Query = {}) =>
    `${ITEMS}/${encodeURIComponent(sku)}?${new URLSearchParams({ marketplaceIds: US, ...query })}`

  const read = (sku: string, query: Query = {}): Promise<Answer> =>
    desk.call('GET', path(sku, { includedData: EVERY_DATASET, ...query }))
  const patch = (sku: string, patches: object | object[], query: Query = {}): Promise<Answer> =>
    desk.call('PATCH', path(sku, query), { body: { productType: 'PRODUCT', patches: [patches].flat() } })
  const put = (sku: string, body: Fields, query: Query = {}): Promise<Answer> =>
    desk.call('PUT', path(sku, query), { body: { productType: 'KITCHEN', ...body } })
  const remove = (sku: string): Promise<Answer> => desk.call('DELETE', path(sku))
  const search = (query: Query = {}): Promise<Answer> =>
    desk.call('GET', `${ITEMS}?${new URLSearchParams({ marketplaceIds: US, ...query })}`)
  /** Uploads a document of listings and gives it in; answers createFeed's answer. */
  const giveListings = async (document: unknown, more: Fields = {}): Promise<Answer> => {
    const text = typeof document === 'string' ? document : JSON.stringify(document)
    return desk.create(await desk.upload(text, JSON_TEXT), LISTINGS_FEED, more)
  }
  /** Gives in messages, waits the feed out, and answers it with its processing report. */
  const runListings = async (messages: unknown[], header: Fields = {}) => {
    const document = { header: { sellerId: SELLER, version: '2.0', ...header }, messages }
    return finished((await giveListings(document)).body.feedId)
  }
  const finished = async (feedId: string) => {
    desk.control.advance(2 * MINUTE)
    const feed = await desk.feed(feedId)
    const { resultFeedDocumentId } = feed
    const text = resultFeedDocumentId ? await desk.download(await desk.document(resultFeedDocumentId)) : undefined
    return { feed, report: text === undefined ? undefined : JSON.parse(text) }
  }
  /** Waits until what was accepted is live. */
  const settle = () => desk.control.advance(3 * MINUTE)
  const live = (sku: string) => desk.control.listing(sku)?.live
  return { ...desk, path, read, patch, put, remove, find: search, giveListings, runListings, finished, settle, live }
}

import { US } from '../../src/simulator/order-draft.ts'
import { MINUTE, makeSeller } from './seller.ts'
import type { Seller } from './seller-views.ts'

/** Listed SKUs: how many, what they are called, what lies on the shelf and what Amazon shows. */
export type ListedOptions = {
  readonly skus: readonly string[]
  readonly onHand?: number
  readonly atAmazon?: number
  /** Prices in cents: ours, and Amazon's; without ours none is sent. */
  readonly price?: number
  readonly priceAtAmazon?: number
  /** SKUs that we take for listed, and Amazon does not know. */
  readonly gone?: readonly string[]
  /** Where the seller sells; Amazon.com when none is named. Our listings are those of Amazon.com. */
  readonly marketplaces?: readonly string[]
}

/** So many SKUs, named with a prefix. */
export const skusNamed = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}${String(n).padStart(5, '0')}`)

/** A seller with listed and linked SKUs, each an item of its own, sending switched on and the first cycle due. Nothing else runs. */
export async function makeListed(options: ListedOptions) {
  const { skus, onHand = 7, atAmazon = 1, price, priceAtAmazon = 1000, gone = [] } = options
  const seller = await makeSeller({
    started: false,
    ...(options.marketplaces ? { marketplaces: options.marketplaces } : {}),
  })
  const known = skus.filter((sku) => !gone.includes(sku))
  seller.control.putListings(
    known.map((sku) => ({
      ...(options.marketplaces ? { marketplaceIds: options.marketplaces } : {}),
      sku,
      quantity: atAmazon,
      price: priceAtAmazon / 100,
    })),
  )
  const of = [seller.merchant, seller.connection]
  const owner = seller.database.ownerPool()
  await owner.query(
    `insert into millrace.items (merchant_id, item_id, description, price, grams, tracks_stock) select $1, sku, sku, $3, 100, true from unnest($2::text[]) as s (sku)`,
    [seller.merchant, skus, price ?? null],
  )
  await owner.query(
    `insert into millrace.stock (merchant_id, item_id, center_code, on_hand, allocated) select $1, sku, 'PORTLAND', $3, 0 from unnest($2::text[]) as s (sku)`,
    [seller.merchant, skus, onHand],
  )
  await owner.query(
    `insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency, read_at)
     select $1, $2, sku, $4, sku, 'PRODUCT', 'DEFAULT', $5, $6, 'USD', to_timestamp(0) from unnest($3::text[]) as s (sku)`,
    [...of, skus, US, atAmazon, priceAtAmazon],
  )
  if (price !== undefined)
    await owner.query(
      `insert into millrace.settings (merchant_id, section, value, updated_at) values ($1, 'inventory', '{"includePrice": true}', to_timestamp($2::float8 / 1000))`,
      [seller.merchant, seller.control.now()],
    )
  await owner.query(
    'update millrace.connections set sending_stock = true, sending_price = $3 where merchant_id = $1 and connection_id = $2',
    [...of, price !== undefined],
  )
  await owner.query(
    `insert into deployment.due (merchant_id, kind, subject, at) values ($1, 'listings', $2, to_timestamp(0))`,
    of,
  )
  return seller
}

/** Puts another number on the shelf, as a person does, and touches the items. */
export async function shelve(seller: Seller, skus: readonly string[], onHand: number): Promise<void> {
  await seller.database
    .ownerPool()
    .query('update millrace.stock set on_hand = $3 where merchant_id = $1 and item_id = any($2)', [
      seller.merchant,
      skus,
      onHand,
    ])
  await touch(seller, skus)
}

/** Gives items another price, in cents. */
export async function reprice(seller: Seller, skus: readonly string[], price: number): Promise<void> {
  await seller.database
    .ownerPool()
    .query('update millrace.items set price = $3 where merchant_id = $1 and item_id = any($2)', [
      seller.merchant,
      skus,
      price,
    ])
  await touch(seller, skus)
}

async function touch(seller: Seller, skus: readonly string[]): Promise<void> {
  const owner = seller.database.ownerPool()
  await owner.query(
    `insert into millrace.touched_items as t (merchant_id, item_id, by_orders) select $1, sku, false from unnest($2::text[]) as s (sku)
     on conflict (merchant_id, item_id) do update set seq = t.seq + 1`,
    [seller.merchant, skus],
  )
  await owner.query(
    `insert into deployment.due (merchant_id, kind, subject, at) values ($1, 'touched-items', '', to_timestamp($2::float8 / 1000))
     on conflict (merchant_id, kind, subject) do update set at = least(deployment.due.at, excluded.at)`,
    [seller.merchant, seller.control.now() + 5000],
  )
}

/** Lets time pass in steps of a second. */
export async function passSeconds(seller: Seller, seconds: number): Promise<void> {
  for (let gone = 0; gone < seconds; gone++) {
    seller.control.advance(1000)
    await seller.run()
  }
}

/** Lets so many minutes pass, five at a time: enough for feeds and what is read back. */
export async function passFives(seller: Seller, minutes: number): Promise<void> {
  for (let gone = 0; gone < minutes; gone += 5) {
    seller.control.advance(5 * MINUTE)
    await seller.run()
  }
}

/** What buyers meet of a SKU now: its quantity and its price. */
export function shown(seller: Seller, sku: string): readonly [quantity: number | undefined, price: number | undefined] {
  const live = seller.control.listing(sku)?.live
  return [live?.stock.find(({ channel }) => channel === 'DEFAULT')?.quantity, live?.offers[0]?.amount]
}

/** How many fields are in each state. */
export const fieldStates = async (seller: Seller): Promise<Record<string, number>> =>
  Object.fromEntries(await seller.store((s) => s.countFields(seller.connection)))

/** The document of a listings feed. */
export const feedOf = (seller: Seller, index = 0) =>
  JSON.parse(seller.control.feeds()[index]?.text ?? 'null') as {
    messages: { messageId: number; sku: string; patches: { path: string; value: unknown }[] }[]
  }

/** A field of a SKU as it is stored. */
export const fieldOf = async (seller: Seller, sku: string, field = 'stock') => {
  const { rows } = await seller.database
    .ownerPool()
    .query('select * from millrace.sku_fields where seller_sku = $1 and field = $2', [sku, field])
  return rows[0] as Record<string, unknown>
}

/** What happened to a SKU, in order. */
export const historyOf = async (seller: Seller, sku: string) =>
  (
    await seller.database
      .ownerPool()
      .query('select what from millrace.sku_history where seller_sku = $1 order by event_id', [sku])
  ).rows.map(({ what }) => what as string)

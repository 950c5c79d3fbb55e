import type { ConnectionId, MethodId } from '#core/ids.ts'
import { saveMethods, saveShippingSettings } from '#flows/configure.ts'
import type { Deps } from '#flows/deps.ts'
import { MERCHANT, METHODS, SELLER, SHIPPING } from '#main/demo/sample-merchant.ts'
import { seedSampleMerchant } from '#main/demo/seed.ts'
import type { Pool } from '#store/db.ts'
import type { Control } from '../../../src/simulator/control.ts'
import { ABROAD, IN } from '../abroad.ts'
import { skusNamed } from '../listed.ts'
import type { Ledger } from './ledger.ts'

/** Where the merchant sells; orders come from all of them. */
export const PLACES = [IN.US, IN.CA, IN.MX]
export const CONNECTION = `${SELLER.region}-${SELLER.sellingPartnerId}` as ConnectionId
const ON_HAND = 400
const CENTS = 1500
const LATE = 4

type Ground = { readonly control: Control; readonly deps: Deps; readonly owner: Pool; readonly ledger: Ledger }

/** The sample merchant with so many SKUs more, listed with wrong numbers at Amazon, sold in three countries, sending switched on. */
export async function seedBusyMerchant(
  { control, deps, owner, ledger }: Ground,
  { skus, notBefore }: { readonly skus: number; readonly notBefore: string },
): Promise<readonly string[]> {
  control.putSeller({ sellerId: SELLER.sellingPartnerId, marketplaces: PLACES.map((id) => ({ id })) })
  const names = skusNamed('BUSY-', skus)
  control.putListings(names.map((sku) => ({ sku, marketplaceIds: PLACES, quantity: 3, price: CENTS / 100 })))
  await seedSampleMerchant(deps, notBefore)
  await saveMethods(deps, MERCHANT.id, { methods: [...METHODS, ...ABROAD] })
  const [sea] = ABROAD
  const rows = sea ? [{ methodId: sea.id as MethodId, valid: true, priority: null }] : []
  const { standard } = SHIPPING.levels
  await saveShippingSettings(deps, MERCHANT.id, {
    ...SHIPPING,
    levels: { ...SHIPPING.levels, standard: [...standard, ...rows] },
  })
  await enterItems(owner, names)
  await switchOn(owner)
  for (const name of names) {
    ledger.received.set(name, ON_HAND)
    ledger.prices.set(name, CENTS)
  }
  for (const sku of skusNamed('LATE-', LATE)) ledger.unknown.add(sku)
  return names
}

/** As many as a workbook would bring, and linked as a matching would link them. */
async function enterItems(owner: Pool, names: readonly string[]): Promise<void> {
  const of = [MERCHANT.id, names]
  await owner.query(
    `insert into millrace.items (merchant_id, item_id, description, price, grams, tracks_stock) select $1, sku, 'Busy ' || sku, ${CENTS}, 100, true from unnest($2::text[]) as s (sku)`,
    of,
  )
  await owner.query(
    `insert into millrace.stock (merchant_id, item_id, center_code, on_hand, allocated) select $1, sku, 'PORTLAND', ${ON_HAND}, 0 from unnest($2::text[]) as s (sku)`,
    of,
  )
  await owner.query(
    `insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency, read_at)
     select $1, $3, sku, $4, sku, 'PRODUCT', 'DEFAULT', 3, ${CENTS}, 'USD', to_timestamp(0) from unnest($2::text[]) as s (sku)`,
    [...of, CONNECTION, IN.US],
  )
}

async function switchOn(owner: Pool): Promise<void> {
  await owner.query(
    `insert into millrace.settings (merchant_id, section, value, updated_at) values ($1, 'inventory', '{"includePrice": true}', to_timestamp(0));`,
    [MERCHANT.id],
  )
  await owner.query(
    'update millrace.connections set sending_stock = true, sending_price = true where merchant_id = $1',
    [MERCHANT.id],
  )
  await owner.query(
    `insert into deployment.due (merchant_id, kind, subject, at) values ($1, 'listings', $2, to_timestamp(0)) on conflict (merchant_id, kind, subject) do update set at = excluded.at`,
    [MERCHANT.id, CONNECTION],
  )
}

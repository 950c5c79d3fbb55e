import type { MerchantId } from '#core/ids.ts'
import type { MerchantFacts } from '#core/orders/import-context.ts'
import { type EmailSettings, NO_EMAILS } from '#core/settings/email-settings.ts'
import type { InventorySettings } from '#core/settings/inventory-settings.ts'
import { DEFAULT_SETTINGS, type OrderSettings, type Settings, type ShippingSettings } from '#core/settings/settings.ts'
import type { Tx } from './db.ts'

/** The merchant's settings; a section or an option never saved has its default. */
export async function readSettings(tx: Tx, merchant: MerchantId): Promise<Settings> {
  const rows = await tx.query<{ section: string; value: object }>(
    'select section, value from millrace.settings where merchant_id = $1',
    [merchant],
  )
  const saved = new Map(rows.map((row) => [row.section, row.value]))
  return {
    orders: { ...DEFAULT_SETTINGS.orders, ...saved.get('orders') },
    shipping: { ...DEFAULT_SETTINGS.shipping, ...saved.get('shipping') },
  }
}

/** Saves the Orders section as it is given. */
export const writeOrderSettings = (tx: Tx, merchant: MerchantId, saved: { value: OrderSettings; at: number }) =>
  writeSection(tx, merchant, { section: 'orders', ...saved })

/** The Emails section; off while it was never saved (O8). */
export async function readEmailSettings(tx: Tx, merchant: MerchantId): Promise<EmailSettings> {
  const [row] = await tx.query<{ value: Partial<EmailSettings> }>(
    "select value from millrace.settings where merchant_id = $1 and section = 'emails'",
    [merchant],
  )
  return { ...NO_EMAILS, ...row?.value }
}

/** Saves the Emails section as it is given (O8). */
export const writeEmailSettings = (tx: Tx, merchant: MerchantId, saved: { value: EmailSettings; at: number }) =>
  writeSection(tx, merchant, { section: 'emails', ...saved })

/** Saves the Shipping section as it is given (O9). */
export const writeShippingSettings = (tx: Tx, merchant: MerchantId, saved: { value: ShippingSettings; at: number }) =>
  writeSection(tx, merchant, { section: 'shipping', ...saved })

/** Saves the Inventory section as it is given (I1, I3-I6). */
export const writeInventorySettings = (tx: Tx, merchant: MerchantId, saved: { value: InventorySettings; at: number }) =>
  writeSection(tx, merchant, { section: 'inventory', ...saved })

async function writeSection(
  tx: Tx,
  merchant: MerchantId,
  { section, value, at }: { section: keyof Settings | 'emails' | 'inventory'; value: object; at: number },
): Promise<void> {
  await tx.query(
    `insert into millrace.settings (merchant_id, section, value, updated_at)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000))
     on conflict (merchant_id, section) do update set value = excluded.value, updated_at = excluded.updated_at`,
    [merchant, section, JSON.stringify(value), at],
  )
}

/**
 * Locks the merchant's configuration until the transaction ends and gives its version. Imports and changes of the
 * configuration both begin with it, in a statement of its own, so that what is read afterwards is at least that new. So one
 * import at a time decides on a merchant's stock, and a change waits until a running import has committed: its wake then
 * finds every document that was held under the older version (E4).
 */
export async function lockConfiguration(tx: Tx, merchant: MerchantId): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select version from millrace.configuration where merchant_id = $1 for no key update',
    [merchant],
  )
  if (!row) throw new Error(`The merchant ${merchant} does not exist.`)
  return row.version
}

/** The version of the merchant's configuration, as it stands now. */
export async function readVersion(tx: Tx, merchant: MerchantId): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select version from millrace.configuration where merchant_id = $1',
    [merchant],
  )
  return row?.version ?? 0
}

/** The merchant's time zone, currency and country. */
export async function merchantFacts(tx: Tx, merchant: MerchantId): Promise<MerchantFacts> {
  const [row] = await tx.query<MerchantFacts>(
    `select time_zone as "timeZone", currency, coalesce(ship_from->>'country', 'US') as country
     from deployment.merchants where merchant_id = $1`,
    [merchant],
  )
  if (!row) throw new Error(`The merchant ${merchant} does not exist.`)
  return row
}

/** Marks that items, mappings, methods, centers or settings changed, so that held documents are tried again (E4). */
export async function bumpConfiguration(tx: Tx, merchant: MerchantId): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'update millrace.configuration set version = version + 1 where merchant_id = $1 returning version',
    [merchant],
  )
  if (!row) throw new Error('The configuration has no version.')
  return row.version
}

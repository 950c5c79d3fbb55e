import type { MerchantId, MethodId } from '#core/ids.ts'
import type { ShippingMethod } from '#core/shipping/shipping-method.ts'
import type { Tx } from './db.ts'

const COLUMNS = `method_id as id, name, carrier, zones, max_grams as "maxGrams", max_value as "maxValue", max_packages as "maxPackages",
  package_grams as "packageGrams", po_box as "poBox", military, excluded_items as "excludedItems", only_items as "onlyItems", enabled`

/** Every shipping method of the merchant, in the order of their ids (O9). */
export async function listMethods(tx: Tx, merchant: MerchantId): Promise<ShippingMethod[]> {
  return tx.query(
    `select ${COLUMNS}
     from millrace.shipping_methods where merchant_id = $1 order by method_id`,
    [merchant],
  )
}

/** Creates methods, and replaces those whose id is there already (O9). */
export async function upsertMethods(tx: Tx, merchant: MerchantId, methods: readonly ShippingMethod[]): Promise<void> {
  await tx.query(
    `insert into millrace.shipping_methods (merchant_id, method_id, name, carrier, zones, max_grams, max_value, max_packages,
       package_grams, po_box, military, excluded_items, only_items, enabled)
     select $1, id, name, carrier, zones, "maxGrams", "maxValue", "maxPackages", "packageGrams", "poBox", military,
       "excludedItems", "onlyItems", enabled
     from jsonb_to_recordset($2::jsonb) as m(id text, name text, carrier text, zones jsonb, "maxGrams" integer, "maxValue" bigint,
       "maxPackages" integer, "packageGrams" integer, "poBox" boolean, military boolean, "excludedItems" text[],
       "onlyItems" text[], enabled boolean)
     order by id
     on conflict (merchant_id, method_id) do update set name = excluded.name, carrier = excluded.carrier, zones = excluded.zones,
       max_grams = excluded.max_grams, max_value = excluded.max_value, max_packages = excluded.max_packages,
       package_grams = excluded.package_grams, po_box = excluded.po_box, military = excluded.military,
       excluded_items = excluded.excluded_items, only_items = excluded.only_items, enabled = excluded.enabled`,
    [merchant, JSON.stringify(methods)],
  )
}

/** Removes every method that is not among these. */
export async function deleteOtherMethods(tx: Tx, merchant: MerchantId, kept: readonly MethodId[]): Promise<void> {
  await tx.query('delete from millrace.shipping_methods where merchant_id = $1 and method_id <> all($2::text[])', [
    merchant,
    kept,
  ])
}

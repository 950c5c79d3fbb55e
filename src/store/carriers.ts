import type { MerchantId } from '#core/ids.ts'
import { carrierKey, type MerchantCarrier } from '#core/shipments/carrier-codes.ts'
import type { Tx } from './db.ts'

/** What the merchant's carriers are at Amazon, in the order of their names (S3). */
export const listCarriers = (tx: Tx, merchant: MerchantId): Promise<MerchantCarrier[]> =>
  tx.query(
    `select carrier, amazon_code as "amazonCode", amazon_name as "amazonName" from millrace.carriers
     where merchant_id = $1 order by carrier_key collate "C"`,
    [merchant],
  )

/** Makes this the list of the merchant's carriers (S3). */
export async function replaceCarriers(
  tx: Tx,
  merchant: MerchantId,
  carriers: readonly MerchantCarrier[],
): Promise<void> {
  const rows = carriers.map((each) => ({ ...each, key: carrierKey(each.carrier) }))
  await tx.query('delete from millrace.carriers where merchant_id = $1', [merchant])
  await tx.query(
    `insert into millrace.carriers (merchant_id, carrier_key, carrier, amazon_code, amazon_name)
     select $1, c.key, c.carrier, c."amazonCode", c."amazonName"
     from json_to_recordset($2::json) as c (key text, carrier text, "amazonCode" text, "amazonName" text)`,
    [merchant, JSON.stringify(rows)],
  )
}

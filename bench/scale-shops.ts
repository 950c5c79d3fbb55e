// What ten thousand shops need so that their orders are placed: an item, a center with stock, a shipping method for every level.
import { checkMethods } from '#core/shipping/check-methods.ts'
import { METHODS } from '#main/demo/sample-merchant.ts'
import type { Pool } from '#store/db.ts'
import type { Due } from './scale-database.ts'

/** The one item that these shops sell; its number is the seller SKU. */
export const SOLD = 'MUG-SCALE'
const GROUND = 'UPS-GROUND'

const MERCHANTS = 'unnest($1::text[]) as m (merchant)'
const STATEMENTS = [
  `insert into millrace.items (merchant_id, item_id, description, grams, tracks_stock) select m.merchant, '${SOLD}', 'A mug', 300, true from ${MERCHANTS}`,
  `insert into millrace.distribution_centers (merchant_id, center_code, name, position, is_default) select m.merchant, 'MAIN', 'Main', 0, true from ${MERCHANTS}`,
  `insert into millrace.stock (merchant_id, item_id, center_code, on_hand) select m.merchant, '${SOLD}', 'MAIN', 100000 from ${MERCHANTS}`,
]

/** Furnishes the shops, as the owner of the tables. */
export async function addShops(owner: Pool, due: readonly Due[], now: number): Promise<void> {
  const merchants = due.map(({ merchant }) => merchant)
  for (const statement of STATEMENTS) await owner.query(statement, [merchants])
  const entered = METHODS.filter(({ id }) => id === GROUND).map((method) => ({
    ...method,
    poBox: true,
    military: true,
  }))
  const checked = checkMethods(entered, { currency: 'USD', used: new Set(), items: new Set() })
  if (!checked.ok) throw new Error('The shipping method is refused.')
  const [method] = checked.value
  await owner.query(
    `insert into millrace.shipping_methods (merchant_id, method_id, name, carrier, zones, po_box, military, enabled)
     select m.merchant, $2, $3, $4, $5::jsonb, true, true, true from ${MERCHANTS}`,
    [merchants, GROUND, method?.name, method?.carrier, JSON.stringify(method?.zones)],
  )
  const row = [{ methodId: GROUND, valid: true, priority: null }]
  const levels = { standard: row, expedited: row, 'two-day': row, 'one-day': row }
  await owner.query(
    `insert into millrace.settings (merchant_id, section, value, updated_at) select m.merchant, 'shipping', $2::jsonb, to_timestamp($3::float8 / 1000) from ${MERCHANTS}`,
    [merchants, JSON.stringify({ levels }), now],
  )
  await owner.query('analyze')
}

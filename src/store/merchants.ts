import type { MerchantId } from '#core/ids.ts'
import type { Pool, Tx } from './db.ts'
import { isUniqueViolation, withMerchant, withoutMerchant } from './db.ts'

/** Where a merchant ships from. It is the merchant's own address, not a buyer's. */
export type ShipFrom = {
  readonly name: string
  readonly line1: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly country: string
}

/** A merchant of the deployment (M1). */
export type Merchant = {
  readonly id: MerchantId
  readonly name: string
  /** The e-mail address of the one owner (M3). */
  readonly owner: string
  readonly timeZone: string
  readonly currency: string
  readonly weightUnit: 'g' | 'kg' | 'oz' | 'lb'
  readonly shipFrom: ShipFrom
  readonly createdAt: number
  readonly suspendedAt: number | null
}

/** The columns of a merchant. */
export const MERCHANT_COLUMNS = `merchant_id as id, name, owner, time_zone as "timeZone", currency, weight_unit as "weightUnit", ship_from as "shipFrom", created_at as "createdAt", suspended_at as "suspendedAt"`

/** Creates a merchant with an empty configuration; false when the Merchant ID is taken (M1, M2). `note` runs last, in the same transaction. */
export async function addMerchant(
  pool: Pool,
  merchant: Omit<Merchant, 'suspendedAt'>,
  note: (tx: Tx) => Promise<void> = async () => {},
): Promise<boolean> {
  try {
    await withMerchant(pool, merchant.id, async (tx) => {
      await tx.query(
        `insert into deployment.merchants (merchant_id, name, owner, time_zone, currency, weight_unit, ship_from, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))`,
        [
          merchant.id,
          merchant.name,
          merchant.owner,
          merchant.timeZone,
          merchant.currency,
          merchant.weightUnit,
          JSON.stringify(merchant.shipFrom),
          merchant.createdAt,
        ],
      )
      await tx.query('insert into millrace.configuration (merchant_id) values ($1)', [merchant.id])
      await note(tx)
    })
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** All merchants, by Merchant ID. */
export const listMerchants = (pool: Pool): Promise<Merchant[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<Merchant>(`select ${MERCHANT_COLUMNS} from deployment.merchants order by merchant_id`),
  )

/** One merchant, or null. */
export const findMerchant = (pool: Pool, id: string): Promise<Merchant | null> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query<Merchant>(`select ${MERCHANT_COLUMNS} from deployment.merchants where merchant_id = $1`, [id])
      )[0] ?? null,
  )

/** Suspends a merchant (all its work and keys stop) or lets it go on (M2). Says whether there is such a merchant. */
export const suspendMerchant = (pool: Pool, change: { id: MerchantId; at: number | null }): Promise<boolean> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query(
          'update deployment.merchants set suspended_at = to_timestamp($2::float8 / 1000) where merchant_id = $1 returning 1',
          [change.id, change.at],
        )
      ).length === 1,
  )

/** The same in an open transaction of that merchant. */
export const markSuspended = (tx: Tx, merchant: MerchantId, at: number | null) =>
  tx.query('update deployment.merchants set suspended_at = to_timestamp($2::float8 / 1000) where merchant_id = $1', [
    merchant,
    at,
  ])

/** Removes a merchant with everything that is its own, buyer data included, at once and for ever (M2). */
export const eraseMerchant = (tx: Tx, merchant: MerchantId) =>
  tx.query('delete from deployment.merchants where merchant_id = $1', [merchant])

/** Claims a selling partner for a merchant; false when another merchant of the deployment holds it (C3). */
export async function claimSellingPartner(
  tx: Tx,
  merchant: MerchantId,
  partner: { region: string; sellingPartnerId: string },
): Promise<boolean> {
  const [row] = await tx.query<{ merchant_id: string }>(
    `insert into deployment.selling_partners as s (region, selling_partner_id, merchant_id) values ($1, $2, $3)
     on conflict (region, selling_partner_id) do update set merchant_id = s.merchant_id returning merchant_id`,
    [partner.region, partner.sellingPartnerId, merchant],
  )
  return row?.merchant_id === merchant
}

/** Lets go of a selling partner: another merchant may connect it from now on (C3, C6). */
export const releaseSellingPartner = (
  tx: Tx,
  merchant: MerchantId,
  partner: { region: string; sellingPartnerId: string },
) =>
  tx.query(
    'delete from deployment.selling_partners where region = $1 and selling_partner_id = $2 and merchant_id = $3',
    [partner.region, partner.sellingPartnerId, merchant],
  )

/** The mode written into the database, or null in a new one (M5). */
export const readMode = (pool: Pool): Promise<'demo' | 'real' | null> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (await tx.query<{ mode: 'demo' | 'real' }>('select mode from deployment.installation'))[0]?.mode ?? null,
  )

/** Writes the mode once; it never changes afterwards (M5). */
export const writeMode = (pool: Pool, mode: 'demo' | 'real', at: number) =>
  withoutMerchant(pool, (tx) =>
    tx.query(
      'insert into deployment.installation (mode, created_at) values ($1, to_timestamp($2::float8 / 1000)) on conflict do nothing',
      [mode, at],
    ),
  )

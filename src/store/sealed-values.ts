import type { MerchantId } from '#core/ids.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'

/** A column whose values are sealed by the deployment's key, and what each is bound to. */
export type SealedPlace = {
  readonly name: string
  readonly table: string
  readonly column: string
  /** What names a row: texts, in the order of the context. */
  readonly keys: readonly string[]
  context(keys: readonly string[]): string
}

/** Sealed values of one merchant. */
export const PLACES_OF_MERCHANT: readonly SealedPlace[] = [
  {
    name: 'refresh tokens',
    table: 'millrace.connections',
    column: 'sealed_token',
    keys: ['merchant_id', 'connection_id'],
    context: ([merchant, connection]) => `refresh token ${merchant} ${connection}`,
  },
  ...(['secret', 'old_secret'] as const).map((column) => ({
    name: 'secrets of webhooks',
    table: 'millrace.webhooks',
    column,
    keys: ['merchant_id', 'webhook_id'],
    context: ([merchant, webhook]: readonly string[]) => `webhook ${merchant} ${webhook}`,
  })),
]

/** Sealed values of the deployment. A test asserts that nothing is sealed that stands in neither list. */
export const PLACES_OF_DEPLOYMENT: readonly SealedPlace[] = [
  ...(['seed', 'pending'] as const).map((column) => ({
    name: 'seeds of second factors',
    table: 'auth.totps',
    column,
    keys: ['user_id'],
    context: ([user]: readonly string[]) => `totp ${user}`,
  })),
  { name: 'mails to users', table: 'auth.mails', column: 'sealed', keys: ['mail_id'], context: () => 'mail to a user' },
  {
    name: 'client secrets',
    table: 'deployment.application_secrets',
    column: 'sealed',
    keys: ['region', 'slot'],
    context: ([region, slot]) => `client secret ${region} ${slot}`,
  },
]

/** Seals a value anew; null where the newest key sealed it. */
type Renew = (sealed: Buffer, context: string) => Buffer | null

/** What a sweep did: how much it sealed anew, and what did not open and was left. */
export type SweptValues = { readonly sealed: number; readonly damaged: readonly string[] }

/** Seals the merchant's values by the newest key (U3). */
export const renewValues = (tx: Tx, merchant: MerchantId, renew: Renew): Promise<SweptValues> =>
  renewPlaces(tx, PLACES_OF_MERCHANT, { renew, merchant })

/** Seals the deployment's values by the newest key, each place in a transaction of its own. */
export async function renewDeploymentValues(pool: Pool, renew: Renew): Promise<SweptValues> {
  const swept: SweptValues[] = []
  for (const place of PLACES_OF_DEPLOYMENT)
    swept.push(await withoutMerchant(pool, (tx) => renewPlaces(tx, [place], { renew, merchant: null })))
  return { sealed: swept.reduce((sum, each) => sum + each.sealed, 0), damaged: swept.flatMap((each) => each.damaged) }
}

type Renewal = { readonly renew: Renew; readonly merchant: MerchantId | null }

async function renewPlaces(tx: Tx, places: readonly SealedPlace[], { renew, merchant }: Renewal): Promise<SweptValues> {
  const damaged: string[] = []
  let sealed = 0
  for (const place of places) {
    for (const row of await rowsOf(tx, place, merchant)) {
      const renewed = attempt(() => renew(row.sealed, place.context(row.keys)))
      if (renewed === 'damaged') damaged.push(`${place.name}: ${row.keys.join(' ')}`)
      if (renewed === 'damaged' || renewed === null) continue
      await tx.query(`update ${place.table} set ${place.column} = $1 where ${keyed(place, 2)}`, [renewed, ...row.keys])
      sealed++
    }
  }
  return { sealed, damaged }
}

const keyed = ({ keys }: SealedPlace, first: number): string =>
  keys.map((key, index) => `${key}::text = $${first + index}`).join(' and ')

const rowsOf = (tx: Tx, { table, column, keys }: SealedPlace, merchant: MerchantId | null) =>
  tx.query<{ keys: string[]; sealed: Buffer }>(
    `select array[${keys.map((key) => `${key}::text`).join(', ')}] as keys, ${column} as sealed from ${table}
     where ${column} is not null and ($1::text is null or ${merchant === null ? 'true' : 'merchant_id = $1'}) order by ${keys.join(', ')} for update`,
    [merchant],
  )

function attempt<T>(work: () => T): T | 'damaged' {
  try {
    return work()
  } catch {
    return 'damaged'
  }
}

/** How many values each key seals, by the beginning of the value; null: sealed before keys had names. */
export type ValuesUnder = { readonly place: string; readonly key: string | null; readonly count: number }

/** How many of the merchant's values each key seals. */
export const countValues = (tx: Tx, merchant: MerchantId): Promise<ValuesUnder[]> =>
  countPlaces(tx, PLACES_OF_MERCHANT, merchant)

/** How many of the deployment's values each key seals. */
export const countDeploymentValues = (pool: Pool): Promise<ValuesUnder[]> =>
  withoutMerchant(pool, (tx) => countPlaces(tx, PLACES_OF_DEPLOYMENT, null))

async function countPlaces(
  tx: Tx,
  places: readonly SealedPlace[],
  merchant: MerchantId | null,
): Promise<ValuesUnder[]> {
  const counts: ValuesUnder[] = []
  for (const { name, table, column } of places) {
    const rows = await tx.query<{ key: string | null; count: number }>(
      `select case when get_byte(${column}, 0) = 2 then encode(substring(${column} from 2 for 8), 'hex') end as key, count(*)::int as count
       from ${table} where ${column} is not null and ${merchant === null ? '$1::text is null' : 'merchant_id = $1'} group by 1`,
      [merchant],
    )
    counts.push(...rows.map((row) => ({ place: name, ...row })))
  }
  return counts
}

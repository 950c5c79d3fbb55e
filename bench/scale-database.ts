// Ten thousand merchants, connected, importing and due at once, put into the database in bulk.
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Pool } from '#store/db.ts'
import { keyFor, seal } from '#vault/seal.ts'

/** One merchant of the run and its account at the simulated Amazon. */
export type Due = {
  readonly merchant: MerchantId
  readonly seller: string
  readonly connection: ConnectionId
  readonly refreshToken: string
}

const MARKETPLACE = 'ATVPDKIKX0DER'
const HOUR = 60 * 60_000

/** The nth merchant: five letters, as every merchant has. */
export function dueMerchant(n: number): Due {
  const letters = [3, 2, 1, 0].map((place) => String.fromCharCode(65 + (Math.floor(n / 26 ** place) % 26))).join('')
  const seller = `A2SCALE${String(n).padStart(6, '0')}`
  return {
    merchant: `S${letters}` as MerchantId,
    seller,
    connection: `na-${seller}` as ConnectionId,
    refreshToken: `Atzr|scale-${String(n).padStart(6, '0')}`,
  }
}

const STATEMENTS = [
  `insert into deployment.merchants (merchant_id, name, owner, time_zone, currency, weight_unit, ship_from, created_at)
   select m.merchant, m.merchant, 'owner@example.com', 'America/New_York', 'USD', 'lb', '{"country": "US"}', m.at from made m`,
  `insert into deployment.selling_partners (region, selling_partner_id, merchant_id) select 'na', m.seller, m.merchant from made m`,
  `insert into millrace.configuration (merchant_id) select m.merchant from made m`,
  `insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, sealed_token, state, authorized_at, importing, started_at)
   select m.merchant, m.connection, 'na', m.seller, decode(m.token, 'base64'), 'authorized', m.at, true, m.at from made m`,
  `insert into millrace.marketplaces (merchant_id, connection_id, marketplace_id, name, country, currency, participating)
   select m.merchant, m.connection, '${MARKETPLACE}', 'Amazon.com', 'US', 'USD', true from made m`,
  // Swept before: whoever is swept for the first time has a report made.
  `insert into millrace.sweeps (merchant_id, connection_id, watermark, look)
   select m.merchant, m.connection, m.at, '{"minutes": 10, "because": "unknown", "perHour": 0}' from made m`,
]

/** Puts the merchants in as the owner; nothing is due yet. */
export async function addMerchants(
  owner: Pool,
  due: readonly Due[],
  parts: { key: Buffer; now: number },
): Promise<void> {
  const secrets = keyFor(parts.key, 'secrets')
  const rows = due.map(({ merchant, seller, connection, refreshToken }) => ({
    merchant,
    seller,
    connection,
    token: seal(secrets, refreshToken, `refresh token ${merchant} ${connection}`).toString('base64'),
  }))
  const made = `with made as (select r.*, to_timestamp($2::float8 / 1000) as at
    from jsonb_to_recordset($1::jsonb) as r (merchant text, seller text, connection text, token text))`
  for (const statement of STATEMENTS)
    await owner.query(`${made} ${statement}`, [JSON.stringify(rows), parts.now - HOUR])
  await owner.query('analyze')
}

/** Makes every sweep due at one instant. */
export const makeDue = (owner: Pool, now: number) =>
  owner.query(
    `insert into deployment.due (merchant_id, kind, subject, at)
     select merchant_id, 'sweep-orders', connection_id, to_timestamp($1::float8 / 1000) from millrace.connections`,
    [now],
  )

/** Makes every sweep due at a time of its own, evenly over a span that begins then; gives each merchant's. */
export async function makeDueOver(owner: Pool, start: number, spanMs: number): Promise<void> {
  await owner.query(
    `insert into deployment.due (merchant_id, kind, subject, at)
     select merchant_id, 'sweep-orders', connection_id,
       to_timestamp(($1::float8 + $2::float8 * (row_number() over (order by merchant_id) - 1) / count(*) over ()) / 1000)
     from millrace.connections`,
    [start, spanMs],
  )
}

/** Makes nothing due any more. */
export const makeIdle = (owner: Pool) => owner.query('delete from deployment.due')

/** When each order that came since then was placed, and its merchant, epoch ms. */
export async function placedSince(owner: Pool, start: number) {
  const { rows } = await owner.query<{ merchant: MerchantId; at: number }>(
    `select merchant_id as merchant, extract(epoch from created_at)::float8 * 1000 as at from millrace.orders
     where created_at >= to_timestamp($1::float8 / 1000)`,
    [start],
  )
  return rows
}

/** How many sweeps are done, and how long after the start the last one ended, in ms. */
export async function sweptSince(owner: Pool, start: number): Promise<{ done: number; last: number }> {
  const { rows } = await owner.query<{ done: number; last: number }>(
    `select count(completed_at) as done, coalesce(max(extract(epoch from completed_at)::float8 * 1000) - $1::float8, 0) as last
       from millrace.sweeps where completed_at >= to_timestamp($1::float8 / 1000)`,
    [start],
  )
  return rows[0] ?? { done: 0, last: 0 }
}

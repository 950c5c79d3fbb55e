import { deletesAt } from '#core/authorization/deletion-clock.ts'
import type { Connection, Marketplace } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Region } from '#core/region.ts'
import type { Tx } from './db.ts'

type Row = {
  connection_id: ConnectionId
  region: Region
  selling_partner_id: string
  state: Connection['state']
  importing: boolean
  started_at: number | null
  lapses_on: string | null
  consent: Connection['consent']
  ended: 'cleared' | 'lapsed' | 'revoked' | null
  ended_at: number | null
  marketplaces: MarketplaceRow[] | null
}
type MarketplaceRow = {
  id: string
  name: string
  country: string
  currency: string
  participating: boolean
  refused: number | null
}

const SELECT = `select c.connection_id, c.region, c.selling_partner_id, c.state, c.importing, c.started_at, c.lapses_on, c.consent, k.why as ended, k.began_at as ended_at,
  (select jsonb_agg(jsonb_build_object('id', m.marketplace_id, 'name', m.name, 'country', m.country, 'currency', m.currency,
     'participating', m.participating, 'refused', floor(extract(epoch from m.refused_at) * 1000)) order by m.country, m.marketplace_id)
   from millrace.marketplaces m where m.merchant_id = c.merchant_id and m.connection_id = c.connection_id) as marketplaces
  from millrace.connections c left join millrace.deletion_clocks k on k.merchant_id = c.merchant_id and k.connection_id = c.connection_id and k.ended_at is null
  where c.merchant_id = $1`

/** All connections of a merchant (C7); tokens stay where they are. */
export async function listConnections(tx: Tx, merchant: MerchantId): Promise<Connection[]> {
  return (await tx.query<Row>(`${SELECT} order by c.connection_id`, [merchant])).map((row) =>
    toConnection(merchant, row),
  )
}

/** One connection, or null. */
export async function findConnection(
  tx: Tx,
  merchant: MerchantId,
  connection: ConnectionId,
): Promise<Connection | null> {
  const [row] = await tx.query<Row>(`${SELECT} and c.connection_id = $2`, [merchant, connection])
  return row ? toConnection(merchant, row) : null
}

function toConnection(merchantId: MerchantId, row: Row): Connection {
  return {
    merchantId,
    id: row.connection_id,
    region: row.region,
    sellingPartnerId: row.selling_partner_id,
    state: row.state,
    importing: row.importing,
    startedAt: row.started_at,
    lapsesOn: row.lapses_on,
    consent: row.consent,
    deletion: row.ended === null ? null : { why: row.ended, at: deletesAt(row.ended_at ?? 0) },
    marketplaces: (row.marketplaces ?? []).map(({ refused, ...m }): Marketplace => ({ ...m, refusedAt: refused })),
  }
}

/** The sealed refresh token of a connection, or null once it was cleared. */
export async function sealedToken(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Buffer | null> {
  const [row] = await tx.query<{ sealed_token: Buffer | null }>(
    'select sealed_token from millrace.connections where merchant_id = $1 and connection_id = $2',
    [merchant, connection],
  )
  return row?.sealed_token ?? null
}

/** A proven authorization: who it is for, and its sealed token. */
export type ProvenConnection = {
  readonly id: ConnectionId
  readonly region: Region
  readonly sellingPartnerId: string
  readonly sealedToken: Buffer
  readonly consent: Connection['consent']
  readonly lapsesOn: string | null
  readonly authorizedAt: number
  readonly marketplaces: readonly Marketplace[]
}

/** Saves a proven authorization; renewing one is an update and keeps everything else (C1, C4). */
export async function saveConnection(tx: Tx, merchant: MerchantId, proven: ProvenConnection): Promise<void> {
  await tx.query(
    `insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, sealed_token, state, authorized_at, consent, lapses_on)
     values ($1, $2, $3, $4, $5, 'authorized', to_timestamp($6::float8 / 1000), $7, $8)
     on conflict (merchant_id, connection_id) do update set sealed_token = excluded.sealed_token, authorized_at = excluded.authorized_at,
       consent = excluded.consent, lapses_on = excluded.lapses_on`,
    [
      merchant,
      proven.id,
      proven.region,
      proven.sellingPartnerId,
      proven.sealedToken,
      proven.authorizedAt,
      proven.consent,
      proven.lapsesOn,
    ],
  )
  await saveMarketplaces(tx, merchant, { connection: proven.id, marketplaces: proven.marketplaces, forgive: true })
}

/** The marketplaces as Amazon lists them now; one that is left out takes no part any more. `forgive`: none counts as refused. */
export async function saveMarketplaces(
  tx: Tx,
  merchant: MerchantId,
  saved: { connection: ConnectionId; marketplaces: readonly Marketplace[]; forgive: boolean },
): Promise<void> {
  await tx.query(
    `with listed as (select * from jsonb_to_recordset($3::jsonb) as m (id text, name text, country text, currency text, participating boolean)),
     left_out as (update millrace.marketplaces set participating = false
       where merchant_id = $1 and connection_id = $2 and not exists (select from listed where listed.id = marketplace_id))
     insert into millrace.marketplaces as old (merchant_id, connection_id, marketplace_id, name, country, currency, participating)
     select $1, $2, m.id, m.name, m.country, m.currency, m.participating from listed m
     on conflict (merchant_id, connection_id, marketplace_id) do update
       set name = excluded.name, country = excluded.country, currency = excluded.currency, participating = excluded.participating,
         refused_at = case when $4 then null else old.refused_at end`,
    [merchant, saved.connection, JSON.stringify(saved.marketplaces), saved.forgive],
  )
}

/** Starts or pauses importing; the first start is remembered (C9). */
export const setImporting = (
  tx: Tx,
  merchant: MerchantId,
  change: { connection: ConnectionId; importing: boolean; at: number },
) =>
  tx.query(
    `update millrace.connections set importing = $3, started_at = case when $3 then coalesce(started_at, to_timestamp($4::float8 / 1000)) else started_at end
     where merchant_id = $1 and connection_id = $2`,
    [merchant, change.connection, change.importing, change.at],
  )

/** What asking one marketplace alone has shown: refused or not. */
export type Probe = {
  readonly connection: ConnectionId
  readonly marketplaceId: string
  readonly refused: boolean
  readonly at: number
  readonly watermark: number
}

/** Notes the answer of one marketplace asked alone after a 403 (O1). */
export const markProbed = (tx: Tx, merchant: MerchantId, probe: Probe) =>
  tx.query(
    `update millrace.marketplaces set probed_at = to_timestamp($4::float8 / 1000),
       refused_at = case when $5 then to_timestamp($4::float8 / 1000) end,
       refused_watermark = case when $5 then coalesce(refused_watermark, to_timestamp($6::float8 / 1000)) else refused_watermark end
     where merchant_id = $1 and connection_id = $2 and marketplace_id = $3`,
    [merchant, probe.connection, probe.marketplaceId, probe.at, probe.refused, probe.watermark],
  )

/** The marketplaces asked alone since an instant: those need not be asked again. */
export async function probedSince(
  tx: Tx,
  merchant: MerchantId,
  asked: { connection: ConnectionId; since: number },
): Promise<string[]> {
  const rows = await tx.query<{ marketplace_id: string }>(
    `select marketplace_id from millrace.marketplaces where merchant_id = $1 and connection_id = $2 and probed_at >= to_timestamp($3::float8 / 1000)`,
    [merchant, asked.connection, asked.since],
  )
  return rows.map((row) => row.marketplace_id)
}

/**
 * Marketplaces are asked for again, though nothing was read from them yet. What each must be read again from is kept, unless the
 * sweep stands no later: then it reads from there anyway.
 */
export const letInAgain = (tx: Tx, merchant: MerchantId, asked: { connection: ConnectionId; ids: readonly string[] }) =>
  tx.query(
    `update millrace.marketplaces m set refused_at = null,
       refused_watermark = case when m.refused_watermark < s.watermark then m.refused_watermark end
     from millrace.sweeps s
     where m.merchant_id = $1 and m.connection_id = $2 and m.marketplace_id = any($3)
       and s.merchant_id = m.merchant_id and s.connection_id = m.connection_id`,
    [merchant, asked.connection, [...asked.ids]],
  )

/** Marketplaces that were read are no longer refused; gives the earliest watermark from which a refused one must be read again, or null. */
export async function forgiveMarketplaces(
  tx: Tx,
  merchant: MerchantId,
  asked: { connection: ConnectionId; ids: readonly string[] },
): Promise<number | null> {
  const rows = await tx.query<{ from: number | null }>(
    `with healed as (select marketplace_id, refused_watermark from millrace.marketplaces
       where merchant_id = $1 and connection_id = $2 and marketplace_id = any($3) and refused_watermark is not null),
     gone as (update millrace.marketplaces m set refused_at = null, refused_watermark = null from healed
       where m.merchant_id = $1 and m.connection_id = $2 and m.marketplace_id = healed.marketplace_id)
     select min(refused_watermark) as from from healed`,
    [merchant, asked.connection, [...asked.ids]],
  )
  return rows[0]?.from ?? null
}

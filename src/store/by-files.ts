import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { type ProvenConnection, saveMarketplaces } from './connections.ts'
import type { Tx } from './db.ts'

/** A seller who works by files: nothing was proven, and no token is kept (H1). */
export type ConnectionByFiles = Pick<ProvenConnection, 'id' | 'region' | 'sellingPartnerId' | 'marketplaces'> & {
  readonly at: number
}

/** Saves a connection that works by files, or names other marketplaces for it (H1). */
export async function saveByFiles(tx: Tx, merchant: MerchantId, chosen: ConnectionByFiles): Promise<void> {
  const { id, region, sellingPartnerId, at, marketplaces } = chosen
  await tx.query(
    `insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, state, authorized_at)
     values ($1, $2, $3, $4, 'by-files', to_timestamp($5::float8 / 1000)) on conflict do nothing`,
    [merchant, id, region, sellingPartnerId, at],
  )
  await saveMarketplaces(tx, merchant, { connection: id, marketplaces, forgive: true })
}

/** Remembers the earliest order that came by file: from then on the merchant sells here, also once Amazon is asked (C9, H1). */
export const startByFile = (tx: Tx, merchant: MerchantId, first: { connection: ConnectionId; placedAt: number }) =>
  tx.query(
    `update millrace.connections set started_at = least(coalesce(started_at, to_timestamp($3::float8 / 1000)), to_timestamp($3::float8 / 1000))
     where merchant_id = $1 and connection_id = $2 and state = 'by-files'`,
    [merchant, first.connection, first.placedAt],
  )

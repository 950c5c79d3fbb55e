import type { MerchantId } from '#core/ids.ts'
import type { FileLayout } from '#core/pii/file-layout.ts'
import type { RevealPurpose } from '#core/pii/purposes.ts'
import type { Tx } from './db.ts'

/** How a file is written that was asked for, and the name of the layout, where it has one. */
export type ExportLayout = FileLayout & { readonly name: string | null }

/** An export of addresses that was asked for; epoch ms. */
export type AddressExport = {
  readonly exportId: number
  readonly who: string
  readonly purpose: RevealPurpose
  /** Null for one that was asked for before there were layouts. */
  readonly layout: ExportLayout | null
  readonly orderIds: readonly number[]
  readonly createdAt: number
  readonly expiresAt: number
  readonly fetchedAt: number | null
}

const COLUMNS = `export_id as "exportId", who, purpose, layout, order_ids as "orderIds", created_at as "createdAt",
  expires_at as "expiresAt", fetched_at as "fetchedAt"`

/** Whose export it is, and what is kept of the word that fetches it. */
export type ExportHolder = { readonly userId: string; readonly sessionId: string; readonly tokenHash: Buffer }

/** Writes an export into the register (D35); gives its number. */
export async function addExport(
  tx: Tx,
  merchant: MerchantId,
  made: ExportHolder & Omit<AddressExport, 'exportId' | 'fetchedAt'>,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into millrace.exports (merchant_id, token_hash, user_id, who, session_id, purpose, with_bom, layout, order_ids, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, false, $7, $8::bigint[], to_timestamp($9::float8 / 1000), to_timestamp($10::float8 / 1000)) returning export_id as id`,
    [
      merchant,
      made.tokenHash,
      made.userId,
      made.who,
      made.sessionId,
      made.purpose,
      JSON.stringify(made.layout),
      [...made.orderIds],
      made.createdAt,
      made.expiresAt,
    ],
  )
  if (!row) throw new Error('The export was not written.')
  return row.id
}

/** Takes an export: whoever comes second, later, from another session or with another word gets null. */
export async function takeExport(
  tx: Tx,
  merchant: MerchantId,
  { userId, sessionId, tokenHash, at }: ExportHolder & { readonly at: number },
): Promise<AddressExport | null> {
  const [row] = await tx.query<AddressExport>(
    `update millrace.exports set fetched_at = to_timestamp($5::float8 / 1000)
     where merchant_id = $1 and token_hash = $2 and user_id = $3 and session_id = $4 and fetched_at is null and expires_at > to_timestamp($5::float8 / 1000)
     returning ${COLUMNS}`,
    [merchant, tokenHash, userId, sessionId, at],
  )
  return row ?? null
}

/** The register of exports, the newest first. */
export const listExports = (
  tx: Tx,
  merchant: MerchantId,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<AddressExport[]> =>
  tx.query<AddressExport>(
    `select ${COLUMNS} from millrace.exports where merchant_id = $1 and ($2::bigint is null or export_id < $2) order by export_id desc limit $3`,
    [merchant, before, limit],
  )

/** Puts an export back that was taken in this transaction and could not be given. */
export const giveBackExport = (tx: Tx, merchant: MerchantId, exportId: number) =>
  tx.query('update millrace.exports set fetched_at = null where merchant_id = $1 and export_id = $2', [
    merchant,
    exportId,
  ])

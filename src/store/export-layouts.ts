import type { MerchantId } from '#core/ids.ts'
import type { NamedLayout } from '#core/pii/file-layout.ts'
import type { Tx } from './db.ts'

/** How the merchant's files for carriers' programs look, by name (D35). */
export const listLayouts = (tx: Tx, merchant: MerchantId): Promise<NamedLayout[]> =>
  tx.query<NamedLayout>(
    `select name, columns, delimiter, encoding, saved_by as "savedBy", saved_at as "savedAt"
     from millrace.export_layouts where merchant_id = $1 order by name`,
    [merchant],
  )

/** Saves a layout; the one that had its name is replaced. */
export const saveLayout = (tx: Tx, merchant: MerchantId, layout: NamedLayout) =>
  tx.query(
    `insert into millrace.export_layouts (merchant_id, name, columns, delimiter, encoding, saved_by, saved_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))
     on conflict (merchant_id, name) do update set columns = excluded.columns, delimiter = excluded.delimiter,
       encoding = excluded.encoding, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    [
      merchant,
      layout.name,
      JSON.stringify(layout.columns),
      layout.delimiter,
      layout.encoding,
      layout.savedBy,
      layout.savedAt,
    ],
  )

/** Forgets a layout; false when there was none of that name. */
export async function removeLayout(tx: Tx, merchant: MerchantId, name: string): Promise<boolean> {
  const gone = await tx.query('delete from millrace.export_layouts where merchant_id = $1 and name = $2 returning 1', [
    merchant,
    name,
  ])
  return gone.length > 0
}

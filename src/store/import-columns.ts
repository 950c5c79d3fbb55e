import type { MerchantId } from '#core/ids.ts'
import type { NamedHeadings } from '#core/spreadsheet/named-headings.ts'
import type { Tx } from './db.ts'

/** What a person said of files with such headings, or null (T5). */
export async function findNamedColumns(tx: Tx, merchant: MerchantId, headings: string): Promise<NamedHeadings | null> {
  const [row] = await tx.query<NamedHeadings>(
    'select kind, fields from millrace.import_columns where merchant_id = $1 and headings = $2',
    [merchant, headings],
  )
  return row ?? null
}

/** Remembers what a person says of files with such headings; the last word counts (T5). */
export const keepNamedColumns = (
  tx: Tx,
  merchant: MerchantId,
  made: NamedHeadings & { readonly headings: string; readonly by: string; readonly at: number },
) =>
  tx.query(
    `insert into millrace.import_columns (merchant_id, headings, kind, fields, named_by, named_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))
     on conflict (merchant_id, headings) do update set kind = excluded.kind, fields = excluded.fields, named_by = excluded.named_by, named_at = excluded.named_at`,
    [merchant, made.headings, made.kind, JSON.stringify(made.fields), made.by, made.at],
  )

import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { FieldState } from '#core/inventory/next-sending.ts'
import type { FieldForFile, FieldInFile } from '#core/inventory/price-file.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'
import { columnsOf } from './due-fields.ts'

/** A due field with its version: an answer about an older one changes nothing. */
export type DueForFile = FieldForFile & { readonly version: number }

/** What is due of these SKUs: their stock, and their price in one marketplace (H2). */
export const dueForFile = (
  tx: Tx,
  merchant: MerchantId,
  wanted: { readonly connection: ConnectionId; readonly marketplaceId: string; readonly skus: readonly SellerSku[] },
): Promise<DueForFile[]> =>
  tx.query<DueForFile>(
    `select seller_sku as "sellerSku", marketplace_id as "marketplaceId", field, desired, sent_version as version,
       case when not sent_unsure then coalesce(confirmed, sent) end as before
     from millrace.sku_fields
     where merchant_id = $1 and connection_id = $2 and seller_sku = any($3) and marketplace_id in ('', $4) and state = 'due' and desired is not null
     order by seller_sku, field`,
    [merchant, wanted.connection, wanted.skus, wanted.marketplaceId],
  )

/** Takes due fields into a file that a person carries: they are in flight with the value that the file tells (H2, I10). */
export async function takeIntoFile(
  tx: Tx,
  merchant: MerchantId,
  taken: {
    readonly connection: ConnectionId
    readonly submissionId: number
    readonly fields: readonly FieldInFile<DueForFile>[]
    readonly at: number
  },
): Promise<void> {
  const { fields } = taken
  await tx.query(
    `update millrace.sku_fields f set state = 'flying', way = 'file', submission_id = $9, carried_in = $9, message_number = r.message, sent = r.said,
       sent_version = f.sent_version + 1, sent_at = to_timestamp($10::float8 / 1000), urgent = false, waits_since = null, problem = null,
       sent_before = case when f.sent_unsure then f.confirmed else f.sent end,
       previous = case when f.sent is distinct from r.said then coalesce(f.confirmed, f.sent) else f.previous end
     from unnest($3::text[], $4::text[], $5::text[], $6::bigint[], $7::integer[], $8::text[]) as r (sku, marketplace, field, version, message, said)
     where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = r.sku and f.marketplace_id = r.marketplace and f.field = r.field
       and f.sent_version = r.version and f.state = 'due'`,
    [
      merchant,
      taken.connection,
      ...columnsOf(fields),
      fields.map(({ version }) => version),
      fields.map(({ message }) => message),
      fields.map(({ said }) => said),
      taken.submissionId,
      taken.at,
    ],
  )
}

/** Keeps the text of a price-and-quantity file and the SKU of each of its lines (H2). */
export const keepPriceFile = (
  tx: Tx,
  merchant: MerchantId,
  file: { readonly submissionId: number; readonly content: string; readonly skus: readonly SellerSku[] },
) =>
  tx.query(
    'update millrace.submissions set messages = $3, content = $4, records = $5 where merchant_id = $1 and submission_id = $2',
    [merchant, file.submissionId, file.skus.length, file.content, JSON.stringify(file.skus)],
  )

/** The SKUs of the lines of a price-and-quantity file, in their order. */
export async function skusOfPriceFile(tx: Tx, merchant: MerchantId, submissionId: number): Promise<SellerSku[]> {
  const [row] = await tx.query<{ records: SellerSku[] | null }>(
    'select records from millrace.submissions where merchant_id = $1 and submission_id = $2',
    [merchant, submissionId],
  )
  return row?.records ?? []
}

/** Lets the fields of a file go again that nobody uploaded: Amazon has what it had before (H2). */
export const takeBackFile = (
  tx: Tx,
  merchant: MerchantId,
  { submissionId, at }: { readonly submissionId: number; readonly at: number },
) =>
  tx.query(
    `update millrace.sku_fields set state = 'due', sent = sent_before, submission_id = null, message_number = null, due_at = to_timestamp($3::float8 / 1000)
     where merchant_id = $1 and submission_id = $2 and state = 'flying'`,
    [merchant, submissionId, at],
  )

/** One line of a price-and-quantity file: its cells as they were written, and how its fields stand now. */
export type LineOfPriceFile = {
  readonly line: number
  readonly sellerSku: SellerSku
  readonly text: string
  /** Only fields that this file told last: one that was sent anew since is another file's. */
  readonly fields: readonly {
    readonly field: 'stock' | 'price'
    readonly state: FieldState
    readonly problem: Problem | null
  }[]
}

/** A page of the lines of a price-and-quantity file, in their order (H2). */
export const linesOfPriceFile = (
  tx: Tx,
  merchant: MerchantId,
  page: { readonly submissionId: number; readonly after: number; readonly limit: number },
): Promise<LineOfPriceFile[]> =>
  tx.query<LineOfPriceFile>(
    `with file as materialized (select connection_id, records, string_to_array(content, E'\\r\\n') as lines from millrace.submissions
       where merchant_id = $1 and submission_id = $2 and kind = 'listings' and way = 'file')
     select e.line::int, e.sku as "sellerSku", coalesce(file.lines[e.line + 1], '') as text,
       coalesce((select jsonb_agg(jsonb_build_object('field', f.field, 'state', f.state, 'problem', f.problem) order by f.field desc) from millrace.sku_fields f
         where f.merchant_id = $1 and f.connection_id = file.connection_id and f.seller_sku = e.sku and f.carried_in = $2 and f.way = 'file'), '[]') as fields
     from file, jsonb_array_elements_text(file.records) with ordinality as e (sku, line)
     where e.line > $3 order by e.line limit $4`,
    [merchant, page.submissionId, page.after, page.limit],
  )

import type { MerchantId } from '#core/ids.ts'
import type { ImportOutcome, ImportRow, RowChange, RowDecision, RowFault } from '#core/spreadsheet/import.ts'
import type { Tx } from './db.ts'
import type { PageOf } from './items.ts'

/** A row of an import as it is shown. */
export type ShownImportRow = {
  readonly row: number
  readonly target: string | null
  readonly outcome: ImportOutcome | null
  readonly asks: 'unlink' | null
  readonly problem: RowFault | null
  readonly changes: readonly RowChange[] | null
  readonly undone: 'undone' | 'kept' | null
}

/** Copies rows of a file; one that was copied before stays as it is. */
export const addImportRows = (
  tx: Tx,
  merchant: MerchantId,
  { importId, rows }: { readonly importId: number; readonly rows: readonly ImportRow[] },
) =>
  tx.query(
    `insert into millrace.import_rows (merchant_id, import_id, row, cells, faults)
     select $1, $2, row, cells, faults from json_to_recordset($3::json) as r (row int, cells json, faults jsonb)
     on conflict do nothing`,
    [
      merchant,
      importId,
      JSON.stringify(
        rows.map(({ row, cells, faults }) => ({ row, cells, faults: faults.length > 0 ? faults : undefined })),
      ),
    ],
  )

/** The next rows of an import as they were copied. */
export const importRowsAfter = (
  tx: Tx,
  merchant: MerchantId,
  { importId, after, limit }: { readonly importId: number; readonly after: number; readonly limit: number },
): Promise<ImportRow[]> =>
  tx.query<ImportRow>(
    `select row, coalesce(cells, '[]'::json) as cells, coalesce(faults, '[]'::jsonb) as faults from millrace.import_rows
     where merchant_id = $1 and import_id = $2 and row > $3 order by row limit $4`,
    [merchant, importId, after, limit],
  )

/** Of these targets, those that a row before the given one is about already, with the first such row. */
export const earlierTargets = (
  tx: Tx,
  merchant: MerchantId,
  asked: { readonly importId: number; readonly before: number; readonly targets: readonly string[] },
): Promise<{ target: string; row: number }[]> =>
  tx.query(
    `select target, min(row)::int as row from millrace.import_rows
     where merchant_id = $1 and import_id = $2 and row < $3 and target = any($4::text[]) group by target`,
    [merchant, asked.importId, asked.before, asked.targets],
  )

/** Writes down what was decided for rows; with `kept`, also what undoing them needs. Rows that were never copied are made. */
export async function writeDecisions(
  tx: Tx,
  merchant: MerchantId,
  {
    importId,
    decided,
    kept,
  }: { readonly importId: number; readonly decided: readonly RowDecision[]; readonly kept: boolean },
): Promise<void> {
  const given = (value: unknown) => value ?? undefined
  await tx.query(
    `insert into millrace.import_rows (merchant_id, import_id, row, target, outcome, asks, problem, changes, before, after)
     select $1, $2, d.* from json_to_recordset($3::json)
       as d (row int, target text, outcome text, asks text, problem jsonb, changes json, before json, after json)
     on conflict (merchant_id, import_id, row) do update set target = excluded.target, outcome = excluded.outcome, asks = excluded.asks,
       problem = excluded.problem, changes = excluded.changes, before = excluded.before, after = excluded.after`,
    [
      merchant,
      importId,
      JSON.stringify(
        decided.map(({ row, target, outcome, asks, fault, changes, before, after }) => ({
          row,
          target: given(target),
          outcome,
          asks: given(asks),
          problem: given(fault),
          changes: changes.length === 0 ? undefined : changes,
          before: kept ? given(before) : undefined,
          after: kept ? given(after) : undefined,
        })),
      ),
    ],
  )
}

/** A row that was applied, with what undoing it needs. */
export type AppliedRow = {
  readonly row: number
  readonly target: string | null
  readonly outcome: ImportOutcome
  readonly before: unknown
  readonly after: unknown
}

/** The rows that an import wrote something for, backwards from the given one. */
export const appliedRowsBefore = (
  tx: Tx,
  merchant: MerchantId,
  { importId, before, limit }: { readonly importId: number; readonly before: number; readonly limit: number },
): Promise<AppliedRow[]> =>
  tx.query<AppliedRow>(
    `select row, target, outcome, before, after from millrace.import_rows
     where merchant_id = $1 and import_id = $2 and row < $3 and after is not null order by row desc limit $4`,
    [merchant, importId, before, limit],
  )

/** A row that was taken back, or kept, with the reason. */
export type UndoneRow = { readonly row: number; readonly undone: 'undone' | 'kept'; readonly fault: RowFault | null }

/** Writes down how undoing rows ended. */
export const writeUndone = (
  tx: Tx,
  merchant: MerchantId,
  { importId, rows }: { readonly importId: number; readonly rows: readonly UndoneRow[] },
) =>
  tx.query(
    `update millrace.import_rows r set undone = u.undone, problem = coalesce(u.problem, r.problem)
     from unnest($3::int[], $4::text[], $5::text[]::jsonb[]) as u (row, undone, problem)
     where r.merchant_id = $1 and r.import_id = $2 and r.row = u.row`,
    [
      merchant,
      importId,
      rows.map(({ row }) => row),
      rows.map(({ undone }) => undone),
      rows.map(({ fault }) => fault && JSON.stringify(fault)),
    ],
  )

/** How many rows of an import ended how. */
export async function countImportRows(tx: Tx, merchant: MerchantId, importId: number): Promise<Record<string, number>> {
  const [row] = await tx.query<{ counts: Record<string, number> }>(
    `select coalesce(jsonb_object_agg(what, n), '{}') as counts from (
       select outcome as what, count(*)::int as n from millrace.import_rows where merchant_id = $1 and import_id = $2 and outcome is not null group by 1
       union all select 'unlinks', count(*)::int from millrace.import_rows where merchant_id = $1 and import_id = $2 and asks = 'unlink'
       union all select undone, count(*)::int from millrace.import_rows where merchant_id = $1 and import_id = $2 and undone is not null group by 1) c`,
    [merchant, importId],
  )
  return row?.counts ?? {}
}

/** A page of an import's rows, all or some of them, in the order of the file. */
export const listImportRows = (
  tx: Tx,
  merchant: MerchantId,
  asked: PageOf<number> & {
    readonly importId: number
    readonly outcome: ImportOutcome | null
    readonly unlinks: boolean
  },
): Promise<ShownImportRow[]> =>
  tx.query<ShownImportRow>(
    `select row, target, outcome, asks, problem, changes, undone from millrace.import_rows
     where merchant_id = $1 and import_id = $2 and row > $3 and ($4::text is null or outcome = $4) and (not $5 or asks = 'unlink')
     order by row limit $6`,
    [merchant, asked.importId, asked.after ?? 0, asked.outcome, asked.unlinks, asked.limit],
  )

/** Forgets the rows of imports that ended before this instant: what they wrote stays, and cannot be undone any more. */
export const forgetOldRows = (tx: Tx, merchant: MerchantId, before: number) =>
  tx.query(
    `delete from millrace.import_rows r using millrace.imports i where r.merchant_id = $1 and i.merchant_id = $1
       and r.import_id = i.import_id and i.ended_at < to_timestamp($2::float8 / 1000)`,
    [merchant, before],
  )

/** Forgets the rows of an import that nobody wants. */
export const dropImportRows = (tx: Tx, merchant: MerchantId, importId: number) =>
  tx.query('delete from millrace.import_rows where merchant_id = $1 and import_id = $2', [merchant, importId])

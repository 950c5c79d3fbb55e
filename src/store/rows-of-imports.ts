import type { MerchantId } from '#core/ids.ts'
import type { ImportOutcome, ImportRow, RowChange, RowDecision, RowFault } from '#core/spreadsheet/import.ts'
import type { Tx } from './db.ts'
import type { PageOf } from './items.ts'
import { jsonPieces } from './json-pieces.ts'

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

/** Copies rows of a file, with what was decided for them where that is known; one that was copied before stays as it is. */
export const addImportRows = (
  tx: Tx,
  merchant: MerchantId,
  {
    importId,
    rows,
    decided,
  }: { readonly importId: number; readonly rows: readonly ImportRow[]; readonly decided: readonly RowDecision[] },
) =>
  tx.query(
    `insert into millrace.import_rows (merchant_id, import_id, row, cells, faults, target, outcome, asks, problem, changes)
     select $1, $2, row, cells::json, faults, target, outcome, asks, problem, changes
     from rows from (json_to_recordset($3::json) as (row int, faults jsonb, target text, outcome text, asks text, problem jsonb, changes json),
       string_to_table($4, E'\\x1e')) as r (row, faults, target, outcome, asks, problem, changes, cells)
     on conflict do nothing`,
    [
      merchant,
      importId,
      JSON.stringify(
        rows.map(({ row, faults }, at) => ({
          row,
          faults: faults.length > 0 ? faults : undefined,
          ...(decided[at] && said(decided[at])),
        })),
      ),
      jsonPieces(rows.map(({ cells }) => cells)),
    ],
  )

/** A row as it was copied, and what was said of it when it was looked through; `changes` as the text that is stored. */
export type CopiedRow = ImportRow & {
  readonly target: string | null
  readonly outcome: ImportOutcome | null
  readonly asks: 'unlink' | null
  readonly isFaulty: boolean
  readonly changes: string | null
}

const COPIED = `row, coalesce(cells, '[]'::json) as cells, coalesce(faults, '[]'::jsonb) as faults, target, outcome, asks,
       problem is not null as "isFaulty", changes::text as changes`

/** The next rows of an import as they were copied. */
export const importRowsAfter = (
  tx: Tx,
  merchant: MerchantId,
  { importId, after, limit }: { readonly importId: number; readonly after: number; readonly limit: number },
): Promise<CopiedRow[]> =>
  tx.query<CopiedRow>(
    `select ${COPIED} from millrace.import_rows where merchant_id = $1 and import_id = $2 and row > $3 order by row limit $4`,
    [merchant, importId, after, limit],
  )

/** Of these rows those that write something, as they were copied. */
export const importRowsThatWrite = (
  tx: Tx,
  merchant: MerchantId,
  { importId, rows }: { readonly importId: number; readonly rows: readonly number[] },
): Promise<CopiedRow[]> =>
  tx.query<CopiedRow>(
    `select ${COPIED} from millrace.import_rows
     where merchant_id = $1 and import_id = $2 and row = any($3::int[]) and outcome in ('created', 'updated') order by row`,
    [merchant, importId, rows],
  )

/** What the rows up to this one are about, each with its first row. */
export const targetsUpTo = (
  tx: Tx,
  merchant: MerchantId,
  { importId, row }: { readonly importId: number; readonly row: number },
): Promise<{ target: string; row: number }[]> =>
  tx.query(
    `select target, min(row)::int as row from millrace.import_rows
     where merchant_id = $1 and import_id = $2 and row <= $3 and target is not null group by target`,
    [merchant, importId, row],
  )

/** What was decided for a row, without what undoing it needs. */
const said = ({ target, outcome, asks, fault, changes }: RowDecision) => ({
  target: given(target),
  outcome,
  asks: given(asks),
  problem: given(fault),
  changes: changes.length === 0 ? undefined : changes,
})

const given = (value: unknown) => value ?? undefined

/** Writes down what was decided for rows; those that were never copied are made. */
export const writeDecisions = (
  tx: Tx,
  merchant: MerchantId,
  { importId, decided }: { readonly importId: number; readonly decided: readonly RowDecision[] },
) =>
  tx.query(
    `insert into millrace.import_rows (merchant_id, import_id, row, target, outcome, asks, problem, changes)
     select $1, $2, d.* from json_to_recordset($3::json) as d (row int, target text, outcome text, asks text, problem jsonb, changes json)
     on conflict (merchant_id, import_id, row) do update set target = excluded.target, outcome = excluded.outcome, asks = excluded.asks,
       problem = excluded.problem, changes = excluded.changes`,
    [merchant, importId, JSON.stringify(decided.map((each) => ({ row: each.row, ...said(each) })))],
  )

/** Keeps what undoing rows needs: what was before, and what was written; of a row that wrote nothing there is none. */
export const keepForUndo = (
  tx: Tx,
  merchant: MerchantId,
  { importId, decided }: { readonly importId: number; readonly decided: readonly RowDecision[] },
) => {
  const rows = decided.filter(({ after }) => (after ?? null) !== null)
  return tx.query(
    `insert into millrace.import_undo (merchant_id, import_id, row, before, after)
     select $1, $2, d.row, nullif(d.before, 'null')::json, d.after::json
     from rows from (unnest($3::int[]), string_to_table($4, E'\\x1e'), string_to_table($5, E'\\x1e')) as d (row, before, after)
     on conflict (merchant_id, import_id, row) do update set before = excluded.before, after = excluded.after`,
    [
      merchant,
      importId,
      rows.map(({ row }) => row),
      jsonPieces(rows.map(({ before }) => before ?? null)),
      jsonPieces(rows.map(({ after }) => after)),
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
    `select row, r.target, r.outcome, coalesce(u.before, r.before) as before, coalesce(u.after, r.after) as after
     from millrace.import_rows r left join millrace.import_undo u using (merchant_id, import_id, row)
     where r.merchant_id = $1 and r.import_id = $2 and row < $3 and (u.after is not null or r.after is not null) order by row desc limit $4`,
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
    `with old as (select import_id from millrace.imports where merchant_id = $1 and ended_at < to_timestamp($2::float8 / 1000)),
       undo as (delete from millrace.import_undo where merchant_id = $1 and import_id in (select import_id from old))
     delete from millrace.import_rows where merchant_id = $1 and import_id in (select import_id from old)`,
    [merchant, before],
  )

/** Forgets the rows of an import that nobody wants. */
export const dropImportRows = (tx: Tx, merchant: MerchantId, importId: number) =>
  tx.query(
    `with undo as (delete from millrace.import_undo where merchant_id = $1 and import_id = $2)
     delete from millrace.import_rows where merchant_id = $1 and import_id = $2`,
    [merchant, importId],
  )

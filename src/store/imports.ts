import type { MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { ImportKind, ImportOptions, ImportState, RecognizedFile } from '#core/spreadsheet/import.ts'
import type { Tx } from './db.ts'

/** A file that a person brought; instants in epoch ms (T3, T5). */
export type StoredImport = {
  readonly importId: number
  readonly kind: ImportKind | null
  readonly state: ImportState
  readonly fileName: string
  readonly sheet: string
  readonly options: ImportOptions
  readonly recognized: RecognizedFile | null
  readonly counts: Readonly<Record<string, number>>
  /** Its rows are copied, and the file is gone. */
  readonly copied: boolean
  readonly rowsRead: number
  readonly rowsDone: number
  /** The last row that its state has done. */
  readonly atRow: number
  readonly problem: Problem | null
  readonly madeBy: string
  readonly madeAt: number
  readonly appliedBy: string | null
  readonly appliedAt: number | null
  readonly undoneBy: string | null
  readonly undoneAt: number | null
  readonly endedAt: number | null
}

const COLUMNS = `import_id as "importId", kind, state, file_name as "fileName", sheet, options, recognized, counts, copied,
  rows_read as "rowsRead", rows_done as "rowsDone", at_row as "atRow", problem, made_by as "madeBy", made_at as "madeAt",
  applied_by as "appliedBy", applied_at as "appliedAt", undone_by as "undoneBy", undone_at as "undoneAt", ended_at as "endedAt"`

/** An import as it begins. `head`: what deciding its rows needs of the file's head. */
export type NewImport = Pick<
  StoredImport,
  'kind' | 'state' | 'fileName' | 'sheet' | 'options' | 'recognized' | 'copied'
> & {
  readonly head: unknown
  readonly by: string
  readonly at: number
}

/** Begins an import; gives its number. */
export async function addImport(tx: Tx, merchant: MerchantId, made: NewImport): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into millrace.imports (merchant_id, kind, state, file_name, sheet, options, recognized, head, copied, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11::float8 / 1000)) returning import_id as id`,
    [
      merchant,
      made.kind,
      made.state,
      made.fileName,
      made.sheet,
      JSON.stringify(made.options),
      made.recognized && JSON.stringify(made.recognized),
      made.head === null ? null : JSON.stringify(made.head),
      made.copied,
      made.by,
      made.at,
    ],
  )
  if (!row) throw new Error('The import was not begun.')
  return row.id
}

/** Bytes of one part of a file: a row of a table bears so much. */
const PART_BYTES = 8 * 1024 * 1024

/** Keeps the file until its rows are copied. */
export async function keepImportFile(
  tx: Tx,
  merchant: MerchantId,
  { importId, bytes }: { readonly importId: number; readonly bytes: Uint8Array },
): Promise<void> {
  for (let part = 0; part * PART_BYTES < bytes.length; part++)
    await tx.query('insert into millrace.import_files (merchant_id, import_id, part, bytes) values ($1, $2, $3, $4)', [
      merchant,
      importId,
      part,
      Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)),
    ])
}

/** The file as it came. */
export async function readImportFile(tx: Tx, merchant: MerchantId, importId: number): Promise<Uint8Array> {
  const parts = await tx.query<{ bytes: Buffer }>(
    'select bytes from millrace.import_files where merchant_id = $1 and import_id = $2 order by part',
    [merchant, importId],
  )
  return Buffer.concat(parts.map(({ bytes }) => bytes))
}

/** Forgets the file: its rows are copied, or nobody wants them. */
export const dropImportFile = (tx: Tx, merchant: MerchantId, importId: number) =>
  tx.query('delete from millrace.import_files where merchant_id = $1 and import_id = $2', [merchant, importId])

/** The oldest import that has work before it after the given one, or null. */
export async function nextImport(tx: Tx, merchant: MerchantId, after: number): Promise<StoredImport | null> {
  const [row] = await tx.query<StoredImport>(
    `select ${COLUMNS} from millrace.imports
     where merchant_id = $1 and import_id > $2 and state in ('reading', 'applying', 'undoing') order by import_id limit 1`,
    [merchant, after],
  )
  return row ?? null
}

/** An import, or null. */
export async function findImport(tx: Tx, merchant: MerchantId, importId: number): Promise<StoredImport | null> {
  const [row] = await tx.query<StoredImport>(
    `select ${COLUMNS} from millrace.imports where merchant_id = $1 and import_id = $2`,
    [merchant, importId],
  )
  return row ?? null
}

/** The same, held until the transaction ends. */
export async function lockImport(tx: Tx, merchant: MerchantId, importId: number): Promise<StoredImport | null> {
  const [row] = await tx.query<StoredImport>(
    `select ${COLUMNS} from millrace.imports where merchant_id = $1 and import_id = $2 for update`,
    [merchant, importId],
  )
  return row ?? null
}

/** What deciding rows needs of the file's head. */
export async function importHead(tx: Tx, merchant: MerchantId, importId: number): Promise<unknown> {
  const [row] = await tx.query<{ head: unknown }>(
    'select head from millrace.imports where merchant_id = $1 and import_id = $2',
    [merchant, importId],
  )
  return row?.head ?? null
}

/** A page of all imports, the newest first; without their columns, of which one may have hundreds. */
export const listImports = (
  tx: Tx,
  merchant: MerchantId,
  {
    before,
    limit,
    kind = null,
  }: { readonly before: number | null; readonly limit: number; readonly kind?: ImportKind | null },
): Promise<StoredImport[]> =>
  tx.query<StoredImport>(
    `select ${COLUMNS.replace('recognized,', `recognized || '{"columns":[]}'::jsonb as recognized,`)} from millrace.imports
     where merchant_id = $1 and ($2::bigint is null or import_id < $2) and ($4::text is null or kind = $4) order by import_id desc limit $3`,
    [merchant, before, limit, kind],
  )

/** Writes an import as it is now; its maker, its file's name and its head stay. */
export const saveImport = (tx: Tx, merchant: MerchantId, now: StoredImport) =>
  tx.query(
    `update millrace.imports set kind = $3, state = $4, options = $5, recognized = $6, counts = $7, copied = $8, rows_read = $9,
       rows_done = $10, at_row = $11, problem = $12, applied_by = $13, applied_at = to_timestamp($14::float8 / 1000), undone_by = $15,
       undone_at = to_timestamp($16::float8 / 1000), ended_at = to_timestamp($17::float8 / 1000)
     where merchant_id = $1 and import_id = $2`,
    [
      merchant,
      now.importId,
      now.kind,
      now.state,
      JSON.stringify(now.options),
      now.recognized && JSON.stringify(now.recognized),
      JSON.stringify(now.counts),
      now.copied,
      now.rowsRead,
      now.rowsDone,
      now.atRow,
      now.problem && JSON.stringify(now.problem),
      now.appliedBy,
      now.appliedAt,
      now.undoneBy,
      now.undoneAt,
      now.endedAt,
    ],
  )

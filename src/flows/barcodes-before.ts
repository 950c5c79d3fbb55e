import { longBarcode } from '#core/catalog/match-listings.ts'
import type { Deciding } from '#core/spreadsheet/known-catalog.ts'
import { type ReadRow, readTemplateRow } from '#core/spreadsheet/row-of-template.ts'
import type { Tx } from './deps.ts'
import type { ImportRun } from './import-kind.ts'
import { ROWS_A_PAGE } from './look-ahead.ts'

type Barcodes = { readonly rows: Map<string, readonly number[]>; readonly upTo: number }

const BARCODES = 'barcodes'
/** Of more rows about one barcode the first ones say what there will be. */
const MOST_ROWS = 10

/**
 * The rows before this page that are about a barcode of it, as they were read (T3). While a file is looked through nothing of it is
 * written: an item that a row of an earlier page brings in counts as there for those that have its barcode.
 */
export async function rowsOfSameBarcodes(
  tx: Tx,
  run: ImportRun,
  { read, deciding }: { readonly read: readonly ReadRow[]; readonly deciding: Deciding },
): Promise<readonly ReadRow[]> {
  const before = await barcodesBefore(tx, run, deciding)
  const rows = new Set(read.flatMap((row) => before.get(barcodeOf(row) ?? '') ?? []))
  const { importId } = run.found
  const copied = rows.size === 0 ? [] : await tx.store.importRowsThatWrite({ importId, rows: [...rows] })
  note(before, read)
  run.kept.set(BARCODES, { rows: before, upTo: read.at(-1)?.row ?? run.found.atRow } satisfies Barcodes)
  return copied.map((row) => readTemplateRow(row, deciding))
}

/** Kept from one page to the next; read once where a run begins in the middle. */
async function barcodesBefore(tx: Tx, { found, kept }: ImportRun, deciding: Deciding): Promise<Barcodes['rows']> {
  const known = kept.get(BARCODES) as Barcodes | undefined
  if (known?.upTo === found.atRow) return known.rows
  const named = { ...deciding, columns: deciding.columns.filter(({ meaning }) => meaning !== null) }
  const rows: Barcodes['rows'] = new Map()
  const { importId, atRow } = found
  for (let after = 0; after < atRow; ) {
    const page = await tx.store.importRowsAfter({ importId, after, limit: ROWS_A_PAGE })
    const earlier = page.filter(({ row }) => row <= atRow).map((row) => readTemplateRow(row, named))
    note(rows, earlier)
    after = page.length === 0 ? atRow : (page.at(-1)?.row ?? atRow)
  }
  return rows
}

function note(before: Barcodes['rows'], read: readonly ReadRow[]): void {
  for (const row of read) {
    const barcode = barcodeOf(row)
    const known = barcode === null ? [] : (before.get(barcode) ?? [])
    if (barcode !== null && known.length < MOST_ROWS) before.set(barcode, [...known, row.row])
  }
}

const barcodeOf = (row: ReadRow): string | null =>
  row.ok && row.value.barcode !== null ? longBarcode(row.value.barcode) : null

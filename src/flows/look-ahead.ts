import type { StoredImport } from '#store/imports.ts'
import type { CopiedRow } from '#store/rows-of-imports.ts'
import type { Tx } from './deps.ts'
import type { ImportRun, OpenKind } from './import-kind.ts'

/** So many rows of an import are done in one transaction. */
export const ROWS_A_PAGE = 1000

/** The rows of an import behind one of them, as they were copied: what was copied never changes. */
export type RowsAhead = { readonly after: number; readonly rows: readonly CopiedRow[] }

const AHEAD = 'ahead'

/** The next page of rows. */
export const rowsAfter = (tx: Tx, { importId }: StoredImport, after: number): Promise<CopiedRow[]> =>
  tx.store.importRowsAfter({ importId, after, limit: ROWS_A_PAGE })

/** Reads the next page of rows while the database still works on this one (T3). What fails here is done again in its turn. */
export function lookAhead(run: ImportRun, kind: OpenKind, after: number): void {
  const { deps, merchant, found } = run
  const ahead = deps
    .transaction(merchant, 'app', (tx) => rowsAfter(tx, found, after))
    .then(
      (rows): RowsAhead => {
        kind.readAhead?.(run, rows)
        return { after, rows }
      },
      () => null,
    )
  run.kept.set(AHEAD, ahead)
}

/** What was read ahead, once; asked for outside any transaction, so that nobody waits for a connection and holds one. */
export async function takeAhead({ kept }: ImportRun): Promise<RowsAhead | null> {
  const ahead = (await kept.get(AHEAD)) as RowsAhead | null | undefined
  kept.delete(AHEAD)
  return ahead ?? null
}

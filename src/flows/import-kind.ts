import type { MerchantId } from '#core/ids.ts'
import type { Result } from '#core/problems.ts'
import type { ImportRow, RecognizedFile, RowDecision } from '#core/spreadsheet/import.ts'
import type { BroughtFile } from '#files/brought-file.ts'
import type { StoredImport } from '#store/imports.ts'
import type { AppliedRow, UndoneRow } from '#store/rows-of-imports.ts'
import type { Deps, Tx } from './deps.ts'

/** The import that a page of rows belongs to. `head`: what was kept of the file's head for deciding its rows. */
export type ImportRun = {
  readonly deps: Deps
  readonly merchant: MerchantId
  readonly found: StoredImport
  readonly head: unknown
  /** What a kind keeps from one page of this run to the next. */
  readonly kept: Map<string, unknown>
}

/**
 * A kind of file whose rows lie open. A page of rows is decided (what is known of them is loaded once), and when it is applied, decided
 * again and written in the same transaction, under the lock of the configuration; what `decide` gave as `before` and `after` comes back
 * to `undo`, whose rows come backwards. Twice the same target in one file is refused before `write`. `readAhead` is given the rows of the
 * next page while the database still works on this one: what can be read of them without it, it keeps in `run.kept`.
 */
export type OpenKind = {
  readonly buyers: false
  readAhead?(run: ImportRun, rows: readonly ImportRow[]): void
  /** Keeps for this run what its rows are decided by and no row changes: before a page's transaction, which holds its own connection. */
  ready?(run: ImportRun): Promise<void>
  decide(tx: Tx, run: ImportRun, rows: readonly ImportRow[]): Promise<readonly RowDecision[]>
  write(tx: Tx, run: ImportRun, decided: readonly RowDecision[]): Promise<void>
  undo(tx: Tx, run: ImportRun, rows: readonly AppliedRow[]): Promise<readonly UndoneRow[]>
}

/** A file as a kind with buyers takes it while it is open. */
export type FileInHand = {
  readonly file: Extract<BroughtFile, { ok: true }>
  readonly recognized: RecognizedFile
  readonly fileName: string
  readonly who: string
}

/**
 * A kind of file with buyers in it (U3): no cell of it lies open. `bring` reads it while the person waits, seals what it needs and makes
 * the row of `imports`; `step` is called by the job while the import is reading, applying or undoing, until it moved on.
 */
export type SealedKind = {
  readonly buyers: true
  bring(deps: Deps, merchant: MerchantId, brought: FileInHand): Promise<Result<StoredImport>>
  step(run: ImportRun): Promise<void>
}

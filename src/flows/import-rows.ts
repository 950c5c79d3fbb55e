import { problem } from '#core/problems.ts'
import { isText } from '#core/settings/faults.ts'
import { type ImportRow, type RowDecision, refusedRow } from '#core/spreadsheet/import.ts'
import { visibleText } from '#core/visible-text.ts'
import type { StoredImport } from '#store/imports.ts'
import type { CopiedRow } from '#store/rows-of-imports.ts'
import type { Tx } from './deps.ts'
import type { ImportRun, OpenKind } from './import-kind.ts'
import { lookAhead, ROWS_A_PAGE, type RowsAhead, rowsAfter, takeAhead } from './look-ahead.ts'
import { noteTargets, targetsBefore } from './targets-before.ts'

/** Does the next page of rows of an import, in one transaction: decides them, applies them, or takes them back (T3). */
export async function importPageOfRows(run: ImportRun, kind: OpenKind): Promise<'more' | 'over'> {
  const { deps, merchant, found } = run
  const ahead = await takeAhead(run)
  return deps.transaction(merchant, 'app', async (tx) => {
    if (found.state !== 'reading') await tx.store.lockConfiguration()
    const now = await tx.store.lockImport(found.importId)
    if (!now || now.state !== found.state) return 'over'
    const page = { ...run, found: now }
    const did = now.state === 'undoing' ? await undoPage(tx, page, kind) : await decidePage(tx, page, { kind, ahead })
    if (did === null) return endState(tx, run, now)
    await tx.store.saveImport({ ...now, rowsDone: now.rowsDone + did.rows, atRow: did.last })
    if (did.wrote) {
      await tx.store.bumpConfiguration()
      await tx.wake('reprocess')
    }
    return 'more'
  })
}

/** What a page did: how many rows, the last one, and whether anything was written; null when there was none left. */
type Did = { readonly rows: number; readonly last: number; readonly wrote: boolean } | null

async function decidePage(
  tx: Tx,
  run: ImportRun,
  { kind, ahead }: { readonly kind: OpenKind; readonly ahead: RowsAhead | null },
): Promise<Did> {
  const { importId, atRow, state } = run.found
  const rows = ahead?.after === atRow ? ahead.rows : await rowsAfter(tx, run.found, atRow)
  const last = rows.at(-1)
  if (!last) return null
  const decided = await decideRows(tx, run, { kind, rows })
  const isApplied = state === 'applying'
  const written = isApplied ? decided.filter(({ plan }) => plan !== null) : []
  const news = decided.filter((each, at) => !isSaidAlready(rows[at], each))
  // Sent at once, and run in this order: while the database works on them the rows of the next page are read.
  const writing = Promise.all([
    written.length > 0 && kind.write(tx, run, written),
    written.length > 0 && tx.store.keepForUndo({ importId, decided: written }),
    news.length > 0 && tx.store.writeDecisions({ importId, decided: news }),
  ])
  if (rows.length === ROWS_A_PAGE) lookAhead(run, kind, last.row)
  await writing
  return { rows: rows.length, last: last.row, wrote: written.length > 0 }
}

/** What is decided for rows of an import, fit to be stored; they are the page behind the row that the import is at. */
export async function decideRows(
  tx: Tx,
  run: ImportRun,
  { kind, rows }: { readonly kind: OpenKind; readonly rows: readonly ImportRow[] },
): Promise<readonly RowDecision[]> {
  if (rows.length === 0) return []
  const decided = await kind.decide(tx, run, rows)
  return confirmedOnly(run.found, await onceEach(tx, run, decided)).map(storable)
}

/** True where just this was said of a row when it was looked through: then nothing of it needs to be written again. */
const isSaidAlready = (row: CopiedRow | undefined, { target, outcome, asks, fault, changes }: RowDecision): boolean =>
  row !== undefined &&
  row.outcome === outcome &&
  row.target === target &&
  row.asks === asks &&
  fault === null &&
  !row.isFaulty &&
  row.changes === (changes.length === 0 ? null : JSON.stringify(changes))

/** The first row of a target counts; a later one is refused, whatever it says: which of the two is meant nobody knows but a person. */
async function onceEach(tx: Tx, run: ImportRun, decided: readonly RowDecision[]): Promise<readonly RowDecision[]> {
  const before = await targetsBefore(tx, run)
  const here = new Map<string, number>()
  const once = decided.map((each) => {
    const { row, target } = each
    if (target === null) return each
    const other = before.get(target) ?? here.get(target)
    if (other === undefined) here.set(target, row)
    if (other === undefined || each.outcome === 'refused') return each
    return refusedRow(row, target, {
      column: null,
      value: '',
      problem: problem('import-twice', { target, row: other }),
    })
  })
  noteTargets(run, { targets: here, last: decided.at(-1)?.row ?? run.found.atRow })
  return once
}

/** Rows that unlink a listing wait for a person's word. */
const confirmedOnly = ({ state, options }: StoredImport, decided: readonly RowDecision[]): readonly RowDecision[] =>
  decided.map((each) =>
    state !== 'applying' || each.asks === null || options.confirmUnlink
      ? each
      : refusedRow(each.row, each.target, {
          column: null,
          value: '',
          problem: problem('import-unlinks', { count: 1 }),
        }),
  )

/** Foreign text made fit for a database and for people. */
function storable(decision: RowDecision): RowDecision {
  const { target, fault } = decision
  const facts =
    fault &&
    Object.entries(fault.problem.facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? visibleText(value, 300) : value,
    ])
  return {
    ...decision,
    target: target !== null && isText(target, 1, 400) ? target : null,
    fault: fault && {
      column: fault.column,
      value: visibleText(fault.value, 200),
      problem: { code: fault.problem.code, facts: Object.fromEntries(facts ?? []) },
    },
    changes: decision.changes.map(({ field, from, to }) => ({
      field: visibleText(field),
      from: visibleText(from, 200),
      to: visibleText(to, 200),
    })),
  }
}

async function undoPage(tx: Tx, run: ImportRun, kind: OpenKind): Promise<Did> {
  const { importId, atRow } = run.found
  const rows = await tx.store.appliedRowsBefore({ importId, before: atRow, limit: ROWS_A_PAGE })
  const last = rows.at(-1)
  if (!last) return null
  const undone = await kind.undo(tx, run, rows)
  await tx.store.writeUndone({ importId, rows: undone })
  return { rows: rows.length, last: last.row, wrote: undone.some((each) => each.undone === 'undone') }
}

async function endState(tx: Tx, { deps }: ImportRun, now: StoredImport): Promise<'over'> {
  const counts = await tx.store.countImportRows(now.importId)
  const ended = { ...now, counts, atRow: 0, rowsDone: now.rowsRead }
  const at = deps.now()
  if (now.state === 'reading') await tx.store.saveImport({ ...ended, state: 'previewed' })
  else await tx.store.saveImport({ ...ended, state: now.state === 'applying' ? 'applied' : 'undone', endedAt: at })
  return 'over'
}

import { problem } from '#core/problems.ts'
import { isText } from '#core/settings/faults.ts'
import { type RowDecision, refusedRow } from '#core/spreadsheet/import.ts'
import { visibleText } from '#core/visible-text.ts'
import type { StoredImport } from '#store/imports.ts'
import type { Tx } from './deps.ts'
import type { ImportRun, OpenKind } from './import-kind.ts'

const ROWS_A_PAGE = 1000

/** Does the next page of rows of an import, in one transaction: decides them, applies them, or takes them back (T3). */
export function importPageOfRows(run: ImportRun, kind: OpenKind): Promise<'more' | 'over'> {
  const { deps, merchant, found } = run
  return deps.transaction(merchant, 'app', async (tx) => {
    if (found.state !== 'reading') await tx.store.lockConfiguration()
    const now = await tx.store.lockImport(found.importId)
    if (!now || now.state !== found.state) return 'over'
    const did =
      now.state === 'undoing'
        ? await undoPage(tx, { ...run, found: now }, kind)
        : await decidePage(tx, { ...run, found: now }, kind)
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

async function decidePage(tx: Tx, run: ImportRun, kind: OpenKind): Promise<Did> {
  const { importId, atRow, state } = run.found
  const rows = await tx.store.importRowsAfter({ importId, after: atRow, limit: ROWS_A_PAGE })
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const targets = await kind.decide(tx, run, rows)
  const decided = confirmedOnly(run.found, await onceEach(tx, { importId, before: first.row, decided: targets })).map(
    storable,
  )
  const isApplied = state === 'applying'
  const written = isApplied ? decided.filter(({ plan }) => plan !== null) : []
  if (written.length > 0) await kind.write(tx, run, written)
  await tx.store.writeDecisions({ importId, decided, kept: isApplied })
  return { rows: rows.length, last: last.row, wrote: written.length > 0 }
}

/** The first row of a target counts; a later one is refused, whatever it says: which of the two is meant nobody knows but a person. */
async function onceEach(
  tx: Tx,
  asked: { readonly importId: number; readonly before: number; readonly decided: readonly RowDecision[] },
): Promise<readonly RowDecision[]> {
  const { importId, before, decided } = asked
  const named = decided.flatMap(({ target }) => (target === null || !isText(target, 1, 400) ? [] : [target]))
  const earlier = await tx.store.earlierTargets({ importId, before, targets: [...new Set(named)] })
  const first = new Map(earlier.map(({ target, row }) => [target, row]))
  return decided.map((each) => {
    const { row, target } = each
    if (target === null) return each
    const other = first.get(target)
    if (other === undefined) first.set(target, row)
    if (other === undefined || each.outcome === 'refused') return each
    return refusedRow(row, target, {
      column: null,
      value: '',
      problem: problem('import-twice', { target, row: other }),
    })
  })
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

import { type Problem, problem } from '#core/problems.ts'
import { IMPORT_OUTCOMES, type ImportRow } from '#core/spreadsheet/import.ts'
import type { StoredImport } from '#store/imports.ts'
import type { Tx } from './deps.ts'
import type { ImportRun, OpenKind } from './import-kind.ts'
import { decideRows } from './import-rows.ts'

/** More rows than anybody can look through; Amazon's own limit for a file is far below. */
export const MOST_IMPORT_ROWS = 250_000
const ROWS_AT_ONCE = 1000

/**
 * Copies the rows of a file, so many at once, and looks through them on the way where it is known what they are; after a stop it goes on
 * behind the last row that was copied (T3, T5). While the database works on a page the next one is read.
 */
export async function copyRows(run: ImportRun, kind: OpenKind | null): Promise<void> {
  const { deps, merchant, found } = run
  const bytes = await deps.transaction(merchant, 'app', (tx) => tx.store.readImportFile(found.importId))
  const file = await deps.openBrought(bytes)
  if (!file.ok) return end(run, problem('import-unreadable', { why: file.why }))
  const waiting: ImportRow[] = []
  const from = Math.max(found.recognized?.dataRow ?? 1, found.atRow + 1)
  const pages = inTurn((rows: readonly ImportRow[]) => keep(run, kind, rows))
  try {
    const why = await file.rows(found.recognized?.sheet ?? 0, async (rows) => {
      for (const { row, cells, faults = [] } of rows)
        if (row >= from && !isBlank(cells, faults))
          waiting.push({ row, cells, faults: faults.map(({ column }) => column) })
      if (waiting.length < ROWS_AT_ONCE) return false
      const page = waiting.splice(0)
      kind?.readAhead?.(run, page)
      return (await pages.next(page)) === 'over'
    })
    if ((await pages.last()) === 'over') return
    if (why !== null) return await end(run, problem('import-unreadable', { why }))
    if ((await keep(run, kind, waiting)) === 'on') await end(run, null)
  } finally {
    await pages.last().catch(() => {})
    file.close()
  }
}

/** One page at a time: the next one is taken on while the last one is at work, and waits for it. */
function inTurn<Page>(work: (page: Page) => Promise<'on' | 'over'>) {
  let working: Promise<'on' | 'over'> = Promise.resolve('on')
  return {
    last: () => working,
    async next(page: Page): Promise<'on' | 'over'> {
      if ((await working) === 'over') return 'over'
      working = work(page)
      // Who asks for it next is told of its failure; nobody asks at once.
      working.catch(() => {})
      return 'on'
    },
  }
}

const isBlank = (cells: readonly string[], faults: readonly unknown[]): boolean =>
  faults.length === 0 && cells.every((cell) => cell.trim() === '')

/** Works on the import if it still waits for its rows. */
const whileReading = (
  { deps, merchant, found }: ImportRun,
  work: (tx: Tx, now: StoredImport) => Promise<'on' | 'over'>,
): Promise<'on' | 'over'> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const now = await tx.store.lockImport(found.importId)
    return now?.state === 'reading' && !now.copied ? work(tx, now) : 'over'
  })

const keep = (run: ImportRun, kind: OpenKind | null, waiting: readonly ImportRow[]): Promise<'on' | 'over'> =>
  whileReading(run, async (tx, now) => {
    // A command line and a server may copy the same file at once: what the other one kept is not counted again.
    const rows = (waiting[0]?.row ?? 0) > now.atRow ? waiting : waiting.filter(({ row }) => row > now.atRow)
    const rowsRead = now.rowsRead + rows.length
    if (rowsRead > MOST_IMPORT_ROWS)
      return fail(run, tx, { now, why: problem('import-too-long', { most: MOST_IMPORT_ROWS }) })
    const decided = kind ? await decideRows(tx, { ...run, found: now }, { kind, rows }) : []
    if (rows.length > 0) await tx.store.addImportRows({ importId: now.importId, rows, decided })
    await tx.store.saveImport({ ...now, rowsRead, atRow: rows.at(-1)?.row ?? now.atRow })
    return 'on'
  })

async function end(run: ImportRun, why: Problem | null): Promise<void> {
  await whileReading(run, async (tx, now) => {
    const empty = now.rowsRead === 0 ? problem('import-empty', { row: now.recognized?.dataRow ?? 1 }) : null
    const fault = why ?? empty
    if (fault) return fail(run, tx, { now, why: fault })
    await tx.store.dropImportFile(now.importId)
    const copied = { ...now, copied: true, atRow: 0 }
    await tx.store.saveImport(now.kind === null ? { ...copied, state: 'columns' } : await lookedThrough(tx, copied))
    return 'over'
  })
}

/** The import as looked through, where all of its rows were on the way; else they are looked through next. */
async function lookedThrough(tx: Tx, copied: StoredImport): Promise<StoredImport> {
  const counts = await tx.store.countImportRows(copied.importId)
  const decided = IMPORT_OUTCOMES.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0)
  return decided < copied.rowsRead ? copied : { ...copied, state: 'previewed', counts, rowsDone: copied.rowsRead }
}

async function fail(
  { deps }: ImportRun,
  tx: Tx,
  { now, why }: { readonly now: StoredImport; readonly why: Problem },
): Promise<'over'> {
  await tx.store.dropImportFile(now.importId)
  await tx.store.dropImportRows(now.importId)
  await tx.store.saveImport({ ...now, state: 'failed', problem: why, rowsRead: 0, endedAt: deps.now() })
  return 'over'
}

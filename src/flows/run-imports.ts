import type { MerchantId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import type { StoredImport } from '#store/imports.ts'
import { copyRows } from './copy-import.ts'
import type { Deps } from './deps.ts'
import type { ImportRun } from './import-kind.ts'
import { KINDS_OF_IMPORTS } from './import-kinds.ts'
import { importPageOfRows } from './import-rows.ts'
import { takeAhead } from './look-ahead.ts'

const PAGES_A_RUN = 40

/**
 * Works on the files that people brought, the oldest first: copies their rows, looks through them, applies or undoes them page by page
 * (T3). A run that is stopped anywhere goes on where the last page ended. One that cannot go on is ended, and stops no other.
 */
export async function runImports(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  for (let pages = 0; pages < PAGES_A_RUN; ) {
    const { found, head } = await deps.transaction(merchant, 'app', async (tx) => {
      const next = await tx.store.nextImport(0)
      return { found: next, head: next ? await tx.store.importHead(next.importId) : null }
    })
    if (!found) return { again: null }
    try {
      pages += await workOn({ deps, merchant, found, head, kept: new Map() }, PAGES_A_RUN - pages)
    } catch (error) {
      if (deps.isPassing(error)) throw error
      deps.log.alarm('An import broke off.', { merchant, import: found.importId, error: (error as Error).name })
      await breakOff(deps, merchant, found)
    }
  }
  return { again: deps.now() }
}

/** Does pages of one import until its state is over, at most so many; gives how many it did. */
async function workOn(run: ImportRun, most: number): Promise<number> {
  const { found } = run
  const kind = found.kind === null ? undefined : KINDS_OF_IMPORTS[found.kind]
  if (kind?.buyers) {
    await kind.step(run)
    return 1
  }
  if (found.state !== 'undoing') await kind?.ready?.(run)
  if (found.state === 'reading' && !found.copied) {
    await copyRows(run, kind ?? null)
    return 1
  }
  if (!kind) throw new Error(`There is no import of kind ${found.kind}.`)
  try {
    for (let pages = 1; ; pages++) if ((await importPageOfRows(run, kind)) === 'over' || pages >= most) return pages
  } finally {
    await takeAhead(run)
  }
}

/** What was written before stays, and can be undone. */
const breakOff = (deps: Deps, merchant: MerchantId, { importId }: StoredImport) =>
  deps.transaction(merchant, 'app', async (tx) => {
    const now = await tx.store.lockImport(importId)
    if (!now) return
    const broke = problem('import-broke', { row: now.atRow + 1 })
    await tx.store.dropImportFile(importId)
    const counts = await tx.store.countImportRows(importId)
    await tx.store.saveImport({ ...now, state: 'failed', problem: broke, counts, endedAt: deps.now() })
  })

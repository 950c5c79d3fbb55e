import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { ImportKind } from '#core/spreadsheet/import.ts'
import { recognizeFile } from '#core/spreadsheet/recognize-file.ts'
import { templateHead } from '#core/spreadsheet/template-head.ts'
import { visibleText } from '#core/visible-text.ts'
import type { StoredImport } from '#store/imports.ts'
import type { Deps } from './deps.ts'
import { KINDS_OF_IMPORTS } from './import-kinds.ts'
import { asRemembered } from './remember-columns.ts'

/** A file as a person brings it. */
export type Brought = {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** What the person says it holds; null: its head tells. */
  readonly kind: ImportKind | null
  readonly who: string
  /** False for who may not write orders: a file that holds some is refused. */
  readonly mayWriteOrders?: boolean
}

/** So long the rows of an import are kept, and it can be undone. */
export const ROWS_KEPT_DAYS = 90
const DAY = 24 * 3_600_000
const LONGEST_NAME = 200

/**
 * Takes a file that a person brought (T3, T5): its head is read at once, so that what cannot be read is refused now; its rows are copied
 * and looked through by the job. Files with buyers in them go to their own kind, which keeps nothing of them open.
 */
export async function bringImport(
  deps: Deps,
  merchant: MerchantId,
  { bytes, fileName, kind, who, mayWriteOrders = true }: Brought,
): Promise<Result<StoredImport>> {
  const file = await deps.openBrought(bytes)
  if (!file.ok) return failed('import-unreadable', { why: file.why })
  try {
    const recognized = recognizeFile(file.sheets, { decode: deps.fromBase64, wanted: kind })
    if (!recognized.ok) return recognized
    const { file: seen, template } = recognized.value
    const own = seen.kind === null ? undefined : KINDS_OF_IMPORTS[seen.kind]
    const name = visibleText(fileName, LONGEST_NAME)
    if (own?.buyers && !mayWriteOrders) return failed('import-not-permitted')
    if (own?.buyers) return await own.bring(deps, merchant, { file, recognized: seen, fileName: name, who })
    const sheet = visibleText(file.sheets[seen.sheet]?.name ?? '')
    const at = deps.now()
    return await deps.transaction(merchant, 'app', async (tx) => {
      await tx.store.forgetOldRows(at - ROWS_KEPT_DAYS * DAY)
      const found = await asRemembered(deps, tx, { file: seen, wanted: kind })
      const importId = await tx.store.addImport({
        kind: found.kind,
        state: 'reading',
        fileName: name,
        sheet,
        options: {},
        recognized: found,
        copied: false,
        head: template && templateHead(template),
        by: who,
        at,
      })
      await tx.store.keepImportFile({ importId, bytes })
      await tx.wake('imports')
      const made = await tx.store.findImport(importId)
      if (!made) throw new Error('The import was not begun.')
      return ok(made)
    })
  } finally {
    file.close()
  }
}

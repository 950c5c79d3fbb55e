import type { MerchantId } from '#core/ids.ts'
import { addressFile } from '#core/pii/address-file.ts'
import { type FileLayout, STANDARD_LAYOUT } from '#core/pii/file-layout.ts'
import type { Viewer } from '#core/pii/grant.ts'
import { LABEL_FIELDS } from '#core/pii/purposes.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { openForPerson } from './open-for-person.ts'

/** A file of addresses on its way to who asked for it. */
export type FetchedExport = { readonly exportId: number; readonly text: string; readonly layout: FileLayout }

/**
 * Gives an export, once: whoever comes second, after ten minutes or from another session gets nothing. The file is written now, from what
 * is in the vault now, with a row in the audit for each order; a refusal leaves the export as it was (D35, U3).
 */
export async function fetchExport(
  deps: Deps,
  merchant: MerchantId,
  { viewer, tokenHash }: { readonly viewer: Viewer; readonly tokenHash: Buffer },
): Promise<Result<FetchedExport>> {
  if (viewer.kind === 'key') return failed('buyer-only-for-people')
  return deps.transaction(merchant, { vault: 'reveal' }, async (tx) => {
    const taken = await tx.store.takeExport({ ...viewer, tokenHash, at: deps.now() })
    if (!taken) return failed('export-used-up')
    const { purpose, orderIds, exportId } = taken
    const shown = await openForPerson(deps, tx, {
      viewer,
      way: 'export',
      purpose,
      orders: orderIds,
      fields: LABEL_FIELDS,
    })
    if (!shown.ok) {
      await tx.store.giveBackExport(exportId)
      return shown
    }
    const layout = taken.layout ?? STANDARD_LAYOUT
    return ok({ exportId, text: addressFile(shown.value, layout), layout })
  })
}

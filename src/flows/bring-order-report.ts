import type { MerchantId } from '#core/ids.ts'
import { failed, type Result } from '#core/problems.ts'
import { recognizeFile } from '#core/spreadsheet/recognize-file.ts'
import { visibleText } from '#core/visible-text.ts'
import type { StoredImport } from '#store/imports.ts'
import type { Deps } from './deps.ts'
import { ORDER_REPORT } from './import-order-report.ts'

const LONGEST_NAME = 200

/** Takes Seller Central's order report, and nothing else, from somebody who works with orders and not with items (H1). */
export async function bringOrderReport(
  deps: Deps,
  merchant: MerchantId,
  { bytes, fileName, who }: { readonly bytes: Uint8Array; readonly fileName: string; readonly who: string },
): Promise<Result<StoredImport>> {
  const file = await deps.openBrought(bytes)
  if (!file.ok) return failed('import-unreadable', { why: file.why })
  try {
    const recognized = recognizeFile(file.sheets, { decode: deps.fromBase64, wanted: 'order-report' })
    if (!recognized.ok || recognized.value.file.kind !== 'order-report') return failed('not-an-order-report')
    const name = visibleText(fileName, LONGEST_NAME)
    return await ORDER_REPORT.bring(deps, merchant, { file, recognized: recognized.value.file, fileName: name, who })
  } finally {
    file.close()
  }
}

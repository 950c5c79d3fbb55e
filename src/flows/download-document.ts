import type { WireOrder } from '#amazon/port.ts'
import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** Gives a document as it was received, without its buyer data (E2, U2). */
export async function downloadDocument(
  deps: Deps,
  merchant: MerchantId,
  documentId: number,
): Promise<Result<WireOrder>> {
  const kept = await deps.transaction(merchant, { vault: 'mask' }, (tx) => tx.vault.openDocuments([documentId]))
  const original = kept.get(documentId)
  return original
    ? ok(deps.amazon.maskedOrder(original))
    : failed('not-found', { what: `original of document ${documentId}` })
}

import type { MerchantId } from '#core/ids.ts'
import type { Viewer } from '#core/pii/grant.ts'
import type { Sender } from '#core/pii/label-page.ts'
import { LABEL_FIELDS, type RevealPurpose } from '#core/pii/purposes.ts'
import { ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { openForPerson, type ShownOrder } from './open-for-person.ts'

/** What is printed: orders with where they go, and who sends them. */
export type Labels = { readonly orders: readonly ShownOrder[]; readonly from: Sender }

/** Opens orders for labels and packing slips, each with its row in the audit (D15, D35). */
export function printLabels(
  deps: Deps,
  merchant: MerchantId,
  asked: { readonly viewer: Viewer; readonly orders: readonly (number | string)[]; readonly purpose: RevealPurpose },
): Promise<Result<Labels>> {
  return deps.transaction(merchant, { vault: 'reveal' }, async (tx) => {
    const shown = await openForPerson(deps, tx, { ...asked, way: 'print', fields: LABEL_FIELDS })
    if (!shown.ok) return shown
    const { details } = await tx.store.merchantDetails()
    return ok({ orders: shown.value, from: details.shipFrom })
  })
}

import type { MerchantId } from '#core/ids.ts'
import type { Viewer } from '#core/pii/grant.ts'
import { FIELDS_FOR, type RevealPurpose } from '#core/pii/purposes.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { openForPerson, type ShownOrder } from './open-for-person.ts'

/** Shows the buyer of one order to a person: what its purpose needs of it, and nothing without its row in the audit (U3). */
export function revealBuyer(
  deps: Deps,
  merchant: MerchantId,
  asked: { readonly viewer: Viewer; readonly order: number | string; readonly purpose: RevealPurpose },
): Promise<Result<ShownOrder>> {
  const { viewer, order, purpose } = asked
  return deps.transaction(merchant, { vault: 'reveal' }, async (tx) => {
    const wish = { viewer, way: 'reveal', purpose, orders: [order], fields: FIELDS_FOR[purpose] } as const
    const shown = await openForPerson(deps, tx, wish)
    if (!shown.ok) return shown
    const [one] = shown.value
    return one ? ok(one) : failed('buyer-gone', { count: 1 })
  })
}

import type { MerchantId } from '#core/ids.ts'
import type { Viewer } from '#core/pii/grant.ts'
import { FIELDS_FOR } from '#core/pii/purposes.ts'
import type { Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { openForPerson, type ShownOrder } from './open-for-person.ts'

/** Shows where orders go during a shipping run, without asking for the second factor again (U3). */
export const showInRun = (
  deps: Deps,
  merchant: MerchantId,
  asked: { readonly viewer: Viewer; readonly orders: readonly (number | string)[] },
): Promise<Result<readonly ShownOrder[]>> =>
  deps.transaction(merchant, { vault: 'reveal' }, (tx) =>
    openForPerson(deps, tx, { ...asked, way: 'run', purpose: 'ship', fields: FIELDS_FOR.ship }),
  )

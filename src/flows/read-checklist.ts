import type { MerchantId } from '#core/ids.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import { type ChecklistStep, checklist } from '#core/settings/checklist.ts'
import { levelsWithoutMethod } from '#core/settings/levels-without-method.ts'
import type { Deps } from './deps.ts'

/** The steps before importing starts, and whether it can (C9). */
export type ReadChecklist = { readonly ready: boolean; readonly steps: readonly ChecklistStep[] }

/** How far a merchant is on the way to importing (C9). */
export function readChecklist(deps: Deps, merchant: MerchantId): Promise<ReadChecklist> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const { orders, shipping } = await tx.store.readSettings()
    const { timeZone } = await tx.store.merchantFacts()
    const steps = checklist({
      connections: await tx.store.listConnections(),
      notBefore: orders.notBefore,
      today: dayOf(deps.now(), timeZone),
      levelsWithout: levelsWithoutMethod(shipping.levels, await tx.store.listMethods()),
      ...(await tx.store.countCatalog()),
    })
    return { ready: steps.every(({ done, required }) => done || !required), steps }
  })
}

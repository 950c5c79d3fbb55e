import type { MerchantId } from '#core/ids.ts'
import type { Deps, Tx } from './deps.ts'
import { lookAtSkus } from './look-at-skus.ts'

type Again = { again: number | null }

const AT_ONCE = 200

/**
 * Looks at the SKUs of items whose stock, price or options changed, for every connection that sends, and wakes what sends them (I11).
 * However often an item changed meanwhile, it is looked at once.
 */
export function lookAtTouched(deps: Deps, merchant: MerchantId): Promise<Again> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const touched = await tx.store.touchedItems(AT_ONCE)
    if (touched.length === 0) return { again: null }
    for (const byOrders of [false, true]) {
      const items = touched.filter((each) => each.byOrders === byOrders).map(({ itemId }) => itemId)
      if (items.length > 0) await lookFor(deps, tx, { items, byOrders })
    }
    await tx.store.forgetTouched(touched)
    return { again: touched.length === AT_ONCE ? deps.now() : null }
  })
}

type Touched = { readonly items: Parameters<Tx['store']['skusOfItems']>[0]['items']; readonly byOrders: boolean }

async function lookFor(deps: Deps, tx: Tx, { items, byOrders }: Touched): Promise<void> {
  for (const id of await tx.store.sendingConnections()) {
    const connection = await tx.store.findConnection(id)
    const sending = await tx.store.readSwitches(id)
    const skus = await tx.store.skusOfItems({ connection: id, items })
    if (!connection || !sending || skus.length === 0) continue
    const outcomes = await lookAtSkus(tx, { connection, skus, occasion: 'changes', sending, at: deps.now() })
    await tx.store.recordLook({ connection: id, outcomes, urgent: true, byOrders, at: deps.now() })
    if (outcomes.some(({ what }) => what === 'due')) await tx.wake('listings', id)
  }
}

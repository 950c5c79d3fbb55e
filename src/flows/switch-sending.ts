import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Switches } from '#core/inventory/sku-field.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { noteSettings } from './note-settings.ts'

/** A person's word about what goes up. `seen`: the dry run was shown and agreed to; nothing is switched on without it (I14). */
export type SwitchWish = {
  readonly connection: ConnectionId
  readonly stock?: boolean | undefined
  readonly price?: boolean | undefined
  readonly seen: boolean
  readonly who: string
}

/** Everything that differs goes up at once, not at the next full hour. */
const BEGIN = { kind: 'changes', skus: null } as const

/** Switches the sending of stock or price of a connection on or off (I14). What was sent stays as it is at Amazon. */
export function switchSending(deps: Deps, merchant: MerchantId, wish: SwitchWish): Promise<Result<Switches>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const before = await tx.store.readSwitches(wish.connection)
    if (!before) return failed('not-found', { what: `authorized connection [${wish.connection}]` })
    const stock = wish.stock ?? before.stock
    const price = wish.price ?? before.price
    const switchedOn = (stock && !before.stock) || (price && !before.price)
    if (switchedOn && !wish.seen) return failed('dry-run-not-seen')
    if (price && !(await tx.store.readInventorySettings()).includePrice) return failed('price-not-included')
    await tx.store.writeSwitches({ connection: wish.connection, stock, price, who: wish.who, at: deps.now() })
    const named = (to: { readonly stock: boolean; readonly price: boolean }) => ({ [wish.connection]: to })
    await noteSettings(deps, tx, { section: 'sending', before: named(before), after: named({ stock, price }) })
    if (switchedOn) await tx.store.beginCycle({ ...BEGIN, connection: wish.connection, by: wish.who, at: deps.now() })
    if (stock || price) await tx.wake('listings', wish.connection)
    return ok({ ...before, stock, price })
  })
}

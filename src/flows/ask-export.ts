import type { MerchantId } from '#core/ids.ts'
import type { Viewer } from '#core/pii/grant.ts'
import { LABEL_FIELDS, type RevealPurpose } from '#core/pii/purposes.ts'
import { ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { askGrant, findOrders, refused } from './open-for-person.ts'

/** How long an export can be fetched. */
const FETCHED_WITHIN = 10 * 60_000

/** An export that waits to be fetched: with this word, once. */
export type AskedExport = {
  readonly exportId: number
  readonly download: string
  readonly expiresAt: number
  readonly orders: number
}

/**
 * Writes an export of addresses into the register and gives the word that fetches it. Nothing is opened and no file is made before it is
 * fetched; who may not open these orders now is refused now (D35).
 */
export function askExport(
  deps: Deps,
  merchant: MerchantId,
  asked: {
    readonly viewer: Viewer
    readonly orders: readonly (number | string)[]
    readonly purpose: RevealPurpose
    readonly withBom: boolean
  },
): Promise<Result<AskedExport>> {
  const { viewer, purpose, withBom } = asked
  return deps.transaction(merchant, { vault: 'reveal' }, async (tx) => {
    const found = await findOrders(tx, asked.orders)
    if (!found.ok) return found
    const orders = found.value
    const wish = { ...asked, way: 'export', fields: LABEL_FIELDS } as const
    const granted = await askGrant(deps, tx, { wish, orders })
    if (!granted.ok) return refused(deps, tx, { viewer, way: 'export', problem: granted.problem, orders })
    const { person } = granted.value
    const { secret, hash } = deps.newSecret()
    const at = deps.now()
    const expiresAt = at + FETCHED_WITHIN
    const orderIds = orders.map(({ orderId }) => orderId)
    const register = {
      ...person,
      who: person.email,
      tokenHash: hash,
      purpose,
      withBom,
      orderIds,
      createdAt: at,
      expiresAt,
    }
    const exportId = await tx.store.addExport(register)
    const facts = { export: exportId, orders: orderIds.length }
    tx.audit.note({ at, act: 'export-asked', who: person.email, purpose, facts })
    return ok({ exportId, download: secret, expiresAt, orders: orderIds.length })
  })
}

import type { MerchantId } from '#core/ids.ts'
import type { Viewer } from '#core/pii/grant.ts'
import { LABEL_FIELDS, type RevealPurpose } from '#core/pii/purposes.ts'
import { MOST_REVEALS } from '#core/pii/reveal-ways.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { QueueFilter } from '#core/shipments/queue-filter.ts'
import type { ExportLayout } from '#store/exports.ts'
import type { Deps, VaultTx } from './deps.ts'
import { askGrant, findOrders, refused } from './open-for-person.ts'
import { queueAsked } from './read-queue.ts'

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
    /** Which orders, or all of the clerk's queue that a filter leaves. */
    readonly orders: readonly (number | string)[] | QueueFilter
    readonly purpose: RevealPurpose
    readonly layout: ExportLayout
  },
): Promise<Result<AskedExport>> {
  const { viewer, purpose, layout } = asked
  return deps.transaction(merchant, { vault: 'reveal' }, async (tx) => {
    const keys = isFilter(asked.orders) ? await queuedNumbers(deps, tx, asked.orders) : asked.orders
    if (keys.length === 0) return failed('nothing-queued')
    const found = await findOrders(tx, keys)
    if (!found.ok) return found
    const orders = found.value
    const wish = { viewer, purpose, orders: keys, way: 'export', fields: LABEL_FIELDS } as const
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
      layout,
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

const isFilter = (orders: readonly (number | string)[] | QueueFilter): orders is QueueFilter => !Array.isArray(orders)

/** One more than anybody may export: then the limit says so. */
const queuedNumbers = async (deps: Deps, tx: VaultTx, filter: QueueFilter): Promise<readonly number[]> =>
  tx.store.queuedNumbers({ ...(await queueAsked(deps, tx, filter)), limit: MOST_REVEALS.export + 1 })

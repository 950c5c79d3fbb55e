import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { startOfDay } from '#core/orders/merchant-time.ts'
import { nextNight } from '#core/orders/next-night.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { levelsWithoutMethod } from '#core/settings/levels-without-method.ts'
import { LEVEL_NAMES } from '#core/shipping/service-level.ts'
import type { Deps, Tx } from './deps.ts'
import { noteSettings } from './note-settings.ts'

/** Starts importing from the day of O2, else from now; each service level must have a method in use first (C9, O9). Starting again after a pause goes on where it stopped. */
export function startImporting(
  deps: Deps,
  merchant: MerchantId,
  connection: ConnectionId,
): Promise<Result<{ from: number }>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const found = await tx.store.findConnection(connection)
    if (!found) return failed('not-found', { what: `connection ${connection}` })
    if (found.state === 'by-files') return failed('works-by-files', { connection })
    const { orders, shipping } = await tx.store.readSettings()
    const without = levelsWithoutMethod(shipping.levels, await tx.store.listMethods())
    if (without.length > 0)
      return failed('not-ready-to-start', {
        why: `no shipping method is valid for ${without.map((level) => LEVEL_NAMES[level]).join(', ')}. A disabled one counts as none.`,
      })
    const now = deps.now()
    const facts = await tx.store.merchantFacts()
    const from = orders.notBefore === null ? now : startOfDay(orders.notBefore, facts.timeZone)
    await setImporting(deps, tx, { found, importing: true })
    await tx.store.openSweep({ connection, watermark: Math.min(from, now) })
    await tx.wake('sweep-orders', connection)
    const nextAt = nextNight(now, facts.timeZone, deps.random())
    await tx.store.planReconciliation({ connection, kind: 'night', nextAt })
    await tx.wake('reconcile', connection, nextAt)
    if (await tx.store.openReconciliation({ connection, kind: 'back-fill' })) await tx.wake('backfill', connection)
    await tx.wake('reread-pending')
    await tx.wake('watch-pages')
    await tx.wake('notify')
    await tx.wake('purge-buyer-data')
    return ok({ from })
  })
}

/** Pauses importing; nothing is lost by it: starting again goes on where it stopped (C9). */
export function pauseImporting(deps: Deps, merchant: MerchantId, connection: ConnectionId): Promise<Result<null>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const found = await tx.store.findConnection(connection)
    if (!found) return failed('not-found', { what: `connection ${connection}` })
    await setImporting(deps, tx, { found, importing: false })
    return ok(null)
  })
}

type Switched = {
  readonly found: { readonly id: ConnectionId; readonly importing: boolean }
  readonly importing: boolean
}

async function setImporting(deps: Deps, tx: Tx, { found, importing }: Switched): Promise<void> {
  await tx.store.setImporting({ connection: found.id, importing, at: deps.now() })
  const [before, after] = [{ [found.id]: { importing: found.importing } }, { [found.id]: { importing } }]
  await noteSettings(deps, tx, { section: 'importing', before, after })
}

import type { MerchantId } from '#core/ids.ts'
import type { Viewer } from '#core/pii/grant.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { isFresh } from '#core/sign-in/session-ends.ts'
import type { ShippingRun } from '#store/shipping-runs.ts'
import type { Deps } from './deps.ts'

const MINUTE = 60_000
/** The longest run (U3). */
export const LONGEST_RUN = 4 * 60

/**
 * Begins a shipping run: with one fresh second factor the addresses of orders that wait to be shipped can be seen in this session for
 * some hours. It covers what is open at each moment, so orders that come in join and those that left are closed (U3).
 */
export function beginShippingRun(
  deps: Deps,
  merchant: MerchantId,
  { viewer, minutes }: { readonly viewer: Viewer; readonly minutes: number },
): Promise<Result<ShippingRun>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    if (viewer.kind === 'key') return failed('buyer-only-for-people')
    const missing = (['pii:reveal', 'shipments:write'] as const).find((scope) => !viewer.scopes.includes(scope))
    if (missing) return failed('buyer-not-permitted', { scope: missing })
    const at = deps.now()
    if (!isFresh(viewer.secondFactorAt, at)) return failed('second-factor-needed')
    const openOrders = await tx.store.countOrdersToShip()
    const endsAt = at + Math.min(minutes, LONGEST_RUN) * MINUTE
    const runId = await tx.store.beginRun({ ...viewer, who: viewer.email, at, endsAt, openOrders })
    const facts = { run: runId, minutes: (endsAt - at) / MINUTE, openOrders }
    tx.audit.note({ at, act: 'shipping-run-begun', who: viewer.email, purpose: 'ship', facts })
    return ok({ runId, who: viewer.email, begunAt: at, endsAt, openOrders, shown: 0 })
  })
}

/** The run that is open in this session, or null. */
export const findShippingRun = (deps: Deps, merchant: MerchantId, viewer: Viewer): Promise<ShippingRun | null> =>
  deps.transaction(merchant, 'app', async (tx) =>
    viewer.kind === 'key' ? null : tx.store.openRun({ ...viewer, at: deps.now() }),
  )

/** Ends the run of a person, whichever session holds it; safe to repeat. Gives whether one was open. */
export const endShippingRun = (
  deps: Deps,
  merchant: MerchantId,
  { userId, who }: { readonly userId: string; readonly who: string },
): Promise<boolean> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const ended = await tx.store.endRuns({ userId, at })
    if (ended > 0) tx.audit.note({ at, act: 'shipping-run-ended', who, purpose: 'ship' })
    return ended > 0
  })

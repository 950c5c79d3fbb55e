import type { MerchantId } from '#core/ids.ts'
import type { Viewer } from '#core/pii/grant.ts'
import { MOST_REVEALS, type RevealLimits } from '#core/pii/reveal-ways.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** How much buyer data one person may open within 24 hours (U3). */
export const readRevealLimits = (deps: Deps, merchant: MerchantId): Promise<RevealLimits> =>
  deps.transaction(merchant, 'app', (tx) => tx.store.revealLimits())

/** Sets it, never above the usual: for the owner alone (U3). */
export async function limitReveals(
  deps: Deps,
  merchant: MerchantId,
  { viewer, limits }: { readonly viewer: Viewer; readonly limits: RevealLimits },
): Promise<Result<RevealLimits>> {
  if (viewer.kind === 'key') return failed('limits-only-by-owner')
  const membership = await deps.deployment.findMembership({ merchant, userId: viewer.userId })
  if (!membership?.owner) return failed('limits-only-by-owner')
  const capped = {
    reveal: Math.min(limits.reveal, MOST_REVEALS.reveal),
    print: Math.min(limits.print, MOST_REVEALS.print),
    export: Math.min(limits.export, MOST_REVEALS.export),
  }
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    await tx.store.setRevealLimits({ limits: capped, who: viewer.email, at })
    tx.audit.note({ at, act: 'settings-changed', who: viewer.email, facts: { section: 'buyer-data', ...capped } })
    return ok(capped)
  })
}

import type { MerchantId } from '#core/ids.ts'
import type { HealthFinding } from '#core/notifications/messages.ts'
import type { Deps } from './deps.ts'
import { lapsingVendors } from './read-vendors.ts'
import { overdueReview } from './review-access.ts'
import { auditFindings } from './review-audit.ts'

/** Looks for one kind of thing that somebody must do and has not done: a review, a renewal, a backup. */
export type HealthFinder = (deps: Deps, merchant: MerchantId, now: number) => Promise<readonly HealthFinding[]>

/** Everything that is looked for, by a name for the log. One line for each; what is found stands in the daily mail. */
const FINDERS: Readonly<Record<string, HealthFinder>> = {
  'the audit, alarms and keys': auditFindings,
  'who has access': overdueReview,
  vendors: lapsingVendors,
}

/** What is overdue with this merchant now, for the daily mail (N3). A look that fails is itself told, and keeps no other out. */
export async function healthFindings(
  deps: Deps,
  merchant: MerchantId,
  { now = deps.now(), finders = FINDERS }: { readonly now?: number; readonly finders?: typeof FINDERS } = {},
): Promise<readonly HealthFinding[]> {
  const found: HealthFinding[] = []
  for (const [name, finder] of Object.entries(finders)) {
    try {
      found.push(...(await finder(deps, merchant, now)))
    } catch (error) {
      if (deps.isPassing(error)) throw error
      const kind = error instanceof Error ? error.name : 'unknown'
      deps.log.alarm('A look at the health of a merchant failed.', { merchant, look: name, error: kind })
      found.push({ says: `Whether anything is wrong with ${name} could not be seen; the log says why`, look: 'status' })
    }
  }
  return found
}

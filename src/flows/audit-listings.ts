import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Audit } from '#core/inventory/audit.ts'
import { nextNight } from '#core/orders/next-night.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { compareListings } from './audit-compare.ts'
import { askForListings, awaitListings, readListings } from './audit-report.ts'
import type { AuditStep } from './audit-run.ts'
import type { Deps, Tx } from './deps.ts'

type Again = { again: number | null }

/**
 * One step of the drift audit of a connection (I12), for each of its marketplaces: ask for the all-listings report, come back when it
 * is made, keep its rows, compare them with what we want and have sent. It begins once it is connected, every night, and when a person
 * wants it; steps are small and each is written with its fence, so a run goes on where it stopped, on any worker.
 */
export async function auditListings(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  const begun = await deps.transaction(merchant, 'app', (tx) => begin(deps, tx, subject as ConnectionId))
  if ('again' in begun) return begun
  const { connection, fence, audits } = begun
  const wanted: number[] = []
  for (const audit of audits) {
    const again = await takeStep(deps, { merchant, connection, fence, audit })
    if (again !== null) wanted.push(again)
  }
  // What ended may have been the last one: then the next run plans the night.
  return { again: wanted.length === 0 ? deps.now() : Math.min(...wanted) }
}

function takeStep(deps: Deps, step: AuditStep): Promise<number | null> {
  switch (step.audit.state) {
    case 'ask':
      return askForListings(deps, step)
    case 'wait':
      return awaitListings(deps, step)
    case 'read':
      return readListings(deps, step)
    default:
      return compareListings(deps, step)
  }
}

type Begun = { readonly connection: Connection; readonly fence: number; readonly audits: readonly Audit[] }

/** The audits that are open, begun if it is time; else when to come again. */
async function begin(deps: Deps, tx: Tx, id: ConnectionId): Promise<Begun | Again> {
  const now = deps.now()
  const connection = await tx.store.findConnection(id)
  // A renewed authorization wakes it.
  if (connection?.state !== 'authorized') return { again: null }
  const { fence, nextAt, wantedBy } = await tx.store.claimAuditor(id)
  const open = await tx.store.openAudits(id)
  if (open.length > 0) return { connection, fence, audits: open }
  if (wantedBy === null && nextAt !== null && nextAt > now) return { again: nextAt }
  const { timeZone } = await tx.store.merchantFacts()
  const night = nextNight(now, timeZone, deps.random())
  const places = connection.marketplaces.filter(({ participating }) => participating)
  const marketplaceIds = places.map((place) => place.id)
  await tx.store.beginAudits({ connection: id, marketplaceIds, by: wantedBy ?? 'schedule', at: now })
  await tx.store.planAudit({ connection: id, nextAt: night })
  await tx.store.wantAudit({ connection: id, by: null })
  if (marketplaceIds.length === 0) return { again: night }
  return { connection, fence, audits: await tx.store.openAudits(id) }
}

/** Wants a connection audited now, not only at night (I12); one that is under way is not begun twice. */
export function askAudit(
  deps: Deps,
  merchant: MerchantId,
  asked: { readonly connection: ConnectionId; readonly who: string },
): Promise<Result<{ readonly underWay: boolean }>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const connection = await tx.store.findConnection(asked.connection)
    if (connection?.state !== 'authorized')
      return failed('not-found', { what: `authorized connection [${asked.connection}]` })
    const open = await tx.store.openAudits(connection.id)
    if (open.length === 0) await tx.store.wantAudit({ connection: connection.id, by: asked.who })
    await tx.wake('drift-audit', connection.id)
    return ok({ underWay: open.length > 0 })
  })
}

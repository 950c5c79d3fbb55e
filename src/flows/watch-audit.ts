import type { NotedMerchantAct } from '#core/audit/acts.ts'
import { lookForAlarms, type RaisedAlarm } from '#core/audit/look-for-alarms.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Deps } from './deps.ts'

const DAY = 86_400_000

/** Looks at what people did with buyer data within the last day, and raises an alarm for what is unusual (D42). */
export async function watchAudit(deps: Deps, merchant: MerchantId): Promise<void> {
  const found = await deps.transaction(merchant, 'app', async (tx) => {
    const rows = await tx.audit.acts({ from: deps.now() - DAY })
    if (rows.length === 0) return []
    const canaries = new Set((await tx.store.listCanaries()).map(({ orderId }) => orderId))
    return lookForAlarms(rows as readonly NotedMerchantAct[], { canaries, now: deps.now() })
  })
  await raise(deps, merchant, found)
}

/** Raises alarms once each: in the list of open alarms, in the log, and in the deployment's audit. */
export async function raise(deps: Deps, merchant: MerchantId, alarms: readonly RaisedAlarm[]): Promise<void> {
  if (alarms.length === 0) return
  await deps.transaction(merchant, 'app', async (tx) => {
    for (const { kind } of await tx.store.raiseAlarms({ alarms, at: deps.now() })) {
      tx.noteAct({ at: deps.now(), act: 'alarm-raised', who: 'the program', about: kind, merchant })
      deps.log.alarm('Something looks like misuse of buyer data.', { merchant, alarm: kind })
    }
  })
}

import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, problem, type Result } from '#core/problems.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import type { Deps } from './deps.ts'
import { noteSettings } from './note-settings.ts'

/** Sets the last day of an authorization, or that a self-authorized one has none (C4); the history of the credentials tells it (D38). */
export function setLapse(
  deps: Deps,
  merchant: MerchantId,
  { connection, lapsesOn }: { readonly connection: ConnectionId; readonly lapsesOn: string | null },
): Promise<Result<null>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const found = await tx.store.findConnection(connection)
    if (!found) return failed('not-found', { what: `connection ${connection}` })
    const why = lapsesOn === null ? null : faultOfDay(lapsesOn)
    if (why !== null) return { ok: false, problem: problem('not-valid', { field: 'lapsesOn', why }) }
    if (lapsesOn === null && found.consent === 'website')
      return failed('not-valid', { field: 'lapsesOn', why: "Amazon's consent page always gives 365 days" })
    await tx.store.setLapse({ connection, lapsesOn })
    const [before, after] = [{ [connection]: { lapsesOn: found.lapsesOn } }, { [connection]: { lapsesOn } }]
    await noteSettings(deps, tx, { section: 'importing', before, after })
    await tx.wake('notify')
    return ok(null)
  })
}

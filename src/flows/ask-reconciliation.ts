import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { dayRange } from '#core/orders/day-range.ts'
import { merchantTime, startOfDay } from '#core/orders/merchant-time.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** Wants a connection reconciled now, not only at night (O18). Gives the run that is under way already, or null: it begins at once. */
export function askReconciliation(
  deps: Deps,
  merchant: MerchantId,
  asked: { readonly connection: ConnectionId; readonly who: string },
): Promise<Result<{ readonly runId: number | null }>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const connection = await tx.store.findConnection(asked.connection)
    if (!connection) return failed('not-found', { what: `connection ${asked.connection}` })
    if (!connection.importing || connection.state !== 'authorized') return failed('not-valid', NOT_IMPORTING)
    const of = { connection: connection.id, kind: 'night' } as const
    const open = await tx.store.openReconciliation(of)
    if (!open) await tx.store.wantReconciliation({ ...of, by: asked.who })
    await tx.wake('reconcile', connection.id)
    return ok({ runId: open?.runId ?? null })
  })
}

const NOT_IMPORTING = { field: 'connection', why: 'imports nothing at the moment. Start importing first' }

/** The days of a back-fill, both included, in the merchant's zone. */
export type BackfillWish = {
  readonly connection: ConnectionId
  readonly from: string
  readonly to: string
  readonly who: string
}

/** A back-fill that was begun; `cutOff` is set where part of the range lies before the date of O2 and is left out. */
export type BegunBackfill = {
  readonly runId: number
  readonly from: number
  readonly to: number
  readonly cutOff: number | null
}

/**
 * Begins a back-fill of a range of days (O18). One at a time for a connection. The date of O2 holds for it too: what was placed
 * before is left out of the range, and a range before it is refused with that sentence.
 */
export function askBackfill(deps: Deps, merchant: MerchantId, wish: BackfillWish): Promise<Result<BegunBackfill>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const now = deps.now()
    const facts = await tx.store.merchantFacts()
    const range = dayRange(wish, facts.timeZone, now)
    if (!range.ok) return range
    await tx.store.lockConfiguration()
    const connection = await tx.store.findConnection(wish.connection)
    if (!connection) return failed('not-found', { what: `connection ${wish.connection}` })
    if (!connection.importing || connection.state !== 'authorized') return failed('not-valid', NOT_IMPORTING)
    const of = { connection: connection.id, kind: 'back-fill' } as const
    const open = await tx.store.openReconciliation(of)
    if (open) return failed('backfill-running', { connection: connection.id, run: open.runId })
    const { notBefore } = (await tx.store.readSettings()).orders
    const cutOff = notBefore === null ? connection.startedAt : startOfDay(notBefore, facts.timeZone)
    if (cutOff !== null && range.value.to < cutOff)
      return failed('backfill-before-cutoff', { cutOff: merchantTime(cutOff, facts) })
    const from = Math.max(range.value.from, cutOff ?? range.value.from)
    const amazonNow = now + (await tx.store.amazonClockOffset(connection.id))
    const to = Math.max(from, Math.min(range.value.to, amazonNow - 5 * 60_000))
    const runId = await tx.store.beginReconciliation({ ...of, askedBy: wish.who, from, to, at: now })
    await tx.wake('backfill', connection.id)
    return ok({ runId, from, to, cutOff: from > range.value.from ? cutOff : null })
  })
}

/** Cancels a back-fill; what it has imported stays, and a step under way writes nothing more (O18). */
export function cancelBackfill(deps: Deps, merchant: MerchantId, runId: number): Promise<Result<null>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const run = await tx.store.findReconciliation(runId)
    if (run?.kind !== 'back-fill') return failed('not-found', { what: `back-fill ${runId}` })
    // Takes the fence away from a step under way, and waits for one that is just writing.
    await tx.store.claimReconciler({ connection: run.connection, kind: 'back-fill' })
    const now = await tx.store.findReconciliation(runId)
    if (now?.endedAt !== null) return failed('backfill-over', { run: runId })
    await tx.store.moveReconciliation({ runId, state: 'cancelled', endedAt: deps.now() })
    return ok(null)
  })
}

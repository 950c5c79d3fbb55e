import {
  type AuthorizationState,
  afterSignal,
  type KeptState,
  type Signal,
  whyClockRuns,
} from '#core/authorization/authorization-state.ts'
import type { ConnectionId } from '#core/ids.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import type { Tx } from './deps.ts'

/** A signal about the authorization of a connection, and when it came; epoch ms. */
export type AuthorizationNews = { readonly connection: ConnectionId; readonly signal: Signal; readonly at: number }

/**
 * Moves the state of an authorization by the table of `authorization-state.ts`, and with it the clock of C6: it starts where an authorization
 * ends and is over with the next proof. The only way in which a state changes.
 */
export async function moveAuthorization(tx: Tx, { connection, signal, at }: AuthorizationNews): Promise<KeptState> {
  const found = await tx.store.lockAuthorization(connection)
  if (!found) throw new Error('There is no such connection.')
  const next = kept(afterSignal(found.state, signal))
  if (next !== found.state) await tx.store.setConnectionState({ connection, state: next })
  const why = whyClockRuns(next)
  if (why === null) await tx.store.stopClock(connection)
  else if (next !== found.state) {
    await tx.store.startClock({ connection, why, at })
    await tx.wake('authorization', connection)
    await tx.wake('notify')
  }
  return next
}

/** The signal of a refusal that is believed: lapsed when its day has come, else revoked (C4). */
export async function refusalSignal(tx: Tx, connection: ConnectionId, at: number): Promise<Signal> {
  const found = await tx.store.lockAuthorization(connection)
  const { timeZone } = await tx.store.merchantFacts()
  const isPastItsDay = found?.lapsesOn != null && found.lapsesOn <= dayOf(at, timeZone)
  return isPastItsDay ? 'grant-refused-past-its-day' : 'grant-refused'
}

function kept(state: AuthorizationState): KeptState {
  if (state === 'none' || state === 'pending' || state === 'expiring') throw new Error(`${state} is not kept.`)
  return state
}

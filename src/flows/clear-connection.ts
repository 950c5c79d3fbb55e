import { mayCall } from '#core/authorization/authorization-state.ts'
import { DELETION_DAYS } from '#core/authorization/deletion-clock.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { moveAuthorization } from './move-authorization.ts'

/** What stops when a connection is cleared, and what comes after, as people are asked (C6). */
export type WhatStops = { readonly connection: ConnectionId; readonly sentences: readonly string[] }

/** Lists what stops when a connection is cleared; nothing happens yet (C6). */
export function whatStops(deps: Deps, merchant: MerchantId, id: ConnectionId): Promise<Result<WhatStops>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const found = await tx.store.findConnection(id)
    if (!found) return failed('not-found', { what: `connection ${id}` })
    const waiting = await tx.store.countUpWaiting(id)
    const works = mayCall(found.state)
    const sentences = [
      ...(works && found.importing ? ['Orders are no longer imported.'] : []),
      ...(works ? ['Stock and prices are no longer sent, and listings are no longer read.'] : []),
      ...(waiting > 0 ? [`${waiting} shipments, cancellations or refunds that wait are not told to Amazon.`] : []),
      ...(found.state === 'by-files' ? ['Order reports are no longer taken.'] : ['The token is deleted at once.']),
      `After ${DELETION_DAYS} days what Amazon gave for it is deleted: buyer data, originals of orders, listings, reports. Order ids, items, amounts and dates stay. Connecting again within that time ends the clock.`,
      ...(found.state === 'by-files' ? [] : [REVOKE_TOO]),
    ]
    return ok({ connection: id, sentences })
  })
}

/** We cannot end the grant at Amazon (C6). */
export const REVOKE_TOO =
  'Amazon is not told. End the grant there too: in Seller Central, Apps and Services > Manage Your Apps > Disable.'

/**
 * Clears a connection: the token is deleted at once, its jobs stop, and the clock of C6 begins, unless it runs already. Twice is once. Another
 * merchant of the deployment may connect the selling partner from now on.
 */
export function clearConnection(
  deps: Deps,
  merchant: MerchantId,
  { connection: id, who }: { readonly connection: ConnectionId; readonly who: string },
): Promise<Result<WhatStops>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const found = await tx.store.findConnection(id)
    if (!found) return failed('not-found', { what: `connection ${id}` })
    const at = deps.now()
    await moveAuthorization(tx, { connection: id, signal: 'cleared', at })
    await tx.store.forgetToken(id)
    await tx.store.releaseSellingPartner(found)
    if (deps.hintQueue) await tx.wake('subscriptions', id)
    if (found.state !== 'disabled') tx.noteAct({ at, act: 'connection-cleared', who, about: id, merchant })
    return ok({
      connection: id,
      sentences: ['The token is deleted, and everything that ran with it stops.', REVOKE_TOO],
    })
  })
}

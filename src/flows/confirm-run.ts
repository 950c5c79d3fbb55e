import type { Connection } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import { type CarrierMap, carrierMap } from '#core/shipments/carrier-codes.ts'
import { goesByFeed, nextLook } from '#core/shipments/way-up.ts'
import type { ConfirmationBacklog, ConfirmationRow } from '#store/confirmations.ts'
import type { Deps, Tx } from './deps.ts'

/** What one run of the confirmations of a connection works on. */
export type ConfirmRun = {
  readonly merchant: MerchantId
  readonly connection: Connection
  readonly carriers: CarrierMap
  /** True when the call has been down long enough for a feed (S5). */
  readonly byFeed: boolean
  /** True when something stood in the way of the last call. */
  readonly isTroubled: boolean
  /** Not to be called before, since the call is down; epoch ms, or null. */
  readonly notBefore: number | null
  /** To be sent, the earliest deadline first. */
  readonly waiting: readonly ConfirmationRow[]
  /** Sent, and not seen in two complete sweeps. */
  readonly unseen: readonly ConfirmationRow[]
}

/** So many calls a run: what one seller has waiting delays nobody else's run for long. */
const AT_ONCE = 20
/** A problem that nobody has met for so long may be over: one call finds out. */
const STALE = 30 * 60_000

/**
 * Loads what there is to do; null while the connection is not authorized. Lets go by feed what should, and while the call is down
 * takes one confirmation only, to find out whether it works again (S5, S6).
 */
export function beginConfirming(deps: Deps, merchant: MerchantId, id: Connection['id']): Promise<ConfirmRun | null> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const connection = await tx.store.findConnection(id)
    if (connection?.state !== 'authorized') return null
    const at = deps.now()
    const backlog = await tx.store.confirmationBacklog(id)
    const byFeed = goesByFeed({ waiting: backlog.waiting, downSince: downSince(backlog, at), now: at })
    await letGoByFeed(tx, { connection: id, untrackedOnly: !byFeed })
    const isDown = backlog.downSince !== null
    const notBefore = isDown ? holdUntil(backlog, at) : null
    return {
      merchant,
      connection,
      carriers: carrierMap(await tx.store.listCarriers()),
      byFeed,
      isTroubled: backlog.isTroubled,
      notBefore,
      waiting:
        notBefore !== null
          ? []
          : await tx.store.waitingConfirmations({
              connection: id,
              at,
              limit: isDown ? 1 : AT_ONCE,
              failedFirst: isDown,
            }),
      unseen: await tx.store.unseenConfirmations({ connection: id, at, limit: AT_ONCE }),
    }
  })
}

/** While the call is down: when it may be tried again, or what waits goes by feed; null when it may be tried now. */
const holdUntil = ({ probeAt, downSince: since }: ConfirmationBacklog, now: number): number | null =>
  probeAt === null || probeAt <= now ? null : nextLook({ nextAt: probeAt, since: since ?? now, now })

/** Since when the call is known to be down; null where that was not looked at for a while. */
const downSince = ({ downSince: since, downSeen }: ConfirmationBacklog, at: number): number | null =>
  downSeen !== null && at - downSeen > STALE ? null : since

async function letGoByFeed(tx: Tx, moved: Parameters<Tx['store']['moveToFeed']>[0]): Promise<void> {
  if ((await tx.store.moveToFeed(moved)) > 0) await tx.wake('order-feeds', moved.connection)
}

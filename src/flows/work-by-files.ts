import { type Connection, connectionId, type Marketplace } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import { isSellerId } from './connect.ts'
import type { Deps, Tx } from './deps.ts'
import { raisePlan } from './raise-plan.ts'

/** A seller without access to Amazon's API: where it sells, and who says so. */
export type ByFiles = {
  readonly region: Region
  readonly sellingPartnerId: string
  readonly marketplaceIds: readonly string[]
  readonly who: string
  readonly raisesPlan?: boolean
}

/**
 * Chooses *Work by files* for a seller (H1, C2): nothing is asked of Amazon and nothing runs by itself; order reports come in and files go out by
 * hand. Said again it names other marketplaces. Credentials that are saved later belong to the same connection, which then goes on by the API.
 */
export async function workByFiles(deps: Deps, merchant: MerchantId, chosen: ByFiles): Promise<Result<ConnectionId>> {
  const { region, sellingPartnerId, who, raisesPlan = false } = chosen
  if (!isSellerId(sellingPartnerId))
    return failed('not-valid', {
      field: 'sellingPartnerId',
      why: 'a Seller ID (merchant token) is A followed by capitals and digits, e.g. A3HARBORGOODS',
    })
  const marketplaces = marketplacesOf(deps, chosen)
  if (marketplaces.length === 0)
    return failed('not-valid', { field: 'marketplaceIds', why: 'choose at least one marketplace of the region' })
  const id = connectionId(region, sellingPartnerId)
  return deps.transaction(merchant, 'app', async (tx): Promise<Result<ConnectionId>> => {
    const plan = await raisePlan(deps, tx, { merchant, who, raisesPlan })
    if (!plan.ok) return plan
    const known = await tx.store.findConnection(id)
    if (known && known.state !== 'by-files') return refused(known)
    await tx.store.saveByFiles({ id, region, sellingPartnerId, at: deps.now(), marketplaces })
    if (known) return ok(id)
    await begin(tx)
    tx.noteAct({ at: deps.now(), act: 'connection-by-files', who, about: id, merchant })
    return ok(id)
  })
}

/** What an import by itself would have begun: what watches over orders, and over how long buyer data is kept (U4). */
async function begin(tx: Tx): Promise<void> {
  await tx.store.lockConfiguration()
  await tx.store.bumpConfiguration()
  await tx.wake('watch-pages')
  await tx.wake('notify')
  await tx.wake('purge-buyer-data')
}

const refused = ({ id, state }: Connection): Result<ConnectionId> =>
  failed(state === 'authorized' ? 'works-by-api' : 'authorization-over', { connection: id })

const marketplacesOf = (deps: Deps, { region, marketplaceIds }: ByFiles): readonly Marketplace[] =>
  deps.amazon.ownMarketplaces(region).filter(({ id }) => marketplaceIds.includes(id))

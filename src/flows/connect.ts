import { connectionId } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Deps } from './deps.ts'
import { noteMarketplaces } from './reread-marketplaces.ts'

/** What a person pastes: where the selling partner sells, who it is, and the refresh token of the self-authorized application. */
export type Pasted = { readonly region: Region; readonly sellingPartnerId: string; readonly refreshToken: string }

/**
 * Saves an authorization after proving it at Amazon: one token call, one participations call (C1). The token is sealed at
 * once and never shown. The same selling partner again is a renewal: work resumes where it stopped (C4).
 */
export async function connect(deps: Deps, merchant: MerchantId, pasted: Pasted): Promise<Result<ConnectionId>> {
  const { region, sellingPartnerId } = pasted
  const id = connectionId(region, sellingPartnerId)
  if (!/^A[A-Z0-9]{5,19}$/.test(sellingPartnerId))
    return failed('not-valid', {
      field: 'sellingPartnerId',
      why: 'a Seller ID is A followed by capitals and digits, e.g. A3HARBORGOODS',
    })
  const refreshToken = pasted.refreshToken.trim()
  if (!/^Atzr\|\S{1,2040}$/.test(refreshToken))
    return failed('not-valid', { field: 'refreshToken', why: 'a refresh token begins with Atzr| and has no spaces' })
  const proof = await deps.amazon.proveAuthorization(merchant, region, sellingPartnerId, refreshToken)
  if (proof.ok === 'wait') return failed('throttled', { operation: 'getMarketplaceParticipations' })
  if (!proof.ok) return proof
  const sealedToken = deps.secrets.seal(refreshToken, `refresh token ${merchant} ${id}`)
  return deps.transaction(merchant, 'app', async (tx) => {
    if (!(await tx.store.claimSellingPartner({ region, sellingPartnerId }))) return failed('held-by-other-merchant')
    await tx.store.saveConnection({
      id,
      region,
      sellingPartnerId,
      sealedToken,
      authorizedAt: deps.now(),
      marketplaces: proof.value,
    })
    await tx.store.clearProblems({
      connection: id,
      codes: ['authorization-revoked', 'access-denied', 'confirmations-denied', 'marketplace-refused'],
      at: deps.now(),
    })
    await noteMarketplaces(tx, { connection: id, marketplaces: proof.value, at: deps.now() })
    // A role may have been granted with it: what is held is tried again (E4).
    await tx.store.lockConfiguration()
    await tx.store.bumpConfiguration()
    await tx.wake('reprocess')
    await tx.wake('sweep-orders', id)
    await tx.wake('confirm-shipments', id)
    await tx.wake('notify')
    await tx.wake('drift-audit', id)
    return ok(id)
  })
}

import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { type Checked, refused } from '#core/settings/faults.ts'
import type { MerchantStanding } from '#store/merchant-standing.ts'
import type { Merchant } from '#store/merchants.ts'
import type { Deps } from './deps.ts'
import { invitePerson } from './invite-person.ts'
import type { Invited } from './send-invitation.ts'

/** A merchant and how its work stands, as the operator sees it: counts only, nothing of any order (M2). */
export type OperatedMerchant = MerchantStanding & { readonly merchant: Merchant }

const FAILED_OFTEN = 5

/** A page of merchants, and how the work of each stands (M2). */
export async function readDeployment(
  deps: Deps,
  page: { readonly after: string | null; readonly limit: number; readonly text: string },
): Promise<readonly OperatedMerchant[]> {
  const merchants = await deps.deployment.pageOfMerchants(page)
  return Promise.all(merchants.map((merchant) => standingOf(deps, merchant)))
}

const standingOf = async (deps: Deps, merchant: Merchant): Promise<OperatedMerchant> => ({
  merchant,
  ...(await deps.transaction(merchant.id, 'app', ({ store }) => store.merchantStanding(FAILED_OFTEN))),
})

/** Invites the owner that a merchant was added with, where nobody owns it yet (M2, U1). */
export async function inviteOwner(
  deps: Deps,
  { id, by, fresh }: { readonly id: string; readonly by: string; readonly fresh: boolean },
): Promise<Checked<Invited>> {
  const merchant = await deps.deployment.findMerchant(id)
  if (!merchant) return refused(failed('not-found', { what: `merchant [${id}]` }))
  if (!fresh) return refused(failed('second-factor-needed'))
  const wanted = { email: merchant.owner, permissions: [], groups: [], topics: [] }
  return invitePerson(deps, merchant.id, { asker: { name: by, userId: null, fresh }, wanted, asOwner: true })
}

/** Suspends a merchant (all its work, keys and people stop) or lets it go on (M2). */
export async function suspendMerchant(
  deps: Deps,
  { id, by, suspended }: { readonly id: string; readonly by: string; readonly suspended: boolean },
): Promise<Result<Merchant>> {
  const merchant = await deps.deployment.findMerchant(id)
  if (!merchant) return failed('not-found', { what: `merchant [${id}]` })
  const at = deps.now()
  const suspendedAt = suspended ? at : null
  return deps.transaction(merchant.id, 'app', async (tx) => {
    await tx.store.markSuspended(suspendedAt)
    tx.noteAct({ at, act: suspended ? 'merchant-suspended' : 'merchant-resumed', who: by, about: id, merchant: id })
    return ok({ ...merchant, suspendedAt })
  })
}

/** Removes a merchant with everything that is its own, at once and for ever, when its name was typed again (M2). */
export async function removeMerchant(
  deps: Deps,
  {
    id,
    name,
    by,
    fresh,
  }: { readonly id: MerchantId | string; readonly name: string; readonly by: string; readonly fresh: boolean },
): Promise<Result<Merchant>> {
  const merchant = await deps.deployment.findMerchant(id)
  if (!merchant) return failed('not-found', { what: `merchant [${id}]` })
  if (!fresh) return failed('second-factor-needed')
  if (name !== merchant.name)
    return failed('not-valid', { field: 'name', why: `must be typed as it is: ${merchant.name}` })
  return deps.transaction(merchant.id, { vault: 'purge' }, async (tx) => {
    await tx.store.eraseMerchant()
    tx.noteAct({ at: deps.now(), act: 'merchant-removed', who: by, about: `${id} ${merchant.name}`, merchant: id })
    return ok(merchant)
  })
}

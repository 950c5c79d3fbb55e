import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Merchant } from '#store/merchants.ts'
import type { Deps } from './deps.ts'

/** How a merchant's work stands, as the operator sees it: counts only, nothing of any order (M2). */
export type MerchantHealth = {
  readonly merchant: Merchant
  readonly users: number
  readonly held: number
  readonly waitingForPeople: number
  readonly problems: number
  readonly failingWork: number
  readonly unsentMails: number
}

const FAILED_OFTEN = 5

/** How the work of each merchant stands (M2). */
export async function readDeployment(deps: Deps): Promise<readonly MerchantHealth[]> {
  const all: MerchantHealth[] = []
  for (const merchant of await deps.deployment.listMerchants()) all.push(await healthOf(deps, merchant))
  return all
}

const healthOf = (deps: Deps, merchant: Merchant): Promise<MerchantHealth> =>
  deps.transaction(merchant.id, 'app', async ({ store }) => ({
    merchant,
    users: (await store.listMembers()).length,
    held: (await store.countDocuments()).held ?? 0,
    waitingForPeople: Object.values(await store.countOutbox()).reduce((sum, n) => sum + n, 0),
    problems: (await store.listProblems()).length,
    failingWork: await store.countFailingWork(FAILED_OFTEN),
    unsentMails: await store.countUnsentMails(),
  }))

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

import type { MerchantId } from '#core/ids.ts'
import { planForChannel } from '#core/merchants/plan.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { ConsentOwner } from '#store/consents.ts'
import type { Deps } from './deps.ts'

/** How long a consent may take, from its beginning to Amazon's return (C3). */
export const CONSENT_LASTS = 10 * 60_000

/** A consent that a person wants: where the merchant sells, and whether they agree that its plan is raised. */
export type ConsentWanted = {
  readonly region: Region
  readonly country: string | null
  readonly raisesPlan: boolean
}

/** Where the browser goes, and the name under which its end can be read. */
export type ConsentBegun = { readonly address: string; readonly consentId: string; readonly expiresAt: number }

/** Our address to which Amazon sends people back. */
export function returnAddress(deps: Deps): Result<string> {
  const { publicUrl } = deps.mails
  return publicUrl === null ? failed('public-address-missing') : ok(`${publicUrl}/authorization/return`)
}

/**
 * Begins the website workflow: a state of 256 bits, single use, for ten minutes, bound to person, session, merchant, region and mode, of which
 * only the SHA-256 is kept; and the address of Seller Central that it is taken to (C3).
 */
export async function beginConsent(
  deps: Deps,
  owner: ConsentOwner,
  wanted: ConsentWanted,
): Promise<Result<ConsentBegun>> {
  const back = returnAddress(deps)
  if (!back.ok) return back
  const plan = await planAgreed(deps, owner.merchant, wanted)
  if (!plan.ok) return plan
  const state = deps.newSecret().secret
  const address = deps.amazon.consentAddress({ ...wanted, state, redirectUri: back.value })
  if (!address.ok) return address
  const begunAt = deps.now()
  const consentId = deps.fingerprint(`consent ${state}`)
  await deps.deployment.addConsent(deps.digest(state), {
    ...owner,
    ...NO_VISIT,
    consentId,
    kind: 'state',
    region: wanted.region,
    mode: (await deps.deployment.readMode()) ?? 'demo',
    raisesPlan: wanted.raisesPlan,
    begunAt,
    expiresAt: begunAt + CONSENT_LASTS,
  })
  return ok({ address: address.value, consentId, expiresAt: begunAt + CONSENT_LASTS })
}

const NO_VISIT = { sellingPartnerId: null, callback: null, amazonState: null, version: null }

/** Nobody is sent to Amazon who would be refused afterwards for want of a plan (C8). */
export async function planAgreed(
  deps: Deps,
  merchant: MerchantId,
  { raisesPlan }: { readonly raisesPlan: boolean },
): Promise<Result<null>> {
  const step = planForChannel(await deps.deployment.listPlans(), await deps.deployment.planOf(merchant))
  if (step.kind === 'fine' || (step.kind === 'raise' && raisesPlan)) return ok(null)
  return { ok: false, problem: step.problem }
}

import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { ConsentOwner, PendingConsent } from '#store/consents.ts'
import { CONSENT_LASTS, type ConsentBegun, planAgreed, returnAddress } from './begin-consent.ts'
import { isSellerId } from './connect.ts'
import type { Deps } from './deps.ts'

/** What Amazon hands to our Login URI. */
export type Visit = {
  readonly callback: string
  readonly amazonState: string
  readonly sellingPartnerId: string
  readonly version: string | null
}

/**
 * Keeps what Amazon handed to our Login URI until a person confirms it, and gives the handle under which (C3). The address to go back to must
 * be Amazon's: this door is open to everybody.
 */
export async function keepVisit(deps: Deps, visit: Visit): Promise<Result<string>> {
  const callback = deps.amazon.acceptCallback(visit.callback)
  if (!callback.ok) return callback
  const { amazonState, sellingPartnerId, version } = visit
  if (!isSellerId(sellingPartnerId) || !/^[\x21-\x7e]{1,2048}$/.test(amazonState) || (version ?? 'beta') !== 'beta')
    return failed('callback-not-amazon')
  const handle = deps.newSecret().secret
  const begunAt = deps.now()
  const kept = await deps.deployment.addConsent(deps.digest(handle), {
    consentId: deps.fingerprint(`consent ${handle}`),
    kind: 'visit',
    merchant: null,
    userId: null,
    sessionId: null,
    region: callback.value.region,
    mode: (await deps.deployment.readMode()) ?? 'demo',
    raisesPlan: false,
    sellingPartnerId,
    callback: callback.value.address,
    amazonState,
    version,
    begunAt,
    expiresAt: begunAt + CONSENT_LASTS,
  })
  return kept ? ok(handle) : failed('throttled', { operation: 'authorize' })
}

/** What a person is shown of a visit before they confirm it. `begunHere`: it goes on with a consent that this session began. */
export type ShownVisit = {
  readonly sellingPartnerId: string
  readonly regions: readonly Region[]
  readonly begunHere: boolean
}

/** Shows a visit to a person who is signed in (C3). */
export async function showVisit(
  deps: Deps,
  owner: ConsentOwner,
  { handle, regions }: { readonly handle: string; readonly regions: readonly Region[] },
): Promise<Result<ShownVisit>> {
  const visit = await openVisit(deps, handle)
  if (!visit.ok) return visit
  const { region, sellingPartnerId } = visit.value
  const possible = region === null ? regions : [region]
  const at = deps.now()
  const begun = await Promise.all(possible.map((each) => deps.deployment.openConsent(owner, { region: each, at })))
  const here = possible.filter((_, place) => begun[place])
  return ok({ sellingPartnerId, regions: here.length > 0 ? here : possible, begunHere: here.length === 1 })
}

/** A person confirms a visit for their merchant: gives Amazon's callback with a new state of ours. One that this session began goes on (C3). */
export async function confirmVisit(
  deps: Deps,
  owner: ConsentOwner,
  confirmed: { readonly handle: string; readonly region: Region; readonly raisesPlan: boolean },
): Promise<Result<ConsentBegun>> {
  const back = returnAddress(deps)
  if (!back.ok) return back
  const visit = await openVisit(deps, confirmed.handle)
  if (!visit.ok) return visit
  const { consentId: visitId, region: hosts, sellingPartnerId, callback, amazonState, version } = visit.value
  const { region } = confirmed
  if (hosts !== null && hosts !== region)
    return failed('not-valid', { field: 'region', why: `this seller sells in region ${hosts}` })
  const at = deps.now()
  const begun = await deps.deployment.openConsent(owner, { region, at })
  const raisesPlan = confirmed.raisesPlan || (begun?.raisesPlan ?? false)
  const plan = await planAgreed(deps, owner.merchant, { raisesPlan })
  if (!plan.ok) return plan
  if (!(await deps.deployment.useConsent(visitId, at))) return failed('consent-used')
  const state = deps.newSecret().secret
  const digest = deps.digest(state)
  const expiresAt = at + CONSENT_LASTS
  const consentId = begun?.consentId ?? deps.fingerprint(`consent ${state}`)
  if (begun) await deps.deployment.renewState(digest, { consentId, sellingPartnerId, expiresAt })
  else {
    const bound = {
      ...visit.value,
      ...owner,
      consentId,
      kind: 'state',
      region,
      raisesPlan,
      begunAt: at,
      expiresAt,
    } as const
    await deps.deployment.addConsent(digest, bound)
  }
  const address = deps.amazon.callbackAddress(callback, { state, amazonState, redirectUri: back.value, version })
  return ok({ address, consentId, expiresAt })
}

type OpenVisit = PendingConsent & Readonly<Record<'sellingPartnerId' | 'callback' | 'amazonState', string>>

async function openVisit(deps: Deps, handle: string): Promise<Result<OpenVisit>> {
  const found = await deps.deployment.findConsent('visit', deps.digest(handle))
  if (!found || found.sellingPartnerId === null || found.callback === null || found.amazonState === null)
    return failed('consent-unknown')
  if (found.usedAt !== null) return failed('consent-used')
  if (found.expiresAt <= deps.now()) return failed('consent-expired')
  const { sellingPartnerId, callback, amazonState } = found
  return ok({ ...found, sellingPartnerId, callback, amazonState })
}

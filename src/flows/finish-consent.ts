import { connectionId } from '#core/connection.ts'
import type { ConnectionId } from '#core/ids.ts'
import { failed, ok, type Problem, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { ConsentOwner, PendingConsent } from '#store/consents.ts'
import { returnAddress } from './begin-consent.ts'
import { isSellerId } from './connect.ts'
import type { Deps } from './deps.ts'
import { saveAuthorization } from './save-authorization.ts'

/** What Amazon sends back. `mws_auth_token`, if it comes, is not even read. */
export type ConsentReturn = { readonly state: string; readonly sellingPartnerId: string; readonly code: string }

/** How a consent ended. `consentId` null: nothing of ours was presented. */
export type ConsentEnd = { readonly consentId: string | null; readonly result: Result<ConnectionId> }

/**
 * Ends a consent: its state is marked as used in a transaction of its own before anything else, so that a replay is refused also after a crash;
 * then the code is exchanged at once, proven, and saved (C3). What went wrong is said in the same words to whoever asks afterwards.
 */
export async function finishConsent(
  deps: Deps,
  owner: ConsentOwner & { readonly who: string },
  came: ConsentReturn,
): Promise<ConsentEnd> {
  const taken = await takeState(deps, owner, came)
  if (!taken.ok) return { consentId: null, result: taken }
  const { consentId } = taken.value
  const result = await exchange(deps, owner, { came, consent: taken.value })
  const problem = result.ok ? null : result.problem
  await deps.deployment.endConsent(consentId, {
    connection: result.ok ? result.value : null,
    problem: problem?.code ?? null,
  })
  if (problem) await noteRefusal(deps, owner, { consentId, problem })
  return { consentId, result }
}

type Taken = PendingConsent & { readonly region: Region }

/** Whose state it is is looked up by its SHA-256, so that no comparison can be measured. It is used up whoever presents it. */
async function takeState(deps: Deps, owner: ConsentOwner, came: ConsentReturn): Promise<Result<Taken>> {
  const found = await deps.deployment.findConsent('state', deps.digest(came.state))
  if (!found) return failed('consent-unknown')
  if (!(await deps.deployment.useConsent(found.consentId, deps.now()))) return failed('consent-used')
  const { merchant, userId, sessionId, region, mode } = found
  const isTheirs = merchant === owner.merchant && userId === owner.userId && sessionId === owner.sessionId
  if (!isTheirs || mode !== ((await deps.deployment.readMode()) ?? 'demo')) {
    deps.log.alarm('A consent was presented by somebody else than who began it.', {
      merchant,
      consent: found.consentId,
    })
    return failed('consent-unknown')
  }
  if (found.expiresAt <= deps.now() || region === null) return failed('consent-expired')
  return ok({ ...found, region })
}

async function exchange(
  deps: Deps,
  { merchant, who }: ConsentOwner & { readonly who: string },
  { came, consent }: { came: ConsentReturn; consent: Taken },
): Promise<Result<ConnectionId>> {
  const { sellingPartnerId, code } = came
  const told = consent.sellingPartnerId
  if (!isSellerId(sellingPartnerId) || (told !== null && told !== sellingPartnerId))
    return failed('consent-other-seller')
  if (!/^[\x21-\x7e]{1,2000}$/.test(code)) return failed('consent-code-refused')
  const back = returnAddress(deps)
  if (!back.ok) return back
  const { region, raisesPlan } = consent
  const connection = connectionId(region, sellingPartnerId)
  const token = await deps.amazon.exchangeCode({
    merchantId: merchant,
    region,
    connection,
    code,
    redirectUri: back.value,
  })
  if (!token.ok) return token
  const brought = { region, sellingPartnerId, refreshToken: token.value, consent: 'website', who, raisesPlan } as const
  return saveAuthorization(deps, merchant, brought)
}

const noteRefusal = (
  deps: Deps,
  { merchant, who }: { readonly merchant: string; readonly who: string },
  { consentId, problem }: { consentId: string; problem: Problem },
): Promise<void> =>
  deps.deployment.noteAct({
    at: deps.now(),
    act: 'authorization-refused',
    who,
    about: consentId,
    merchant,
    facts: { why: problem.code },
  })

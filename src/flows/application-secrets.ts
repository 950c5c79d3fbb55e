import { dayAfter } from '#core/notifications/authorization-ladder.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import type { SecretSlot } from '#store/application-secrets.ts'
import type { Deps } from './deps.ts'

/** How long Amazon lets a client secret live (C5). */
const SECRET_DAYS = 180

/** What a sealed secret of an application is bound to: the slot it lies in. */
export const secretContext = (region: Region, slot: SecretSlot['slot']): string => `client secret ${region} ${slot}`

/** A new client secret, and who brings it; one that Amazon itself tells of comes with its last day and when it was told. */
export type NewSecret = {
  readonly region: Region
  readonly secret: string
  readonly who: string
  readonly told?: { readonly lapsesOn: string; readonly at: number }
}

/** Puts a new client secret into the next slot, sealed; it is not used before it is proven and promoted (C5). */
export async function addSecret(
  deps: Deps,
  { region, secret, who, told }: NewSecret,
): Promise<Result<{ lapsesOn: string }>> {
  if (!/^[\x21-\x7e]{10,400}$/.test(secret))
    return failed('not-valid', { field: 'secret', why: 'a client secret is 10 to 400 characters without spaces' })
  const at = deps.now()
  const lapsesOn = told?.lapsesOn ?? dayAfter(dayOf(at, 'UTC'), SECRET_DAYS)
  const sealed = deps.secrets.seal(secret, secretContext(region, 'next'))
  const slot = {
    region,
    slot: 'next',
    sealed,
    addedAt: Math.min(told?.at ?? at, at),
    lapsesOn,
    provenAt: null,
    cameByHint: told !== undefined,
  } as const
  await deps.deployment.putSecret(slot, (tx) =>
    deps.deployment.noteAct({ at, act: 'secret-added', who, about: region }, tx),
  )
  return ok({ lapsesOn })
}

/** Proves the next secret by one token call (C5). The secret in use goes on. */
export async function testSecret(deps: Deps, region: Region): Promise<Result<null>> {
  const next = await nextSecret(deps, region)
  if (!next) return failed('not-found', { what: `next secret of region ${region}` })
  const proof = await deps.amazon.proveSecret(region, deps.secrets.open(next, secretContext(region, 'next')))
  if (!proof.ok)
    return proof.problem.code === 'application-secret-refused' ? failed('next-secret-refused', { region }) : proof
  const proven = await deps.deployment.secretProven({ region, sealed: next, at: deps.now() })
  return proven ? ok(null) : failed('secret-not-proven', { region })
}

/** Puts the proven next secret to use; the one before is forgotten in the same transaction, and no process is started anew (C5). */
export async function promoteSecret(
  deps: Deps,
  { region, who }: { readonly region: Region; readonly who: string },
): Promise<Result<null>> {
  const next = await nextSecret(deps, region)
  if (!next) return failed('not-found', { what: `next secret of region ${region}` })
  const secret = deps.secrets.open(next, secretContext(region, 'next'))
  const resealed = deps.secrets.seal(secret, secretContext(region, 'current'))
  const promoted = await deps.deployment.promoteSecret({ region, next, resealed }, (tx) =>
    deps.deployment.noteAct({ at: deps.now(), act: 'secret-promoted', who, about: region }, tx),
  )
  return promoted ? ok(null) : failed('secret-not-proven', { region })
}

/** Forgets the next secret of a region, entered by mistake (C5). */
export async function forgetSecret(
  deps: Deps,
  { region, who }: { readonly region: Region; readonly who: string },
): Promise<Result<null>> {
  const gone = await deps.deployment.forgetSecret({ region, slot: 'next' }, (tx) =>
    deps.deployment.noteAct({ at: deps.now(), act: 'secret-forgotten', who, about: region }, tx),
  )
  return gone ? ok(null) : failed('not-found', { what: `next secret of region ${region}` })
}

/** Sets the last day of the secret in a slot, as Amazon's console shows it; null: it is not known (C5). */
export async function setSecretLapse(
  deps: Deps,
  change: { readonly region: Region; readonly slot: SecretSlot['slot']; readonly lapsesOn: string | null },
): Promise<Result<null>> {
  const why = change.lapsesOn === null ? null : faultOfDay(change.lapsesOn)
  if (why !== null) return failed('not-valid', { field: 'lapsesOn', why })
  const found = await deps.deployment.setSecretLapse({ ...change, at: deps.now() })
  return found ? ok(null) : failed('not-found', { what: `${change.slot} secret of region ${change.region}` })
}

const nextSecret = async (deps: Deps, region: Region): Promise<Buffer | null> =>
  (await deps.deployment.listSecrets()).find((each) => each.region === region && each.slot === 'next')?.sealed ?? null

import type { HintAbout } from '#amazon/read-hint.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import { problem } from '#core/problems.ts'
import { REGIONS, type Region } from '#core/region.ts'
import { addSecret, promoteSecret, secretContext, setSecretLapse, testSecret } from './application-secrets.ts'
import type { Deps } from './deps.ts'

type SecretHint = Extract<HintAbout, { readonly of: 'new-secret' | 'secret-lapses' }>

/** Who did it, as the deployment's audit names it. */
const BY_AMAZON = 'Amazon, by SQS'

/**
 * What Amazon tells of a client secret (C5). A new one is sealed into the second slot before its message is removed, and is tested and
 * promoted at once; where the test cannot be made now, `useArrivedSecrets` makes it later. The secret stands nowhere else.
 */
export async function takeSecretHint(deps: Deps, hint: SecretHint): Promise<void> {
  const regions = deps.amazon.regionsOf(hint.clientId)
  if (regions.length === 0) {
    await deps.deployment.noteStrangeHint({ problem: problem('hint-of-unknown-application'), at: deps.now() })
    return
  }
  const lapsesOn = dayOf(hint.lapsesAt, 'UTC')
  if (hint.of === 'secret-lapses') return noteLapse(deps, hint, { regions, lapsesOn })
  for (const region of regions)
    await keepArrived(deps, { region, secret: hint.secret, told: { lapsesOn, at: hint.toldAt } })
  await useArrivedSecrets(deps)
}

/** So long before its end a secret is replaced: the one before lives a week longer, and there is time for what goes wrong. */
const REPLACED_BEFORE = 30 * 86_400_000

/**
 * Sets the day on which the secret in use lapses, and asks Amazon for a new one once that is near: it comes by the queue, and by no other
 * way. A notice that is older than the secret in use is about the one before.
 */
async function noteLapse(
  deps: Deps,
  hint: Extract<SecretHint, { readonly of: 'secret-lapses' }>,
  { regions, lapsesOn }: { readonly regions: readonly Region[]; readonly lapsesOn: string },
): Promise<void> {
  const slots = await deps.deployment.listSecrets()
  const isOver = (region: Region) =>
    slots.some((slot) => slot.region === region && slot.sealed !== null && slot.addedAt > hint.toldAt)
  const about = regions.filter((region) => !isOver(region))
  for (const region of about) await setSecretLapse(deps, { region, slot: 'current', lapsesOn })
  const [first] = about
  if (!first || hint.lapsesAt - deps.now() > REPLACED_BEFORE) return
  const asked = await deps.amazon.rotateSecret(first)
  if (asked.ok === false)
    deps.log.alarm('Amazon does not make a new client secret.', { region: first, code: asked.problem.code })
}

const unreadable = problem('hint-unreadable', { why: 'the client secret in it is none' })

type Arrived = {
  readonly region: Region
  readonly secret: string
  readonly told: { readonly lapsesOn: string; readonly at: number }
}

/**
 * A message that comes twice changes nothing: a secret that is in use already is known again. One that comes late may name a secret from
 * before the one in use; Amazon takes it for a week yet, and then it would be the only one that we have.
 */
async function keepArrived(deps: Deps, { region, secret, told }: Arrived): Promise<void> {
  const slots = (await deps.deployment.listSecrets()).filter((slot) => slot.region === region)
  const isKnown = slots.some(
    ({ slot, sealed }) => sealed !== null && deps.secrets.open(sealed, secretContext(region, slot)) === secret,
  )
  const isOlder = slots.some(({ sealed, addedAt }) => sealed !== null && addedAt > told.at)
  if (isKnown || isOlder) return
  const added = await addSecret(deps, { region, secret, who: BY_AMAZON, told })
  if (!added.ok) await deps.deployment.noteStrangeHint({ problem: unreadable, at: deps.now() })
}

/** Tests and promotes secrets that came by the queue; one that cannot be tested now waits for the next look (C5). */
export async function useArrivedSecrets(deps: Deps): Promise<void> {
  const waiting = (await deps.deployment.listSecrets()).filter(({ slot, cameByHint }) => slot === 'next' && cameByHint)
  for (const { region } of waiting) {
    if (!REGIONS.includes(region)) continue
    const tested = await testSecret(deps, region)
    const promoted = tested.ok ? await promoteSecret(deps, { region, who: BY_AMAZON }) : tested
    if (!promoted.ok)
      deps.log.alarm('A client secret that came by SQS is not in use yet.', { region, code: promoted.problem.code })
  }
}

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
  for (const region of regions) {
    if (hint.of === 'new-secret') await keepArrived(deps, { region, secret: hint.secret, lapsesOn })
    else await setSecretLapse(deps, { region, slot: 'current', lapsesOn })
  }
  if (hint.of === 'new-secret') await useArrivedSecrets(deps)
}

const unreadable = problem('hint-unreadable', { why: 'the client secret in it is none' })

type Arrived = { readonly region: Region; readonly secret: string; readonly lapsesOn: string }

/** A message that comes twice changes nothing: a secret that is in use already is known again. */
async function keepArrived(deps: Deps, { region, secret, lapsesOn }: Arrived): Promise<void> {
  const slots = await deps.deployment.listSecrets()
  const isKnown = slots.some(
    (slot) =>
      slot.region === region &&
      slot.sealed !== null &&
      deps.secrets.open(slot.sealed, secretContext(region, slot.slot)) === secret,
  )
  if (isKnown) return
  const added = await addSecret(deps, { region, secret, who: BY_AMAZON, lapsesOn })
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

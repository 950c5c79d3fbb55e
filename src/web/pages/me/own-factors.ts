import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { adopt } from '../../second-factor.ts'

type Changed = components['schemas']['FactorsChanged']

/** Takes the session that a change of factors gives, and shows the factors as they are now. */
export async function adoptFactors(changed: Promise<Changed>): Promise<Changed> {
  const now = await changed
  await adopt(Promise.resolve(now.session))
  await queries.invalidateQueries({ queryKey: ['me', 'factors'] })
  return now
}

/** Lets the browser make a passkey, and keeps it under a name. */
export async function makePasskey(name: string): Promise<void> {
  const options = await answer(api.POST('/api/v1/account/passkeys/options'))
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  )
  const credential = await navigator.credentials.create({ publicKey })
  const response = { ...(credential as PublicKeyCredential).toJSON() }
  await adoptFactors(answer(api.POST('/api/v1/account/passkeys', { body: { name, response } as never })))
}
